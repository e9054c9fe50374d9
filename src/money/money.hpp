#pragma once
// Money, prices, quantities and percentages. Only the products that mean something compile.

#include <string>

#include "base/decimal.hpp"
#include "money/currency.hpp"

namespace plimsoll {

/// A fraction: 25 % is 0.25.
struct Percent {
  Decimal fraction;
  constexpr auto operator<=>(const Percent&) const = default;
};

/// Signed units held, to 18 places: a short position is below zero.
struct Quantity {
  static constexpr int places = 18;
  static constexpr std::int64_t scale = 1'000'000'000'000'000'000;
  Int128 atto = 0;

  static constexpr Quantity of(std::int64_t whole) { return {static_cast<Int128>(whole) * scale}; }
  /// Exact: a Decimal has fewer places.
  static constexpr Quantity of(Decimal units) { return {units.nano() * (scale / Decimal::scale)}; }
  constexpr bool is_negative() const { return atto < 0; }
  constexpr bool is_zero() const { return atto == 0; }
  constexpr bool is_whole() const { return atto % scale == 0; }
  /// To nine places, toward zero: what is beyond them is not counted twice anywhere, only left
  /// over.
  constexpr Decimal units() const { return Decimal::from_nano(atto / (scale / Decimal::scale)); }
  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity operator-() const { return {-atto}; }
};
constexpr Quantity operator+(Quantity a, Quantity b) {
  Int128 sum{};
  PLIMSOLL_CHECK(!__builtin_add_overflow(a.atto, b.atto, &sum));
  return {sum};
}
constexpr Quantity operator-(Quantity a, Quantity b) { return a + (-b); }
constexpr Quantity abs(Quantity quantity) { return quantity.is_negative() ? -quantity : quantity; }

/// What one unit costs.
struct Price {
  Decimal per_unit;
  Currency currency;
  constexpr bool operator==(const Price&) const = default;
};

struct Money {
  Decimal amount;
  Currency currency;
  constexpr bool operator==(const Money&) const = default;
};

constexpr Money zero(Currency currency) { return {Decimal{}, currency}; }

/// Adding dollars to euros is our bug, not an input error: convert first, with market/fx.hpp.
constexpr Money operator+(Money a, Money b) {
  PLIMSOLL_CHECK(a.currency == b.currency);
  return {a.amount + b.amount, a.currency};
}
constexpr Money operator-(Money a, Money b) {
  PLIMSOLL_CHECK(a.currency == b.currency);
  return {a.amount - b.amount, a.currency};
}
constexpr Money operator-(Money a) { return {-a.amount, a.currency}; }
constexpr bool operator<(Money a, Money b) {
  PLIMSOLL_CHECK(a.currency == b.currency);
  return a.amount < b.amount;
}

/// Requirements round away from zero: a customer is never under-margined by a rounding.
constexpr Money operator*(Percent percent, Money base) {
  return {multiply(percent.fraction, base.amount, Round::away_from_zero), base.currency};
}
constexpr Money operator*(Price price, Quantity quantity) {
  const Int128 nano =
      multiply_divide(price.per_unit.nano(), quantity.atto, Quantity::scale, Round::half_even);
  return {Decimal::from_nano(nano), price.currency};
}

/// Two prices have a difference, but no sum.
struct PriceMove {
  Decimal per_unit;
  Currency currency;
};
constexpr PriceMove operator-(Price a, Price b) {
  PLIMSOLL_CHECK(a.currency == b.currency);
  return {a.per_unit - b.per_unit, a.currency};
}
constexpr Money operator*(PriceMove move, Quantity quantity) {
  return Price{move.per_unit, move.currency} * quantity;
}

inline namespace literals {
consteval Percent operator""_pct(const char* text) {
  return {Decimal::from_nano(divide(detail::parse_literal(text).nano(), 100, Round::half_even))};
}
consteval Price operator""_usd_each(const char* text) { return {detail::parse_literal(text), usd}; }
consteval Money operator""_usd(const char* text) { return {detail::parse_literal(text), usd}; }
}  // namespace literals

std::string to_text(Money money);        // "1900.00 USD"
std::string to_text(Percent percent);    // "20%", "37.5%"
std::string to_text(Quantity quantity);  // "100", "-0.5": shortest exact form

/// Reads up to 18 decimal places.
Result<Quantity> parse_quantity(std::string_view text);

}  // namespace plimsoll
