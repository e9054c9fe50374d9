#pragma once
// A barrier watched at intervals, by simulation: what the closed form with its correction is held
// against.

#include <cstdint>
#include <optional>
#include <vector>

#include "risk/confidence.hpp"
#include "risk/first_passage.hpp"

namespace plimsoll::risk {

/// Independent paths of the logarithm of value over level; steps are normal, so that a path is
/// exact at each of its points and unwatched between them. No antithetic paths: the interval of a
/// count stands on paths that do not know of each other.
struct Simulation {
  Barrier barrier = {};
  /// A second level on the other side, reached by moves the other way: what takes a path from the
  /// one brings it to this. Its drift is its own, its volatility the same.
  std::optional<Barrier> opposite = {};
  double years = 0;  // above zero, at most 200
  int steps_a_year = 252;
  std::uint64_t paths = 100'000;  // from 1 to 1e9
  std::uint64_t seed = 0;
  int threads = 1;  // at least 1; the answer is the same for any
};

/// When simulated paths were first at or beyond a level.
struct SimulatedPassage {
  double interval_years = 0;  // between looks
  std::uint64_t paths = 0;
  /// Paths first there at look k, at k intervals; look 0 is the start.
  std::vector<std::uint64_t> first_there = {};

  /// The share of paths that came to the level, and how far it may be from the true probability.
  double probability() const;
  Interval probability_interval() const;
  /// The first look by which `probability` of all paths, above 0 and at most 1, were there; none
  /// where fewer ever were.
  std::optional<double> years_until(double probability) const;
  /// The paths there by the end.
  std::uint64_t there() const;
};

/// Looks at the start and then at `years` × `steps_a_year` equal intervals, rounded up. The n-th
/// path of a seed is the same in every simulation of it. `bad_input` for a number outside of its
/// range, and for more than a million intervals.
Result<SimulatedPassage> simulate(const Simulation& simulation);

}  // namespace plimsoll::risk
