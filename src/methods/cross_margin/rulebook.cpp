// The method's rules as a list. Lines come from a table the build makes from the sources.

#include "generated/rule_lines.hpp"
#include "methods/cross_margin/cross_margin.hpp"
#include "methods/cross_margin/rates.hpp"
#include "rules/rule_list.hpp"

namespace plimsoll::cross_margin {
namespace {

const RuleList rules{generated::numbers, generated::formulas, "/cross_margin/"};

std::string shown(Percent value) { return to_text(value); }

#define PLIMSOLL_NUMBERS(text, table, law) \
  rules.numbers(text, #table, #law, table, [](auto value) { return shown(value); })
#define PLIMSOLL_FORMULA(text, law) rules.formula(text, #law, law)

}  // namespace

/// Those an answer's tree leads to; steps in a pool refuse by the protocol's names instead.
std::vector<RuleEntry> CrossMargin::rulebook() {
  return {
      PLIMSOLL_FORMULA("health of a lending account", health_law),
      PLIMSOLL_NUMBERS("oracle confidence that counts", confidence_most, price_law),
  };
}

}  // namespace plimsoll::cross_margin
