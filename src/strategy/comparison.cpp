#include "strategy/comparison.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "strategy/buffer.hpp"

namespace plimsoll::strategy {
namespace {

/// Marks those whose `key` is the least, unless all are equal; brokers without a key are no match.
template <class Key, class Mark>
void mark_least(std::vector<Broker>& brokers, const Key& key, const Mark& marked) {
  using Value = typename std::invoke_result_t<Key, const Broker&>::value_type;
  std::vector<Value> keys;
  for (const Broker& one : brokers)
    if (const auto value = key(one)) keys.push_back(*value);
  if (keys.empty()) return;
  const auto [least, most] =
      std::ranges::minmax(keys, [](const Value& a, const Value& b) { return a < b; });
  if (!(least < most)) return;
  for (Broker& one : brokers)
    if (const auto value = key(one); value && *value == least) one.*marked = true;
}

std::optional<Money> charged(const Broker& broker) {
  if (!broker.cost_a_year || broker.cost_a_year->amount.is_zero()) return std::nullopt;
  return broker.cost_a_year;
}

/// Minus the decline: no decline brings a call is the longest.
std::optional<double> nearness(const Broker& broker) {
  if (broker.house.empty() || !broker.standing) return std::nullopt;
  const MethodStanding& at = *broker.standing;
  if (!at.market || at.called()) return std::nullopt;
  return -at.decline().value_or(std::numeric_limits<double>::infinity());
}

}  // namespace

std::optional<Money> MethodStanding::excess() const {
  return equity ? std::optional{*equity - requirement} : std::nullopt;
}

bool MethodStanding::called() const {
  const auto left = excess();
  return left && left->amount.is_negative();
}

std::optional<double> MethodStanding::multiple() const {
  if (!equity) return std::nullopt;
  return multiple_of({.equity = *equity, .requirement = requirement, .initial = requirement});
}

std::optional<double> MethodStanding::decline() const {
  if (called() || !market || !market->down) return std::nullopt;
  return -market->down->move;
}

std::optional<double> MethodStanding::rise() const {
  if (called() || !market || !market->up) return std::nullopt;
  return market->up->move;
}

MethodStanding standing_of(const AnyAnswer& answer) {
  return std::visit(
      [](const auto& one) {
        return MethodStanding{.requirement = money_of(one.risk_maintenance),
                              .equity = money_of(one.equity),
                              .lower_bound = !one.not_applied.empty()};
      },
      answer);
}

void look_ahead(MethodStanding& standing, const Book& book, const DistancePolicy& policy) {
  auto market = market_alone(book, policy);
  if (market) standing.market = *std::move(market);
  else standing.no_market = std::move(market).error();
}

std::optional<Money> PortfolioMargin::equity_missing() const {
  if (!equity || !equity_least) return std::nullopt;
  return std::max(*equity_least - *equity, zero(equity->currency));
}

PortfolioMargin portfolio_margin(const MethodStanding& strategy, const MethodStanding& portfolio,
                                 std::optional<Money> equity_least) {
  PortfolioMargin made{.strategy = strategy.requirement,
                       .portfolio = portfolio.requirement,
                       .requirement_less = strategy.requirement - portfolio.requirement,
                       .equity = portfolio.equity,
                       .equity_least = equity_least};
  const auto before = strategy.excess(), after = portfolio.excess();
  if (before && after) made.frees = *after - *before;
  return made;
}

Comparison comparison_of(MarginReport report) {
  Comparison made{.margin = std::move(report)};
  for (const MethodResult& result : made.margin.results)
    made.standings.push_back(standing_of(result.answer));
  return made;
}

void mark(std::vector<Broker>& brokers) {
  mark_least(brokers, charged, &Broker::cheapest);
  mark_least(brokers, nearness, &Broker::farthest);
}

}  // namespace plimsoll::strategy
