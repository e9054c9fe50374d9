#include "risk/barrier_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <thread>

#include "base/check.hpp"
#include "pricing/written.hpp"
#include "risk/normal_quantile.hpp"
#include "risk/philox.hpp"

namespace plimsoll::risk {
namespace {

constexpr double years_most = 200;
constexpr std::uint64_t paths_most = 1'000'000'000;
constexpr double intervals_most = 1e6;

/// To one level: how far, and how that changes a step. Out of reach where there is none.
struct Way {
  double start = std::numeric_limits<double>::infinity(), drift = 0;
};

/// One step of every path, and how many there are.
struct Walk {
  Way near = {}, opposite = {};
  double deviation = 0;
  std::size_t steps = 0;
  PhiloxKey key = {};
};

/// The look at which the path is first at or beyond a level; none where it never is.
std::optional<std::size_t> first_look(const Walk& walk, std::uint64_t path) {
  double distance = walk.near.start, opposite = walk.opposite.start;
  if (distance <= 0 || opposite <= 0) return 0;
  const auto arrives = [&](double uniform) {
    const double moved = walk.deviation * normal_quantile(uniform);
    distance += walk.near.drift + moved;
    opposite += walk.opposite.drift - moved;
    return distance <= 0 || opposite <= 0;
  };
  for (std::size_t look = 1; look <= walk.steps; look += 2) {
    const auto [first, second] = uniforms({.path = path, .place = look / 2}, walk.key);
    if (arrives(first)) return look;
    if (look == walk.steps) break;
    if (arrives(second)) return look + 1;
  }
  return std::nullopt;
}

/// Paths from `from` up to before `until`.
struct Share {
  std::uint64_t from = 0, until = 0;
};

std::vector<std::uint64_t> walked(const Walk& walk, Share share) {
  std::vector<std::uint64_t> first_there(walk.steps + 1);
  for (std::uint64_t path = share.from; path < share.until; ++path)
    if (const auto look = first_look(walk, path)) ++first_there[*look];
  return first_there;
}

Result<void> check(const Simulation& simulation) {
  PLIMSOLL_TRY_VOID(risk::check(simulation.barrier));
  if (simulation.opposite) {
    PLIMSOLL_TRY_VOID(risk::check(*simulation.opposite));
    if (simulation.opposite->volatility != simulation.barrier.volatility)
      return fail(Reason::bad_input, "the two levels have volatilities of " +
                                         pricing::written(simulation.barrier.volatility) + " and " +
                                         pricing::written(simulation.opposite->volatility) +
                                         "; one value reaches both, write one");
  }
  if (!(0 < simulation.years && simulation.years <= years_most))
    return fail(Reason::bad_input, "the horizon is " + pricing::written(simulation.years) +
                                       " years; write a time above zero, at most 200");
  if (simulation.paths < 1 || simulation.paths > paths_most)
    return fail(Reason::bad_input, "there are " + std::to_string(simulation.paths) +
                                       " paths to simulate; write a number from 1 to 1e9");
  if (simulation.steps_a_year < 1 || simulation.years * simulation.steps_a_year > intervals_most)
    return fail(Reason::bad_input,
                std::to_string(simulation.steps_a_year) +
                    " steps a year; write 252 for each trading day, at least 1, and no more than a "
                    "million over the horizon");
  if (simulation.threads >= 1) return {};
  return fail(Reason::bad_input, std::to_string(simulation.threads) + " threads; write at least 1");
}

}  // namespace

std::uint64_t SimulatedPassage::there() const {
  return std::accumulate(first_there.begin(), first_there.end(), std::uint64_t{0});
}

double SimulatedPassage::probability() const {
  return static_cast<double>(there()) / static_cast<double>(paths);
}

Interval SimulatedPassage::probability_interval() const { return wilson_95({there(), paths}); }

std::optional<double> SimulatedPassage::years_until(double probability) const {
  PLIMSOLL_CHECK(0 < probability && probability <= 1);
  const double wanted = probability * static_cast<double>(paths);
  std::uint64_t there = 0;
  for (std::size_t look = 0; look < first_there.size(); ++look) {
    there += first_there[look];
    if (static_cast<double>(there) >= wanted) return static_cast<double>(look) * interval_years;
  }
  return std::nullopt;
}

Result<SimulatedPassage> simulate(const Simulation& simulation) {
  PLIMSOLL_TRY_VOID(check(simulation));
  // 0.25 × 252 is 63 though a product of doubles may be a hair above.
  const double steps = std::max(1.0, std::ceil(simulation.years * simulation.steps_a_year - 1e-6));
  const double interval = simulation.years / steps;
  const Barrier& barrier = simulation.barrier;
  const auto way = [&](const Barrier& one) { return Way{one.log_distance, one.drift * interval}; };
  const Walk walk{.near = way(barrier),
                  .opposite = simulation.opposite ? way(*simulation.opposite) : Way{},
                  .deviation = barrier.volatility * std::sqrt(interval),
                  .steps = static_cast<std::size_t>(steps),
                  .key = key_of(simulation.seed)};
  const auto parts = std::min(static_cast<std::uint64_t>(simulation.threads), simulation.paths);
  std::vector<std::vector<std::uint64_t>> found(parts);
  const auto walk_part = [&](std::uint64_t part) {
    found[part] = walked(walk, {.from = simulation.paths * part / parts,
                                .until = simulation.paths * (part + 1) / parts});
  };
  {
    std::vector<std::jthread> others;
    for (std::uint64_t part = 1; part < parts; ++part) others.emplace_back(walk_part, part);
    walk_part(0);
  }
  // Counts, so that the sum does not depend on who counted which.
  SimulatedPassage passage{
      .interval_years = interval, .paths = simulation.paths, .first_there = std::move(found[0])};
  for (std::uint64_t part = 1; part < parts; ++part)
    std::ranges::transform(passage.first_there, found[part], passage.first_there.begin(),
                           std::plus{});
  return passage;
}

}  // namespace plimsoll::risk
