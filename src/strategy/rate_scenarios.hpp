#pragma once
// A debit taken along rates that move: shifted at once, or as they went before.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "market/rate_path.hpp"
#include "strategy/accrual.hpp"

namespace plimsoll::strategy {

/// How far the base stands above today's, `days` after the first day; a fraction, below zero for
/// cuts.
struct RateScenario {
  std::string name = {};  // "+1%", "fed-2022-2023"
  std::function<Decimal(int days)> change = {};
  int months = 12;
};

/// At once and for good, over twelve months.
RateScenario shifted_by(Decimal shift);
/// One, two and three per cent up and down, the lowest first.
std::vector<RateScenario> parallel_shifts();
/// As the path went, its first change on the first day; as many months as it has, at least twelve.
RateScenario along(const RatePath& path);

struct ScenarioAsked {
  Money debit = {};
  Decimal base = {};  // today's, of the schedule's benchmark
  Date first = {};
  /// Expected dividends and interest on what is held long, held as it is; nothing where it is not
  /// known.
  std::optional<Money> income_a_year = {};
  std::optional<Money> costs_a_year = {};  // all but interest, zero or above; nothing: none
  PostedInterest posted = PostedInterest::paid_in_cash;
};

/// One month; what is "a year" is as of its last day.
struct ScenarioMonth {
  Date first = {};
  Decimal base = {};
  Money interest = {};  // of the month's days
  Money interest_a_year = {};
  std::optional<Money> carry_a_year = {};  // income less costs and interest
  std::optional<double> coverage = {};     // income over interest; nothing where none is due
};

/// The first day on which a year's interest is above a year's income less other costs.
struct CarryFlip {
  Date day = {};
  int months = 0;  // whole months from the first day
};

struct ScenarioCost {
  std::string name = {};
  std::vector<ScenarioMonth> months = {};
  Money interest = {};                 // of all months
  std::optional<Money> income = {};    // over the same days, by the day of a year of 365
  Money peak_a_year = {};              // the largest yearly cost of any day
  std::optional<CarryFlip> flip = {};  // nothing: never, or no income is known
};

/// The base is counted as zero where the scenario takes it below. Refused as `accrue` refuses.
Result<ScenarioCost> run_scenario(const RateSchedule& schedule, const RateScenario& scenario,
                                  const ScenarioAsked& asked);

}  // namespace plimsoll::strategy
