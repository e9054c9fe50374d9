#include "pricing/american_reference.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "pricing/european.hpp"

namespace plimsoll::pricing {
namespace {

constexpr double pi = std::numbers::pi;

double normal_below(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

/// Points and weights of the Gauss-Legendre rule on [-1, 1].
struct Quadrature {
  std::vector<double> points, weights;
  explicit Quadrature(int size) : points(static_cast<std::size_t>(size)), weights(points.size()) {
    const double n = size;
    for (std::size_t i = 0; i < points.size(); ++i) {
      double x = std::cos(pi * (static_cast<double>(i) + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < 50; ++step) {
        double value = 1, before = 0;
        for (int j = 0; j < size; ++j)
          before = std::exchange(value, ((2.0 * j + 1) * x * value - j * before) / (j + 1));
        slope = n * (x * value - before) / (x * x - 1);
        const double moved = value / slope;
        x -= moved;
        if (std::abs(moved) < 1e-16) break;
      }
      points[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }
};

/// A put on a strike of one. Its boundary is `start` at expiry and falls as time to expiry grows.
struct Put {
  double rate, yield, volatility, years;
  double start() const { return yield > rate ? rate / yield : 1; }
  /// d+ and d- of a price over a boundary, `years_left` later.
  std::pair<double, double> d(double log_ratio, double years_left) const {
    const double deviation = volatility * std::sqrt(years_left);
    const double middle = (log_ratio + (rate - yield) * years_left) / deviation;
    return {middle + 0.5 * deviation, middle - 0.5 * deviation};
  }
};

/// An integral over the time from now to `years` later, in an angle: the time is a square of its
/// sine, so that the integrand is smooth at both ends.
struct Times {
  std::vector<double> later, weights;
  Times(double years, const Quadrature& rule) {
    for (std::size_t k = 0; k < rule.points.size(); ++k) {
      const double angle = pi / 4 * (1 + rule.points[k]);
      later.push_back(years * std::sin(angle) * std::sin(angle));
      weights.push_back(rule.weights[k] * pi / 4 * years * std::sin(2 * angle));
    }
  }
};

using Matrix = std::vector<std::vector<double>>;  // by row

/// Replaces `right` by the solution, by Gaussian elimination. False where there is none.
bool solve_linear(Matrix matrix, std::vector<double>& right) {
  const std::size_t size = right.size();
  for (std::size_t i = 0; i < size; ++i) {
    std::size_t pivot = i;
    for (std::size_t row = i; row < size; ++row)
      if (std::abs(matrix[row][i]) > std::abs(matrix[pivot][i])) pivot = row;
    if (!(std::abs(matrix[pivot][i]) > 0)) return false;
    std::swap(matrix[i], matrix[pivot]);
    std::swap(right[i], right[pivot]);
    for (std::size_t row = i + 1; row < size; ++row) {
      const double times = matrix[row][i] / matrix[i][i];
      for (std::size_t column = i; column < size; ++column)
        matrix[row][column] -= times * matrix[i][column];
      right[row] -= times * right[i];
    }
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t column = i + 1; column < size; ++column)
      right[i] -= matrix[i][column] * right[column];
    right[i] /= matrix[i][i];
  }
  return true;
}

/// The boundary by its values at Chebyshev points of the root of time, as the square of its
/// logarithm from the start, which is smooth.
class Boundary {
 public:
  Boundary(const Put& put, const ReferenceAccuracy& accuracy)
      : put_{put}, log_start_{std::log(put.start())}, nodes_{accuracy.nodes} {
    const Quadrature rule{accuracy.quadrature};
    for (int i = 0; i <= nodes_; ++i) {
      const double root = 0.5 * (1 - std::cos(pi * i / nodes_));
      years_.push_back(put.years * root * root);
      log_.push_back(first_guess(years_.back()));
      times_.emplace_back(years_.back(), rule);
      rows_.emplace_back();
      for (const double later : times_.back().later)
        rows_.back().push_back(row_at(years_.back() - later));
    }
    is_found_ = solve();
  }

  /// Whether the equation holds at every node.
  bool is_found() const { return is_found_; }

  /// Logarithm of the boundary `years` before expiry.
  double log_at(double years) const { return interpolated(row_at(years)); }

 private:
  using Row = std::vector<double>;  // what of each node's square makes up the square at a time

  /// From the start towards the boundary of an option without expiry.
  double first_guess(double years) const {
    const double variance = put_.volatility * put_.volatility;
    const double slope = put_.rate - put_.yield - 0.5 * variance;
    const double root =
        -(slope + std::sqrt(slope * slope + 2 * variance * std::max(put_.rate, 1e-4))) / variance;
    const double endless = std::min(std::log(root / (root - 1)), log_start_);
    const double fall = 1 - std::exp(-2 * put_.volatility * std::sqrt(years) /
                                     std::max(log_start_ - endless, 1e-12));
    return log_start_ + (endless - log_start_) * fall;
  }

  /// Barycentric interpolation.
  Row row_at(double years) const {
    Row row(static_cast<std::size_t>(nodes_) + 1, 0.0);
    const double z = 2 * std::sqrt(std::clamp(years / put_.years, 0.0, 1.0)) - 1;
    double sum = 0;
    for (int i = 0; i <= nodes_; ++i) {
      const double gap = z + std::cos(pi * i / nodes_);
      double& weight = row[static_cast<std::size_t>(i)];
      if (std::abs(gap) < 1e-15) {
        std::ranges::fill(row, 0.0);
        weight = 1;
        return row;
      }
      weight = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == nodes_ ? 0.5 : 1) / gap;
      sum += weight;
    }
    for (double& weight : row) weight /= sum;
    return row;
  }
  double interpolated(const Row& row) const {
    double square = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
      square += row[i] * (log_[i] - log_start_) * (log_[i] - log_start_);
    return log_start_ - std::sqrt(std::max(square, 0.0));
  }

  /// What the equation makes of the boundary at a node, as a logarithm.
  double improved(std::size_t node) const {
    const Times& times = times_[node];
    double strike = 0, underlying = 0;
    for (std::size_t k = 0; k < times.later.size(); ++k) {
      const double later = times.later[k];
      const auto [plus, minus] = put_.d(log_[node] - interpolated(rows_[node][k]), later);
      strike += times.weights[k] * std::exp(-put_.rate * later) * normal_below(minus);
      underlying += times.weights[k] * std::exp(-put_.yield * later) * normal_below(plus);
    }
    const double years = years_[node];
    const auto [plus, minus] = put_.d(log_[node], years);
    strike = std::exp(-put_.rate * years) * normal_below(minus) + put_.rate * strike;
    underlying = std::exp(-put_.yield * years) * normal_below(plus) + put_.yield * underlying;
    return std::min(std::log(strike / underlying), log_start_);
  }

  /// What every node but the first, which is known, moves by in the equation.
  std::vector<double> moves() const {
    std::vector<double> moved(log_.size() - 1);
    for (std::size_t i = 0; i < moved.size(); ++i) moved[i] = improved(i + 1) - log_[i + 1];
    return moved;
  }

  /// Some steps of the equation itself, then Newton's, with a Jacobian by differences.
  bool solve() {
    constexpr int sweeps = 10, steps_most = 20;
    constexpr double still = 1e-11;  // the price moves with the square of what the boundary does
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const std::vector<double> moved = moves();
      for (std::size_t i = 0; i < moved.size(); ++i) log_[i + 1] += moved[i];
    }
    for (int step = 0; step < steps_most; ++step) {
      std::vector<double> moved = moves();
      double most = 0;
      for (const double move : moved)
        most = std::isfinite(move) ? std::max(most, std::abs(move)) : 1e9;
      if (most < still) return true;
      if (most > 1e6 || !solve_linear(slopes(moved), moved)) return false;
      for (std::size_t i = 0; i < moved.size(); ++i)
        log_[i + 1] = std::min(log_[i + 1] - moved[i], log_start_);
    }
    return false;
  }
  Matrix slopes(const std::vector<double>& moved) {
    constexpr double apart = 1e-7;
    Matrix jacobian(moved.size(), std::vector<double>(moved.size()));
    for (std::size_t column = 0; column < moved.size(); ++column) {
      const double kept = std::exchange(log_[column + 1], log_[column + 1] - apart);
      const std::vector<double> other = moves();
      log_[column + 1] = kept;
      for (std::size_t row = 0; row < moved.size(); ++row)
        jacobian[row][column] = (moved[row] - other[row]) / apart;
    }
    return jacobian;
  }

  Put put_;
  double log_start_;
  int nodes_;
  std::vector<double> years_, log_;     // of each node
  std::vector<Times> times_;            // of each node's integral
  std::vector<std::vector<Row>> rows_;  // of each node, at each of its times
  bool is_found_ = false;
};

/// What being allowed to exercise early is worth.
double early_exercise_premium(const Put& put, const Boundary& boundary, double log_spot,
                              int points) {
  const Times times{put.years, Quadrature{points}};
  double strike = 0, underlying = 0;
  for (std::size_t k = 0; k < times.later.size(); ++k) {
    const double later = times.later[k];
    const auto [plus, minus] = put.d(log_spot - boundary.log_at(put.years - later), later);
    strike += times.weights[k] * std::exp(-put.rate * later) * normal_below(-minus);
    underlying += times.weights[k] * std::exp(-put.yield * later) * normal_below(-plus);
  }
  return put.rate * strike - put.yield * std::exp(log_spot) * underlying;
}

/// The put that is worth the same.
Option as_put(Option option) {
  if (option.payoff == Payoff::put) return option;
  option.payoff = Payoff::put;
  std::swap(option.spot, option.strike);
  std::swap(option.rate, option.dividend_yield);
  return option;
}

}  // namespace

Result<double> american_reference(const Option& option, const ReferenceAccuracy& accuracy) {
  PLIMSOLL_TRY_VOID(check(option));
  const Option put = as_put(option);
  const double european = european_price(put);
  // Exercise gives up the strike's interest to save the yield.
  if (put.rate <= 0 && put.rate <= put.dividend_yield) return european;
  if (put.rate < 0)
    return fail(Reason::not_covered,
                "with both rates below zero, exercise may be bounded from above and below; that "
                "is not priced");
  const Put unit{put.rate, put.dividend_yield, put.volatility, put.years};
  const Boundary boundary{unit, accuracy};
  if (!boundary.is_found())
    return fail(Reason::not_covered,
                "no early exercise boundary was found: the volatility is too small, or the time "
                "too long, beside the rates");
  const double log_spot = std::log(put.spot / put.strike);
  const double exercise = put.strike - put.spot;
  if (log_spot <= boundary.log_at(put.years)) return exercise;
  const double premium =
      put.strike * early_exercise_premium(unit, boundary, log_spot, accuracy.price_points);
  return std::max({european + premium, european, exercise});
}

}  // namespace plimsoll::pricing
