#include "strategy/bond_duration.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "market/zero_rate.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double year_days = 365;
constexpr double repaid = 100;
/// Below it a rate's closed forms lose their digits, and its limits stand for them.
constexpr double flat_rate = 1e-6;

/// What one a year, paid evenly, is worth, and the same with each payment times its time.
struct Annuity {
  double worth = 0, weighted = 0;
};

Annuity annuity_of(double years, double rate) {
  if (std::abs(rate) < flat_rate) return {years, years * years / 2};
  const double discount = std::exp(-rate * years);
  return {(1 - discount) / rate, (1 - discount * (1 + rate * years)) / (rate * rate)};
}

void find(BondDuration& row, const Bond& bond, const Book& book) {
  if (bond.kind == BondKind::convertible) {
    row.missing = "it moves with the stock it turns into";
    return;
  }
  if (!bond.maturity) {
    row.missing = "its maturity is not known; give it under instruments";
    return;
  }
  const auto days = (*bond.maturity - book.account.as_of).count();
  if (days <= 0) {
    row.missing = "it has matured";
    return;
  }
  row.years = static_cast<double>(days) / year_days;
  if (!bond.zero_coupon && bond.kind != BondKind::treasury) {
    row.missing = "its coupon is not known";
    return;
  }
  const auto price = book.market.price(bond.id);
  if (!price || *price <= Decimal{}) {
    row.missing = "it has no price above zero";
    return;
  }
  if (bond.zero_coupon) {
    row.modified = zero_coupon_duration(to_double(*price), *row.years);
    return;
  }
  const auto rate = zero_rate(book.market, static_cast<int>(days));
  if (!rate) {
    row.missing = "its coupon is not known, nor the market's rate: " + rate.error().what;
    return;
  }
  row.from = DurationFrom::market_rate;
  row.modified = coupon_duration(to_double(*price), *row.years, *rate);
}

}  // namespace

std::string_view name_of(DurationFrom from) {
  return from == DurationFrom::price ? "price" : "market_rate";
}

double zero_coupon_duration(double price, double years) {
  return years / std::pow(repaid / price, 1 / years);
}

double coupon_duration(double price, double years, double rate) {
  const double principal = repaid * std::exp(-rate * years);
  const Annuity even = annuity_of(years, rate);
  // Cheaper than its principal alone: then no coupon explains the price, and none is assumed.
  const double coupon = std::max((price - principal) / even.worth, 0.0);
  const double duration =
      (principal * years + coupon * even.weighted) / (principal + coupon * even.worth);
  return duration / std::exp(rate);
}

std::vector<BondDuration> bond_durations(const Book& book, const std::vector<Held>& held) {
  std::vector<BondDuration> rows;
  for (const Held& one : held) {
    const Position& position = book.account.positions[one.position];
    const auto* bond = std::get_if<Bond>(&position.instrument);
    if (bond == nullptr) continue;
    BondDuration row{.id = one.id, .value = one.value, .maturity = bond->maturity};
    find(row, *bond, book);
    if (row.modified)
      row.per_basis_point =
          Money{multiply(one.value.amount, decimal_of(*row.modified * 0.0001), Round::half_even),
                one.value.currency};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace plimsoll::strategy
