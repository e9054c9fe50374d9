#include "pricing/quadrature.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace plimsoll::pricing {

using std::numbers::pi;

GaussRule::GaussRule(int size)
    : points(static_cast<std::size_t>(size)), weights(static_cast<std::size_t>(size)) {
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

ChebyshevPoints::ChebyshevPoints(int degree) {
  for (int i = 0; i <= degree; ++i) {
    points_.push_back(-std::cos(pi * i / degree));
    weights_.push_back((i % 2 == 0 ? 1 : -1) * (i == 0 || i == degree ? 0.5 : 1));
  }
}

std::vector<double> ChebyshevPoints::row(double x) const {
  std::vector<double> row(points_.size(), 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const double gap = x - points_[i];
    if (std::abs(gap) < 1e-15) {
      std::ranges::fill(row, 0.0);
      row[i] = 1;
      return row;
    }
    row[i] = weights_[i] / gap;
    sum += row[i];
  }
  for (double& weight : row) weight /= sum;
  return row;
}

double ChebyshevPoints::interpolated(const std::vector<double>& values, double x) const {
  double above = 0, below = 0;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const double gap = x - points_[i];
    if (std::abs(gap) < 1e-15) return values[i];
    above += weights_[i] / gap * values[i];
    below += weights_[i] / gap;
  }
  return above / below;
}

bool solve_linear(std::vector<std::vector<double>> matrix, std::vector<double>& right) {
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

}  // namespace plimsoll::pricing
