#pragma once
// What is not eligible, margined by the strategy rules. FINRA Rule 4210(g)(7)(D).

#include "methods/tims/book.hpp"
#include "methods/tims/tims.hpp"

namespace plimsoll::tims {

template <Reading R>
struct ByStrategy {
  R requirement;          // against an equity that counts every position at its value
  R value;                // of the positions together
  std::vector<Leg> legs;  // without what was refused
};

/// The positions as an account of their own, without cash. What the strategy rules refuse or do not
/// cover goes to `answer`, with their caveats. Nothing where no strategy rules were given: then
/// the positions are not covered.
template <Reading R>
Result<std::optional<ByStrategy<R>>> by_strategy(const Account& account,
                                                 const MarketSnapshot& market,
                                                 const std::vector<const Position*>& positions,
                                                 const StrategyRules& rules, Answer<R>& answer);

}  // namespace plimsoll::tims
