#pragma once
// One row of our own CSV by the names of its columns, and what those names mean.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv.hpp"
#include "market/snapshot.hpp"
#include "model/draft.hpp"

namespace plimsoll::io {

/// The contract's names for what an instrument is and for what is known of its market, which may be
/// columns.
std::vector<std::string_view> description_columns();
std::vector<std::string_view> quote_columns();  // the price apart

class NamedRow {
 public:
  /// Both outlive this.
  NamedRow(const std::vector<std::string>& columns, const CsvRow& row)
      : columns_{columns}, row_{row} {}

  /// The cell under `column`, trimmed; empty where there is none.
  std::string_view at(std::string_view column) const;
  /// Nothing where the cell is blank. Refused, naming the column: what is no number, no YYYY-MM-DD.
  Result<std::optional<Decimal>> decimal(std::string_view column) const;
  Result<std::optional<Date>> day(std::string_view column) const;

  /// What the row says of the instrument; nothing where all those cells are blank.
  Result<std::optional<Description>> description() const;
  /// What it says of the market besides the price, likewise.
  Result<std::optional<Quote>> quote() const;

 private:
  const std::vector<std::string>& columns_;
  const CsvRow& row_;
};

}  // namespace plimsoll::io
