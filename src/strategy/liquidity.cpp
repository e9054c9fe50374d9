#include "strategy/liquidity.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "strategy/within_reach.hpp"

namespace plimsoll::strategy {
namespace {

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

bool sells_at_once(const Instrument& instrument) {
  if (std::holds_alternative<Fund>(instrument)) return true;
  const auto* bond = std::get_if<Bond>(&instrument);
  return bond && bond->kind == BondKind::treasury;
}

std::optional<double> days_to_sell(double units, const Quote* quote, double participation) {
  if (quote == nullptr || !quote->adv || !(*quote->adv > 0)) return std::nullopt;
  return units / (participation * *quote->adv);
}

void add_liquidity(Concentration& made, const std::vector<Held>& held, const Book& book,
                   const Policy& policy) {
  std::map<InstrumentId, Sold> sold;
  std::set<InstrumentId> missing;
  std::vector<LiquidityDays> at_once;
  for (const Held& one : held) {
    const Position& position = book.account.positions[one.position];
    if (one.exposure.amount.is_negative() && is_lending(book.account.kind)) continue;
    const Money gross = one.exposure.amount.is_negative() ? -one.exposure : one.exposure;
    if (sells_at_once(position.instrument)) {
      at_once.push_back({.id = one.id, .gross = gross, .room = zero(gross.currency)});
      continue;
    }
    if (!days_to_sell(0, book.market.find(one.id), made.participation)) {
      missing.insert(one.id);
      continue;
    }
    Sold& sum = sold.try_emplace(one.id, Sold{0, zero(gross.currency)}).first->second;
    sum.units += to_double(abs(position.quantity).units());
    sum.gross = sum.gross + gross;
  }
  const double limit = policy.size.liquidity_days_most;
  for (const auto& [id, sum] : sold) {
    const double days = *days_to_sell(sum.units, book.market.find(id), made.participation);
    const auto over = within_reach(days > 0 ? to_double(sum.gross.amount) * (limit / days - 1) : 0);
    made.liquidity.push_back(
        {.id = id,
         .gross = sum.gross,
         .days = days,
         .state = days > limit ? LimitState::breach : LimitState::within,
         .room = over ? std::optional{Money{*over, sum.gross.currency}} : std::nullopt});
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
