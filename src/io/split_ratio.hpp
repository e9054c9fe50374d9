#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::io {

/// New shares for old ones.
struct SplitRatio {
  std::int64_t new_shares = 1, old_shares = 1;
  bool operator==(const SplitRatio&) const = default;
};

/// The ratio a description states: "AAPL(US0378331005) SPLIT 4 FOR 1 (AAPL, APPLE INC)", "1-FOR-10
/// REVERSE SPLIT". Nothing where it states none, two that differ, or one that is not of two whole
/// numbers from 1 to 1'000'000.
std::optional<SplitRatio> split_ratio(std::string_view text);

}  // namespace plimsoll::io
