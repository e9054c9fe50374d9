#pragma once
// Points and weights of an integral, and polynomials through points.

#include <cstddef>
#include <vector>

namespace plimsoll::pricing {

/// The Gauss-Legendre rule on [-1, 1]: exact for polynomials up to degree 2 size - 1.
struct GaussRule {
  std::vector<double> points, weights;
  explicit GaussRule(int size);
};

/// Chebyshev's points of the second kind on [-1, 1], rising from -1 to 1.
class ChebyshevPoints {
 public:
  explicit ChebyshevPoints(int degree);
  const std::vector<double>& points() const { return points_; }
  /// What the value at each point counts for in the polynomial's value at `x` (barycentric).
  std::vector<double> row(double x) const;
  /// The polynomial's value at `x`.
  double interpolated(const std::vector<double>& values, double x) const;

 private:
  std::vector<double> points_, weights_;
};

/// Solves a system of linear equations by elimination with pivots. `matrix` is by row; `right`
/// becomes the solution. False where there is none.
bool solve_linear(std::vector<std::vector<double>> matrix, std::vector<double>& right);

}  // namespace plimsoll::pricing
