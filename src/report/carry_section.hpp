#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/carry.hpp"

namespace plimsoll::report {

/// What comes in and what it costs a year, where that turns, position by position the dearest
/// first, the months' dividends, and what is left out.
std::string carry_section(const strategy::Carry& carry, const Paper& paper);

}  // namespace plimsoll::report
