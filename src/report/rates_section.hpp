#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/rates.hpp"

namespace plimsoll::report {

/// What the debit costs and by which schedule, what rates make of it, what could be done, and what
/// asks for a decision. Without a debit one line that says so.
std::string rates_section(const strategy::Rates& rates, const Paper& paper);

}  // namespace plimsoll::report
