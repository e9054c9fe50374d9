#include "pricing/heat_grid.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace plimsoll::pricing {
namespace {

std::vector<double> points(double from, double apart, int count) {
  std::vector<double> points;
  for (int i = 0; i < count; ++i) points.push_back(from + i * apart);
  return points;
}

std::vector<double> each(std::vector<double> points, double (*of)(double)) {
  for (double& point : points) point = of(point);
  return points;
}

// A wave that keeps its shape and fades at a rate that is known.
TEST(HeatGrid, SpreadsAsHeatDoes) {
  const auto wave = [](double x) { return std::sin(x); };
  HeatGrid grid{each(points(0, std::numbers::pi / 400, 401), wave), std::numbers::pi / 400};
  std::vector<double> free(401, std::numeric_limits<double>::lowest());
  free.front() = free.back() = 0;
  for (int step = 0; step < 100; ++step) grid.spread(0.01, 0.5, free);
  EXPECT_NEAR(grid.values()[200], std::exp(-0.5), 1e-5);
  EXPECT_NEAR(grid.values()[100], std::exp(-0.5) * std::numbers::sqrt2 / 2, 1e-5);
}

TEST(HeatGrid, StaysOnItsObstacleWhereItWouldSinkBelow) {
  const auto hill = [](double x) { return std::max(0.0, 1 - x * x); };
  const std::vector<double> at = points(-4, 0.02, 401), obstacle = each(at, hill);
  HeatGrid grid{obstacle, 0.02};
  for (int step = 0; step < 1000; ++step) grid.spread(0.1, 1, obstacle);
  for (std::size_t i = 0; i < at.size(); ++i) EXPECT_GE(grid.values()[i], obstacle[i] - 1e-12);
  EXPECT_DOUBLE_EQ(grid.values()[200], 1);  // the top is where the hill holds it
  // In the end, straight lines from the ends that touch the hill.
  const double touch = 4 - std::sqrt(15.0), top = 1 - touch * touch;
  EXPECT_NEAR(grid.values()[350], top * (4 - 3) / (4 - touch), 1e-3);
}

// Area and moment of what is above the other one, wherever the crossing is in its cell.
TEST(HeatGrid, RaisesToTheGreaterAsCellsSeeIt) {
  for (const double crossing : {-0.049, -0.02, 0.0, 0.03}) {
    const std::vector<double> at = points(-1, 0.1, 21);
    std::vector<double> line = at;
    for (double& value : line) value -= crossing;
    HeatGrid grid{std::vector<double>(at.size(), 0.0), 0.1};
    grid.raise_to(line);
    double area = 0, moment = 0;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {  // of straight lines between the points
      const double left = grid.values()[i], right = grid.values()[i + 1];
      area += 0.05 * (left + right);
      moment += 0.05 * (left + right) * at[i] + 0.01 * (left / 6 + right / 3);
    }
    const double length = 1 - crossing;
    EXPECT_NEAR(area, length * length / 2, 1e-14) << crossing;
    EXPECT_NEAR(moment, length * length * (1.0 - length / 3) / 2, 1e-14) << crossing;
  }
}

}  // namespace
}  // namespace plimsoll::pricing
