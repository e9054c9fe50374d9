#pragma once
// Up to which price of the underlying an American put is exercised, by the time that is left.
//
// The boundary solves an integral equation (Kim 1990), read here as Andersen, Lake and Offengenden
// (2016) read it: strike and underlying apart, each with what exercise gives up. It is solved
// forwards in time to expiry, a stretch at a time, each a polynomial in the root of time; stretches
// double in that root, so that whatever happens within a day of expiry, or within the time of a
// small volatility, has stretches of its own size.

#include <vector>

#include "pricing/quadrature.hpp"

namespace plimsoll::pricing {

/// A put on a strike of one, without spot or expiry.
struct UnitPut {
  double rate, yield, volatility;
};

/// How finely it is computed. `finest` is for measuring what the defaults leave.
struct ReferenceAccuracy {
  int degree = 8;           // of the polynomial of a stretch
  int points = 11;          // of an integral over a stretch
  int doublings = 6;        // of the first stretch, up to the natural time of the put
  double tolerance = 1e-9;  // of the price's integral, of the strike
};
inline constexpr ReferenceAccuracy finest{16, 22, 11, 1e-12};

/// Where the put is kept, seen from the boundary. With yield < rate < 0 it is kept below a second
/// one, which rises.
enum class Kept { above, below };

class ExerciseBoundary {
 public:
  ExerciseBoundary(const UnitPut& put, Kept kept, const ReferenceAccuracy& accuracy);

  /// Adds a stretch to `root_years`, the root of a time to expiry. False where the equation was not
  /// solved: the boundary ends, or the stretch is too long.
  bool extend(double root_years);
  /// Up to where the boundary is known.
  double root_years() const { return ends_.back(); }
  /// Forgets the last stretch.
  void shorten();
  /// Logarithm of the boundary at the root of a time to expiry that is known.
  double log_at(double root_years) const;
  /// Where stretches meet, from zero on, as roots of time.
  const std::vector<double>& ends() const { return ends_; }

 private:
  struct Sample;
  struct System;
  std::vector<double> first_guess(double from, double to) const;
  std::vector<Sample> samples(double from, double to, double root) const;
  System system(const std::vector<std::vector<Sample>>& samples, const std::vector<double>& roots,
                const std::vector<double>& log) const;

  UnitPut put_;
  Kept kept_;
  ReferenceAccuracy accuracy_;
  ChebyshevPoints chebyshev_;
  GaussRule gauss_;
  double log_start_;
  std::vector<double> ends_;                    // of the stretches; the first begins at zero
  std::vector<std::vector<double>> stretches_;  // each by its values at Chebyshev's points
};

/// Where an integral over the time that passes is cut, as angles: what passes is a square of the
/// sine, of `root` squared, and what is left of the cosine. Cut where stretches meet, and towards
/// no time passing by halves down to `scale`, a root of time.
std::vector<double> cuts(const std::vector<double>& ends, double root, double scale);

}  // namespace plimsoll::pricing
