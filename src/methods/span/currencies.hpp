#pragma once
// Currencies of commodities in the account's own.

#include "market/snapshot.hpp"
#include "methods/span/places.hpp"
#include "model/account.hpp"

namespace plimsoll::span {

/// One of `from` in the account's currency: by the market, or else by a file's own conversions, the
/// other way round where a file has only that. Refused, naming the currency, where neither says.
Result<Decimal> rate_to_base(Currency from, const Account& account, const MarketSnapshot& market,
                             const RiskFiles& files);

}  // namespace plimsoll::span
