#pragma once
// The least each contract asks for.

#include "margin/answer.hpp"
#include "methods/tims/rates.hpp"

namespace plimsoll::tims {

/// A position in options or related instruments.
struct Contracts {
  Quantity units;                     // contracts times multiplier, positive
  std::optional<Money> market_value;  // of bought options, which need no more than this
};

/// FINRA Rule 4210(g)(7)(B) of customers, 17 CFR 240.15c3-1a(b)(1)(v)(C)(2) of brokers.
template <Reading R>
Result<R> least_of(const Contracts& contracts, Role role, Date rules);

}  // namespace plimsoll::tims
