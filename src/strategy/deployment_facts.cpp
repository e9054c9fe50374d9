#include "strategy/deployment_facts.hpp"

#include "strategy/practice_facts.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::strategy {
namespace {

/// A leverage meant to be 1.15 may be a little less.
constexpr double rounding = 1e-9;

template <class T>
const T* known(const Part<T>& part) {
  return part && *part ? &**part : nullptr;
}

int reached(const DeploymentPolicy& policy, double leverage) {
  int taken = 0;
  for (const ScheduledLeverage& one : deployment_schedule(policy))
    if (one.leverage <= leverage + rounding) taken = one.step;
  return taken;
}

}  // namespace

std::optional<DeploymentFacts> deployment_facts(const Analysis& analysis, const Policy& policy,
                                                std::optional<double> vix) {
  const PracticeFacts seen = practice_facts({.carry = known(analysis.carry),
                                             .buffer = known(analysis.buffer),
                                             .distance = known(analysis.distance),
                                             .time_to_call = known(analysis.time_to_call)});
  if (!analysis.room || !seen.leverage) return std::nullopt;
  const bool breached =
      level_of(*analysis.room, policy.levels, analysis.kind) == AccountLevel::breach;
  return DeploymentFacts{.steps_taken = reached(policy.deployment, *seen.leverage),
                         .standing = breached ? LevelStanding::breached : LevelStanding::clear,
                         .coverage = seen.coverage,
                         .call_probability = seen.call_probability,
                         .vix = vix};
}

}  // namespace plimsoll::strategy
