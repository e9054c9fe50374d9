#pragma once
#include <string>
#include <vector>

#include "margin/answer.hpp"

namespace plimsoll::report {

/// A symbol as a person says it: "AAPL 2027-01-15 250 C" for an option's 21 characters.
std::string spoken(const InstrumentId& id);

/// What a group holds, in words: "long 1,000 AAPL, short 10 AAPL 2027-01-15 250 C".
std::string in_words(const std::vector<Leg>& legs);

}  // namespace plimsoll::report
