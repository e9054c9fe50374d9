#include "strategy/deployment.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "strategy/told_numbers.hpp"

namespace plimsoll::strategy {
namespace {

/// Steps come from decimals like 0.05, which binary has not: what is less than this short of the
/// target is the target.
constexpr double rounding = 1e-9;
/// No file within bounds comes near it: 19 / 0.01 steps.
constexpr int steps_most = 2'000;

std::vector<ScheduledLeverage> by_steps(const DeploymentPolicy& policy) {
  std::vector<ScheduledLeverage> schedule;
  for (int k = 0; k < steps_most; ++k) {
    const double reached = policy.start_leverage + k * policy.step;
    const bool last = policy.target_leverage <= reached + rounding;
    schedule.push_back({k, last ? policy.target_leverage : reached, {}});
    if (last) break;
  }
  return schedule;
}

std::vector<ScheduledLeverage> by_milestones(const DeploymentPolicy& policy) {
  std::vector<ScheduledLeverage> schedule;
  for (const Milestone& row : policy.milestones) {
    const double allowed = row.value_over_debt / (row.value_over_debt - 1);
    const double leverage = std::min(policy.target_leverage, allowed);
    if (!schedule.empty() && leverage <= schedule.back().leverage) continue;
    schedule.push_back({static_cast<int>(schedule.size()), leverage, row.month});
  }
  return schedule;
}

Gate gate(std::string_view name, bool met, std::string text) {
  return {name, met ? GateState::met : GateState::not_met, std::move(text)};
}
Gate unknown(std::string_view name) {
  return {name, GateState::unknown, std::string{name} + " is not known"};
}

Gate at_most(std::string_view name, const std::optional<double>& value, double most,
             std::string (*in_words)(double)) {
  if (!value) return unknown(name);
  return gate(name, *value <= most,
              std::string{name} + " is " + in_words(*value) + ", the most is " + in_words(most));
}

Gate quiet_gate(const DeploymentPolicy& policy, const DeploymentFacts& facts) {
  constexpr std::string_view name = "days without a warning";
  if (!facts.quiet_days) return unknown(name);
  return gate(name, policy.quiet_days <= *facts.quiet_days,
              std::to_string(*facts.quiet_days) + " days since the last step without a warning, " +
                  "the least is " + std::to_string(policy.quiet_days));
}

Gate breach_gate(const DeploymentPolicy& policy, const DeploymentFacts& facts) {
  constexpr std::string_view name = "days since a breach";
  if (facts.standing == LevelStanding::breached)
    return gate(name, false, "a level is breached now");
  if (!facts.days_since_breach) return unknown(name);
  const auto days = facts.days_since_breach->value;
  if (!days) return gate(name, true, "no level was ever breached");
  return gate(name, policy.breach_wait_days <= *days,
              told(*days) + " days since a breach, the least is " +
                  std::to_string(policy.breach_wait_days));
}

Gate coverage_gate(const DeploymentPolicy& policy, const DeploymentFacts& facts) {
  constexpr std::string_view name = "income over interest";
  if (!facts.coverage) return unknown(name);
  const auto coverage = facts.coverage->value;
  if (!coverage) return gate(name, true, "there is no debt to cover");
  return gate(name, policy.coverage_least <= *coverage,
              "income is " + told_down(*coverage) + " times interest, the least is " +
                  told(policy.coverage_least));
}

Gate premium_gate(const DeploymentFacts& facts) {
  constexpr std::string_view name = "volatility premium";
  if (!facts.volatility_premium) return unknown(name);
  return gate(name, 0 <= *facts.volatility_premium,
              "the VIX less realised volatility is " + told(*facts.volatility_premium) +
                  " points, the least is 0");
}

Gate backtest_gate(const DeploymentFacts& facts) {
  constexpr std::string_view name = "backtest of value at risk";
  if (!facts.backtest) return unknown(name);
  switch (*facts.backtest) {
    case Backtest::rejected:
      return gate(name, false, "the backtest of value at risk is rejected");
    case Backtest::not_rejected:
      return gate(name, true, "the backtest of value at risk is not rejected");
  }
  std::unreachable();
}

std::vector<Gate> gates_of(const DeploymentPolicy& policy, const DeploymentFacts& facts,
                           const ScheduledLeverage& next) {
  std::vector<Gate> gates;
  if (next.month)
    gates.push_back(gate("month", *next.month <= facts.months,
                         "month " + std::to_string(facts.months) + ", the step is of month " +
                             std::to_string(*next.month)));
  gates.push_back(quiet_gate(policy, facts));
  gates.push_back(breach_gate(policy, facts));
  gates.push_back(coverage_gate(policy, facts));
  gates.push_back(at_most("probability of a call within a year", facts.call_probability,
                          policy.call_probability_most, told_chance));
  gates.push_back(
      at_most("fall from the peak", facts.drawdown, policy.drawdown_most, told_percent));
  gates.push_back(at_most("VIX", facts.vix, policy.vix_most, told));
  gates.push_back(premium_gate(facts));
  gates.push_back(backtest_gate(facts));
  return gates;
}

Result<void> fits(const DeploymentFacts& facts, std::size_t steps) {
  const auto refuse = [](std::string what) { return fail(Reason::bad_input, std::move(what)); };
  if (facts.steps_taken < 0 || steps <= static_cast<std::size_t>(facts.steps_taken))
    return refuse("step " + std::to_string(facts.steps_taken) +
                  " is not in the schedule; write 0 to " + std::to_string(steps - 1));
  if (facts.months < 0 || (facts.quiet_days && *facts.quiet_days < 0))
    return refuse("months and days are below zero; write 0 or more");
  const auto sound = [](std::optional<double> value) {
    return !value || (std::isfinite(*value) && 0 <= *value);
  };
  const auto measured = [&](const std::optional<Measure>& measure) {
    return !measure || sound(measure->value);
  };
  if (!measured(facts.days_since_breach)) return refuse("days since a breach are below zero");
  if (!measured(facts.coverage)) return refuse("income over interest is no number from 0");
  if (!sound(facts.call_probability)) return refuse("the probability is no number from 0");
  if (!sound(facts.drawdown)) return refuse("the fall from the peak is no number from 0");
  if (!sound(facts.vix)) return refuse("the VIX is no number from 0");
  if (facts.volatility_premium && !std::isfinite(*facts.volatility_premium))
    return refuse("the volatility premium is no number");
  return {};
}

/// What keeps a step from being taken: the texts of its gates.
std::string why_not(const std::vector<Gate>& gates) {
  std::string text;
  for (const Gate& one : gates)
    if (one.state != GateState::met) text += (text.empty() ? "" : "; ") + one.text;
  return text;
}

}  // namespace

std::vector<ScheduledLeverage> deployment_schedule(const DeploymentPolicy& policy) {
  switch (policy.plan) {
    case DeploymentPlan::steps:
      return by_steps(policy);
    case DeploymentPlan::milestones:
      return by_milestones(policy);
  }
  std::unreachable();
}

std::string_view word_of(GateState state) {
  switch (state) {
    case GateState::met:
      return "met";
    case GateState::not_met:
      return "not_met";
    case GateState::unknown:
      return "unknown";
  }
  std::unreachable();
}

std::string_view word_of(DeploymentMove move) {
  switch (move) {
    case DeploymentMove::step_up:
      return "step_up";
    case DeploymentMove::hold:
      return "hold";
    case DeploymentMove::step_down:
      return "step_down";
    case DeploymentMove::at_target:
      return "at_target";
  }
  std::unreachable();
}

Result<DeploymentAnswer> deployment_answer(const DeploymentPolicy& policy,
                                           const DeploymentFacts& facts) {
  const auto schedule = deployment_schedule(policy);
  if (schedule.empty()) return fail(Reason::bad_input, "the schedule is empty; write milestones");
  PLIMSOLL_TRY_VOID(fits(facts, schedule.size()));
  const auto taken = static_cast<std::size_t>(facts.steps_taken);
  DeploymentAnswer answer{.leverage = schedule[taken].leverage, .reason = ""};
  if (taken + 1 < schedule.size()) {
    answer.next = schedule[taken + 1];
    answer.gates = gates_of(policy, facts, *answer.next);
  }
  if (facts.standing == LevelStanding::breached) {
    answer.move = DeploymentMove::step_down;
    answer.leverage = taken == 0 ? 1.0 : schedule[taken - 1].leverage;
    answer.reason = "a level is breached: down to " + told(answer.leverage) + " at once";
    return answer;
  }
  if (!answer.next) {
    answer.move = DeploymentMove::at_target;
    answer.reason = "the plan has no step above " + told(answer.leverage);
    return answer;
  }
  const std::string blocked = why_not(answer.gates);
  answer.move = blocked.empty() ? DeploymentMove::step_up : DeploymentMove::hold;
  if (blocked.empty()) answer.leverage = answer.next->leverage;
  answer.reason = blocked.empty() ? "every gate is met: up to " + told(answer.leverage)
                                  : "stay at " + told(answer.leverage) + ": " + blocked;
  return answer;
}

}  // namespace plimsoll::strategy
