#pragma once
// Options to be priced, from our own CSV: a heading with the contract's names in any order, one
// option a row.

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/option_row.hpp"

namespace plimsoll::io {

inline constexpr std::array<std::string_view, 10> option_columns{
    "spot",       "strike", "years",  "rate",     "dividend_yield",
    "volatility", "price",  "is_put", "american", "dividends"};

/// Of one option, so that no row asks for a day's work: paid weekly for a few years, or quarterly
/// for a hundred.
inline constexpr std::size_t row_dividends_max = 400;

struct OptionRecord {
  std::uint32_t line = 0;    // 1-based
  std::string given;         // its cells under the columns as CSV; blank ones where it has none
  Result<OptionRow> option;  // or why it is refused, with "options.csv:12"
};

struct OptionsCsv {
  std::string name;                  // of the file
  std::vector<std::string> columns;  // as the file has them, in lower case
  std::vector<OptionRecord> rows;    // in the file's order, without blank ones
};

/// `bytes` as a file or a pipe has them. Columns: spot, strike, years, rate, dividend_yield,
/// is_put, american, and volatility or price or both (each row then fills one); besides, if wanted,
/// dividends as "YEARS:AMOUNT;YEARS:AMOUNT". is_put and american are 0, 1, true or false. Refused
/// as a whole, every mistake of it: no text, an unknown, doubled, nameless or missing column, no
/// rows.
std::expected<OptionsCsv, std::vector<Error>> read_options_csv(std::string_view bytes,
                                                               const std::string& name);

}  // namespace plimsoll::io
