#include "pricing/heat_grid.hpp"

#include <algorithm>

namespace plimsoll::pricing {

void HeatGrid::raise_to(const std::vector<double>& other) {
  std::vector<double> raised(values_.size());
  for (std::size_t i = 0; i < values_.size(); ++i) raised[i] = std::max(values_[i], other[i]);
  for (std::size_t i = 0; i + 1 < values_.size(); ++i) {
    const double left = values_[i] - other[i], right = values_[i + 1] - other[i + 1];
    if (!(left * right < 0)) continue;
    // The points on either side claim more than the kink between them has: they give up what makes
    // area and moment of the cell right.
    const double high = std::max(left, right);
    const double part = high / (high - std::min(left, right));  // of the cell, that is above
    const double far = -high * (1 - part * part) / 6;
    const double near = -high * (1 - part) / 2 - far;
    raised[i] += left > 0 ? near : far;
    raised[i + 1] += left > 0 ? far : near;
  }
  values_ = std::move(raised);
}

void HeatGrid::spread(double variance, double implicit, const std::vector<double>& obstacle) {
  const double beside = 0.5 * variance / (apart_ * apart_);
  std::vector<double> right = values_;
  for (std::size_t i = 1; i + 1 < values_.size(); ++i)
    right[i] += (1 - implicit) * beside * (values_[i - 1] - 2 * values_[i] + values_[i + 1]);
  solve(implicit * beside, right, obstacle);
}

/// Which points the obstacle holds is guessed from last time, and put right where a point fell
/// below it or would rise by itself, until it is right everywhere (Howard's policy iteration).
void HeatGrid::solve(double beside, const std::vector<double>& right,
                     const std::vector<double>& obstacle) {
  const std::size_t last = values_.size() - 1;
  is_held_.resize(values_.size(), 0);
  factors_.resize(values_.size());
  is_held_[0] = is_held_[last] = 1;
  constexpr int rounds_most = 200;
  for (int round = 0; round < rounds_most; ++round) {
    values_[0] = obstacle[0];
    factors_[0] = 0;
    for (std::size_t i = 1; i <= last; ++i) {
      if (is_held_[i]) {
        values_[i] = obstacle[i];
        factors_[i] = 0;
        continue;
      }
      const double pivot = 1 / (1 + 2 * beside - beside * factors_[i - 1]);
      factors_[i] = beside * pivot;
      values_[i] = (right[i] + beside * values_[i - 1]) * pivot;
    }
    for (std::size_t i = last; i-- > 0;) values_[i] += factors_[i] * values_[i + 1];
    bool is_right = true;
    for (std::size_t i = 1; i < last; ++i) {
      const double pull =
          (1 + 2 * beside) * values_[i] - beside * (values_[i - 1] + values_[i + 1]) - right[i];
      const bool held = is_held_[i] ? pull >= 0 : values_[i] < obstacle[i];
      if (held == (is_held_[i] != 0)) continue;
      is_held_[i] = held ? 1 : 0;
      is_right = false;
    }
    if (is_right) return;
  }
}

}  // namespace plimsoll::pricing
