#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/size.hpp"

namespace plimsoll::report {

/// Leverage by every rule, the largest trades, what the book is concentrated in.
std::string size_section(const strategy::Size& size, const Paper& paper);

}  // namespace plimsoll::report
