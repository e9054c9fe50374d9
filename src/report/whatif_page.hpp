#pragma once
#include <string>

#include "margin/whatif_report.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

/// The trades, what they borrow, and the sums before and after under each method.
std::string whatif_page(const WhatIfReport& report, const Paper& paper);

}  // namespace plimsoll::report
