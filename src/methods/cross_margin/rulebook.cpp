// The method's rules as a list. Lines come from a table the build makes from the sources.

#include <algorithm>

#include "generated/rule_lines.hpp"
#include "methods/cross_margin/cross_margin.hpp"
#include "methods/cross_margin/rates.hpp"

namespace plimsoll::cross_margin {
namespace {

template <class Lines>
SourceLine line_of(const Lines& lines, std::string_view name) {
  const auto found = std::ranges::find_if(lines, [&](const generated::RuleLine& line) {
    return line.name == name && line.where.file.text().contains("/cross_margin/");
  });
  return found == lines.end() ? SourceLine{} : found->where;
}

std::string shown(Percent value) { return to_text(value); }

template <class T, std::size_t n>
RuleEntry numbers(Label name, std::string_view table_name, std::string_view law_name,
                  const Effective<T, n>& table) {
  RuleEntry entry{name,
                  table.rows.back().law,
                  {},
                  line_of(generated::numbers, table_name),
                  line_of(generated::formulas, law_name)};
  for (const InForce<T>& row : table.rows)
    entry.rows.push_back({row.since, row.first_day, shown(row.value)});
  return entry;
}

RuleEntry formula_only(Label name, std::string_view law_name, const Citation& law) {
  return {name, &law, {}, {}, line_of(generated::formulas, law_name)};
}

#define PLIMSOLL_NUMBERS(text, table, law) numbers(text, #table, #law, table)
#define PLIMSOLL_FORMULA(text, law) formula_only(text, #law, law)

}  // namespace

/// Those an answer's tree leads to; steps in a pool refuse by the protocol's names instead.
std::vector<RuleEntry> CrossMargin::rulebook() {
  return {
      PLIMSOLL_FORMULA("health of a lending account", health_law),
      PLIMSOLL_NUMBERS("oracle confidence that counts", confidence_most, price_law),
  };
}

}  // namespace plimsoll::cross_margin
