#pragma once
// The heat equation on a line, above an obstacle.

#include <functional>
#include <vector>

namespace plimsoll::pricing {

/// Values at points evenly apart that spread as heat does, and are kept from falling below an
/// obstacle. The two ends are given with the obstacle.
class HeatGrid {
 public:
  HeatGrid(std::vector<double> values, double apart) : values_{std::move(values)}, apart_{apart} {}
  const std::vector<double>& values() const { return values_; }

  /// At once the greater of the values and `other`, where that is; as seen by the cells between the
  /// points, so that it does not matter where in its cell the crossing is.
  void raise_to(const std::vector<double>& other);

  /// Spreads by `variance`. Half of the step implicit is second order (Crank and Nicolson), all of
  /// it calms what a kink leaves (Rannacher).
  void spread(double variance, double implicit, const std::vector<double>& obstacle);

 private:
  void solve(double beside, const std::vector<double>& right, const std::vector<double>& obstacle);

  std::vector<double> values_;
  double apart_;
  std::vector<char> is_held_;  // by the obstacle, when last solved
  std::vector<double> factors_;
};

}  // namespace plimsoll::pricing
