#include "risk/first_passage.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "base/check.hpp"
#include "pricing/normal.hpp"
#include "pricing/written.hpp"
#include "risk/normal_quantile.hpp"
#include "risk/time_until.hpp"

namespace plimsoll::risk {
namespace {

using pricing::normal_below;
using pricing::written;

bool is_reached(const Barrier& barrier) { return barrier.log_distance <= 0; }

/// When the drift alone arrives.
std::optional<double> years_by_drift(const Barrier& barrier) {
  if (is_reached(barrier)) return 0;
  if (barrier.drift >= 0) return std::nullopt;
  return barrier.log_distance / -barrier.drift;
}

/// Of paths that end above the level, those that touched it. The textbook's
/// exp(-2 drift distance / volatility²) Φ(-z) is infinity times zero where the drift is towards the
/// level: there both exponentials are joined before either is taken.
double touched_and_left(const Barrier& barrier, double years) {
  const double deviation = barrier.volatility * std::sqrt(years);
  const double z = (barrier.log_distance - barrier.drift * years) / deviation;
  if (z < 0) return probability_ever(barrier) * normal_below(-z);
  const double reached = (barrier.log_distance + barrier.drift * years) / deviation;
  return 0.5 * scaled_erfc(z / std::numbers::sqrt2) * std::exp(-0.5 * reached * reached);
}

}  // namespace

Result<void> check(const Barrier& barrier) {
  // Each comparison says no of what is not a number too.
  if (!(std::abs(barrier.log_distance) <= log_distance_most))
    return fail(Reason::bad_input, "the log distance is " + written(barrier.log_distance) +
                                       "; it is ln(value / level), from -700 to 700");
  if (!(std::abs(barrier.drift) <= drift_most))
    return fail(Reason::bad_input, "the drift is " + written(barrier.drift) +
                                       " a year; write five per cent as 0.05, from -100 to 100");
  const bool is_moving =
      moving_volatility_least <= barrier.volatility && barrier.volatility <= moving_volatility_most;
  if (is_moving || barrier.volatility == 0) return {};
  return fail(Reason::bad_input, "the volatility is " + written(barrier.volatility) +
                                     "; write 20 per cent as 0.2, zero or from 0.000001 to 100");
}

double probability_by(const Barrier& barrier, double years) {
  PLIMSOLL_CHECK(years >= 0);
  if (is_reached(barrier)) return 1;
  if (years == 0) return 0;
  if (std::isinf(years)) return probability_ever(barrier);
  if (barrier.volatility == 0) {
    const std::optional<double> arrives = years_by_drift(barrier);
    return arrives && *arrives <= years ? 1 : 0;
  }
  const double sum = probability_at(barrier, years) + touched_and_left(barrier, years);
  return std::min(1.0, sum);
}

double probability_at(const Barrier& barrier, double years) {
  PLIMSOLL_CHECK(years >= 0 && !std::isinf(years));
  const double middle = barrier.log_distance + barrier.drift * years;
  const double deviation = barrier.volatility * std::sqrt(years);
  if (deviation == 0) return middle <= 0 ? 1 : 0;
  return normal_below(-middle / deviation);
}

double probability_ever(const Barrier& barrier) {
  if (is_reached(barrier) || barrier.drift < 0) return 1;
  if (barrier.volatility == 0) return 0;
  return std::exp(-2 * (barrier.drift / barrier.volatility) *
                  (barrier.log_distance / barrier.volatility));
}

std::optional<double> expected_years(const Barrier& barrier) { return years_by_drift(barrier); }

std::optional<double> years_until(const Barrier& barrier, double probability) {
  PLIMSOLL_CHECK(0 < probability && probability < 1);
  if (is_reached(barrier) || barrier.volatility == 0) return years_by_drift(barrier);
  if (probability >= probability_ever(barrier)) return std::nullopt;
  const double scale = barrier.log_distance / barrier.volatility;
  return time_until(probability, scale * scale,
                    [&](double years) { return probability_by(barrier, years); });
}

std::optional<double> median_years(const Barrier& barrier) { return years_until(barrier, 0.5); }

std::optional<double> density_at(const Barrier& barrier, double years) {
  PLIMSOLL_CHECK(years >= 0);
  if (is_reached(barrier) || barrier.volatility == 0) return std::nullopt;
  if (years == 0 || std::isinf(years)) return 0;
  const double scale = barrier.log_distance / barrier.volatility;
  const double reached =
      (barrier.log_distance + barrier.drift * years) / (barrier.volatility * std::sqrt(years));
  // In logarithms: soon after the start years³ vanishes before the exponential does.
  const double log_root = 0.5 * std::log(2 * std::numbers::pi) + 1.5 * std::log(years);
  return std::exp(std::log(scale) - log_root - 0.5 * reached * reached);
}

Barrier watched_every(double interval_years, const Barrier& barrier) {
  PLIMSOLL_CHECK(interval_years >= 0);
  if (is_reached(barrier)) return barrier;
  constexpr double minus_zeta_of_half_over_root_two_pi = 0.5825971579390107;
  Barrier further = barrier;
  further.log_distance +=
      minus_zeta_of_half_over_root_two_pi * barrier.volatility * std::sqrt(interval_years);
  return further;
}

double distance_for(double probability, const Horizon& horizon) {
  PLIMSOLL_CHECK(0 < probability && probability <= 1);
  PLIMSOLL_CHECK(horizon.years >= 0 && !std::isinf(horizon.years));
  const double by_drift = std::max(0.0, -horizon.drift * horizon.years);
  const double deviation = horizon.volatility * std::sqrt(horizon.years);
  if (probability == 1) return 0;
  if (deviation == 0) return by_drift;
  const auto is_enough = [&](double distance) {
    const Barrier barrier{distance, horizon.drift, horizon.volatility};
    return probability_by(barrier, horizon.years) <= probability;
  };
  double near = 0, far = by_drift + deviation;
  while (!is_enough(far)) {
    near = far;
    far += far;
  }
  // By halves until no double lies between.
  for (;;) {
    const double middle = near + (far - near) / 2;
    if (middle <= near || middle >= far) return far;
    (is_enough(middle) ? far : near) = middle;
  }
}

}  // namespace plimsoll::risk
