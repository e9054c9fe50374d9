#include "report/escalation_section.hpp"

#include <algorithm>
#include <array>

#include "report/limits_section.hpp"
#include "report/table.hpp"
#include "strategy/policy_rows.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::report {
namespace {

using strategy::Policy;
using strategy::told;
using strategy::told_percent;

constexpr const char* no_owner = "owner: not stated in the policy";

struct LevelRow {
  std::string name;
  double below;  // of equity over requirement; the first has none
  std::string utilisation;
  std::string coverage;
};

/// What the ladder does from `above` down to and with `below`.
std::string rungs_between(const Policy& policy, double above, double below) {
  std::string text;
  for (const strategy::Rung& rung : policy.ladder.rungs) {
    if (!(rung.level <= above) || rung.level <= below) continue;
    text += (text.empty() ? "" : "; ") + ("below " + told(rung.level) + ": ") +
            in_blanks(word_of(rung.action)) + (rung.restore ? " until " + told(*rung.restore) : "");
  }
  return text.empty() ? "no rung" : text;
}

std::array<LevelRow, 4> levels_of(const Policy& policy) {
  const strategy::LevelsPolicy& levels = policy.levels;
  return {LevelRow{"watch", levels.watch, told_percent(levels.utilisation_watch),
                   told(policy.rates.coverage_watch)},
          LevelRow{"warn", levels.warn, told_percent(levels.utilisation_warn),
                   told(policy.rates.coverage_warn)},
          LevelRow{"critical", levels.critical, told_percent(levels.utilisation_critical),
                   told(policy.rates.coverage_critical)},
          LevelRow{"breach", levels.breach, "", ""}};
}

/// What the policy does about each of the framework's warnings, in its own numbers.
std::string mitigation(std::string_view risk, const Policy& policy, AccountKind kind) {
  if (risk == "forced_liquidation" && strategy::is_fully_paid(kind))
    return "a target of 1 time the requirement: nothing is bought on credit (account kind)";
  if (risk == "forced_liquidation")
    return "a target of " + told(policy.buffer.target_multiple) +
           " times the requirement, and a ladder that acts before the broker may "
           "(buffer.target_multiple, ladder.rungs)";
  if (risk == "interest_rates")
    return "reassessed after a rise of " + to_text(Percent{policy.rates.reassess_rise}) +
           "; income at least " + told(policy.rates.coverage_critical) +
           " times interest (rates.reassess_rise, rates.coverage_critical)";
  if (risk == "correlation")
    return "what moves together is at most " + told_percent(policy.size.cluster_most) +
           " of the book; at least " + told(policy.practices.effective_names_least) +
           " effective names (size.cluster_most, practices.effective_names_least)";
  if (risk == "regulation")
    return "the distance is told at higher requirements too (distance.requirement_multiples, "
           "distance.requirement_rates)";
  if (risk == "market_dependency")
    return "leverage at most " + told(policy.size.leverage_most) + ", and such that a fall of " +
           told_percent(policy.size.shock_decline) +
           " brings no call (size.leverage_most, size.shock_decline)";
  if (risk == "complexity")
    return "two calculations of the distance must agree (practices.agreement_most)";
  if (risk == "cost")
    return "an alarm where the yield is less than " + told_percent(policy.carry.warn_distance) +
           " above its breakeven (carry.warn_distance)";
  if (risk == "skill")
    return "a call within a year at most " + told_percent(policy.practices.call_probability_most) +
           " probable, in the regimes of the policy too (practices.call_probability_most, "
           "time_to_call.regimes)";
  if (risk == "size")
    return "days to sell 95 % of the book at most " + told(policy.practices.liquidation_days_most) +
           ", at " + told_percent(policy.cure.participation) +
           " of the volume (practices.liquidation_days_most, cure.participation)";
  if (risk == "systems")
    return "rates older than " + std::to_string(policy.schedule.stale_days) +
           " days are stale; what is not known is told and never nothing (schedule.stale_days)";
  if (risk == "human_factors")
    return "sales are decided beforehand, and nothing is added within " +
           std::to_string(policy.deployment.breach_wait_days) +
           " days of a breach (ladder.rungs, deployment.breach_wait_days)";
  if (risk == "compliance")
    return "one name at most " + told_percent(policy.size.single_name_most) +
           ", one sector at most " + told_percent(policy.size.sector_most) +
           "; looked at every review (size.single_name_most, size.sector_most)";
  PLIMSOLL_CHECK(false);
  return "";
}

}  // namespace

std::string escalation_section(const Policy& policy, const Paper& paper) {
  Table table{.columns = {{"level"},
                          {"entered below"},
                          {"left at"},
                          {"debit of the most, from"},
                          {"income over interest, below"},
                          {"acknowledged within"},
                          {"what is done"}},
              .rows = {}};
  const auto levels = levels_of(policy);
  double highest = levels.front().below;
  for (const strategy::Rung& rung : policy.ladder.rungs) highest = std::max(highest, rung.level);
  table.rows.push_back({.cells = {"calm", "", "", "", "", "",
                                  rungs_between(policy, highest, levels.front().below)}});
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const LevelRow& level = levels[i];
    const double next = i + 1 < levels.size() ? levels[i + 1].below : 0;
    table.rows.push_back(
        {.cells = {level.name, told(level.below),
                   told(level.below * (1 + policy.levels.exit_margin)), level.utilisation,
                   level.coverage, std::to_string(policy.levels.acknowledge_hours) + " hours",
                   rungs_between(policy, level.below, next)}});
  }
  return "\n" + section_heading("Levels and escalation", paper) + "\n" + table_text(table, paper) +
         "\n" +
         item("- ",
              "the account's level is the worst by equity over requirement and by the debit; "
              "income over interest has levels of its own, as it forces no sale; what is not "
              "acknowledged in time goes to a second person (levels.acknowledge_hours)",
              paper) +
         item("- ", std::string{"open, of every level: "} + no_owner, paper);
}

std::string risk_register(const strategy::Analysis& analysis, const Policy& policy, Date as_of,
                          const Paper& paper) {
  Table table{
      .columns = {{"risk"}, {"what it is"}, {"your number"}, {"mitigation"}, {"looked at next"}},
      .rows = {}};
  std::string open, missing;
  const std::string next = to_text(as_of + std::chrono::days{policy.reviews.weekly});
  for (const strategy::Warning& one : analysis.warnings) {
    const strategy::Practice& risk = *one.warning;
    table.rows.push_back(
        {.cells = {std::string{risk.title},
                   std::string{risk.text} + " (" + std::string{risk.source} + ")",
                   printable(one.text), mitigation(risk.id, policy, analysis.kind), next}});
    open += (open.empty() ? "" : ", ") + std::string{risk.title};
    if (!one.missing.empty())
      missing += item("- ", std::string{risk.title} + ": not known: " + one.missing, paper);
  }
  std::string out = "\n" + section_heading("Risk register", paper) + "\n";
  if (table.rows.empty())
    return out + item("- ", "not answered: it stands on carry, buffer and distance", paper);
  out += table_text(table, paper) + "\n" +
         section_heading("Open", {paper.ink, paper.width, paper.depth + 1}) + "\n";
  return out +
         item("- ", std::string{no_owner} + "; due: not stated in the policy: " + open, paper) +
         missing;
}

}  // namespace plimsoll::report
