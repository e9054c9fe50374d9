#include "methods/cross_margin/cross_margin.hpp"

#include <algorithm>
#include <utility>

#include "methods/cross_margin/detail.hpp"
#include "methods/cross_margin/rates.hpp"
#include "methods/cross_margin/reckoning.hpp"

namespace plimsoll::cross_margin {
namespace {

Result<void> admits(const Account& account, const CrossMargin::Parameters& parameters) {
  if (account.kind != AccountKind::cross_margin)
    return fail(Reason::not_covered,
                "cross-margin is of accounts in a lending pool; write \"kind\": \"cross_margin\"",
                account.id);
  if (!parameters.pool)
    return fail(Reason::not_covered,
                "cross-margin stands on a pool document, and none was given: name it with --pool",
                account.id);
  return {};
}

/// From the first day on which the protocol's own numbers are known.
Result<void> known_on(Date rules, PoolProtocol protocol) {
  switch (protocol) {
    case PoolProtocol::marginfi:
      PLIMSOLL_TRY_VOID(confidence_most.at(rules));
      return {};
    case PoolProtocol::aave_v3:
      PLIMSOLL_TRY_VOID(aave_close_factor.at(rules));
      return {};
  }
  return {};
}

template <Reading R>
std::vector<Group<R>> groups_of(const Account& account, const R& initial, const R& maintenance) {
  std::vector<Leg> legs;
  legs.reserve(account.positions.size());
  for (const Position& position : account.positions)
    legs.push_back({id_of(position.instrument), position.quantity, position.holding});
  if (legs.empty()) return {};
  // As the state stands: the order of positions says nothing.
  std::ranges::sort(legs, [](const Leg& a, const Leg& b) { return a.id < b.id; });
  std::vector<Group<R>> groups;
  groups.push_back(
      {"one pool", std::move(legs), initial, maintenance, zero(account.base), money_of(initial)});
  return groups;
}

std::vector<Caveat> caveats_of(const Account& account) {
  if (account.base == usd) return {};
  return {{"the pool names no currency: its prices are taken to be in " +
           std::string{account.base.code()} +
           ", the account's, and thresholds of the protocol in "
           "dollars to be as many"}};
}

template <Reading R>
Result<Answer<R>> evaluate(const Account& account, const CrossMargin::Parameters& parameters) {
  PLIMSOLL_TRY_VOID(admits(account, parameters));
  const Date rules = parameters.rules.value_or(account.as_of);
  PLIMSOLL_TRY_VOID(known_on(rules, parameters.pool->protocol));
  const Loaded<State> state = state_of(account, *parameters.pool);
  PLIMSOLL_TRY(healths, healths_of(state.value, rules));
  Reckoned<R> sums = reckoned<R>(healths, parameters.pool->protocol, account.base);
  Answer<R> answer{.initial = sums.initial,
                   .maintenance = sums.maintenance,
                   .risk_initial = sums.initial,
                   .risk_maintenance = sums.maintenance,
                   .proceeds = known<R>("nothing", zero(account.base))};
  answer.equity = answer.net_liquidation = std::move(sums.equity);
  answer.groups = groups_of<R>(account, sums.initial, sums.maintenance);
  answer.rules = rules;
  answer.refused = state.refused;
  answer.owners = {parameters.pool};
  if (parameters.told == AnswerTold::sums) return answer;
  answer.detail = detail_of(state, healths, rules);
  answer.caveats = caveats_of(account);
  return answer;
}

}  // namespace

Result<Answer<Money>> CrossMargin::compute(const Account& account, const MarketSnapshot&) const {
  return evaluate<Money>(account, parameters_);
}

Result<Answer<Amount>> CrossMargin::explain(const Account& account, const MarketSnapshot&) const {
  return evaluate<Amount>(account, parameters_);
}

}  // namespace plimsoll::cross_margin
