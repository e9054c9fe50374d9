#pragma once
// The constants of the integral equation for a number of points: where the early exercise boundary
// is known, where the integrals are read, and how the one is interpolated at the other. All of them
// in parts of the time to expiry, so that they are the same for every option.

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "base/check.hpp"
#include "pricing/quadrature.hpp"

namespace plimsoll::pricing {

/// One reading of an integral over the time to come, `later` of it, in parts of the time to expiry.
/// The angle whose squared sine that time is makes the integrand smooth at both ends.
template <class T, std::size_t nodes>
struct Reading {
  T root_later, inverse_root_later;  // of `later`
  T later;
  T weight;
  std::array<T, nodes> mix;  // what of each node's square makes up the square then
};

/// The boundary is known at `nodes` Chebyshev points of the root of time, besides expiry itself.
/// Each has `quadrature` readings in its equation, the `early` ones, which move prices least, half
/// as many; a price has `points`.
template <class T, std::size_t nodes_, std::size_t quadrature_, std::size_t early_,
          std::size_t points_>
struct BoundaryRule {
  static constexpr std::size_t nodes = nodes_, quadrature = quadrature_, points = points_;
  static constexpr std::size_t readings_at(std::size_t node) {
    return node < early_ ? quadrature / 2 : quadrature;
  }

  std::array<T, nodes> root_of_time;
  std::array<std::array<Reading<T, nodes>, quadrature>, nodes> equation;
  std::array<Reading<T, nodes>, points> price;

  BoundaryRule() {
    for (std::size_t i = 0; i < nodes; ++i) {
      const double root = 0.5 * (1 - cosine(i + 1));
      root_of_time[i] = static_cast<T>(root);
      const GaussRule rule{static_cast<int>(readings_at(i))};
      for (std::size_t k = 0; k < readings_at(i); ++k) equation[i][k] = reading(root, rule, k);
    }
    const GaussRule rule{static_cast<int>(points)};
    for (std::size_t k = 0; k < points; ++k) price[k] = reading(1, rule, k);
  }

 private:
  static double cosine(std::size_t node) {
    return std::cos(std::numbers::pi * static_cast<double>(node) / static_cast<double>(nodes));
  }

  static Reading<T, nodes> reading(double root_of_whole, const GaussRule& rule, std::size_t k) {
    const double angle = std::numbers::pi / 4 * (1 + rule.points[k]);
    const double root_later = root_of_whole * std::sin(angle);
    const double root_remaining = root_of_whole * std::cos(angle);
    return {static_cast<T>(root_later), static_cast<T>(1 / root_later),
            static_cast<T>(root_later * root_later),
            static_cast<T>(rule.weights[k] * std::numbers::pi / 2 * root_later * root_remaining),
            mix_at(root_remaining)};
  }

  /// Barycentric interpolation; expiry's own square is zero and left out.
  static std::array<T, nodes> mix_at(double root) {
    std::array<double, nodes + 1> mix;
    double sum = 0;
    for (std::size_t i = 0; i <= nodes; ++i) {
      const double gap = 2 * root - 1 + cosine(i);
      PLIMSOLL_CHECK(gap != 0);  // no point of the one rule is a point of the other
      mix[i] = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == nodes ? 0.5 : 1) / gap;
      sum += mix[i];
    }
    std::array<T, nodes> parts;
    for (std::size_t i = 0; i < nodes; ++i) parts[i] = static_cast<T>(mix[i + 1] / sum);
    return parts;
  }
};

}  // namespace plimsoll::pricing
