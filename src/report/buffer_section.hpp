#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/buffer.hpp"

namespace plimsoll::report {

/// Multiple, use and what would restore the target, then what crises leave of it.
std::string buffer_section(const strategy::Buffer& buffer, const Paper& paper);

}  // namespace plimsoll::report
