#include "pricing/tree.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/check.hpp"
#include "pricing/european.hpp"

namespace plimsoll::pricing {
namespace {

/// What dividends still to come are worth now.
double present_value(std::span<const CashDividend> dividends, double rate) {
  double present = 0;
  for (const auto& [years, amount] : dividends) present += amount * std::exp(-rate * years);
  return present;
}

TreePlan planned(double years, std::span<const CashDividend> dividends, int steps) {
  TreePlan plan;
  plan.step = years / steps;
  constexpr double same_time = 1e-9;  // of a year: 30 milliseconds
  double at = years;
  std::size_t left = dividends.size();
  for (; left > 0 && years - dividends[left - 1].years < same_time; --left)
    plan.dividend_at_end += dividends[left - 1].amount;
  while (at > 0) {
    const double until = left > 0 ? dividends[left - 1].years : 0;
    TreeLeg leg;
    double time = at - until;
    if (plan.last == 0) {
      plan.last = std::min(plan.step, time);
      time -= plan.last;
    }
    leg.steps = static_cast<int>(time / plan.step + 1e-9);
    leg.rest = time - leg.steps * plan.step;
    if (leg.rest < 1e-9 * plan.step) leg.rest = 0;
    for (; left > 0 && dividends[left - 1].years >= until; --left)
      leg.dividend += dividends[left - 1].amount;
    plan.legs.push_back(leg);
    at = until;
  }
  return plan;
}

/// The jump whose two outcomes have the variance of a step.
double jump_of(double volatility, double step) {
  return 2 * std::asinh(0.5 * std::sqrt(std::expm1(volatility * volatility * step)));
}

/// How far beyond the spot a tree is read, in deviations until expiry. A spot that is moved further
/// is certain to be exercised, or not to be.
constexpr double deviations_read = 7;

/// What the option is worth without chance: exercised at the best of the times that can be best.
double certain_value(const Option& option, std::span<const CashDividend> dividends, double spot) {
  const bool call = option.payoff == Payoff::call;
  double cash = 0, best = 0;  // dividends paid so far, at their present value
  const double stock = spot - present_value(dividends, option.rate);
  const auto consider = [&](double years, double paid_away) {
    const double underlying = stock * std::exp(-option.dividend_yield * years) +
                              present_value(dividends, option.rate) - paid_away;
    const double strike = option.strike * std::exp(-option.rate * years);
    best = std::max(best, call ? underlying - strike : strike - underlying);
  };
  consider(0, 0);
  for (const auto& [years, amount] : dividends) {
    if (call) consider(years, cash);
    cash += amount * std::exp(-option.rate * years);
    if (!call) consider(years, cash);
  }
  consider(option.years, cash);
  return best;
}

/// Up to eight options, whose trees are climbed together.
class Grove {
 public:
  Grove(std::span<const Option> options, std::span<const CashDividend> dividends,
        std::span<const double> moves, TreeScratch& scratch)
      : options_{options}, dividends_{dividends}, moves_{moves}, scratch_{scratch} {}

  /// Adds the prices of trees of so many steps, times `weight`.
  void add(int steps, double weight, std::span<double> values) {
    TreePlan plan = planned(options_[0].years, dividends_, steps);
    TreeOptions lanes;
    for (std::size_t lane = 0; lane < tree_lanes; ++lane) {
      const Option& option = options_[std::min(lane, options_.size() - 1)];
      lanes.spot[lane] = option.spot - present_value(dividends_, option.rate);
      lanes.strike[lane] = option.strike;
      lanes.years[lane] = option.years;
      lanes.rate[lane] = option.rate;
      lanes.yield[lane] = option.dividend_yield;
      lanes.volatility[lane] = option.volatility;
      lanes.direction[lane] = option.payoff == Payoff::call ? 1 : -1;
      lanes.jump[lane] = jump_of(option.volatility, plan.step);
      plan.spread = std::max(plan.spread, spread(option, lanes.spot[lane], lanes.jump[lane]));
    }
    nodes_.resize(2 * static_cast<std::size_t>(plan.spread) + 1);
    climb_tree(plan, lanes, scratch_, nodes_);
    for (std::size_t lane = 0; lane < options_.size(); ++lane)
      for (std::size_t j = 0; j < moves_.size(); ++j)
        values[lane * moves_.size() + j] += weight * read(plan, lanes, lane, moves_[j]);
  }

  /// Between two nodes a price that is read may have fallen below it.
  void raise_to_exercise(std::span<double> values) const {
    std::size_t at = 0;
    for (const Option& option : options_)
      for (const double move : moves_) {
        const double gain = option.spot * (1 + move) - option.strike;
        values[at] = std::max(values[at], option.payoff == Payoff::call ? gain : -gain);
        ++at;
      }
  }

 private:
  /// Of the logarithm of the spot without dividends.
  double distance(const Option& option, double stock, double move) const {
    return std::log1p(option.spot * move / stock);
  }
  /// Nodes on either side that the moves need, and two for the interpolation.
  int spread(const Option& option, double stock, double jump) const {
    double most = 0;
    for (const double move : moves_) most = std::max(most, std::abs(distance(option, stock, move)));
    most = std::min(most, deviations_read * option.volatility * std::sqrt(option.years));
    return static_cast<int>(std::ceil(most / (2 * jump))) + 2;
  }
  double read(const TreePlan& plan, const TreeOptions& lanes, std::size_t lane, double move) const {
    const Option& option = options_[lane];
    const double apart = distance(option, lanes.spot[lane], move);
    if (std::abs(apart) > deviations_read * option.volatility * std::sqrt(option.years))
      return certain_value(option, dividends_, option.spot * (1 + move));
    const double at = apart / (2 * lanes.jump[lane]);  // nodes away from the spot
    const int below =
        std::clamp(static_cast<int>(std::floor(at)), 1 - plan.spread, plan.spread - 2);
    const double t = at - below;
    Option european = option;
    const auto without = [&](double nodes) {
      european.spot = lanes.spot[lane] * std::exp(2 * lanes.jump[lane] * nodes);
      return european_price(european);
    };
    const auto node = [&](int i) {
      const auto index = static_cast<std::size_t>(below + i + plan.spread);
      return nodes_[index][lane] - without(below + i);
    };
    // Lagrange's cubic through the four nodes around.
    return without(at) - t * (t - 1) * (t - 2) / 6 * node(-1) +
           (t + 1) * (t - 1) * (t - 2) / 2 * node(0) - (t + 1) * t * (t - 2) / 2 * node(1) +
           (t + 1) * t * (t - 1) / 6 * node(2);
  }

  std::span<const Option> options_;
  std::span<const CashDividend> dividends_;
  std::span<const double> moves_;
  TreeScratch& scratch_;
  std::vector<TreeLanes> nodes_;
};

}  // namespace

void tree_prices(std::span<const Option> options, std::span<const CashDividend> dividends,
                 std::span<const double> moves, TreeSteps accuracy, std::span<double> values) {
  PLIMSOLL_CHECK(values.size() == options.size() * moves.size());
  std::ranges::fill(values, 0.0);
  TreeScratch scratch;
  for (std::size_t first = 0; first < options.size(); first += tree_lanes) {
    const std::size_t count = std::min(tree_lanes, options.size() - first);
    Grove grove{options.subspan(first, count), dividends, moves, scratch};
    const auto here = values.subspan(first * moves.size(), count * moves.size());
    if (!accuracy.extrapolated) {
      grove.add(accuracy.steps, 1, here);
    } else {
      grove.add(accuracy.steps, 2, here);
      grove.add(accuracy.steps / 2, -1, here);
    }
    grove.raise_to_exercise(here);
  }
}

}  // namespace plimsoll::pricing
