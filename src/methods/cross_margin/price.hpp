#pragma once
// Oracle prices, biased against the account.

#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

struct BiasedPrice {
  Fixed48 low = {}, high = {};  // for assets, for liabilities
};

/// The protocol's own numbers on a day: what part of a price its confidence counts to, and the
/// limit of a bank that states none.
struct PriceRules {
  Fixed48 confidence_most = {}, confidence_limit = {};
};
/// Refused: a day before the first on file.
Result<PriceRules> price_rules(Date rules);

enum class PriceFault : std::uint8_t { stale, uncertain };

/// Refused by the protocol's name: a price older than the bank admits (`stale`, which an initial
/// requirement takes as an asset worth nothing), a confidence beyond its limit (`uncertain`, which
/// no requirement forgives).
std::expected<BiasedPrice, std::pair<PriceFault, Error>> biased_price(const Bank& bank,
                                                                      Requirement requirement,
                                                                      const PriceRules& rules);
std::expected<BiasedPrice, std::pair<PriceFault, Error>> biased_price(const Bank& bank,
                                                                      Requirement requirement,
                                                                      Date rules);

}  // namespace plimsoll::cross_margin
