#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// What is missing, what restores it, trade by trade or by cash alone, and what is left after.
std::string cure_section(const strategy::Cure& cure, const Paper& paper);
/// What is done at which level, how far the market is from each, and what is sold there.
std::string ladder_section(const strategy::Ladder& ladder, const Paper& paper);
/// One line: how much more the sale's own mark on prices asks for, and where that ends.
std::string cascade_line(const strategy::Cascade& cascade, const Paper& paper);

}  // namespace plimsoll::report
