#pragma once
// The upper tail of the standard normal distribution as 16 polynomials: two thirds of what an
// American option costs is reading it.

namespace plimsoll::pricing {

/// `coefficients[power][piece]`; piece i begins at i / pieces_per_deviation, and its polynomial
/// takes the way from there to the next, from 0 to 1. Beyond the last piece the tail is as at its
/// end. Absolute error at most 5e-8 (float), 8e-11 (double).
template <class T>
struct NormalTable {
  static constexpr int degree = sizeof(T) == 8 ? 7 : 5;
  static constexpr double pieces_per_deviation = sizeof(T) == 8 ? 2.5 : 2.75;
  static constexpr double last = sizeof(T) == 8 ? 15.9999999 : 15.9999;
  alignas(64) T coefficients[degree + 1][16];
};

/// Fitted once.
const NormalTable<float>& normal_table(float);
const NormalTable<double>& normal_table(double);

}  // namespace plimsoll::pricing
