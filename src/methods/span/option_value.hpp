#pragma once
// What positions are worth: of options paid for up front, their price; of what is settled every
// day, what it has gained.

#include "market/snapshot.hpp"
#include "methods/span/book.hpp"
#include "methods/span/moved.hpp"

namespace plimsoll::span {

/// Today's price of a contract.
struct Priced {
  std::optional<Decimal> price = {};  // nothing: neither the market nor the file has one
  std::optional<Error> fault = {};    // why it does not follow what it is on
};

/// Whether a contract's price is paid and owned.
bool is_premium_style(const RiskFile& file, const clearing::Contract& contract,
                      const clearing::CombinedCommodity& commodity);
/// Money for one point of price.
Decimal value_factor_of(const RiskFile& file, const clearing::Contract& contract);
/// Money a future may lose over its price scan range, as stated or as a part of what it is worth at
/// its settlement; nothing where the file tells neither.
std::optional<double> price_scan_of(const RiskFile& file, const clearing::SeriesTerms& terms);

/// Prices the market gives of what is held or spoken of, over the files' settlements. An option the
/// market gives none of follows what it is on.
class Prices {
 public:
  Prices(const Account& account, const MarketSnapshot& market, const Places& places);

  Priced of(std::size_t file, Index contract) const;
  /// Whether any price is another than its file's.
  bool any_moved() const { return any_moved_; }

 private:
  const QuotedContract* quoted(std::size_t file, Index contract) const;

  const Places& places_;
  std::vector<QuotedContract> quoted_ = {};  // sorted
  bool any_moved_ = false;
};

}  // namespace plimsoll::span
