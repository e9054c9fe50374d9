#pragma once
// The Gauss-Legendre rule: the integral over [-1, 1] of a polynomial of degree 2 × size - 1 is the
// sum of its values at the points by the weights.

#include <vector>

namespace plimsoll::pricing {

struct GaussLegendre {
  std::vector<double> points, weights;  // from left to right
  explicit GaussLegendre(int size);
};

}  // namespace plimsoll::pricing
