#pragma once
// How a method lists its rules: each with the lines where its number and its formula stand, which
// the build finds in the sources.

#include <string_view>

#include "rules/rulebook.hpp"

namespace plimsoll {

/// `Lines` are the build's, of a name and a line each. Several methods may use one name: the
/// folder, "/tims/", tells whose is meant.
template <class Numbers, class Formulas>
class RuleList {
 public:
  RuleList(const Numbers& numbers, const Formulas& formulas, std::string_view folder)
      : numbers_{numbers}, formulas_{formulas}, folder_{folder} {}

  /// A table of numbers and the rule that reads it, by their names in the sources; `shown` writes a
  /// value.
  template <class T, std::size_t n, class Shown>
  RuleEntry numbers(Label name, std::string_view table_name, std::string_view law_name,
                    const Effective<T, n>& table, const Shown& shown) const {
    RuleEntry entry{name,
                    table.rows.back().law,
                    {},
                    line_of(numbers_, table_name),
                    line_of(formulas_, law_name)};
    for (const InForce<T>& row : table.rows)
      entry.rows.push_back({row.since, row.first_day, shown(row.value)});
    return entry;
  }

  /// A table of numbers no sum of money stands on: it bounds a step or refuses one. Its formula is
  /// the line that reads it.
  template <class T, std::size_t n, class Readings, class Shown>
  RuleEntry bound(Label name, std::string_view table_name, const Effective<T, n>& table,
                  const Readings& readings, const Shown& shown) const {
    RuleEntry entry = numbers(name, table_name, {}, table, shown);
    entry.formula = line_of(readings, table_name);
    return entry;
  }

  /// A rule without a number of its own.
  RuleEntry formula(Label name, std::string_view law_name, const Citation& law) const {
    return {name, &law, {}, {}, line_of(formulas_, law_name)};
  }

 private:
  template <class Lines>
  SourceLine line_of(const Lines& lines, std::string_view name) const {
    for (const auto& line : lines)
      if (line.name == name && line.where.file.text().contains(folder_)) return line.where;
    return {};
  }

  const Numbers& numbers_;
  const Formulas& formulas_;
  std::string_view folder_;
};

}  // namespace plimsoll
