#pragma once
// For tests: the program without a process around it.

#include <sstream>
#include <string>
#include <vector>

#include "apps/cli/run.hpp"

namespace plimsoll::cli {

struct Ran {
  Exit exit;
  std::string out, err;
};

/// Runs a command line with `input` on standard input, on plain paper.
inline Ran ran(const std::vector<std::string>& words, const std::string& input = "") {
  std::istringstream in{input};
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err};
  const Exit exit = run(words, session);
  return {exit, out.str(), err.str()};
}

/// 100 XYZ at 50 with 1,000 borrowed: 2,500 initial, 1,250 maintenance, equity 4,000.
inline const std::string one_stock = R"({
  "schema": "plimsoll.account/1", "id": "one stock", "as_of": "2026-11-20", "kind": "margin",
  "currency": "USD", "cash": "-1000", "positions": [{"symbol": "XYZ", "quantity": 100}],
  "instruments": {"XYZ": {"type": "equity"}},
  "market": {"quotes": {"XYZ": {"price": "50"}}}})";

/// The same with `from` written as `to`.
inline std::string one_stock_but(const std::string& from, const std::string& to) {
  std::string text = one_stock;
  return text.replace(text.find(from), from.size(), to);
}

inline bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace plimsoll::cli
