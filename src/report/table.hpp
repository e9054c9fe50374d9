#pragma once
// Aligned tables. Knows nothing of money: cells are text already.

#include <cstdint>
#include <string>
#include <vector>

#include "report/text.hpp"

namespace plimsoll::report {

enum class Align : std::uint8_t {
  left,   // words: wrap where the paper is narrow
  whole,  // to the left too, but in one piece: dates, places in files
  right,  // numbers, in one piece
};

struct Column {
  std::string heading;
  Align align = Align::left;
};

struct Row {
  std::vector<std::string> cells;  // one for each column
  Emphasis emphasis = Emphasis::none;
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

/// Two blanks between columns, a rule under the headings, no blanks at line ends. Where the paper
/// is too narrow the widest columns of words wrap. On Markdown paper a table of pipes, every cell
/// unmarked.
std::string table_text(const Table& table, const Paper& paper);

}  // namespace plimsoll::report
