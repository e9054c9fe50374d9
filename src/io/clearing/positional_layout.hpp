#pragma once
// The layout of the expanded positional family, asked by record and by name. Typed code asks while
// it is compiled, so a name the layout lacks does not build.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/check.hpp"
#include "io/clearing/positional_columns.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io {

struct Column {
  std::string_view name;
  std::uint8_t first = 0, last = 0;  // from 1, both in it
  std::int8_t places = -1;           // implied decimals; below zero: text
  constexpr std::size_t width() const { return last - first + std::size_t{1}; }
};

/// The most columns any record has.
inline constexpr std::size_t row_width = 192;

namespace detail {

constexpr int take_number(std::string_view& text) {
  int number = 0;
  for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1))
    number = number * 10 + (text[0] - '0');
  return number;
}

/// The column at the front of a layout's text, which is taken off it.
constexpr Column take_column(std::string_view& text) {
  Column column;
  column.name = text.substr(0, text.find(' '));
  text.remove_prefix(column.name.size() + 1);
  const int first = take_number(text);
  int last = first;
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    last = take_number(text);
  }
  if (text.starts_with(" #")) {
    text.remove_prefix(2);
    column.places = 0;
  } else if (text.starts_with(" .")) {
    text.remove_prefix(2);
    column.places = static_cast<std::int8_t>(take_number(text));
  }
  PLIMSOLL_CHECK(first >= 3 && last >= first && last <= static_cast<int>(row_width));
  PLIMSOLL_CHECK(text.empty() || text.starts_with(", "));
  text.remove_prefix(text.empty() ? 0 : 2);
  column.first = static_cast<std::uint8_t>(first);
  column.last = static_cast<std::uint8_t>(last);
  return column;
}

constexpr std::size_t column_count(std::string_view text) {
  std::size_t count = text.empty() ? 0 : 1;
  for (const char c : text) count += c == ',' ? 1 : 0;
  return count;
}

/// Where each record's columns begin in a list of all, and where they end.
inline constexpr std::array<std::size_t, record_texts.size() + 1> column_begins = [] {
  std::array<std::size_t, record_texts.size() + 1> begins{};
  for (std::size_t i = 0; i < record_texts.size(); ++i)
    begins[i + 1] = begins[i] + column_count(record_texts[i].columns);
  return begins;
}();

inline constexpr std::array<Column, column_begins.back()> all_columns = [] {
  std::array<Column, column_begins.back()> columns{};
  std::size_t at = 0;
  for (const RecordText& record : record_texts)
    for (std::string_view text = record.columns; !text.empty();) columns[at++] = take_column(text);
  return columns;
}();

/// Whether `name` is `before`, `number`, `after`: "leg" 2 "_tier".
constexpr bool is_numbered(std::string_view name, std::string_view before, std::size_t number,
                           std::string_view after) {
  if (!name.starts_with(before)) return false;
  name.remove_prefix(before.size());
  if (name.empty() || name[0] < '0' || name[0] > '9') return false;
  return static_cast<std::size_t>(take_number(name)) == number && name == after;
}

}  // namespace detail

/// Of the record with this id; none where no reader knows it.
constexpr std::span<const Column> columns_of(std::string_view record) {
  for (std::size_t i = 0; i < record_texts.size(); ++i)
    if (record_texts[i].id == record)
      return std::span{detail::all_columns}.subspan(
          detail::column_begins[i], detail::column_begins[i + 1] - detail::column_begins[i]);
  return {};
}

consteval Column column(std::string_view record, std::string_view name) {
  Column found;
  for (const Column& known : columns_of(record))
    if (known.name == name) found = known;
  PLIMSOLL_CHECK(!found.name.empty());
  return found;
}

/// Those that are numbered: columns<4>("6", "leg", "_tier"), or from the tenth on with `first`.
template <std::size_t count>
consteval std::array<Column, count> columns(std::string_view record, std::string_view before,
                                            std::string_view after, std::size_t first = 1) {
  std::array<Column, count> found{};
  for (std::size_t i = 0; i < count; ++i) {
    for (const Column& known : columns_of(record))
      if (detail::is_numbered(known.name, before, first + i, after)) found[i] = known;
    PLIMSOLL_CHECK(!found[i].name.empty());
  }
  return found;
}

/// What stands in a column of a line, trimmed; nothing behind the line's end, as trailing blanks
/// are cut.
std::string_view cell_of(std::string_view line, const Column& column);

/// Any record taken apart: what stands in each of its columns, without the blank ones.
clearing::KeptRecord taken_apart(std::string_view record, std::string_view line,
                                 std::uint32_t number);

}  // namespace plimsoll::io
