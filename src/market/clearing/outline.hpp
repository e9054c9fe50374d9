#pragma once
// What a risk parameter file holds, in figures a person can look over; and which of its contracts
// are meant by a product and a month.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::clearing {

struct CommodityOutline {
  Index commodity = nowhere;  // of the file
  std::size_t contracts = 0;  // of all its products
  std::size_t tiers = 0;      // of every kind
  std::size_t calendar_spreads = 0, spot_rates = 0;
  std::vector<Decimal> short_option_rates = {};  // of the commodity or its tiers, each once
};

struct FileOutline {
  std::vector<Code> exchanges = {};  // in order
  std::size_t records = 0, unknown_records = 0;
  std::size_t contracts = 0;      // those that were read
  std::size_t without_array = 0;  // of them
  std::size_t without_price = 0;
  std::size_t unlinked = 0;                        // of products that no commodity has
  std::vector<CommodityOutline> commodities = {};  // in the file's order
  std::size_t scanning_spreads = 0;                // of the spreads between commodities
};

FileOutline outline_of(const RiskFile& file);

/// Both empty: every contract.
struct ContractFilter {
  Code product = {};
  Month month = {};  // of the future, or of the option; without a day: of any day
};
/// Reads "ZZ" and "202512", "20251219" or "202512W1".
Result<ContractFilter> contract_filter(const std::string& product, const std::string& month);

/// Places in the file's list, in its order.
std::vector<Index> contracts_chosen(const RiskFile& file, const ContractFilter& filter);

// How documents and pages call what a commodity's methods are.
std::string_view word_of(WeightedPriceRisk method);  // "normal", "capped_at_scan_range", ...
std::string_view word_of(ShortOptionMethod method);  // "sum", "larger_side"
std::string_view word_of(CombinationMethod method);  // "split", "delta", "modified"

/// "ZZ FUT 202512", "OZ OOF 202511W1 C 3600 on 202512".
std::string key_text(const RiskFile& file, const Contract& contract);
/// "202512", "20251219", "202512W1"; nothing of an empty month.
std::string to_text(const Month& month);

}  // namespace plimsoll::clearing
