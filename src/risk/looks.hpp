#pragma once
// A corridor that is looked at now and then: at each close, not between.

#include <vector>

#include "risk/corridor.hpp"

namespace plimsoll::risk {

/// How often, and how many times; the first look is one interval from now.
struct Looks {
  double interval_years = 0;  // a trading day: 1 / 252
  int count = 1;              // at least 1
};

/// Up to here looks are counted one by one. The correction for many intervals is too low for few:
/// of a level 2.7 deviations of a day away it gives one look less than a third of its chance.
inline constexpr int looks_counted = 25;

/// Of being at or beyond a level at the first look, by the second, and so on, to 1e-10 of itself:
/// the density between the levels carried from look to look by quadrature. `count` is at most
/// `looks_counted`.
std::vector<double> seen_by_each(const Corridor& corridor, const Looks& looks);

/// Of being at or beyond a level at any look: counted for few, and for many `watched_every`, no
/// less than what the last look alone sees.
double seen_by(const Corridor& corridor, const Looks& looks);

/// The time by which that is seen with `probability`, above 0 and below 1, at looks so far apart;
/// none where it never is.
std::optional<double> years_until_seen(const Corridor& corridor, double interval_years,
                                       double probability);

}  // namespace plimsoll::risk
