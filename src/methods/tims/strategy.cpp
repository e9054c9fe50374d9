#include "methods/tims/strategy.hpp"

#include <algorithm>
#include <utility>

#include "methods/tims/laws.hpp"

namespace plimsoll::tims {
namespace {

Account account_of(const Account& whole, const std::vector<const Position*>& positions) {
  Account part;
  part.id = whole.id;
  part.as_of = whole.as_of;
  part.kind = AccountKind::margin;
  part.base = whole.base;
  part.cash = std::vector<Money>{};
  for (const Position* position : positions) part.positions.push_back(*position);
  part.catalog = whole.catalog;
  part.profiles = whole.profiles;
  return part;
}

Result<Answer<Money>> asked(const StrategyRules& rules, const Account& account,
                            const MarketSnapshot& market, const Money*) {
  return rules.compute(account, market);
}
Result<Answer<Amount>> asked(const StrategyRules& rules, const Account& account,
                             const MarketSnapshot& market, const Amount*) {
  return rules.explain(account, market);
}

/// What stands in some group: of all that was not refused.
template <Reading R>
std::vector<Leg> legs_of(const Answer<R>& answer) {
  std::vector<Leg> legs;
  for (const Group<R>& group : answer.groups)
    legs.insert(legs.end(), group.legs.begin(), group.legs.end());
  std::ranges::sort(legs, {}, [](const Leg& leg) { return std::pair{leg.id, leg.holding}; });
  return legs;
}

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
  for (T& one : more) to.push_back(std::move(one));
}

}  // namespace

template <Reading R>
Result<std::optional<ByStrategy<R>>> by_strategy(const Account& account,
                                                 const MarketSnapshot& market,
                                                 const std::vector<const Position*>& positions,
                                                 const StrategyRules& rules, Answer<R>& answer) {
  if (!rules.compute || !rules.explain) {
    for (const Position* position : positions)
      answer.not_covered.push_back({std::string{id_of(position->instrument).view()},
                                    "it is not eligible for portfolio margin, and no strategy "
                                    "rules were given to margin it by"});
    return std::optional<ByStrategy<R>>{};
  }
  PLIMSOLL_TRY(
      part, asked(rules, account_of(account, positions), market, static_cast<const R*>(nullptr)));
  std::vector<Leg> legs = legs_of(part);
  append(answer.refused, std::move(part.refused));
  append(answer.not_covered, std::move(part.not_covered));
  append(answer.not_applied, std::move(part.not_applied));
  append(answer.caveats, std::move(part.caveats));
  append(answer.owners, std::move(part.owners));
  PLIMSOLL_CHECK(part.equity && part.net_liquidation);
  const Money uncounted = money_of(*part.net_liquidation) - money_of(*part.equity);
  // Where both are one sum, the one that shows how it was reached.
  const bool same = money_of(part.risk_maintenance) == money_of(part.maintenance);
  R requirement = std::move(same ? part.maintenance : part.risk_maintenance);
  if (!uncounted.amount.is_zero())
    requirement = plus(std::move(requirement),
                       known<R>("value that the strategy rules' equity does not count", uncounted));
  return std::optional{ByStrategy<R>{
      under(strategy_law, "not eligible for portfolio margin", std::move(requirement)),
      std::move(*part.net_liquidation), std::move(legs)}};
}
template Result<std::optional<ByStrategy<Money>>> by_strategy<Money>(
    const Account&, const MarketSnapshot&, const std::vector<const Position*>&,
    const StrategyRules&, Answer<Money>&);
template Result<std::optional<ByStrategy<Amount>>> by_strategy<Amount>(
    const Account&, const MarketSnapshot&, const std::vector<const Position*>&,
    const StrategyRules&, Answer<Amount>&);

}  // namespace plimsoll::tims
