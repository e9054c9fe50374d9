#pragma once
// A table's heading: which column is which, whatever a broker calls it this year.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
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

  /// Refused: a row that ends before the last named column, as the last one of a download cut short
  /// does, and one with something in a cell behind it, whose cells have shifted.
  Result<void> cover(const CsvRow& row) const;

 private:
  std::vector<std::string> names_;
  std::size_t named_ = 0;  // columns up to the last with a name
};

/// Whether the row is a sentence below or between tables: its first cell alone is filled, and with
/// more than one word. A single word is what a row cut short leaves.
bool is_footnote(const CsvRow& row);

}  // namespace plimsoll::io
