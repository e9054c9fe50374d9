#pragma once
// A step in a lending pool as a person types it: "BORROW 10 SOL", "LIQUIDATE 2 USDC FOR SOL".

#include <string_view>

#include "model/instrument.hpp"

namespace plimsoll {

enum class PoolVerb : std::uint8_t { deposit, withdraw, borrow, repay, liquidate };

struct PoolStep {
  PoolVerb verb = PoolVerb::deposit;
  Quantity tokens = {};       // above zero
  InstrumentId bank = {};     // whose tokens they are
  InstrumentId against = {};  // of a liquidation: the bank whose debt is repaid
};

/// Letters in either case; banks as they are named. Refused with what to write instead.
Result<PoolStep> parse_pool_step(std::string_view text);

/// Whether it begins with one of the verbs.
bool is_pool_step(std::string_view text);

}  // namespace plimsoll
