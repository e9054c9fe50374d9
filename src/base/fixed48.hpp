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

namespace detail {

inline constexpr UInt128 fixed48_most = ~UInt128{0} >> 1;

constexpr std::optional<Fixed48> fixed48_of(UInt128 size, bool negative) {
  if (size > fixed48_most) return std::nullopt;
  return Fixed48::from_bits(with_sign(size, negative));
}

/// (top << 48) / bottom, cut; nothing where it takes more than 127 bits.
std::optional<UInt128> divided_with_fraction(UInt128 top, UInt128 bottom);

}  // namespace detail

constexpr std::optional<Fixed48> plus(Fixed48 a, Fixed48 b) {
  Int128 sum{};
  if (__builtin_add_overflow(a.bits(), b.bits(), &sum)) return std::nullopt;
  return Fixed48::from_bits(sum);
}

constexpr std::optional<Fixed48> minus(Fixed48 a, Fixed48 b) {
  Int128 difference{};
  if (__builtin_sub_overflow(a.bits(), b.bits(), &difference)) return std::nullopt;
  return Fixed48::from_bits(difference);
}

/// Through a product of 256 bits, cut toward zero.
constexpr std::optional<Fixed48> times(Fixed48 a, Fixed48 b) {
  constexpr int behind = Fixed48::fraction_bits;
  const auto [high, low] =
      detail::full_product(detail::magnitude(a.bits()), detail::magnitude(b.bits()));
  if ((high >> (behind - 1)) != 0) return std::nullopt;
  return detail::fixed48_of((high << (128 - behind)) | (low >> behind),
                            a.is_negative() != b.is_negative());
}

/// Cut toward zero; nothing by zero.
inline std::optional<Fixed48> over(Fixed48 a, Fixed48 b) {
  if (b.is_zero()) return std::nullopt;
  constexpr UInt128 behind = (UInt128{1} << Fixed48::fraction_bits) - 1;
  const bool negative = a.is_negative() != b.is_negative();
  const UInt128 top = detail::magnitude(a.bits()), bottom = detail::magnitude(b.bits());
  // By a whole number, such as a power of ten: no fraction has to be made.
  const UInt128 whole = bottom >> Fixed48::fraction_bits;
  if ((bottom & behind) == 0 && (whole >> 64) == 0)
    return detail::fixed48_of(detail::divided(top, static_cast<std::uint64_t>(whole)).quotient,
                              negative);
  const auto size = detail::divided_with_fraction(top, bottom);
  return size ? detail::fixed48_of(*size, negative) : std::nullopt;
}

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
