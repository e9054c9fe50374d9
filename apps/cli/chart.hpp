#pragma once
#include "apps/cli/settings.hpp"
#include "margin/margin_report.hpp"

namespace plimsoll::cli {

/// Writes the picture --chart asks for; nothing where it does not. Refused: a report in which
/// nothing is moved, a file that cannot be written.
Result<void> draw(const MarginReport& report, const Settings& settings);

}  // namespace plimsoll::cli
