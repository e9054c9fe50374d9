#pragma once
// Model numbers in sentences: few digits, as a person says them.

#include <string>

namespace plimsoll::strategy {

/// A fraction of 1: 0.41 is "41 %", 0.3454 is "34.5 %", 0.0004 is "0.04 %". Not a number that is
/// too small to show is called 0: 0.00001 is "under 0.01 %".
std::string told_percent(double fraction);

/// At most two decimals: "1.84", "2", "0.4".
std::string told(double number);

}  // namespace plimsoll::strategy
