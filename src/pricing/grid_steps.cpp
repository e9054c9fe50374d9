#include "pricing/grid_steps.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::pricing {
namespace {

/// Steps grow from the later end as the square, as a kink spreads. The first is calm: two halves
/// that are all implicit.
void lay(std::size_t lane, std::span<GridStep> steps, double later, double until) {
  constexpr double all_implicit = 1, half_implicit = 0.5;
  const std::size_t count = steps.size() - 1;
  double begin = later;
  const auto put = [&](GridStep& step, double end, double implicit) {
    step.now[lane] = end;
    step.length[lane] = begin - end;
    step.implicit[lane] = implicit;
    begin = end;
  };
  const double unit = (later - until) / static_cast<double>(count * count);
  for (std::size_t i = 1; i <= count; ++i) {
    const double end = i == count ? until : later - unit * static_cast<double>(i * i);
    if (i == 1) put(steps[0], 0.5 * (begin + end), all_implicit);
    put(steps[i], end, i == 1 ? all_implicit : half_implicit);
  }
}

/// Parted where waiting begins, if that is within.
void lay_in_parts(std::size_t lane, std::span<GridStep> steps, double later, double parting,
                  double until) {
  const double whole = later - until, least = 1e-6 * whole;
  constexpr std::size_t least_steps = 2;
  if (steps.size() < 2 * least_steps + 1 || later - parting < least || parting - until < least)
    return lay(lane, steps, later, until);
  const double after = std::sqrt(later - parting), before = std::sqrt(parting - until);
  const auto share = static_cast<std::size_t>(
      std::round(static_cast<double>(steps.size()) * after / (after + before)));
  const std::size_t first = std::clamp(share, least_steps, steps.size() - least_steps);
  lay(lane, steps.first(first), later, parting);
  lay(lane, steps.subspan(first), parting, until);
}

}  // namespace

double wait_begins(double strike, double rate, const CashDividend& dividend) {
  if (rate <= 0) return dividend.years;
  return dividend.years - std::log1p(dividend.amount / strike) / rate;
}

std::vector<GridStep> steps_of(const GridPlan& plan, const GridOptions& options, int times) {
  std::vector<GridStep> steps;
  CashDividend next{plan.years, plan.paid_at_expiry};
  // As many in each stretch, however long: every one has its kinks. Together they grow as the
  // fourth root of the stretches.
  constexpr int least_steps = 6;
  const double stretches = static_cast<double>(plan.dates.size() + 1);
  const int share = static_cast<int>(times / std::pow(stretches, 0.75));
  const auto count = static_cast<std::size_t>(std::max(share, least_steps)) + 1;
  for (std::size_t before = plan.dates.size() + 1; before-- > 0;) {
    const CashDividend last = before > 0 ? plan.dates[before - 1] : CashDividend{0, 0};
    const std::size_t first = steps.size();
    steps.resize(first + count);
    const auto stretch = std::span{steps}.subspan(first);
    for (std::size_t lane = 0; lane < block_size; ++lane) {
      const bool is_put = options.direction[lane] < 0;
      const double parting =
          is_put ? wait_begins(options.strike[lane], options.rate[lane], next) : next.years;
      lay_in_parts(lane, stretch, next.years, parting, last.years);
    }
    for (GridStep& step : stretch) step.dates_before = before;
    stretch.back().ends_at_date = before > 0;
    next = last;
  }
  return steps;
}

}  // namespace plimsoll::pricing
