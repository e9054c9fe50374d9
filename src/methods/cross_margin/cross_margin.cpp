#include "methods/cross_margin/cross_margin.hpp"

#include <algorithm>
#include <utility>

#include "methods/cross_margin/detail.hpp"
#include "methods/cross_margin/rates.hpp"

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

std::string subject_of(const ValuedBalance& one) {
  std::string text = plimsoll::to_text(tokens_of(one.balance.amount, *one.balance.bank)) + " " +
                     std::string{one.balance.bank->name.view()};
  switch (one.counted) {
    case Counted::by_bank:
      return text;
    case Counted::by_emode:
      return text + ", at the weight of e-mode";
    case Counted::over_limit:
      return text + ", less where the bank is over its limit";
    case Counted::isolated:
      return text + ", of the isolated tier";
    case Counted::reduce_only:
      return text + ", of a bank that only shrinks";
    case Counted::stale:
      return text + ", without a price in time";
  }
  return text;
}

/// The three healths of an account, as money that explains itself.
template <Reading R>
class Reckoning {
 public:
  Reckoning(const State& state, Currency currency, Date rules)
      : state_{state}, currency_{currency}, rules_{rules} {}

  Result<void> run() {
    PLIMSOLL_TRY(terms, health_terms(state_, rules_));
    for (const Requirement requirement :
         {Requirement::initial, Requirement::maintenance, Requirement::equity}) {
      PLIMSOLL_TRY(health, health_of(state_, requirement, terms));
      healths_[static_cast<std::size_t>(requirement)] = std::move(health);
    }
    return {};
  }

  const Health& of(Requirement requirement) const {
    return healths_[static_cast<std::size_t>(requirement)];
  }

  R equity() const { return under(health_law, "equity", between(Requirement::equity)); }

  /// What equity has to be above: equity less health.
  R required(Requirement requirement) const {
    R health = under(
        health_law,
        requirement == Requirement::initial ? Label{"initial health"} : Label{"maintenance health"},
        between(requirement));
    return under(health_law, "equity less health", reduced_by(equity(), std::move(health)));
  }

 private:
  Money money(Fixed48 value) const { return {to_decimal(value), currency_}; }

  R between(Requirement requirement) const {
    const Health& health = of(requirement);
    // Plain, the parts cancel out: what they add up to is rounded to the health itself.
    if constexpr (std::same_as<R, Money>) return money(health.health());
    R assets = side(health, Side::asset, health.assets, "weighted assets");
    R liabilities = side(health, Side::liability, health.liabilities, "weighted liabilities");
    return rounded_to(money(health.health()),
                      reduced_by(std::move(assets), std::move(liabilities)));
  }

  /// The chain's numbers have more places than money: what is cut off them is a part of its own.
  R rounded_to(Money shown, R exact) const {
    const Money difference = shown - money_of(exact);
    if (difference.amount.is_zero()) return exact;
    return plus(std::move(exact), known<R>("beyond nine places", difference));
  }

  R side(const Health& health, Side wanted, Fixed48 sum, Label name) const {
    Total<R> total{currency_};
    for (const ValuedBalance& one : health.balances) {
      if (one.balance.side != wanted) continue;
      R part = known<R>("amount x weight x price", money(one.value));
      if constexpr (std::same_as<R, Amount>)
        part = about(subject_of(one), under(price_law, "at its biased price", std::move(part)));
      total.add(std::move(part));
    }
    return rounded_to(money(sum), std::move(total).named(name));
  }

  const State& state_;
  Currency currency_;
  Date rules_;
  std::array<Health, 3> healths_;
};

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

template <Reading R>
Result<Answer<R>> evaluate(const Account& account, const CrossMargin::Parameters& parameters) {
  PLIMSOLL_TRY_VOID(admits(account, parameters));
  const Date rules = parameters.rules.value_or(account.as_of);
  PLIMSOLL_TRY_VOID(confidence_most.at(rules));
  const Loaded<State> state = state_of(account, *parameters.pool);
  Reckoning<R> reckoning{state.value, account.base, rules};
  PLIMSOLL_TRY_VOID(reckoning.run());
  const R none = known<R>("nothing", zero(account.base));
  R initial = reckoning.required(Requirement::initial);
  R maintenance = reckoning.required(Requirement::maintenance);
  Answer<R> answer{.initial = initial,
                   .maintenance = maintenance,
                   .risk_initial = initial,
                   .risk_maintenance = maintenance,
                   .proceeds = none};
  answer.equity = answer.net_liquidation = reckoning.equity();
  answer.groups = groups_of<R>(account, initial, maintenance);
  answer.rules = rules;
  answer.refused = state.refused;
  answer.owners = {parameters.pool};
  if (parameters.told == AnswerTold::sums) return answer;
  answer.detail =
      detail_of(reckoning.of(Requirement::initial), reckoning.of(Requirement::maintenance),
                reckoning.of(Requirement::equity));
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
