#pragma once
// The margin answer `plimsoll.margin/1`, as text.

#include <cstddef>
#include <cstdint>
#include <string>

#include "margin/margin_report.hpp"

namespace plimsoll::json {

enum class Form : std::uint8_t {
  full,     // everything, indented; `explanation` on answers that were explained
  summary,  // one line of at most summary_bytes_max: sums, the largest groups without their legs
};

inline constexpr std::size_t summary_bytes_max = 4096;

/// Keys in the schema's order, one trailing newline: the same report is always the same bytes.
/// Amounts are exact strings of at least two places; equity and what follows from it are null where
/// cash is unknown. What a summary leaves out it counts, under `omitted`.
std::string encode_margin(const MarginReport& report, Form form = Form::full);

}  // namespace plimsoll::json
