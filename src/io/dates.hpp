#pragma once
// Days the way brokers write them.

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace plimsoll::io {

/// Every day named in `text`, in order: "2026-11-20", "2026/11/20", "20261120", "11/20/2026",
/// "11-20-2026", "11/20/26", "Nov-20-2026", "Nov 20, 2026", "November 20, 2026", "20NOV26". Figures
/// with slashes are month first, as all these brokers are American. A day no calendar has is not
/// one.
std::vector<Date> days_in(std::string_view text);

/// The first of them.
std::optional<Date> day_in(std::string_view text);

}  // namespace plimsoll::io
