#include "pricing/dividend_grid.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <vector>

#include "base/check.hpp"
#include "pricing/grid_steps.hpp"

namespace plimsoll::pricing {
namespace {

GridPlan planned(double years, std::span<const CashDividend> dividends) {
  GridPlan plan;
  plan.years = years;
  const double same_time = 1e-9 * years;
  for (const auto& [given, amount] : dividends) {
    const double at = std::max(given, same_time);
    if (years - at <= same_time) plan.paid_at_expiry += amount;
    else if (!plan.dates.empty() && at - plan.dates.back().years <= same_time)
      plan.dates.back().amount += amount;
    else plan.dates.push_back({at, amount});
  }
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

/// Prices sixteen options or fewer; `at[i]` is where those of the i-th go.
void price_block(GridPlan& plan, std::span<const Option> options, std::span<const double> moves,
                 GridSteps accuracy, GridScratch& scratch, std::span<double* const> at) {
  const GridOptions block = in_lanes(options);
  plan.fine = {accuracy.spots, steps_of(plan, block, accuracy.times)};
  plan.coarse = {accuracy.spots / 2, steps_of(plan, block, accuracy.times / 2)};
  plan.deviations = accuracy.deviations;
  std::vector<Lanes<double>> found(moves.size());
  solve_grids(plan, block, moves, scratch, found);
  for (std::size_t lane = 0; lane < options.size(); ++lane)
    for (std::size_t j = 0; j < moves.size(); ++j) at[lane][j] = found[j][lane];
}

/// In the order given, by blocks, each on the grid that `accuracy_of` its options says.
template <class AccuracyOf>
void price_in_order(std::span<const std::size_t> order, std::span<const Option> options,
                    std::span<const CashDividend> dividends, std::span<const double> moves,
                    const AccuracyOf& accuracy_of, std::span<double> values) {
  PLIMSOLL_CHECK(values.size() == options.size() * moves.size());
  if (options.empty()) return;
  GridPlan plan = planned(options[0].years, dividends);
  GridScratch scratch;
  std::vector<Option> block;
  std::vector<double*> at;
  for (std::size_t first = 0; first < order.size(); first += block.size()) {
    block.clear();
    at.clear();
    for (std::size_t i = first; i < std::min(first + block_size, order.size()); ++i) {
      block.push_back(options[order[i]]);
      at.push_back(values.data() + order[i] * moves.size());
    }
    price_block(plan, block, moves, accuracy_of(block), scratch, at);
  }
}

/// What a grid may be off by for a dollar of strike: the most that was seen.
struct Seen {
  GridSteps grid;
  double call, put;
};
constexpr Seen seen[]{{{200, 40, 4.5}, 1.4e-5, 4.2e-5},  {{300, 60, 4.75}, 5.8e-6, 4.0e-5},
                      {{400, 80, 4.75}, 3.7e-6, 1.5e-5}, {{600, 100, 5}, 1.1e-6, 6.3e-6},
                      {fine_grid, 7.1e-7, 4.6e-6},       {{1200, 160, 5}, 3.8e-7, 2.5e-6},
                      {{1600, 240, 5}, 1.4e-7, 1.2e-6}};

}  // namespace

GridSteps grid_within(double dollars, Payoff payoff, double strike) {
  for (const auto& [grid, call, put] : seen)
    if ((payoff == Payoff::call ? call : put) * strike <= dollars) return grid;
  return std::end(seen)[-1].grid;
}

void grid_prices(std::span<const Option> options, std::span<const CashDividend> dividends,
                 std::span<const double> moves, GridSteps accuracy, std::span<double> values) {
  std::vector<std::size_t> order(options.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  price_in_order(order, options, dividends, moves, [&](const auto&) { return accuracy; }, values);
}

void grid_prices_within(double dollars, std::span<const Option> options,
                        std::span<const CashDividend> dividends, std::span<const double> moves,
                        std::span<double> values) {
  std::vector<std::size_t> order(options.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) {
    return std::tuple{options[i].payoff, options[i].strike, i};
  });
  // A block's last has its largest strike; of two payoffs the puts stand behind, which take more.
  static_assert(Payoff::call < Payoff::put);
  const auto accuracy_of = [&](std::span<const Option> block) {
    double strike = 0;
    for (const Option& option : block) strike = std::max(strike, option.strike);
    return grid_within(dollars, block.back().payoff, strike);
  };
  price_in_order(order, options, dividends, moves, accuracy_of, values);
}

}  // namespace plimsoll::pricing
