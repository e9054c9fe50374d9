#pragma once
// A clearing house's risk parameters of one day, whatever file they came in: what SPAN needs to
// margin a book. Frozen, as all market data.

#include <map>
#include <memory>

#include "market/clearing/commodity.hpp"

namespace plimsoll::clearing {

enum class FileFormat : std::uint8_t { positional, xml };

/// Which requirement a rate is for. Files with one rate for all have none of these.
struct RateClass {
  std::int16_t id = 0;
  bool customer = true;
  std::optional<BondClass> account_class = {};
  std::string account_type = {};  // the file's word
  bool maintenance = true;
  std::string bond_class = {};  // "CORE", "RESRV"
};

/// One scenario: parts of the scan ranges, and the part of the outcome that is counted.
struct ScanPoint {
  double price = 0, volatility = 0;
  double weight = 1;
  std::size_t paired = 0;  // the place, from 0, of its opposite in volatility; of the last two, own
};
struct DeltaPoint {
  double price = 0, volatility = 0, weight = 0;
};

struct Conversion {
  Currency from = {}, to = {};
  Decimal factor = {};  // one of `from` in `to`
};

/// A record that is read and kept, and no part of the classic total: V, 5, R, 91, 92, X, Y rows.
struct KeptRecord {
  std::string record = {};
  std::uint32_t line = 0;
  std::vector<std::pair<std::string, std::string>> fields = {};  // by the layout's names, trimmed
};

/// A spread that may form where a commodity is held: of those by delta the first leg's; of those
/// that scan together each leg's, and what they are scanned in.
struct SpreadNaming {
  Code commodity = {};
  Index rank = 0;  // of the spread: its place in order of priority
  auto operator<=>(const SpreadNaming&) const = default;
};

struct RiskFile {
  std::string name = {};  // as messages and explanations show it: no path of this machine
  FileFormat format = FileFormat::positional;
  Code clearing_house = {};  // exchange complex
  Date day = {};
  bool settlement = true;  // false: intraday
  std::string created = {};
  bool net = true;                       // positions are netted
  bool limit_option_value = false;       // for the whole house
  std::optional<double> lookahead = {};  // years
  double days_per_year = 365;

  std::vector<Conversion> conversions = {};
  std::vector<RateClass> rate_classes = {};
  std::vector<ScanPoint> points = {};  // empty: the file names none, see `usual_points`
  std::vector<DeltaPoint> delta_points = {};
  std::vector<Product> products = {};
  std::vector<SeriesTerms> terms = {};
  std::vector<Contract> contracts = {};  // sorted by key once read
  std::vector<RiskArray> arrays = {};
  std::vector<CombinedCommodity> commodities = {};
  std::vector<InterSpread> inter_spreads = {};
  std::vector<ClearingSpread> clearing_spreads = {};
  std::vector<CombinationContract> combinations = {};
  std::vector<KeptRecord> kept = {};
  std::map<std::string, std::size_t> counts = {};   // records or elements read, by their name
  std::map<std::string, std::size_t> unknown = {};  // those no reader knows

  // Made by `join`, so that an account looks at nothing it does not hold.
  std::vector<ScanPoint> scanned_points = {};     // those of arrays: `points`, or the usual ones
  std::vector<Index> spreads_by_priority = {};    // of `inter_spreads`; of one priority as read
  std::vector<SpreadNaming> spreads_naming = {};  // sorted
};

/// The points of a file's arrays: where it names none, the usual ones with its own extremes.
std::vector<ScanPoint> array_points(const RiskFile& file);
/// The sixteen scenarios every file means where it names none.
std::vector<ScanPoint> usual_points(double extreme_multiplier, double extreme_cover);
/// Seven price moves and their probabilities.
std::vector<DeltaPoint> usual_delta_points();

/// One value of an array, exact.
Decimal value_of(const RiskArray& array, std::size_t scenario);

/// Sorts contracts by key and calendar spreads by priority, months before tiers; joins what stands
/// in separate records: terms and delta scales; and finds what accounts look up. Both readers end
/// with it.
void join(RiskFile& file);
/// The part of it that is one commodity's: calendar spreads in the order they form.
void sort_calendars(CombinedCommodity& commodity);

/// Places in the file's lists; nothing where there is none such.
std::optional<Index> find_product(const RiskFile& file, const ProductKey& key);
std::optional<Index> find_contract(const RiskFile& file, const Contract& key);
std::optional<Index> find_commodity(const RiskFile& file, const Code& code);
/// The commodity a product belongs to.
std::optional<Index> commodity_of(const RiskFile& file, const ProductKey& product);

/// Which products' contracts a reader keeps: all, or those named. Everything else of a file is
/// small and always kept.
struct Wanted {
  bool all = true;
  std::vector<Code> products = {};  // product codes
};

}  // namespace plimsoll::clearing
