#include "risk/corridor.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.hpp"
#include "pricing/normal.hpp"
#include "pricing/written.hpp"
#include "risk/gauss.hpp"
#include "risk/normal_quantile.hpp"
#include "risk/time_until.hpp"

namespace plimsoll::risk {
namespace {

using pricing::normal_below;

/// Both levels are there, the value is between them, and it moves.
struct Between {
  double down = 0, up = 0, drift = 0, volatility = 0, rising = 0;
  double width() const { return down + up; }
  double tilt() const { return drift / volatility / volatility; }
};

std::optional<Between> between(const Corridor& corridor) {
  if (!corridor.down || !corridor.up || corridor.volatility == 0) return std::nullopt;
  if (*corridor.down <= 0 || *corridor.up <= 0) return std::nullopt;
  return Between{*corridor.down, *corridor.up, corridor.drift, corridor.volatility,
                 corridor.rising};
}

/// exp(log_weight) times the probability of falling by `distance`. The weights of images overflow
/// where their probabilities vanish, so that exponents are joined before either is taken.
double weighted(double log_weight, double distance, const Between& room, double years) {
  const double deviation = room.volatility * std::sqrt(years);
  const double ended = (distance + room.drift * years) / deviation;
  const double left = (distance - room.drift * years) / deviation;
  const double joined = std::exp(log_weight - 0.5 * ended * ended);
  const double at_the_end = ended > 0 ? 0.5 * scaled_erfc(ended / std::numbers::sqrt2) * joined
                                      : std::exp(log_weight) * normal_below(-ended);
  const double touched =
      left > 0 ? 0.5 * scaled_erfc(left / std::numbers::sqrt2) * joined
               : std::exp(log_weight - 2 * room.tilt() * distance) * normal_below(-left);
  return at_the_end + touched;
}

/// Of reaching the lower level first, by images of the start in both levels: each is a first
/// passage of its own distance. Terms vanish as exp(-2 (n width)² / variance).
double first_below(const Between& room, double years) {
  constexpr int images = 6;
  double sum = weighted(0, room.down, room, years);
  for (int n = 1; n <= images; ++n) {
    const double around = 2 * n * room.width();
    sum += weighted(room.tilt() * around, room.down + around, room, years);
    sum -= weighted(room.tilt() * (around - 2 * room.down), around - room.down, room, years);
  }
  return sum;
}

/// Of having left neither way, by the interval's own oscillations, which fade the faster the
/// shorter they are.
double stayed(const Between& room, double years) {
  constexpr int modes = 6;
  const double tilt = room.tilt(), variance = room.volatility * room.volatility * years;
  double sum = 0, sign = -1;
  for (int n = 1; n <= modes; ++n, sign = -sign) {
    const double wave = n * std::numbers::pi / room.width();
    const double square = tilt * tilt + wave * wave, fading = 0.5 * square * variance;
    const double ends =
        std::exp(-tilt * room.down - fading) - sign * std::exp(tilt * room.up - fading);
    sum += std::sin(wave * room.down) * wave / square * ends;
  }
  return std::max(0.0, 2 / room.width() * sum);
}

/// Distances to the two levels, now and then.
struct Ways {
  double down = 0, up = 0, down_then = 0, up_then = 0;
};

/// Of a path that is known to end between, of having been at a level on its way: by images in two
/// lines (Anderson, theorem 4.2).
double touched_between(const Ways& ways, double variance) {
  double sum = 0;
  const auto first = [&](double to, double from, double to_then, double from_then, double n) {
    const double once = (n * to + (n - 1) * from) * (n * to_then + (n - 1) * from_then);
    const double twice = n * n * (to * to_then + from * from_then) + n * (n - 1) * to * from_then +
                         n * (n + 1) * from * to_then;
    const double term = std::exp(-2 * once / variance);
    sum += term - std::exp(-2 * twice / variance);
    return term;
  };
  constexpr double seen = 1e-18;
  for (double n = 1;; ++n) {
    const double up = first(ways.up, ways.down, ways.up_then, ways.down_then, n);
    const double down = first(ways.down, ways.up, ways.down_then, ways.up_then, n);
    if (up + down < seen) return std::min(sum, 1.0);
  }
}

/// Where the lower level comes up: what ends outside, and what ends between and was out.
double left_between_lines(const Between& room, double years) {
  // So near the tip of the wedge that nothing is still in it, whatever came before.
  constexpr double tip = 1e-4, gone = 8;
  const double variance = room.volatility * room.volatility * years;
  if (gone * room.width() * room.width() < variance) return 1;
  if (room.width() - room.rising * years <= 0) return 1;
  if (room.width() * tip > room.width() - room.rising * years)
    return left_between_lines(room, room.width() * (1 - 2 * tip) / room.rising);
  const double deviation = std::sqrt(variance), mean = room.drift * years;
  const double bottom = room.rising * years - room.down;
  double sum =
      normal_below((bottom - mean) / deviation) + normal_below((mean - room.up) / deviation);
  const double from = std::max(bottom, mean - 9 * deviation);
  const double to = std::min(room.up, mean + 9 * deviation);
  if (to <= from) return std::min(sum, 1.0);
  const double panels = std::ceil((to - from) / (0.5 * deviation));
  const double half = 0.5 * (to - from) / panels;
  for (double panel = 0; panel < panels; ++panel)
    for (const GaussPoint& point : gauss_points) {
      const double end = from + half * (2 * panel + 1 + point.at);
      const double z = (end - mean) / deviation;
      sum += half * point.weight / deviation * normal_density(z) *
             touched_between({room.down, room.up, end - bottom, room.up - end}, variance);
    }
  return std::min(sum, 1.0);
}

double left_by(const Between& room, double years) {
  if (years == 0) return 0;
  if (std::isinf(years)) return 1;
  if (room.rising > 0) return left_between_lines(room, years);
  const double spread = room.volatility / room.width();
  const Between mirrored{room.up, room.down, -room.drift, room.volatility};
  // Where both converge within their terms they agree to the last digits.
  const double probability = spread * spread * years <= 1
                                 ? first_below(room, years) + first_below(mirrored, years)
                                 : 1 - stayed(room, years);
  return std::clamp(probability, 0.0, 1.0);
}

/// Of the upper level before the lower, for a drift of zero or more.
double upper_first(const Between& room) {
  return std::expm1(-2 * room.tilt() * room.down) / std::expm1(-2 * room.tilt() * room.width());
}

/// The integral of the chance to have stayed, until none is left; over the cube root of time, since
/// most of it happens early.
double mean_between_lines(const Between& room) {
  constexpr double gone = 8, panels = 24;
  const double spread = room.width() / room.volatility;
  const double last = std::min(gone * spread * spread, room.width() / room.rising);
  const double half = 0.5 / panels;
  double sum = 0;
  for (double panel = 0; panel < panels; ++panel)
    for (const GaussPoint& point : gauss_points) {
      const double root = half * (2 * panel + 1 + point.at);
      const double years = last * root * root * root;
      sum += half * point.weight * 3 * last * root * root * (1 - left_between_lines(room, years));
    }
  return sum;
}

double mean_years(const Between& room) {
  if (room.rising > 0) return mean_between_lines(room);
  if (room.drift < 0) return mean_years({room.up, room.down, -room.drift, room.volatility});
  const double driftless = room.down / room.volatility * (room.up / room.volatility);
  constexpr double hardly = 1e-5;  // below it the first term of the series is nearer
  if (room.tilt() * room.width() < hardly)
    return driftless * (1 - room.tilt() * (room.down - room.up) / 3);
  return (room.width() * upper_first(room) - room.down) / room.drift;
}

/// The answer of the only level, or of the one that is reached where nothing moves but the drift.
template <class F>
auto of_one(const Corridor& corridor, const F& answer) {
  const auto down = below(corridor), up = above(corridor);
  PLIMSOLL_CHECK(down || up);
  if (!up) return answer(*down);
  if (!down) return answer(*up);
  const auto sooner = [](const Barrier& one) { return expected_years(one).value_or(1e300); };
  return answer(sooner(*up) < sooner(*down) ? *up : *down);
}

}  // namespace

std::optional<Barrier> below(const Corridor& corridor) {
  if (!corridor.down) return std::nullopt;
  return Barrier{*corridor.down, corridor.drift - corridor.rising, corridor.volatility};
}

std::optional<Barrier> above(const Corridor& corridor) {
  if (!corridor.up) return std::nullopt;
  return Barrier{*corridor.up, -corridor.drift, corridor.volatility};
}

Result<void> check(const Corridor& corridor) {
  const auto down = below(corridor), up = above(corridor);
  if (!down && !up)
    return fail(Reason::bad_input, "there is no level to reach; give one below or above");
  if (!(corridor.rising >= 0))
    return fail(Reason::bad_input, "the lower level rises by " + pricing::written(corridor.rising) +
                                       " a year; write zero or more");
  if (down) PLIMSOLL_TRY_VOID(check(*down));
  if (up) PLIMSOLL_TRY_VOID(check(*up));
  return {};
}

double probability_by(const Corridor& corridor, double years) {
  PLIMSOLL_CHECK(years >= 0);
  if (const auto room = between(corridor)) return left_by(*room, years);
  return of_one(corridor, [&](const Barrier& one) { return probability_by(one, years); });
}

double probability_at(const Corridor& corridor, double years) {
  const auto down = below(corridor), up = above(corridor);
  return std::min(
      1.0, (down ? probability_at(*down, years) : 0) + (up ? probability_at(*up, years) : 0));
}

double probability_ever(const Corridor& corridor) {
  if (between(corridor)) return 1;
  return of_one(corridor, [](const Barrier& one) { return probability_ever(one); });
}

std::optional<double> expected_years(const Corridor& corridor) {
  if (const auto room = between(corridor)) return mean_years(*room);
  return of_one(corridor, [](const Barrier& one) { return expected_years(one); });
}

std::optional<double> years_until(const Corridor& corridor, double probability) {
  PLIMSOLL_CHECK(0 < probability && probability < 1);
  if (const auto room = between(corridor)) {
    const double scale = room->width() / room->volatility;
    return time_until(probability, scale * scale,
                      [&](double years) { return left_by(*room, years); });
  }
  return of_one(corridor, [&](const Barrier& one) { return years_until(one, probability); });
}

Corridor watched_every(double interval_years, const Corridor& corridor) {
  Corridor further = corridor;
  if (const auto down = below(corridor))
    further.down = watched_every(interval_years, *down).log_distance;
  if (const auto up = above(corridor)) further.up = watched_every(interval_years, *up).log_distance;
  return further;
}

}  // namespace plimsoll::risk
