// The method's rules as a list, and a pack's. Lines come from a table the build makes from the
// sources.

#include "generated/rule_lines.hpp"
#include "methods/tims/pack.hpp"
#include "methods/tims/rates.hpp"
#include "methods/tims/tims.hpp"
#include "rules/rule_list.hpp"

namespace plimsoll::tims {
namespace {

const RuleList rules{generated::numbers, generated::formulas, "/tims/"};

std::string shown(Percent value) { return to_text(value); }
std::string shown(Money value) { return to_text(value); }
std::string shown(Count value) { return std::to_string(value.value); }
std::string shown(Price value) {
  return to_text(value.per_unit, 2) + " " + std::string{value.currency.code()} +
         " times the multiplier";
}

// The table, the rule that reads it, and both their names as the sources write them.
#define PLIMSOLL_NUMBERS(text, table, law) \
  rules.numbers(text, #table, #law, table, [](auto value) { return shown(value); })
#define PLIMSOLL_FORMULA(text, law) rules.formula(text, #law, law)

}  // namespace

std::vector<RuleEntry> Tims::rulebook() {
  return {
      PLIMSOLL_FORMULA("portfolio margin", customer_law),
      PLIMSOLL_FORMULA("risk-based haircut", broker_law),
      PLIMSOLL_FORMULA("ten points", points_law),
      PLIMSOLL_FORMULA("ten points, firms", firm_points_law),
      PLIMSOLL_FORMULA("within a class group", class_netting_law),
      PLIMSOLL_FORMULA("within a class, firms", firm_class_netting_law),
      PLIMSOLL_FORMULA("within a product group", product_offset_law),
      PLIMSOLL_FORMULA("between product groups", portfolio_offset_law),
      PLIMSOLL_NUMBERS("least for each contract, customer", customer_minimum, customer_minimum_law),
      PLIMSOLL_NUMBERS("least for each contract, broker or market-maker", broker_minimum,
                       broker_minimum_law),
      PLIMSOLL_NUMBERS("equity that is not marginable, held", non_margin_held, non_margin_law),
      PLIMSOLL_NUMBERS("equity that is not marginable, owed", non_margin_owed, non_margin_law),
      PLIMSOLL_FORMULA("not eligible, by the strategy rules", strategy_law),
      PLIMSOLL_FORMULA("equity", equity_law),
      PLIMSOLL_NUMBERS("minimum equity", minimum_equity, minimum_equity_law),
      PLIMSOLL_NUMBERS("minimum equity, business days", minimum_equity_days, minimum_equity_law),
      PLIMSOLL_NUMBERS("margin deficiency, business days", deficiency_days, deficiency_law),
      PLIMSOLL_FORMULA("a broker's own tests", overlay_law),
  };
}

std::vector<RuleEntry> rules_of(const Pack& pack) {
  std::vector<RuleEntry> list;
  for (const RangeRow& row : pack.ranges)
    list.push_back(
        {.name = Label::of(row.label),
         .law = &row.law,
         .rows = {{row.since, at_least,
                   "-" + to_text(Percent{row.down}) + " to +" + to_text(Percent{row.up})}},
         .number = row.where,
         .formula = {}});
  const auto add = [&](const OffsetGroup& group) {
    list.push_back({.name = Label::of(group.name),
                    .law = &group.law,
                    .rows = {{pack.effective_from, at_least,
                              "offset " + to_text(Percent{group.offset}) +
                                  (group.range.empty() ? "" : ", " + group.range)}},
                    .number = group.where,
                    .formula = {}});
  };
  for (const OffsetGroup& group : pack.portfolio_groups) add(group);
  for (const OffsetGroup& group : pack.product_groups) add(group);
  for (const Stress& stress : pack.stresses)
    list.push_back({.name = Label::of(stress.name),
                    .law = &stress.law,
                    .rows = {{pack.effective_from, at_least, stress.reason}},
                    .number = stress.where,
                    .formula = {}});
  return list;
}

}  // namespace plimsoll::tims
