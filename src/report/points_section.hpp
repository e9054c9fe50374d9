#pragma once
// What a risk-based method says of its points: each group of positions moved, the worst marked.

#include <string>

#include "margin/answer.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

enum class PointRows : std::uint8_t { some, all };

/// The section, or nothing where the answer moves nothing.
std::string points_section(const Detail& detail, PointRows rows, const Paper& paper);

/// What equity is called: where a method moves the market every position counts at its value, as in
/// a lending pool, and of futures only cash and gains do; nothing is lent on it.
std::string equity_name(const Detail& detail);

}  // namespace plimsoll::report
