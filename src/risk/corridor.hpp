#pragma once
// How likely, and how soon, a price leaves the room between a level below it and one above: the
// first exit of a Brownian motion with drift from an interval, in closed form (Darling and Siegert,
// "The first passage problem for a continuous Markov process", Annals of Mathematical Statistics
// 24, 1953), and where the levels near each other, as two lines (Anderson, "A modification of the
// sequential probability ratio test to reduce the sample size", the same, 31, 1960). What is called
// by a fall as by a rise, as who has sold options both ways, stands in one.

#include <optional>

#include "base/result.hpp"
#include "risk/first_passage.hpp"

namespace plimsoll::risk {

/// Logarithms of the value, as `Barrier` has them. At least one level is there.
struct Corridor {
  std::optional<double> down = {};  // ln(value / lower level); reached at zero and below it
  std::optional<double> up = {};    // ln(upper level / value); likewise
  double drift = 0;                 // a year; positive is upward
  double volatility = 0;            // a year
  double rising = 0;                // a year: how fast the lower level comes up, as debt grows
};

/// One level alone, as if the other were not. Nothing where it is not there.
std::optional<Barrier> below(const Corridor& corridor);
std::optional<Barrier> above(const Corridor& corridor);  // upside down: its drift is the other way

/// `bad_input`: no level at all, a lower one that sinks, or what `check` says of one of them.
Result<void> check(const Corridor& corridor);

// Times below are in years, zero or more.

/// Of being at or beyond either level at any time up to `years`, to 1e-13; of levels that near each
/// other to 1e-10, and one from where they meet.
double probability_by(const Corridor& corridor, double years);

/// Of being at or beyond either level at the end of `years`, whatever came between.
double probability_at(const Corridor& corridor, double years);

/// Of ever being at or beyond either. One where there are two and the value moves.
double probability_ever(const Corridor& corridor);

/// The mean time until the first is reached; none where it is infinite. Of levels that near each
/// other it is the integral of the probability to have stayed, to 1e-6 of itself.
std::optional<double> expected_years(const Corridor& corridor);

/// The time by which one is reached with `probability`, above 0 and below 1; none where that never
/// comes.
std::optional<double> years_until(const Corridor& corridor, double probability);

/// The same corridor looked at every `interval_years` only, as one that is watched always: both
/// levels further off, as `watched_every` moves a barrier.
Corridor watched_every(double interval_years, const Corridor& corridor);

}  // namespace plimsoll::risk
