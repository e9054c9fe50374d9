#include "pricing/exercise_boundary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "pricing/normal.hpp"

namespace plimsoll::pricing {
namespace {

using std::numbers::pi;

/// Where the boundary is at expiry: at the strike, or where interest on it is worth the yield.
double log_start(const UnitPut& put, Kept kept) {
  const bool by_rates = kept == Kept::below || (put.rate > 0 && put.yield > put.rate);
  return by_rates ? std::log(put.rate / put.yield) : 0;
}

/// The root of the time in which drift outweighs chance.
double drift_scale(const UnitPut& put) {
  return put.volatility / (std::abs(put.rate - put.yield) + 0.5 * put.volatility * put.volatility);
}

/// One side of a node's equation, a sum of probabilities, with its slopes by the nodes.
struct Sum {
  double side;  // 1 of what is above the boundary, -1 of what is below
  double value = 0;
  std::vector<double> slopes;

  /// `row` is what the nodes count for in the boundary that the probability is of.
  void add(double weight, double d, double deviation, std::size_t node,
           const std::vector<double>& row) {
    value += weight * normal_below(side * d);
    const double slope = side * weight * normal_density(d) / deviation;
    slopes[node] += slope;
    for (std::size_t j = 0; j < row.size(); ++j) slopes[j] -= slope * row[j];
  }
  void take_from_one() {
    value = 1 - value;
    for (double& slope : slopes) slope = -slope;
  }
};

}  // namespace

std::vector<double> cuts(const std::vector<double>& ends, double root, double scale) {
  std::vector<double> angles{0, pi / 2};
  for (const double end : ends)
    if (0 < end && end < root) angles.push_back(std::acos(end / root));
  double first = *std::ranges::min_element(angles, {}, [](double a) { return a > 0 ? a : 9; });
  constexpr int halvings_most = 60;
  for (int halving = 0; halving < halvings_most && root * std::sin(first) > scale; ++halving)
    angles.push_back(first *= 0.5);
  std::ranges::sort(angles);
  return angles;
}

ExerciseBoundary::ExerciseBoundary(const UnitPut& put, Kept kept, const ReferenceAccuracy& accuracy)
    : put_{put},
      kept_{kept},
      accuracy_{accuracy},
      chebyshev_{accuracy.degree},
      gauss_{accuracy.points},
      log_start_{log_start(put, kept)},
      ends_{0} {}

void ExerciseBoundary::shorten() {
  ends_.pop_back();
  stretches_.pop_back();
}

double ExerciseBoundary::log_at(double root_years) const {
  if (stretches_.empty()) return log_start_;
  const auto after = std::ranges::lower_bound(ends_, root_years);
  const std::size_t end =
      std::clamp<std::size_t>(static_cast<std::size_t>(after - ends_.begin()), 1, ends_.size() - 1);
  const double from = ends_[end - 1], to = ends_[end];
  const double x = std::clamp(2 * (root_years - from) / (to - from) - 1, -1.0, 1.0);
  return chebyshev_.interpolated(stretches_[end - 1], x);
}

/// One term of the integrals of a node's equation.
struct ExerciseBoundary::Sample {
  double root_later;          // of the time that passes
  double strike, underlying;  // weights, with their discount
  double log;                 // of the boundary then, where it is known
  std::vector<double> row;    // what makes it up, in the stretch that is looked for
};

std::vector<ExerciseBoundary::Sample> ExerciseBoundary::samples(double from, double to,
                                                                double root) const {
  std::vector<Sample> samples;
  const std::vector<double> angles = cuts(ends_, root, drift_scale(put_));
  for (std::size_t cut = 1; cut < angles.size(); ++cut) {
    const double half = 0.5 * (angles[cut] - angles[cut - 1]);
    const double middle = 0.5 * (angles[cut] + angles[cut - 1]);
    for (std::size_t k = 0; k < gauss_.points.size(); ++k) {
      const double sine = std::sin(middle + half * gauss_.points[k]);
      const double cosine = std::cos(middle + half * gauss_.points[k]);
      const double later = root * root * sine * sine;
      const double weight = gauss_.weights[k] * half * 2 * root * root * sine * cosine;
      Sample sample{root * sine,
                    weight * put_.rate * std::exp(-put_.rate * later),
                    weight * put_.yield * std::exp(-put_.yield * later),
                    0,
                    {}};
      if (root * cosine > from)
        sample.row = chebyshev_.row(2 * (root * cosine - from) / (to - from) - 1);
      else sample.log = log_at(root * cosine);
      samples.push_back(std::move(sample));
    }
  }
  return samples;
}

/// How far each node is from its equation, as a logarithm, and the slopes by the nodes.
struct ExerciseBoundary::System {
  std::vector<double> off;
  std::vector<std::vector<double>> slopes;
  double most = 0;
};

ExerciseBoundary::System ExerciseBoundary::system(const std::vector<std::vector<Sample>>& samples,
                                                  const std::vector<double>& roots,
                                                  const std::vector<double>& log) const {
  const std::size_t size = log.size() - 1;  // the first is known
  System system{std::vector<double>(size), {size, std::vector<double>(size, 0.0)}, 0};
  for (std::size_t i = 0; i < size; ++i) {
    const double root = roots[i + 1], at = log[i + 1];
    const bool above = kept_ == Kept::above;
    // What is above the boundary, or one less what is below it: the one that does not cancel.
    const auto side = [&](double rate) { return above && rate * root * root >= -1 ? 1.0 : -1.0; };
    Sum strike{side(put_.rate), 0, std::vector<double>(size + 1, 0.0)};
    Sum underlying{side(put_.yield), 0, std::vector<double>(size + 1, 0.0)};
    const auto add = [&](double root_later, double log_ratio, double for_strike,
                         double for_underlying, const std::vector<double>& row) {
      const double deviation = put_.volatility * root_later;
      const double drift = (put_.rate - put_.yield) * root_later * root_later;
      const double plus = (log_ratio + drift) / deviation + 0.5 * deviation;
      strike.add(for_strike, plus - deviation, deviation, i + 1, row);
      underlying.add(for_underlying, plus, deviation, i + 1, row);
    };
    for (const Sample& sample : samples[i]) {
      double then = sample.log;
      for (std::size_t j = 0; j < sample.row.size(); ++j) then += sample.row[j] * log[j];
      add(sample.root_later, at - then, sample.strike, sample.underlying, sample.row);
    }
    if (above) {
      add(root, at, std::exp(-put_.rate * root * root), std::exp(-put_.yield * root * root), {});
      if (strike.side < 0) strike.take_from_one();
      if (underlying.side < 0) underlying.take_from_one();
    }
    const double ratio = strike.value / underlying.value;
    system.off[i] = ratio > 0 ? std::log(ratio) - at : std::numeric_limits<double>::infinity();
    if (!std::isfinite(system.off[i])) system.off[i] = std::numeric_limits<double>::infinity();
    system.most = std::max(system.most, std::abs(system.off[i]));
    for (std::size_t j = 0; j < size; ++j)
      system.slopes[i][j] = strike.slopes[j + 1] / strike.value -
                            underlying.slopes[j + 1] / underlying.value - (i == j ? 1 : 0);
  }
  return system;
}

/// Of the first stretch, how boundaries begin (Evans, Kuske and Keller 2002); of the others, on in
/// the direction of the last one.
std::vector<double> ExerciseBoundary::first_guess(double from, double to) const {
  std::vector<double> guess;
  for (const double point : chebyshev_.points()) {
    const double root = from + 0.5 * (to - from) * (1 + point);
    if (from > 0) {
      const double before = 0.9 * from;
      const double slope = (log_at(from) - log_at(before)) / std::log(from / before);
      guess.push_back(log_at(from) + slope * std::log(root / from));
      continue;
    }
    double fall = 0.6388;
    if (log_start_ == 0 && root > 0) {
      const double years = root * root, variance = put_.volatility * put_.volatility;
      const double gap = put_.rate - put_.yield;
      const double apart = std::log(variance / (8 * pi * years * gap * gap + 1e-300));
      const double level =
          2 * std::log(1 / (4 * std::sqrt(pi) * years * std::max(std::abs(put_.yield), 1e-300)));
      fall = std::sqrt(std::clamp(std::min(apart, level), 0.5, 100.0));
    }
    const double away = fall * put_.volatility * root;
    guess.push_back(kept_ == Kept::above ? log_start_ - away : log_start_ + away);
  }
  return guess;
}

bool ExerciseBoundary::extend(double root_years) {
  const double from = ends_.back(), to = root_years;
  std::vector<double> log = first_guess(from, to), roots;
  std::vector<std::vector<Sample>> of_nodes;
  for (std::size_t i = 0; i < log.size(); ++i) {
    roots.push_back(from + 0.5 * (to - from) * (1 + chebyshev_.points()[i]));
    if (i > 0) of_nodes.push_back(samples(from, to, roots[i]));
  }
  constexpr int steps_most = 40;
  constexpr double still = 1e-12, good = 1e-9;
  System at = system(of_nodes, roots, log);
  bool is_found = false;
  for (int step = 0; step < steps_most && std::isfinite(at.most); ++step) {
    std::vector<double> move = at.off;
    if (!solve_linear(at.slopes, move)) break;
    double length = 0;
    for (const double by : move) length = std::max(length, std::abs(by));
    if (!std::isfinite(length)) break;
    // Newton's step, cut short until it leads nearer.
    bool is_nearer = false;
    for (double part = std::min(1.0, 1.0 / length); part > 1e-3 && !is_nearer; part *= 0.5) {
      std::vector<double> next = log;
      for (std::size_t i = 0; i < move.size(); ++i) next[i + 1] -= part * move[i];
      System there = system(of_nodes, roots, next);
      if (there.most < at.most || (there.most < good && part == 1)) {
        is_nearer = true;
        log = std::move(next);
        at = std::move(there);
      }
    }
    is_found = at.most < good;
    if (!is_nearer || length < still) break;
  }
  if (!is_found) return false;
  ends_.push_back(to);
  stretches_.push_back(std::move(log));
  return true;
}

}  // namespace plimsoll::pricing
