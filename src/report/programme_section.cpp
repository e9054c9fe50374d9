#include "report/programme_section.hpp"

#include <cstdio>

#include "report/figures.hpp"
#include "report/table.hpp"
#include "strategy/deployment_facts.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::report {
namespace {

using strategy::DeploymentAnswer;
using strategy::KpiUnit;

/// "step_up" as a person says it.
std::string spoken_word(std::string_view word) {
  std::string text{word};
  for (char& c : text)
    if (c == '_') c = ' ';
  return text;
}

std::string schedule_table(const std::vector<strategy::ScheduledLeverage>& schedule,
                           const strategy::DeploymentFacts& facts, const Paper& paper) {
  Table table{.columns = {{"step", Align::right},
                          {"leverage", Align::right},
                          {"from month", Align::right},
                          {""}},
              .rows = {}};
  for (const strategy::ScheduledLeverage& one : schedule) {
    const bool here = one.step == facts.steps_taken;
    table.rows.push_back({.cells = {std::to_string(one.step), strategy::told(one.leverage),
                                    one.month ? std::to_string(*one.month) : "when its gates allow",
                                    here ? "the account stands here" : ""},
                          .emphasis = here ? Emphasis::strong : Emphasis::none});
  }
  return table_text(table, paper);
}

std::string gates_table(const DeploymentAnswer& answer, const Paper& paper) {
  if (answer.gates.empty()) return "";
  Table table{.columns = {{"gate"}, {"state"}, {"figure"}}, .rows = {}};
  for (const strategy::Gate& gate : answer.gates)
    table.rows.push_back(
        {.cells = {std::string{gate.name},
                   gate.state == strategy::GateState::unknown ? "not met: unknown"
                                                              : spoken_word(word_of(gate.state)),
                   gate.text}});
  return "\n" + table_text(table, paper);
}

std::string number_text(const strategy::KpiNumber& number) {
  if (const Money* money = std::get_if<Money>(&number)) return excess_text(*money);
  char text[48];
  std::snprintf(text, sizeof text, "%.6g", std::get<double>(number));
  return text;
}

std::string inputs_text(const strategy::Kpi& kpi) {
  std::string text;
  for (const strategy::KpiInput& input : kpi.inputs)
    text += (text.empty() ? "" : ", ") + std::string{input.name} + " " + number_text(input.value);
  return text;
}

std::string value_text(const strategy::Kpi& kpi) {
  if (!kpi.value) return "not known: " + printable(kpi.missing);
  const std::string text = number_text(*kpi.value);
  return kpi.bound == strategy::Bound::exact ? text : spoken_word(name_of(kpi.bound)) + " " + text;
}

}  // namespace

std::string deployment_section(const strategy::Analysis& analysis, const strategy::Policy& policy,
                               std::optional<double> vix, const Paper& paper) {
  std::string out = "\n" + section_heading("Deployment", paper) + "\n";
  const auto facts = strategy::deployment_facts(analysis, policy, vix);
  if (!facts)
    return out + item("- ", "not answered: leverage is not known, equity being unknown or nothing",
                      paper);
  const auto answer = strategy::deployment_answer(policy.deployment, *facts);
  if (!answer) return out + item("- ", "not answered: " + printable(answer.error().what), paper);
  out += item("- ", "next: " + spoken_word(word_of(answer->move)) + "; " + answer->reason, paper);
  if (answer->next)
    out += item("- ", "the next step is a leverage of " + strategy::told(answer->next->leverage),
                paper);
  if (analysis.buffer && *analysis.buffer)
    if (const auto now = (*analysis.buffer)->leverage(); now && answer->leverage + 0.005 < *now)
      out += item("- ",
                  "the account's leverage of " + strategy::told(*now) +
                      " is above what the plan allows from now on, " +
                      strategy::told(answer->leverage),
                  paper);
  out += item("- ",
              "the step is the last whose leverage the account has reached; months since the start "
              "are not in the account and count as none",
              paper);
  return out + "\n" +
         schedule_table(strategy::deployment_schedule(policy.deployment), *facts, paper) +
         gates_table(*answer, paper);
}

std::string practices_section(const std::vector<strategy::PracticeFinding>& findings,
                              const Paper& paper) {
  Table table{.columns = {{"practice"}, {"outcome"}, {"figure"}, {"why"}, {"source"}}, .rows = {}};
  for (const strategy::PracticeFinding& one : findings)
    table.rows.push_back(
        {.cells = {std::string{one.practice->title}, std::string{word_of(one.outcome)},
                   printable(one.text), std::string{one.practice->text},
                   std::string{one.practice->source}},
         .emphasis =
             one.outcome == strategy::Outcome::violated ? Emphasis::warning : Emphasis::none});
  return "\n" + section_heading("Practices", paper) + "\n" + table_text(table, paper);
}

std::string figures_section(const std::vector<strategy::Kpi>& kpis, const Paper& paper) {
  Table table{.columns = {{"figure"}, {"value", Align::right}, {"unit"}, {"formula"}, {"inputs"}},
              .rows = {}};
  for (const strategy::Kpi& kpi : kpis)
    table.rows.push_back(
        {.cells = {std::string{kpi.name}, value_text(kpi), spoken_word(name_of(kpi.unit)),
                   std::string{kpi.formula}, inputs_text(kpi)}});
  return "\n" + section_heading("Figures", paper) + "\n" + table_text(table, paper);
}

}  // namespace plimsoll::report
