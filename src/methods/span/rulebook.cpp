// The method's rules as a list. Lines come from a table the build makes from the sources.

#include <algorithm>

#include "generated/rule_lines.hpp"
#include "methods/span/rates.hpp"
#include "methods/span/span.hpp"

namespace plimsoll::span {
namespace {

/// Where a table or a formula stands: of two methods' of one name, this one's.
template <class Lines>
SourceLine line_of(const Lines& lines, std::string_view name) {
  const auto found = std::ranges::find_if(lines, [&](const generated::RuleLine& line) {
    return line.name == name && line.where.file.text().contains("/span/");
  });
  return found == lines.end() ? SourceLine{} : found->where;
}

RuleEntry scenarios_entry() {
  RuleEntry entry{"scenarios",
                  &in_use_law,
                  {},
                  line_of(generated::numbers, "scenarios_scanned"),
                  line_of(generated::formulas, "scan_law")};
  for (const auto& row : scenarios_scanned.rows)
    entry.rows.push_back({row.since, row.first_day, std::to_string(row.value.value)});
  return entry;
}

RuleEntry formula_only(Label name, std::string_view law_name, const Citation& law) {
  return {name, &law, {}, {}, line_of(generated::formulas, law_name)};
}

#define PLIMSOLL_FORMULA(text, law) formula_only(text, #law, law)

}  // namespace

std::vector<RuleEntry> Span::rulebook() {
  return {
      scenarios_entry(),
      PLIMSOLL_FORMULA("scanning risk", scan_law),
      PLIMSOLL_FORMULA("scanning risk, tiers", tiered_scan_law),
      PLIMSOLL_FORMULA("spreads within a commodity", calendar_law),
      PLIMSOLL_FORMULA("delivery month", spot_law),
      PLIMSOLL_FORMULA("credits between commodities", inter_law),
      PLIMSOLL_FORMULA("credits before calendar spreads", super_law),
      PLIMSOLL_FORMULA("commodities scanned together", scanning_spread_law),
      PLIMSOLL_FORMULA("credits between clearing houses", clearing_spread_law),
      PLIMSOLL_FORMULA("short option minimum", short_option_law),
      PLIMSOLL_FORMULA("combined commodity", commodity_law),
      PLIMSOLL_FORMULA("net option value", option_value_law),
      PLIMSOLL_FORMULA("option value limited", option_value_limit_law),
      PLIMSOLL_FORMULA("computed elsewhere", external_law),
      PLIMSOLL_FORMULA("equity of a futures account", equity_law),
  };
}

}  // namespace plimsoll::span
