#include "report/rules_page.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "report/table.hpp"

namespace plimsoll::report {
namespace {

/// The folder every place is in: said once, it need not be said on every line.
std::string_view common_folder(const std::vector<RuleEntry>& rules) {
  std::optional<std::string_view> common;
  for (const RuleEntry& rule : rules)
    for (const SourceLine& place : {rule.number, rule.formula}) {
      if (place.line == 0) continue;
      const std::string_view file = place.file.text();
      std::string_view shared = common.value_or(file);
      while (!file.starts_with(shared)) shared.remove_suffix(1);
      common = shared.substr(0, shared.rfind('/') + 1);
    }
  return common.value_or("");
}

std::string line_of(const SourceLine& place, std::string_view folder) {
  if (place.line == 0) return "";
  return std::string{place.file.text().substr(folder.size())} + ":" + std::to_string(place.line);
}

std::string law_of(const Citation* law) {
  if (law == nullptr) return "";
  std::string text{law->source.text()};
  if (!law->paragraph.empty()) text += " " + std::string{law->paragraph.text()};
  switch (law->grade) {
    case Grade::text_read:
      return text;
    case Grade::secondary:
      return text + " (b)";
    case Grade::recalled:
      return text + " (c)";
  }
  return text;
}

std::string since_of(const RuleRow& row) {
  switch (row.first_day) {
    case FirstDay::known:
      return to_text(row.since);
    case FirstDay::at_least_since:
      return to_text(row.since) + "*";
  }
  return "";
}

void add(const RuleEntry& rule, std::string_view folder, Table& table) {
  const std::string number = line_of(rule.number, folder);
  const std::string formula = line_of(rule.formula, folder);
  if (rule.rows.empty()) {
    table.rows.push_back({.cells = {std::string{rule.name.text()}, "", "", law_of(rule.law),
                                    formula.empty() ? number : formula}});
    return;
  }
  for (std::size_t i = 0; i < rule.rows.size(); ++i) {
    const bool first = i == 0;
    table.rows.push_back({.cells = {first ? std::string{rule.name.text()} : "", rule.rows[i].value,
                                    since_of(rule.rows[i]), first ? law_of(rule.law) : "",
                                    first ? (number.empty() ? formula : number) : ""}});
  }
}

bool any(const std::vector<RuleEntry>& rules, Grade grade) {
  return std::ranges::any_of(rules, [&](const RuleEntry& rule) {
    return rule.law != nullptr && rule.law->grade == grade;
  });
}

bool any_unknown_first_day(const std::vector<RuleEntry>& rules) {
  return std::ranges::any_of(rules, [](const RuleEntry& rule) {
    return std::ranges::any_of(
        rule.rows, [](const RuleRow& row) { return row.first_day == FirstDay::at_least_since; });
  });
}

}  // namespace

std::string rules_page(Label method, const std::vector<RuleEntry>& rules, const Paper& paper) {
  Table table{
      .columns = {{"rule"}, {"number"}, {"since", Align::whole}, {"by"}, {"at", Align::whole}},
      .rows = {}};
  const std::string_view folder = common_folder(rules);
  for (const RuleEntry& rule : rules) add(rule, folder, table);
  std::string out =
      inked(std::string{method.text()} + ", " + std::to_string(rules.size()) + " rules",
            Emphasis::strong, paper.ink) +
      (folder.empty() ? "" : "; places are in " + std::string{folder}) + "\n\n" +
      table_text(table, paper);
  std::string notes;
  if (any_unknown_first_day(rules))
    notes += "*    in force on that day; when it came into force is not on file\n";
  if (any(rules, Grade::secondary))
    notes += "(b)  read in a regulator's, an exchange's or a broker's account of the text\n";
  if (any(rules, Grade::recalled))
    notes += "(c)  from working knowledge; answers that use it carry a caveat\n";
  return notes.empty() ? out : out + "\n" + notes;
}

}  // namespace plimsoll::report
