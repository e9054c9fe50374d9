#pragma once
// How likely, and how soon, a price falls to a level: the first passage of a Brownian motion with
// drift (Harrison, "Brownian Motion and Stochastic Flow Systems", 1985, §1.8), in closed form.
//
// Of a loan against securities: the level is the value V* at which the requirement meets equity,
// and grows with the rate of the loan. The distance to it in logarithms, ln(V/V*), starts at
// `log_distance` and moves by `drift` a year with `volatility`.

#include <optional>

#include "base/result.hpp"

namespace plimsoll::risk {

struct Barrier {
  double log_distance = 0;  // ln(value / level); the level is reached at zero and below it
  // A year: expected return, income reinvested, less volatility² / 2, less the rate at which the
  // level grows, less withdrawals as a share of the value. Negative is towards the level.
  double drift = 0;
  double volatility = 0;  // a year; zero: the value moves by its drift alone
};

/// What the functions here take. Further out no account is, and a double could overflow.
inline constexpr double log_distance_most = 700;  // either way
inline constexpr double drift_most = 100;         // either way
inline constexpr double moving_volatility_least = 1e-6, moving_volatility_most = 100;

/// `bad_input`, naming the first number that is outside, or is none.
Result<void> check(const Barrier& barrier);

// Times below are in years, zero or more.

/// Of being at or below the level at any time up to `years`. One where it is reached already.
double probability_by(const Barrier& barrier, double years);

/// Of being at or below the level at the end of `years`, whatever came between: about half of the
/// above, and what a check of the end alone sees.
double probability_at(const Barrier& barrier, double years);

/// Of ever being at or below the level.
double probability_ever(const Barrier& barrier);

/// The mean time until the level is reached; none where it is infinite: without a drift towards the
/// level it is, even where the level is reached with certainty.
std::optional<double> expected_years(const Barrier& barrier);

/// The time by which the level is reached with `probability`, above 0 and below 1; none where that
/// never comes.
std::optional<double> years_until(const Barrier& barrier, double probability);

/// The same with one half.
std::optional<double> median_years(const Barrier& barrier);

/// Of the time of reaching the level, a year. None where that time is known: reached already, or
/// not moving but by its drift.
std::optional<double> density_at(const Barrier& barrier, double years);

/// The same barrier, looked at every `interval_years` only (a trading day: 1 / 252), as one that is
/// watched always, further off by 0.5826 volatility √interval: Broadie, Glasserman and Kou, "A
/// continuity correction for discrete barrier options", Mathematical Finance 7 (1997). It is an
/// approximation for many intervals; of one, ask `probability_at`.
Barrier watched_every(double interval_years, const Barrier& barrier);

/// What a barrier is but for its distance, and until when it is looked at.
struct Horizon {
  double drift = 0, volatility = 0;  // as `Barrier` has them
  double years = 0;
};

/// The least log distance from which the level is reached within the horizon with `probability` at
/// most, above 0 and at most 1. Where only the drift moves, or no time is left, any distance above
/// the one returned does.
double distance_for(double probability, const Horizon& horizon);

}  // namespace plimsoll::risk
