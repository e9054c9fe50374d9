#pragma once
// How much the whole market moves, as the snapshot has it.

#include <optional>
#include <string_view>

#include "market/snapshot.hpp"

namespace plimsoll::strategy {

inline constexpr std::string_view volatility_wanted =
    "the market's volatility; give the price of VIX under market.quotes";

/// Annual, a fraction: the VIX over a hundred; without it the volatility quoted of SPX or SPY.
inline std::optional<double> market_volatility(const MarketSnapshot& market) {
  if (const Quote* vix = market.find(InstrumentId{"VIX"}); vix && vix->price)
    return to_double(*vix->price) / 100;
  for (const char* index : {"SPX", "SPY"})
    if (const Quote* quote = market.find(InstrumentId{index}); quote && quote->volatility)
      return quote->volatility;
  return std::nullopt;
}

}  // namespace plimsoll::strategy
