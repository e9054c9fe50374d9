// The method's rules as a list. Lines come from a table the build makes from the sources.

#include "generated/rule_lines.hpp"
#include "methods/span/rates.hpp"
#include "methods/span/span.hpp"
#include "rules/rule_list.hpp"

namespace plimsoll::span {
namespace {

const RuleList rules{generated::numbers, generated::formulas, "/span/"};

std::string shown(Count value) { return std::to_string(value.value); }

#define PLIMSOLL_FORMULA(text, law) rules.formula(text, #law, law)

}  // namespace

std::vector<RuleEntry> Span::rulebook() {
  return {
      rules.numbers("scenarios", "scenarios_scanned", "scan_law", scenarios_scanned, shown),
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
