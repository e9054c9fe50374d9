#pragma once
// The one number of the method itself: every other is in a clearing house's file.

#include "methods/span/laws.hpp"
#include "rules/effective.hpp"

namespace plimsoll::span {

/// How many scenarios are scanned, since SPAN is in use.
struct Count {
  int value = 0;
};
inline constexpr Effective scenarios_scanned{
    std::array{InForce<Count>{1988y / December / 16, {16}, &in_use_law, FirstDay::at_least_since}}};

}  // namespace plimsoll::span
