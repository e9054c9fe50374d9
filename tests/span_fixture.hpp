#pragma once
// Positional risk files for tests: the fixtures, and lines with one thing changed.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/clearing/positional.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::testing {

inline std::string span_text(const std::string& name) { return fixture("span/" + name).bytes; }

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

inline std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// The first line of CME's own that begins so.
inline std::string cme_line(const std::string& start) {
  for (const std::string& line : lines_of(span_text("cme_20250620_sample_records.pa2")))
    if (line.starts_with(start)) return line;
  ADD_FAILURE() << "no line begins with " << start;
  return {};
}

/// `line` with `text` from a column on, which count from 1.
inline std::string with(std::string line, std::size_t column, const std::string& text) {
  if (line.size() < column - 1 + text.size()) line.resize(column - 1 + text.size(), ' ');
  return line.replace(column - 1, text.size(), text);
}

inline const std::string span_header =
    "0 SYN   20250912SC 1836202509121900U2YNCLR        C CUST  H HEDGE 1 CORE  M MAINT\n";

inline Loaded<clearing::RiskFile> read_span(const std::string& text,
                                            const clearing::Wanted& wanted = {}) {
  auto loaded = io::read_positional(text, "span.pa2", wanted);
  if (loaded) return *std::move(loaded);
  return {{}, {std::move(loaded).error()}};
}

/// "span.pa2:14:55-59 array_1 ...", one line each; the last line has its end.
inline std::string refusals_of(std::string text) {
  std::string said;
  if (!text.empty()) text += "\n";
  for (const Error& error : read_span(text).refused) said += error.where + " " + error.what + "\n";
  return said;
}

}  // namespace plimsoll::testing
