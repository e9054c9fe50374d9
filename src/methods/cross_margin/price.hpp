#pragma once
// Oracle prices, biased against the account.

#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

struct BiasedPrice {
  Fixed48 low = {}, high = {};  // for assets, for liabilities
};

enum class PriceFault : std::uint8_t { stale, uncertain };

/// Refused by the protocol's name: a price older than the bank admits (`stale`, which an initial
/// requirement takes as an asset worth nothing), a confidence beyond its limit (`uncertain`, which
/// no requirement forgives).
std::expected<BiasedPrice, std::pair<PriceFault, Error>> biased_price(const Bank& bank,
                                                                      Requirement requirement,
                                                                      Date rules);

}  // namespace plimsoll::cross_margin
