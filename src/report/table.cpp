#include "report/table.hpp"

#include <algorithm>
#include <numeric>

#include "base/check.hpp"

namespace plimsoll::report {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 10;  // of a column of words

using Widths = std::vector<std::size_t>;

Widths natural_widths(const Table& table) {
  Widths widths;
  for (const Column& column : table.columns) widths.push_back(width_of(column.heading));
  for (const Row& row : table.rows) {
    PLIMSOLL_CHECK(row.cells.size() == widths.size());
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::max(widths[i], width_of(row.cells[i]));
  }
  return widths;
}

/// Takes columns of words back, the widest first, until the table fits or all are narrow.
Widths fitted_widths(const Table& table, std::size_t paper) {
  Widths widths = natural_widths(table);
  std::size_t total = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  total += gap * (widths.empty() ? 0 : widths.size() - 1);
  while (total > paper) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (table.columns[i].align == Align::left && widths[i] > narrowest &&
          (widest == nullptr || widths[i] > *widest))
        widest = &widths[i];
    if (widest == nullptr) break;
    --*widest;
    --total;
  }
  return widths;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
  const std::size_t used = width_of(text);
  const std::string blanks(used < width ? width - used : 0, ' ');
  return align == Align::right ? blanks + text : text + blanks;
}

void write_row(const std::vector<std::string>& cells, const Table& table, const Widths& widths,
               Emphasis emphasis, Ink ink, std::string& out) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(table.columns[i].align == Align::left ? wrapped(cells[i], widths[i])
                                                          : std::vector{cells[i]});
    height = std::max(height, lines.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text.append(gap, ' ');
      text +=
          padded(line < lines[i].size() ? lines[i][line] : "", widths[i], table.columns[i].align);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += inked(text, emphasis, ink) + "\n";
  }
}

std::string piped(const std::vector<std::string>& cells, Emphasis emphasis) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + inked(cell, emphasis, Ink::markdown) + " |";
  return out + "\n";
}

std::string markdown_table(const Table& table) {
  std::vector<std::string> headings;
  std::string rules = "|";
  for (const Column& column : table.columns) {
    headings.push_back(column.heading);
    rules += column.align == Align::right ? " ---: |" : " --- |";
  }
  std::string out = piped(headings, Emphasis::none) + rules + "\n";
  for (const Row& row : table.rows) {
    PLIMSOLL_CHECK(row.cells.size() == headings.size());
    out += piped(row.cells, row.emphasis);
  }
  return out;
}

}  // namespace

std::string table_text(const Table& table, const Paper& paper) {
  if (paper.ink == Ink::markdown) return markdown_table(table);
  const Widths widths = fitted_widths(table, paper.width);
  std::vector<std::string> headings, rules;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    headings.push_back(table.columns[i].heading);
    rules.emplace_back(widths[i], '-');
  }
  std::string out;
  write_row(headings, table, widths, Emphasis::strong, paper.ink, out);
  write_row(rules, table, widths, Emphasis::dim, paper.ink, out);
  for (const Row& row : table.rows)
    write_row(row.cells, table, widths, row.emphasis, paper.ink, out);
  return out;
}

}  // namespace plimsoll::report
