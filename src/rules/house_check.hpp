#pragma once
// What a profile may not say: numbers that mean nothing where they stand, and two rules that ask
// the same of the same facts.

#include <optional>
#include <string>
#include <vector>

#include "rules/house.hpp"

namespace plimsoll {

/// Whether the number was written as a factor, which reads like a rate.
enum class Factor : std::uint8_t { given, absent };
/// What is wrong with a rule whose scope, mode, `of` and number do not go together; nothing where
/// they do.
std::optional<std::string> what_does_not_fit(const HouseRule& rule, Factor factor);

struct HouseOverlap {
  std::string what;        // one sentence with the remedy
  std::uint32_t line = 0;  // of the later rule
};

/// The first pair of rules with one scope, mode, `of` and `by`, conditioned on the same facts,
/// whose conditions can hold together; or the third rule that multiplies.
std::optional<HouseOverlap> overlapping(const std::vector<HouseRule>& rules);

}  // namespace plimsoll
