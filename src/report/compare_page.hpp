#pragma once
#include <string>

#include "margin/margin_report.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

/// Methods side by side, one line each, in the order asked; the one that asks most is marked.
std::string compare_page(const MarginReport& report, const Paper& paper);

}  // namespace plimsoll::report
