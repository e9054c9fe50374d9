#pragma once
// Values of a policy to the text of its file and back. Numbers with a point stand in quotes, so
// that no digit passes through binary on its way in.

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/nearest.hpp"
#include "base/node.hpp"
#include "base/result.hpp"
#include "strategy/policy_rows.hpp"

namespace plimsoll::strategy {

/// So that no file, however long, takes long to read.
inline constexpr std::size_t policy_rows_max = 1'000;

/// Where mistakes of one key are noted: "policy.toml:12", each saying which key it is about.
struct PolicyMistakes {
  std::string_view file;
  std::string key;  // "buffer.target_multiple"
  std::vector<Error>& errors;

  void add(const Node& at, const std::string& what) const;
};

/// What of a value can be weighed, and what cannot.
struct WeighedValue {
  struct Number {
    double value;
    Loosens loosens;
  };
  std::vector<Number> numbers;
  std::vector<std::string> words;
};

// Cells

std::string value_text(double value);
std::string value_text(Decimal value);
std::string value_text(int value);
std::string value_text(const std::string& value);
template <class E>
  requires std::is_enum_v<E>
std::string value_text(E value) {
  return '"' + std::string{word_of(value)} + '"';
}

/// Each reads a node of a file, or notes what is wrong with it and leaves `into` alone.
void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes, double& into);
void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes,
                Decimal& into);
void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes, int& into);
void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes,
                std::string& into);
template <class E>
  requires std::is_enum_v<E>
void read_value(const Node& node, const Range&, const PolicyMistakes& mistakes, E& into) {
  const auto& list = Words<E>::list;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (node.kind != Node::Kind::string || node.text != list[i]) continue;
    into = static_cast<E>(i);
    return;
  }
  mistakes.add(
      node, "\"" + node.text.substr(0, 40) + "\" is none of its words; write " + choice_of(list));
}

void weigh(double value, const Range& range, WeighedValue& into);
void weigh(Decimal value, const Range& range, WeighedValue& into);
void weigh(int value, const Range& range, WeighedValue& into);
void weigh(const std::string& value, const Range& range, WeighedValue& into);
template <class E>
  requires std::is_enum_v<E>
void weigh(E value, const Range&, WeighedValue& into) {
  into.words.emplace_back(word_of(value));
}

// Rows

template <class T>
concept PolicyRow = requires { Rows<T>::columns; };

template <PolicyRow Row>
std::string value_text(const Row& row) {
  std::string text;
  const auto add = [&]<class Cell>(const Cell& cell) {
    if constexpr (requires { cell.has_value(); }) {
      if (cell) text += ", " + value_text(*cell);
    } else {
      text += (text.empty() ? "" : ", ") + value_text(cell);
    }
  };
  std::apply([&](const auto&... cells) { (add(cells), ...); }, Rows<Row>::cells(row));
  return "[" + text + "]";
}

template <PolicyRow Row>
void weigh(const Row& row, const Range&, WeighedValue& into) {
  std::size_t column = 0;
  const auto add = [&]<class Cell>(const Cell& cell) {
    const Range& range = Rows<Row>::columns[column++].range;
    if constexpr (requires { cell.has_value(); }) {
      if (cell) weigh(*cell, range, into);
      else into.words.emplace_back("none");
    } else {
      weigh(cell, range, into);
    }
  };
  std::apply([&](const auto&... cells) { (add(cells), ...); }, Rows<Row>::cells(row));
}

/// "[VIX, multiple]"; what may be left out in brackets of its own.
template <PolicyRow Row>
std::string columns_text() {
  std::string text;
  Row row;
  std::size_t column = 0;
  const auto add = [&]<class Cell>(const Cell&) {
    const std::string name{Rows<Row>::columns[column++].name};
    if constexpr (requires(Cell cell) { cell.has_value(); }) text += "[, " + name + "]";
    else text += (text.empty() ? "" : ", ") + name;
  };
  std::apply([&](const auto&... cells) { (add(cells), ...); }, Rows<Row>::cells(row));
  return "[" + text + "]";
}

template <PolicyRow Row>
void read_value(const Node& node, const Range&, const PolicyMistakes& mistakes, Row& into) {
  Row row;
  constexpr std::size_t most = Rows<Row>::columns.size();
  constexpr std::size_t least = most - (requires(Row one) { one.restore; } ? 1 : 0);
  if (node.kind != Node::Kind::array || node.items.size() < least || most < node.items.size())
    return mistakes.add(node, "a row of it is " + columns_text<Row>());
  std::size_t column = 0;
  const auto read = [&]<class Cell>(Cell& cell) {
    const Range& range = Rows<Row>::columns[column].range;
    if (column == node.items.size()) return;
    const Node& item = node.items[column++];
    if constexpr (requires { cell.has_value(); }) read_value(item, range, mistakes, cell.emplace());
    else read_value(item, range, mistakes, cell);
  };
  std::apply([&](auto&... cells) { (read(cells), ...); }, Rows<Row>::cells(row));
  into = std::move(row);
}

// Lists

template <class T>
std::string value_text(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) text += (text.empty() ? "" : ", ") + value_text(value);
  return "[" + text + "]";
}

template <class T>
void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes,
                std::vector<T>& into) {
  if (node.kind != Node::Kind::array)
    return mistakes.add(node, "it is a list; write it between [ and ]");
  if (policy_rows_max < node.items.size())
    return mistakes.add(node, "it has more than " + std::to_string(policy_rows_max) + " rows");
  std::vector<T> values(node.items.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    read_value(node.items[i], range, mistakes, values[i]);
  into = std::move(values);
}

template <class T>
void weigh(const std::vector<T>& values, const Range& range, WeighedValue& into) {
  for (const T& value : values) weigh(value, range, into);
}

/// What the range of a key is of, for its comment: "" where a row's columns have their own.
template <class T>
std::string shape_text(const T*) {
  if constexpr (std::is_enum_v<T>) return "one of " + choice_of(Words<T>::list);
  else return "";
}
template <class T>
std::string shape_text(const std::vector<T>*) {
  if constexpr (PolicyRow<T>) return "rows of " + columns_text<T>();
  else return "a list";
}

}  // namespace plimsoll::strategy
