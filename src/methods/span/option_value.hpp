#pragma once
// What positions are worth: of options paid for up front, their price; of what is settled every
// day, what it has gained.

#include "market/snapshot.hpp"
#include "methods/span/book.hpp"

namespace plimsoll::span {

/// Today's price of a contract, and whether the market says another than the file's settlement.
struct Priced {
  std::optional<Decimal> price = {};  // nothing: neither has one
  bool moved = false;
};

/// Whether a contract's price is paid and owned.
bool is_premium_style(const RiskFile& file, const clearing::Contract& contract,
                      const clearing::CombinedCommodity& commodity);
/// Money for one point of price.
Decimal value_factor_of(const RiskFile& file, const clearing::Contract& contract);

/// Prices of the market that the account's instruments quote, over the files'.
class Prices {
 public:
  Prices(const Account& account, const MarketSnapshot& market, const Places& places);

  Priced of(std::size_t file, Index contract) const;
  /// Whether any price is the market's.
  bool any_moved() const { return !quoted_.empty(); }

 private:
  const Places& places_;
  std::vector<std::pair<std::pair<std::size_t, Index>, Decimal>> quoted_;  // sorted
};

}  // namespace plimsoll::span
