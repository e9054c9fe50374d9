#pragma once
// How leverage is built up: a schedule, gates before each step, and the way back.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "strategy/policy.hpp"
#include "strategy/practices.hpp"

namespace plimsoll::strategy {

/// Gross market value over equity after `step` steps; milestones have the month it may be reached
/// in, steps wait for their gates alone.
struct ScheduledLeverage {
  int step = 0;
  double leverage = 1;
  std::optional<int> month = {};  // since the start
};

/// From the start to the target, ascending. Steps: the lesser of target and start + k x step.
/// Milestones: with value over debt r leverage is r / (r - 1), never above the target; rows that
/// allow no more than the one before are left out.
std::vector<ScheduledLeverage> deployment_schedule(const DeploymentPolicy& policy);

enum class Backtest : std::uint8_t { rejected, not_rejected };
enum class LevelStanding : std::uint8_t { clear, breached };

/// What is known. Nothing: not known, and its gate is then not met.
struct DeploymentFacts {
  int steps_taken = 0;                            // index into the schedule
  int months = 0;                                 // whole ones since the start
  LevelStanding standing = LevelStanding::clear;  // whether a level is breached now
  std::optional<int> quiet_days = {};             // since the last step and without a warning
  /// Days since the last breach; its value is nothing where there never was one.
  std::optional<Measure> days_since_breach = {};
  std::optional<Measure> coverage = {};         // income over interest; nothing to cover
  std::optional<double> call_probability = {};  // within a year
  std::optional<double> drawdown = {};          // of equity from its peak, above zero
  std::optional<double> vix = {};
  std::optional<double> volatility_premium = {};  // VIX less realised volatility, in points
  std::optional<Backtest> backtest = {};          // of value at risk
};

enum class GateState : std::uint8_t { met, not_met, unknown };

struct Gate {
  std::string_view name;  // "quiet days"
  GateState state = GateState::unknown;
  std::string text;  // the number, and what it is held against
};

enum class DeploymentMove : std::uint8_t {
  step_up,    // every gate is met
  hold,       // some are not
  step_down,  // at once: a level is breached
  at_target,  // there is no step left
};

std::string_view word_of(GateState state);
std::string_view word_of(DeploymentMove move);

struct DeploymentAnswer {
  DeploymentMove move = DeploymentMove::hold;
  double leverage = 1;                         // the most that is allowed from now on
  std::optional<ScheduledLeverage> next = {};  // nothing at the target
  std::vector<Gate> gates = {};                // of the next step; empty at the target
  std::string reason;                          // one sentence
};

/// A breach steps down at once: to the step before, from the first to no leverage at all. Nothing
/// is added within the policy's days of a breach. Refused: a step outside the schedule, months
/// below zero, a number that is none or below zero where it cannot be.
Result<DeploymentAnswer> deployment_answer(const DeploymentPolicy& policy,
                                           const DeploymentFacts& facts);

}  // namespace plimsoll::strategy
