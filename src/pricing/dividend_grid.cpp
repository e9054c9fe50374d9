#include "pricing/dividend_grid.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/check.hpp"
#include "pricing/grid_kernel.hpp"

namespace plimsoll::pricing {
namespace {

/// Steps end at every date and grow from there as the square, as a kink spreads. The first is calm:
/// two steps that are all implicit. Dates that part the time add to the number of steps, as the
/// fourth root of the stretches.
std::vector<GridStep> steps_of(const GridPlan& plan, int times) {
  constexpr double all_implicit = 1, half_implicit = 0.5;
  std::vector<GridStep> steps;
  double later = plan.years;
  const double stretches = static_cast<double>(plan.dates.size() + 1);
  const double all_steps = times / std::sqrt(std::sqrt(stretches));
  for (std::size_t before = plan.dates.size() + 1; before-- > 0;) {
    const double until = before > 0 ? plan.dates[before - 1].years : 0;
    const double length = later - until;
    const int share = static_cast<int>(all_steps * std::sqrt(length / plan.years));
    const int count = std::max({share, times / 16, 1});
    double begin = later;
    for (int step = 1; step <= count; ++step) {
      const double part = static_cast<double>(step) / count;
      const double end = step == count ? until : later - length * part * part;
      const double halfway = 0.5 * (begin + end);
      if (step == 1) steps.push_back({halfway, begin - halfway, all_implicit, before});
      if (step == 1) begin = halfway;
      steps.push_back({end, begin - end, step == 1 ? all_implicit : half_implicit, before});
      begin = end;
    }
    steps.back().ends_at_date = before > 0;
    later = until;
  }
  return steps;
}

GridPlan planned(double years, std::span<const CashDividend> dividends, GridSteps accuracy) {
  GridPlan plan;
  plan.years = years;
  plan.deviations = accuracy.deviations;
  const double same_time = 1e-9 * years;
  for (const auto& [given, amount] : dividends) {
    const double at = std::max(given, same_time);
    if (years - at <= same_time) plan.paid_at_expiry += amount;
    else if (!plan.dates.empty() && at - plan.dates.back().years <= same_time)
      plan.dates.back().amount += amount;
    else plan.dates.push_back({at, amount});
  }
  plan.fine = {accuracy.spots, steps_of(plan, accuracy.times)};
  plan.coarse = {accuracy.spots / 2, steps_of(plan, accuracy.times / 2)};
  return plan;
}

/// A block is filled up with its last.
GridOptions in_lanes(std::span<const Option> options) {
  GridOptions block;
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    const Option& option = options[std::min(lane, options.size() - 1)];
    block.spot[lane] = option.spot;
    block.strike[lane] = option.strike;
    block.rate[lane] = option.rate;
    block.yield[lane] = option.dividend_yield;
    block.volatility[lane] = option.volatility;
    block.direction[lane] = option.payoff == Payoff::call ? 1 : -1;
  }
  return block;
}

}  // namespace

void grid_prices(std::span<const Option> options, std::span<const CashDividend> dividends,
                 std::span<const double> moves, GridSteps accuracy, std::span<double> values) {
  PLIMSOLL_CHECK(values.size() == options.size() * moves.size());
  if (options.empty()) return;
  const GridPlan plan = planned(options[0].years, dividends, accuracy);
  GridScratch scratch;
  std::vector<Lanes<double>> found(moves.size());
  for (std::size_t first = 0; first < options.size(); first += block_size) {
    const std::size_t count = std::min(block_size, options.size() - first);
    solve_grids(plan, in_lanes(options.subspan(first, count)), moves, scratch, found);
    for (std::size_t lane = 0; lane < count; ++lane)
      for (std::size_t j = 0; j < moves.size(); ++j)
        values[(first + lane) * moves.size() + j] = found[j][lane];
  }
}

}  // namespace plimsoll::pricing
