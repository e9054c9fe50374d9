#pragma once
#include <cstdint>
#include <string>

#include "report/text.hpp"
#include "strategy/comparison.hpp"

namespace plimsoll::report {

enum class CompareExtent : std::uint8_t { methods, all };

/// Methods side by side, one line each, in the order asked, the one that asks most marked; what
/// portfolio margin would free; and the account at each broker. Of a comparison with one standing
/// for each of its results. On Markdown paper, a document under one heading. Of `methods` their
/// lines alone; of all the trees too, where answers were explained.
std::string compare_page(const strategy::Comparison& comparison, CompareExtent extent,
                         const Paper& paper);
inline std::string compare_page(const strategy::Comparison& comparison, const Paper& paper) {
  return compare_page(comparison, CompareExtent::all, paper);
}

}  // namespace plimsoll::report
