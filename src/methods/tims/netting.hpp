#pragma once
// What offsets what, point by point, over plain grids of gains (above zero) and losses.

#include <cstddef>
#include <span>
#include <vector>

namespace plimsoll::tims {

/// Of several groups that stand together: at each point the sum of what gains and of what loses.
class Pool {
 public:
  explicit Pool(std::size_t points) : gains_(points), losses_(points) {}

  void clear();
  /// One group's profit and loss, a number for each point.
  void add(std::span<const double> profit_and_loss);
  /// offset x gains - losses, at each point. 17 CFR 240.15c3-1a(b)(1)(v)(B).
  void net(double offset, std::span<double> out) const;

 private:
  std::vector<double> gains_, losses_;
};

/// Where a grid loses most: the first such point, and how much; no less than zero.
struct Worst {
  std::size_t point = 0;
  double loss = 0;
};
Worst worst_of(std::span<const double> profit_and_loss);

}  // namespace plimsoll::tims
