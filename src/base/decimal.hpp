#pragma once
// Exact decimal numbers. Every amount of money in this project is one of these; `double` appears
// only inside models and is rounded, in a stated direction, before it leaves them.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/wide.hpp"

namespace plimsoll {

/// A number with nine decimal places and about 29 digits before them. Overflow is a bug in the
/// caller's bounds, not a runtime condition: it stops the program. What files and requests bring is
/// bounded before it gets here (model/limits.hpp).
class Decimal {
 public:
  static constexpr int places = 9;
  static constexpr std::int64_t scale = 1'000'000'000;

  constexpr Decimal() = default;
  constexpr explicit Decimal(std::int64_t whole) : nano_{static_cast<Int128>(whole) * scale} {}
  static constexpr Decimal from_nano(Int128 nano) {
    Decimal d;
    d.nano_ = nano;
    return d;
  }

  constexpr Int128 nano() const { return nano_; }
  constexpr bool is_negative() const { return nano_ < 0; }
  constexpr bool is_zero() const { return nano_ == 0; }
  constexpr auto operator<=>(const Decimal&) const = default;

  constexpr Decimal operator-() const { return from_nano(-nano_); }
  friend constexpr Decimal operator+(Decimal a, Decimal b) {
    Int128 sum{};
    PLIMSOLL_CHECK(!__builtin_add_overflow(a.nano_, b.nano_, &sum));
    return from_nano(sum);
  }
  friend constexpr Decimal operator-(Decimal a, Decimal b) {
    Int128 difference{};
    PLIMSOLL_CHECK(!__builtin_sub_overflow(a.nano_, b.nano_, &difference));
    return from_nano(difference);
  }
  constexpr Decimal& operator+=(Decimal other) { return *this = *this + other; }
  constexpr Decimal& operator-=(Decimal other) { return *this = *this - other; }

 private:
  Int128 nano_ = 0;
};

constexpr Decimal abs(Decimal value) { return value.is_negative() ? -value : value; }
constexpr Decimal multiply(Decimal a, Decimal b, Round round) {
  return Decimal::from_nano(multiply_divide(a.nano(), b.nano(), Decimal::scale, round));
}

/// a / b. `b` is not zero and below about 18 billion in size.
Decimal divide(Decimal a, Decimal b, Round round);

/// Reads "12", "-7.5", ".125", "1e-3". A digit past the ninth place, or a size of 10^20 and above,
/// is refused: nothing is cut off. Never accepts "nan", "inf", thousands separators or blanks.
Result<Decimal> parse_decimal(std::string_view text);

/// The same for a number of `places` decimals, as that many-fold integer: parse_scaled("1.5", 18)
/// is 15 * 10^17.
Result<Int128> parse_scaled(std::string_view text, int places);

/// At least `places_min` decimals, and as many more as the value has: "7370.25", "4110.00",
/// "0.005".
std::string to_text(Decimal value, int places_min);

/// Exactly `places` decimals, rounded as told.
std::string to_text_rounded(Decimal value, int places, Round round);

/// A scaled integer as text, shortest exact form: scaled_to_text(15 * 10^17, 18, 0) is "1.5".
std::string scaled_to_text(Int128 value, int places, int places_min);

double to_double(Decimal value);
/// The nearest of nine places to what a model gave, half to even. Finite and below 10^20 in size.
Decimal decimal_of(double value);

namespace detail {
/// Reads "12", "-7.5", "9'500". Used by the literals, so a bad digit fails the build.
constexpr Decimal parse_literal(const char* text) {
  Int128 nano = 0;
  Int128 unit = Decimal::scale;
  bool fraction = false;
  for (; *text != '\0'; ++text) {
    if (*text == '\'') continue;
    if (*text == '.') {
      fraction = true;
      continue;
    }
    PLIMSOLL_CHECK(*text >= '0' && *text <= '9');
    if (!fraction) {
      nano = nano * 10 + (*text - '0') * static_cast<Int128>(Decimal::scale);
      continue;
    }
    unit /= 10;
    PLIMSOLL_CHECK(unit != 0);
    nano += (*text - '0') * unit;
  }
  return Decimal::from_nano(nano);
}
}  // namespace detail

inline namespace literals {
consteval Decimal operator""_d(const char* text) { return detail::parse_literal(text); }
}  // namespace literals

}  // namespace plimsoll
