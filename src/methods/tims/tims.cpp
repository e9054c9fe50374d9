#include "methods/tims/tims.hpp"

#include <algorithm>
#include <utility>

#include "market/fx.hpp"
#include "methods/tims/border.hpp"
#include "methods/tims/caveats.hpp"
#include "methods/tims/deficiency.hpp"
#include "methods/tims/detail.hpp"
#include "methods/tims/overlay.hpp"
#include "methods/tims/strategy.hpp"

namespace plimsoll::tims {
namespace {

Result<void> admits(const Account& account, const Tims::Parameters& parameters) {
  if (account.base != usd)
    return fail(
        Reason::not_covered,
        "the amounts of these rules are in US dollars; state the account's currency as USD and "
        "give the rate of its own under market.currencies",
        account.id);
  if (account.kind == AccountKind::cash || account.kind == AccountKind::retirement)
    return fail(Reason::not_covered,
                "portfolio margin is for margin accounts; cash and retirement accounts cannot "
                "have it",
                account.id);
  if (account.kind == AccountKind::futures)
    return fail(Reason::not_covered,
                "portfolio margin is for securities accounts; futures accounts are margined by the "
                "method span",
                account.id);
  if (account.kind == AccountKind::cross_margin)
    return fail(Reason::not_covered,
                "an account in a lending pool is margined by the method cross_margin", account.id);
  if (!parameters.packs.base)
    return fail(Reason::not_covered,
                "portfolio margin stands on a parameter pack, and none was given", account.id);
  return {};
}

/// The account in its place in a valued market.
struct Looked {
  std::shared_ptr<const Valued> valued;
  Book book;
};

Result<Looked> looked_up(const Account& account, const MarketSnapshot& market,
                         const Tims::Parameters& parameters, const ValuedTerms& terms) {
  if (parameters.valued && parameters.valued->terms() == terms)
    if (auto book = placed(account, *parameters.valued))
      return Looked{parameters.valued, *std::move(book)};
  std::vector<const Instrument*> instruments;
  instruments.reserve(account.positions.size());
  for (const Position& position : account.positions) instruments.push_back(&position.instrument);
  auto valued = Valued::of(std::move(instruments), account.catalog, market, terms,
                           parameters.boundaries.get());
  auto book = placed(account, *valued);
  PLIMSOLL_CHECK(book.has_value());
  return Looked{std::move(valued), *std::move(book)};
}

/// Sums as they are added up.
template <Reading R>
struct Sums {
  Total<R> requirement, outside, equity;  // `outside`: what of the requirement no move is made of
  explicit Sums(Currency currency) : requirement{currency}, outside{currency}, equity{currency} {}
};

template <Reading R>
void add_group(Answer<R>& answer, Total<R>& requirement, Label name, std::vector<Leg> legs,
               R asked) {
  requirement.add(asked);
  const Money whole = money_of(asked);
  answer.groups.push_back({name, std::move(legs), asked, asked, zero(whole.currency), whole});
}

Leg leg_of(const HeldPosition& held, const Valued& valued) {
  return {valued.instruments()[held.instrument].id, held.position->quantity,
          held.position->holding};
}

template <Reading R>
std::vector<Told> told_of(const std::vector<Required<R>>& groups) {
  std::vector<Told> told;
  for (const Required<R>& one : groups)
    told.push_back({one.top, money_of(one.requirement), one.minimum});
  return told;
}

template <Reading R>
Money more_by_class(const std::vector<Required<R>>& groups, Currency currency) {
  Money sum = zero(currency);
  for (const Required<R>& one : groups) sum = sum + one.more_by_class;
  return sum;
}

template <Reading R>
void add_value(Total<R>& equity, Money value, const Position& position) {
  if (value.amount.is_zero()) return;
  R part = known<R>("market value", value);
  if constexpr (std::same_as<R, Amount>)
    part = about(to_text(position.instrument), std::move(part));
  equity.add(std::move(part));
}

template <Reading R>
void add_in_grid(const Book& book, const Valued& valued, const Netted& netted,
                 std::vector<Required<R>> groups, Answer<R>& answer, Sums<R>& sums) {
  for (Required<R>& one : groups) {
    const NettedTop& top = netted.tops[one.top];
    const NettedClass& first = netted.classes[netted.products[top.first].first];
    const NettedClass& last = netted.classes[netted.products[top.last - 1].last - 1];
    std::vector<Leg> legs;
    legs.reserve(last.last - first.first);
    for (std::size_t i = first.first; i < last.last; ++i)
      legs.push_back(leg_of(book.in_grid[i], valued));
    add_group(answer, sums.requirement, Label::of(name_of(top, netted, valued)), std::move(legs),
              std::move(one.requirement));
    for (std::size_t i = first.first; i < last.last; ++i)
      add_value(sums.equity, value_of(book.in_grid[i], valued), *book.in_grid[i].position);
  }
}

/// What stands outside of the grids: equity that is not marginable, and what is not eligible.
template <Reading R>
Result<void> add_outside(const Account& account, const MarketSnapshot& market, const Book& book,
                         const Valued& valued, const StrategyRules& rules, Answer<R>& answer,
                         Sums<R>& sums) {
  for (const HeldPosition& held : book.no_margin) {
    PLIMSOLL_TRY(asked, not_marginable<R>(held, valued));
    add_group(answer, sums.outside, "equity that is not marginable", {leg_of(held, valued)},
              std::move(asked));
    add_value(sums.equity, value_of(held, valued), *held.position);
  }
  if (book.by_strategy.empty()) return {};
  PLIMSOLL_TRY(strategy, by_strategy<R>(account, market, book.by_strategy, rules, answer));
  if (!strategy || strategy->legs.empty()) return {};
  add_group(answer, sums.outside, "not eligible, by the strategy rules", std::move(strategy->legs),
            std::move(strategy->requirement));
  sums.equity.add(std::move(strategy->value));
  return {};
}

/// Cash in the account's currency; false where it is unknown or has no rate.
template <Reading R>
bool add_cash(const Account& account, const MarketSnapshot& market, Total<R>& equity) {
  if (!account.cash) return false;
  for (const Money& cash : *account.cash) {
    const auto own = in_currency(cash, account.base, market);
    if (!own) return false;
    if (own->amount.is_zero()) continue;
    R part = known<R>("cash", *own);
    if constexpr (std::same_as<R, Amount>) part = about(cash.currency.code(), std::move(part));
    equity.add(std::move(part));
  }
  return true;
}

template <Reading R>
Answer<R> empty_answer(Currency currency) {
  const R none = known<R>("nothing held", zero(currency));
  return {.initial = none,
          .maintenance = none,
          .risk_initial = none,
          .risk_maintenance = none,
          .proceeds = none};
}

/// The equity, what is missing of it, and what is asked for then.
template <Reading R>
Result<void> add_equity(const Account& account, const MarketSnapshot& market, Date rules,
                        Sums<R> sums, Answer<R>& answer) {
  if (!add_cash(account, market, sums.equity)) {
    answer.caveats.push_back(
        {account.cash ? "cash is in a currency without a rate, so there is no equity and no excess"
                      : "cash is unknown, so there is no equity and no excess; give it under cash "
                        "in the account document"});
    return {};
  }
  R equity = std::move(sums.equity).named("net liquidation value");
  // The rest is owed by customers; of a firm this is a deduction from its net capital.
  const bool customer = account.role == Role::customer;
  answer.equity = customer ? under(equity_law, "equity", std::move(equity)) : std::move(equity);
  answer.net_liquidation = answer.equity;
  if (!answer.complete() || !customer) return {};
  const Standings standings{money_of(*answer.equity), money_of(answer.maintenance)};
  PLIMSOLL_TRY(calls, calls_on(account.as_of, standings, rules));
  for (Call& call : calls) {
    const bool of_equity = call.kind == Label{"minimum equity"};
    // A margin account is asked about, not kept, under these rules: it owes them no least equity.
    if (of_equity && account.kind != AccountKind::portfolio_margin)
      answer.caveats.push_back(
          {"an account needs 100,000 dollars of equity to be kept under "
           "portfolio margin, more where its firm does not watch it through "
           "the day; here " +
           to_text(call.amount) + " are missing"});
    else answer.calls.push_back(std::move(call));
  }
  return {};
}

template <Reading R>
Result<Answer<R>> evaluate(const Account& account, const MarketSnapshot& market,
                           const Tims::Parameters& parameters) {
  PLIMSOLL_TRY_VOID(admits(account, parameters));
  const Date rules = parameters.rules.value_or(account.as_of);
  PLIMSOLL_TRY_VOID(customer_minimum.at(rules));  // the first rule there is
  PLIMSOLL_TRY(looked,
               looked_up(account, market, parameters,
                         {account.as_of, rules, account.base, account.role, parameters.packs}));
  const Valued& valued = *looked.valued;
  const Book& book = looked.book;
  const Netted base = netted(book, valued, valued.grids().front());
  PLIMSOLL_TRY(groups, required<R>(book, valued, base));

  Answer<R> answer = empty_answer<R>(account.base);
  answer.rules = rules;
  answer.owners = {looked.valued, parameters.packs.base, parameters.packs.overlay};
  if (parameters.told == AnswerTold::whole) {
    PLIMSOLL_TRY(detail, detail_of(book, valued, base, told_of(groups)));
    answer.detail = std::move(detail);
    answer.caveats = caveats_of(book, valued, base, more_by_class(groups, account.base));
    if (rules != account.as_of)
      answer.caveats.push_back(
          {"read by the rulebook of " + to_text(rules) + ", not of " + to_text(account.as_of)});
  }
  answer.refused = book.refused;
  answer.not_covered = book.not_covered;
  Sums<R> sums{account.base};
  add_in_grid(book, valued, base, std::move(groups), answer, sums);
  PLIMSOLL_TRY_VOID(
      add_outside<R>(account, market, book, valued, parameters.strategy, answer, sums));
  R outside = std::move(sums.outside).named("outside of portfolio margin");
  if (!money_of(outside).amount.is_zero()) sums.requirement.add(outside);
  R requirement = std::move(sums.requirement).named("portfolio margin requirement");
  if (parameters.packs.overlay) {
    PLIMSOLL_TRY(raised, raised_by_overlay<R>(book, valued, parameters.told,
                                              {std::move(requirement), outside}, answer));
    requirement = std::move(raised);
  }
  answer.initial = answer.maintenance = answer.risk_initial = answer.risk_maintenance =
      std::move(requirement);
  PLIMSOLL_TRY_VOID(add_equity<R>(account, market, rules, std::move(sums), answer));
  return answer;
}

}  // namespace

Result<Answer<Money>> Tims::compute(const Account& account, const MarketSnapshot& market) const {
  return evaluate<Money>(account, market, parameters_);
}

Result<Answer<Amount>> Tims::explain(const Account& account, const MarketSnapshot& market) const {
  return evaluate<Amount>(account, market, parameters_);
}

}  // namespace plimsoll::tims
