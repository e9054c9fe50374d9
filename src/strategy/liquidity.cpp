#include "strategy/liquidity.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plimsoll::strategy {
namespace {

/// Redeemed by whoever issued it, or sold to anybody: no volume limits it.
bool is_cash_like(const Instrument& instrument) {
  if (std::holds_alternative<Fund>(instrument)) return true;
  const auto* bond = std::get_if<Bond>(&instrument);
  return bond && bond->kind == BondKind::treasury;
}

struct Sold {
  double units = 0;
  Money gross;
};

/// The days after which the gross value sold reaches the part: each is sold evenly over its days.
double days_until(double part, const std::vector<LiquidityDays>& all) {
  double total = 0;
  for (const LiquidityDays& one : all) total += to_double(one.gross.amount);
  const auto sold_by = [&](double days) {
    double sold = 0;
    for (const LiquidityDays& one : all)
      sold += to_double(one.gross.amount) * (one.days > days ? days / one.days : 1.0);
    return sold;
  };
  std::vector<double> ends{0};
  for (const LiquidityDays& one : all) ends.push_back(one.days);
  std::ranges::sort(ends);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double before = sold_by(ends[i - 1]), after = sold_by(ends[i]);
    if (after < part * total || after <= before) continue;
    const double inside = std::max((part * total - before) / (after - before), 0.0);
    return ends[i - 1] + (ends[i] - ends[i - 1]) * inside;
  }
  return ends.back();
}

}  // namespace

void add_liquidity(Concentration& made, const std::vector<Held>& held, const Book& book,
                   const Policy& policy) {
  std::map<InstrumentId, Sold> sold;
  std::set<InstrumentId> missing;
  std::vector<LiquidityDays> at_once;
  for (const Held& one : held) {
    const Position& position = book.account.positions[one.position];
    const Money gross = one.value.amount.is_negative() ? -one.value : one.value;
    if (is_cash_like(position.instrument)) {
      at_once.push_back({.id = one.id, .gross = gross, .room = zero(gross.currency)});
      continue;
    }
    const Quote* quote = book.market.find(one.id);
    if (quote == nullptr || !quote->adv || !(*quote->adv > 0)) {
      missing.insert(one.id);
      continue;
    }
    Sold& sum = sold.try_emplace(one.id, Sold{0, zero(gross.currency)}).first->second;
    sum.units += to_double(abs(position.quantity).units());
    sum.gross = sum.gross + gross;
  }
  const double limit = policy.size.liquidity_days_most;
  for (const auto& [id, sum] : sold) {
    const double days = sum.units / (made.participation * *book.market.find(id)->adv);
    const double over = days > 0 ? to_double(sum.gross.amount) * (limit / days - 1) : 0;
    made.liquidity.push_back({.id = id,
                              .gross = sum.gross,
                              .days = days,
                              .state = days > limit ? LimitState::breach : LimitState::within,
                              .room = {decimal_of(over), sum.gross.currency}});
  }
  std::ranges::stable_sort(made.liquidity, [](const LiquidityDays& a, const LiquidityDays& b) {
    return b.days < a.days;
  });
  if (missing.empty() && !held.empty()) {
    std::vector<LiquidityDays> all = made.liquidity;
    all.insert(all.end(), at_once.begin(), at_once.end());
    made.days_for_most = days_until(most_of_book, all);
  }
  if (missing.empty()) return;
  std::string names;
  for (const InstrumentId& id : missing)
    names += (names.empty() ? "" : ", ") + std::string{id.view()};
  made.not_applied.push_back(
      {"days to sell " + names,
       "adv of " + names + ", the average daily volume, under market.quotes"});
}

}  // namespace plimsoll::strategy
