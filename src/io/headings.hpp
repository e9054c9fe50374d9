#pragma once
// A table's heading: which column is which, whatever a broker calls it this year.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv.hpp"

namespace plimsoll::io {

class Headings {
 public:
  Headings() = default;
  explicit Headings(const CsvRow& row);

  /// The first column with one of these names, in this order of preference. Names are compared by
  /// their letters and digits alone: "Mkt Val (Market Value)" is "mktvalmarketvalue".
  std::optional<std::size_t> find(std::initializer_list<std::string_view> names) const;
  bool has(std::string_view name) const { return find({name}).has_value(); }

  /// The row's field in that column, trimmed; empty where there is no such column.
  std::string_view in(const CsvRow& row, std::initializer_list<std::string_view> names) const;

  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

}  // namespace plimsoll::io
