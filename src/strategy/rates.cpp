#include "strategy/rates.hpp"

#include <algorithm>
#include <array>

#include "market/fx.hpp"
#include "strategy/debit.hpp"
#include "strategy/financed.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::array<std::string_view, 2> charged_by{"schedule", "agreed_rate"};
constexpr std::array<std::string_view, 3> scenario_kinds{"unchanged", "parallel", "path"};
constexpr std::array<std::string_view, 2> pay_down_to{"lower_tier", "tenth_less"};
constexpr int months_a_year = 12;
constexpr Decimal cent = 0.01_d;
constexpr double moderate_fall = -0.20;

/// The schedule an account names, on its own terms; nothing where it names none.
Result<std::optional<RateSchedule>> named(const RatesTerms& terms, Date day) {
  if (!terms.financing.schedule) return std::optional<RateSchedule>{};
  PLIMSOLL_TRY(schedule, terms.schedules.find(*terms.financing.schedule, day));
  return std::optional{std::move(schedule)};
}

struct Owed {
  Money debit = {};
  std::vector<Money> others = {};
};

/// One debit to be answered for, and those beside it. Zero where none is owed.
Result<Owed> owed_in(const Book& book, const RatesTerms& terms) {
  PLIMSOLL_TRY(debits, debits_of(book, {}));
  if (book.pool) return Owed{.debit = debits.debit, .others = {}};
  const auto schedule = named(terms, book.account.as_of);
  std::vector<Money> all;
  for (const CurrencyDebit& one : debits.currencies)
    if (!one.debit.amount.is_zero()) all.push_back(one.debit);
  if (all.empty()) return Owed{.debit = zero(book.account.base), .others = {}};
  const auto in = [&](Currency currency) {
    return std::ranges::find(all, currency, &Money::currency);
  };
  auto chosen = all.end();
  if (schedule && *schedule) chosen = in((*schedule)->currency);
  if (chosen == all.end()) chosen = in(book.account.base);
  if (chosen == all.end()) chosen = all.begin();
  Owed owed{.debit = *chosen, .others = {}};
  all.erase(chosen);
  owed.others = std::move(all);
  return owed;
}

Result<DebitCost> cost_of(const RatesTerms& terms, const Financed& charged, Money debit, Date day) {
  DebitCost cost{.schedule = charged.schedule,
                 .by = terms.financing.rate ? ChargedBy::agreed_rate : ChargedBy::schedule,
                 .base = charged.base};
  PLIMSOLL_TRY(today, interest(charged.schedule, charged.base, debit));
  cost.interest = today;
  cost.a_month = {
      Decimal::from_nano(divide(today.a_year.amount.nano(), months_a_year, Round::away_from_zero)),
      debit.currency};
  cost.yearly_rate = yearly_rate(today.a_year, debit);
  PLIMSOLL_TRY(held, held_cost_per_basis_point(charged.schedule, charged.base, debit));
  cost.per_basis_point = held;
  const auto both = cost_per_basis_point(charged.schedule, charged.base, debit, day);
  if (both) cost.per_basis_point_accrued = both->accrued;
  else cost.no_accrued = both.error().what;
  return cost;
}

Result<CheckedRate> checked(const RatesTerms& terms, const Financed& charged, Money debit,
                            Date day) {
  const Financing& said = terms.financing;
  CheckedRate made;
  std::vector<RateSchedule> elsewhere = terms.schedules.in_force(day);
  std::erase_if(elsewhere,
                [&](const RateSchedule& one) { return one.about.name == said.schedule; });
  made.others = rates_elsewhere(elsewhere, said, debit);
  std::ranges::sort(made.others);
  PLIMSOLL_TRY(schedule, named(terms, day));
  const RateSchedule& table = schedule ? *schedule : charged.schedule;
  Decimal base = charged.base;
  if (schedule) {
    const auto published = base_of(table, said);
    if (!published) {
      made.missing = published.error().what;
      return made;
    }
    base = *published;
  }
  PLIMSOLL_TRY(check, check_rate(table, {.as_of = day,
                                         .debit = debit,
                                         .base = base,
                                         .financing = said,
                                         .others = made.others,
                                         .tolerance = {terms.policy.schedule.deviation_most},
                                         .stale_days = terms.policy.schedule.stale_days}));
  if (!schedule) {  // an agreed rate agrees with itself: that is no finding
    check.published.reset();
    check.deviation_bp.reset();
  }
  made.check = std::move(check);
  return made;
}

std::optional<Date> first_day_of(const RateScenario& scenario, Date first, Decimal rise) {
  const auto days = (plus_months(first, scenario.months) - first).count();
  for (int day = 0; day < days; ++day)
    if (rise <= scenario.change(day)) return first + std::chrono::days{day};
  return {};
}

struct NamedScenario {
  ScenarioKind kind;
  RateScenario scenario;
};

std::vector<NamedScenario> scenarios_of(const RatesTerms& terms) {
  RateScenario unchanged = shifted_by(Decimal{});
  unchanged.name = "unchanged";
  std::vector<NamedScenario> all{{ScenarioKind::unchanged, std::move(unchanged)}};
  std::vector<Decimal> shifts = terms.policy.rates.parallel_shifts;
  std::ranges::sort(shifts);
  for (const Decimal shift : shifts) all.push_back({ScenarioKind::parallel, shifted_by(shift)});
  for (const RatePath& path : terms.paths) all.push_back({ScenarioKind::path, along(path)});
  return all;
}

Result<std::vector<RateScenarioRun>> runs_of(const RatesTerms& terms, const Financed& charged,
                                             const ScenarioAsked& asked) {
  std::vector<RateScenarioRun> runs;
  for (const auto& [kind, scenario] : scenarios_of(terms)) {
    PLIMSOLL_TRY(cost, run_scenario(charged.schedule, scenario, asked));
    const std::optional<double> coverage = cost.months.back().coverage;
    runs.push_back(
        {.kind = kind,
         .cost = std::move(cost),
         .coverage_at_end = coverage,
         .reassess = first_day_of(scenario, asked.first, terms.policy.rates.reassess_rise)});
  }
  return runs;
}

/// Today and the policy's shifts, by today's prices, a fifth down and the policy's own fall, with
/// dividends as they are and cut as the policy has it.
Result<std::vector<JointCell>> grid_of(const RatesTerms& terms, const Financed& charged,
                                       const ScenarioAsked& asked, const ExcessAfter& excess) {
  JointAsked grid{.debit = asked.debit,
                  .base = asked.base,
                  .income_a_year = asked.income_a_year,
                  .costs_a_year = asked.costs_a_year,
                  .rate_shifts = terms.policy.rates.parallel_shifts,
                  .price_moves = {-terms.policy.size.shock_decline, moderate_fall, 0},
                  .dividend_cuts = {Percent{}},
                  .excess = excess};
  grid.rate_shifts.push_back(Decimal{});
  const auto once = [](auto& list) {
    std::ranges::sort(list);
    const auto [first, last] = std::ranges::unique(list);
    list.erase(first, last);
  };
  once(grid.rate_shifts);
  once(grid.price_moves);
  std::ranges::reverse(grid.price_moves);
  const Percent cut{terms.policy.carry.dividend_cut};
  if (asked.income_a_year && cut != Percent{}) grid.dividend_cuts.push_back(cut);
  return joint_grid(charged.schedule, grid);
}

PayDownTried tried(const Financed& charged, Money debit, PayDownTo to, Money amount) {
  PayDownTried made{.to = to, .amount = amount};
  const auto done = pay_down(charged.schedule, charged.base, debit, amount);
  if (done) made.done = *done;
  else made.missing = done.error().what;
  return made;
}

RateHedges hedges_of(const Financed& charged, const DebitCost& cost) {
  const Money debit = cost.interest.debit;
  RateHedges hedges{.box_cheaper_below = cost.yearly_rate,
                    .box_needs =
                        "give its two exercise prices, the credit for one unit, the contracts and "
                        "the expiry, of options on an index that are European and settled in cash"};
  if (const auto& lower = cost.interest.to_lower_tier) {
    Money amount = *lower;
    // Of a flat schedule the bound itself still pays the upper tier's rate.
    if (charged.schedule.method == RateMethod::flat) amount.amount += cent;
    hedges.pay_down.push_back(tried(charged, debit, PayDownTo::lower_tier, amount));
  }
  hedges.pay_down.push_back(
      tried(charged, debit, PayDownTo::tenth_less,
            {multiply(debit.amount, 0.1_d, Round::away_from_zero), debit.currency}));
  const auto futures =
      futures_hedge({.debit = debit, .years = hedges.years, .future = hedges.future});
  if (futures) hedges.futures = *futures;
  else hedges.no_futures = futures.error().what;
  return hedges;
}

/// From the account's currency to the debit's. Refused: no rate.
Result<Money> in_debits(Money money, Currency currency, const Book& book) {
  if (money.currency == currency) return money;
  PLIMSOLL_TRY(rate, exchange_rate(book.market, currency, book.account.base));
  return Money{divide(money.amount, rate, Round::half_even), currency};
}

Result<DebitRates> answered(const Book& book, const RatesTerms& all, Money debit) {
  const Date day = book.account.as_of;
  const Currency currency = debit.currency;
  RatesTerms terms = all;
  terms.financing = financing_in(all.financing, currency);
  PLIMSOLL_TRY(charged, financed(terms.schedules,
                                 {.financing = terms.financing, .day = day, .currency = currency}));
  DebitRates made{.no_excess = terms.no_excess};
  PLIMSOLL_TRY(cost, cost_of(terms, charged, debit, day));
  made.cost = std::move(cost);
  PLIMSOLL_TRY(check, checked(terms, charged, debit, day));
  made.checked = std::move(check);
  if (terms.income_a_year) {
    PLIMSOLL_TRY(income, in_debits(*terms.income_a_year, currency, book));
    made.income_a_year = income;
  }
  if (terms.costs_a_year) {
    PLIMSOLL_TRY(costs, in_debits(*terms.costs_a_year, currency, book));
    made.costs_a_year = costs;
  }
  const ScenarioAsked asked{.debit = debit,
                            .base = charged.base,
                            .first = day,
                            .income_a_year = made.income_a_year,
                            .costs_a_year = made.costs_a_year};
  PLIMSOLL_TRY(runs, runs_of(terms, charged, asked));
  made.scenarios = std::move(runs);
  ExcessAfter excess;
  if (terms.excess)
    excess = [&](double move) -> std::optional<Money> {
      const auto there = terms.excess(move);
      if (!there) return std::nullopt;
      const auto own = in_debits(*there, currency, book);
      return own ? std::optional{*own} : std::nullopt;
    };
  PLIMSOLL_TRY(grid, grid_of(terms, charged, asked, excess));
  made.grid = std::move(grid);
  made.hedges = hedges_of(charged, made.cost);
  made.events = rate_events({.policy = terms.policy.rates,
                             .debit = debit,
                             .interest_a_year = made.cost.interest.a_year,
                             .income_a_year = made.income_a_year,
                             .costs_a_year = made.costs_a_year,
                             .rate_at_approval = terms.rate_at_approval});
  return made;
}

}  // namespace

std::string_view name_of(ChargedBy by) { return charged_by[static_cast<std::size_t>(by)]; }
std::string_view name_of(ScenarioKind kind) {
  return scenario_kinds[static_cast<std::size_t>(kind)];
}
std::string_view name_of(PayDownTo to) { return pay_down_to[static_cast<std::size_t>(to)]; }

Result<Rates> rates(const Book& book, const RatesTerms& terms) {
  PLIMSOLL_TRY(owed, owed_in(book, terms));
  PLIMSOLL_TRY(held, holdings(book.account, book.market, terms.policy.distance.default_beta));
  Rates made{.as_of = book.account.as_of,
             .debit = owed.debit,
             .account_currency = book.account.base,
             .other_debits = std::move(owed.others),
             .without_income = terms.without_income,
             .bonds = bond_durations(book, held)};
  if (made.debit.currency != book.account.base) {
    PLIMSOLL_TRY(rate, exchange_rate(book.market, made.debit.currency, book.account.base));
    made.exchange_rate = rate;
  }
  if (book.pool && !made.debit.amount.is_zero()) {
    made.not_applicable =
        "a lending pool charges what follows the part of its deposits that is borrowed, not a "
        "benchmark: carry has what it is today";
    return made;
  }
  if (made.debit.amount.is_zero()) {
    made.not_applicable = "nothing is owed, and so no rate is charged";
    return made;
  }
  PLIMSOLL_TRY(answer, answered(book, terms, made.debit));
  made.owed = std::move(answer);
  return made;
}

}  // namespace plimsoll::strategy
