#pragma once
// Our own CSV of positions, read whole: a million of them into columns of integers. One account of
// it as a draft comes from import_file.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "io/names.hpp"
#include "money/money.hpp"

namespace plimsoll::io {

/// Positions by column, one entry a row, in the file's order.
struct PositionTable {
  std::vector<std::uint32_t> account, symbol, type;  // ids in the names below
  std::vector<Quantity> quantity;                    // bonds: principal; short < 0
  std::vector<Decimal> price;                        // per unit, in the instrument's currency
  Names accounts, symbols, types;
  std::size_t rows_total = 0;
};

/// Reads a heading with account, symbol, quantity, price and optionally type, in any order, and the
/// rows under it. Refused as a whole (no rows): another heading. Refused by row, with `name:line`:
/// a blank or malformed cell, a quantity of zero, sizes beyond model/limits.hpp, a price below
/// zero. rows_total counts every row that is not blank: quantity.size() + refused.size().
Loaded<PositionTable> read_position_table(std::string_view text, const std::string& name);

}  // namespace plimsoll::io
