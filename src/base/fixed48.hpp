#pragma once
// Fixed point with 48 fractional bits, "80.48": the arithmetic of lending protocols on chain,
// reproduced bit by bit. Products and quotients are cut toward zero, as theirs are.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.hpp"
#include "base/result.hpp"
#include "base/wide.hpp"

namespace plimsoll {

/// 80 bits before the point, sign among them, and 48 behind it. Arithmetic that does not fit gives
/// nothing: on chain it fails the transaction, here it is a refusal.
class Fixed48 {
 public:
  static constexpr int fraction_bits = 48;

  constexpr Fixed48() = default;
  static constexpr Fixed48 from_bits(Int128 bits) {
    Fixed48 number;
    number.bits_ = bits;
    return number;
  }
  /// Whole numbers below 2^79 in size.
  static constexpr Fixed48 of(std::int64_t whole) {
    return from_bits(static_cast<Int128>(whole) << fraction_bits);
  }

  constexpr Int128 bits() const { return bits_; }
  constexpr bool is_negative() const { return bits_ < 0; }
  constexpr bool is_zero() const { return bits_ == 0; }
  constexpr auto operator<=>(const Fixed48&) const = default;
  constexpr Fixed48 operator-() const { return from_bits(-bits_); }

 private:
  Int128 bits_ = 0;
};

std::optional<Fixed48> plus(Fixed48 a, Fixed48 b);
std::optional<Fixed48> minus(Fixed48 a, Fixed48 b);
/// Through a product of 256 bits, cut toward zero.
std::optional<Fixed48> times(Fixed48 a, Fixed48 b);
/// Cut toward zero; nothing by zero.
std::optional<Fixed48> over(Fixed48 a, Fixed48 b);

/// The nearest below in size of a decimal text ("0.1"), as the chain's own conversions of exact
/// ratios do. Refused: no number, one that does not fit.
Result<Fixed48> parse_fixed48(std::string_view text);
/// An integer of `places` decimals (15 * 10^17 with 18) as that many units, cut toward zero.
std::optional<Fixed48> scaled_to_fixed48(Int128 value, int places);

/// Its exact value cut to nine places toward zero; every one fits.
Decimal to_decimal(Fixed48 value);
/// Exact, every digit there is ("0.1" read back is
/// 0.0999999999999978683717927196994423866271972656).
std::string to_text(Fixed48 value);
double to_double(Fixed48 value);

}  // namespace plimsoll
