#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/comparison.hpp"

namespace plimsoll::report {

/// Methods side by side, one line each, in the order asked, the one that asks most marked; what
/// portfolio margin would free; and the account at each broker. Of a comparison with one standing
/// for each of its results. On Markdown paper, a document under one heading.
std::string compare_page(const strategy::Comparison& comparison, const Paper& paper);

}  // namespace plimsoll::report
