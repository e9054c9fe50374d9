#include "strategy/rate_scenarios.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::strategy {
namespace {

constexpr int months_least = 12;
constexpr int year_days = 365;

Decimal base_after(const RateScenario& scenario, Decimal base, int days) {
  return std::max(base + scenario.change(days), Decimal{});
}

std::optional<double> coverage_of(Money income, Money interest) {
  if (interest.amount.is_zero()) return {};
  return to_double(income.amount) / to_double(interest.amount);
}

int whole_months(Date first, Date day) {
  int months = 0;
  while (plus_months(first, months + 1) <= day) ++months;
  return months;
}

/// The days `from` to `to` of the accrual, as one month.
ScenarioMonth month_of(const Accrual& accrual, int from, int to) {
  ScenarioMonth month{.interest = zero(accrual.interest.currency)};
  for (int day = from; day < to; ++day)
    month.interest = month.interest + accrual.by_day[static_cast<std::size_t>(day)].a_day;
  month.interest_a_year = accrual.by_day[static_cast<std::size_t>(to - 1)].a_year;
  return month;
}

}  // namespace

RateScenario shifted_by(Decimal shift) {
  return {.name = (shift.is_negative() ? "" : "+") + to_text(Percent{shift}),
          .change = [shift](int) { return shift; },
          .months = months_least};
}

std::vector<RateScenario> parallel_shifts() {
  std::vector<RateScenario> shifts;
  for (const Decimal shift : {-0.03_d, -0.02_d, -0.01_d, 0.01_d, 0.02_d, 0.03_d})
    shifts.push_back(shifted_by(shift));
  return shifts;
}

RateScenario along(const RatePath& path) {
  return {.name = path.about.name,
          .change = [path](int days) { return path.change_after(days); },
          .months = std::max(months_least, path.months())};
}

Result<ScenarioCost> run_scenario(const RateSchedule& schedule, const RateScenario& scenario,
                                  const ScenarioAsked& asked) {
  const auto day_of = [&](Date day) { return static_cast<int>((day - asked.first).count()); };
  const int days = day_of(plus_months(asked.first, scenario.months));
  PLIMSOLL_TRY(
      accrual,
      accrue(schedule, [&](Date day) { return base_after(scenario, asked.base, day_of(day)); },
             {.debit = asked.debit, .first = asked.first, .days = days, .posted = asked.posted}));
  ScenarioCost cost{.name = scenario.name,
                    .months = {},
                    .interest = accrual.interest,
                    .peak_a_year = zero(schedule.currency)};
  const std::optional<Money> before_interest = asked.income_a_year && asked.costs_a_year
                                                   ? *asked.income_a_year - *asked.costs_a_year
                                                   : asked.income_a_year;
  for (int i = 0; i < scenario.months; ++i) {
    const Date first = plus_months(asked.first, i);
    const int to = day_of(plus_months(asked.first, i + 1));
    ScenarioMonth month = month_of(accrual, day_of(first), to);
    month.first = first;
    month.base = base_after(scenario, asked.base, to - 1);
    if (asked.income_a_year) {
      month.carry_a_year = *before_interest - month.interest_a_year;
      month.coverage = coverage_of(*asked.income_a_year, month.interest_a_year);
    }
    cost.months.push_back(month);
  }
  for (int day = 0; day < days; ++day) {
    const Money a_year = accrual.by_day[static_cast<std::size_t>(day)].a_year;
    if (cost.peak_a_year < a_year) cost.peak_a_year = a_year;
    if (!cost.flip && before_interest && *before_interest < a_year) {
      const Date on = asked.first + std::chrono::days{day};
      cost.flip = CarryFlip{on, whole_months(asked.first, on)};
    }
  }
  if (asked.income_a_year)
    cost.income = Money{Decimal::from_nano(multiply_divide(asked.income_a_year->amount.nano(), days,
                                                           year_days, Round::toward_zero)),
                        schedule.currency};
  return cost;
}

}  // namespace plimsoll::strategy
