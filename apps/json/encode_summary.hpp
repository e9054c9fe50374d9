#pragma once
#include <string>

#include "margin/margin_report.hpp"

namespace plimsoll::json {

/// The summary form of encode_margin: one line, at most summary_bytes_max bytes for as many methods
/// as there are.
std::string encode_summary(const MarginReport& report);

}  // namespace plimsoll::json
