#pragma once
#include <string>

#include "margin/whatif_report.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

/// The trades and what they borrow, or the steps and what they came to; the sums before and after
/// under each method.
std::string whatif_page(const WhatIfReport& report, const Paper& paper);

}  // namespace plimsoll::report
