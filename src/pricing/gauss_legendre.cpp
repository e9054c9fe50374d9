#include "pricing/gauss_legendre.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace plimsoll::pricing {

GaussLegendre::GaussLegendre(int size)
    : points(static_cast<std::size_t>(size)), weights(points.size()) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    // Newton's steps from an estimate of the root of the Legendre polynomial.
    double x = -std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) / (size + 0.5));
    double slope = 1;
    for (int step = 0; step < 50; ++step) {
      double value = 1, before = 0;
      for (int order = 0; order < size; ++order)
        before = std::exchange(
            value, ((2.0 * order + 1) * x * value - order * before) / (order + 1));
      slope = size * (x * value - before) / (x * x - 1);
      const double moved = value / slope;
      x -= moved;
      if (std::abs(moved) < 1e-16) break;
    }
    points[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
}

}  // namespace plimsoll::pricing
