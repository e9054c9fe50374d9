#include "pricing/quadrature.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plimsoll::pricing {
namespace {

TEST(GaussRule, IsExactForPolynomials) {
  for (const int size : {1, 2, 5, 14, 40}) {
    const GaussRule rule{size};
    for (int power = 0; power < 2 * size; ++power) {
      double sum = 0;
      for (std::size_t i = 0; i < rule.points.size(); ++i)
        sum += rule.weights[i] * std::pow(rule.points[i], power);
      EXPECT_NEAR(sum, power % 2 == 0 ? 2.0 / (power + 1) : 0, 1e-14) << size << " " << power;
    }
  }
}

TEST(ChebyshevPoints, GoThroughTheirPolynomial) {
  const ChebyshevPoints chebyshev{6};
  const auto polynomial = [](double x) { return 3 - x + 2 * std::pow(x, 3) - std::pow(x, 6); };
  std::vector<double> values;
  for (const double x : chebyshev.points()) values.push_back(polynomial(x));
  for (const double x : {-1.0, -0.7, 0.0, 0.123, 0.5, 1.0}) {
    EXPECT_NEAR(chebyshev.interpolated(values, x), polynomial(x), 1e-14);
    const std::vector<double> row = chebyshev.row(x);
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) sum += row[i] * values[i];
    EXPECT_NEAR(sum, polynomial(x), 1e-14);
  }
}

TEST(SolveLinear, PivotsAndRefuses) {
  std::vector<double> right{8, 5, 5};
  ASSERT_TRUE(solve_linear({{0, 1, 2}, {1, 2, 0}, {2, 0, 1}}, right));
  EXPECT_NEAR(right[0], 1, 1e-15);
  EXPECT_NEAR(right[1], 2, 1e-15);
  EXPECT_NEAR(right[2], 3, 1e-15);
  EXPECT_FALSE(solve_linear({{1, 2}, {2, 4}}, right = {1, 2}));
}

}  // namespace
}  // namespace plimsoll::pricing
