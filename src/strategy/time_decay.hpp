#pragma once
// What options gain or lose by one day passing, prices and volatilities standing still. It is not
// carry: it comes with what the option may bring, and is shown apart.

#include <vector>

#include "strategy/book.hpp"

namespace plimsoll::strategy {

struct OptionDecay {
  std::size_t position = 0;  // of Account::positions
  InstrumentId id;
  Money a_day = {};  // of the position: below zero for most that are held, above for most written
  double volatility = 0;
};

struct TimeDecay {
  Money a_day = {};                       // in the account's currency
  std::vector<OptionDecay> options = {};  // options and warrants, in the account's order
  std::vector<Error> unknown = {};        // those that cannot be valued, each with what to give
};

/// One calendar day later at the same price of what it is on, less today's, both by the model.
Result<TimeDecay> time_decay(const Book& book);

}  // namespace plimsoll::strategy
