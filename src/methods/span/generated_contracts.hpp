#pragma once
// Contracts a clearing house's file does not list, added to it with an array and a price of a
// model's.

#include <map>

#include "market/snapshot.hpp"
#include "methods/span/places.hpp"

namespace plimsoll::span {

struct WithGenerated {
  RiskFiles files = {};                         // those asked about, a copy where one was added to
  std::map<InstrumentId, Error> not_made = {};  // what could not be, and why
};

/// Futures and options on what the files list, of months, strikes or rights they do not. Parameters
/// are the file's for that expiry; a volatility it does not state is the market's of the contract,
/// or the one its own arrays of that expiry were made with. A contract's price is the market's, or
/// the model's.
WithGenerated with_generated(const RiskFiles& files,
                             const std::vector<const Instrument*>& instruments,
                             const MarketSnapshot& market);

}  // namespace plimsoll::span
