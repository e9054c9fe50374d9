#pragma once
// Combined commodities and what they are charged for: tiers, spreads, delivery months, short
// options.

#include <array>

#include "market/clearing/product.hpp"
#include "model/account.hpp"

namespace plimsoll::clearing {

/// Side of a spread: A and B are opposite, either may be long.
enum class Side : std::uint8_t { a, b };

/// A rate by class of account. Files with one rate for all have one row, of class 0.
struct Rate {
  std::int16_t rate_class = 0;
  Decimal value = {};
};
using Rates = std::vector<Rate>;

/// Months that are taken together. Both ends are in it; a month's day, where the file gives one.
struct Tier {
  Code name = {};  // "1", "2": the file's number, without leading zeros
  Month first = {}, last = {};
  Rates short_option_rate = {};           // of tiers of the short option minimum
  std::optional<double> price_scan = {};  // of tiers that have one
  std::uint32_t line = 0;
};

/// One leg of a calendar spread: a tier, or a month.
struct CalendarLeg {
  Code tier = {};  // empty: `month` says
  Month month = {};
  Decimal ratio{1};
  Side side = Side::a;
};
/// A charge for a spread within one commodity. E records and `pLeg`s are between months, C records
/// and `tLeg`s between tiers.
struct CalendarSpread {
  int priority = 0;
  bool by_month = false;
  Rates charge = {};  // money for one spread
  std::vector<CalendarLeg> legs = {};
  std::uint32_t line = 0;
};

enum class DeltaSign : std::uint8_t { any, long_only, short_only };
/// A delivery month's charges, for one delta each.
struct SpotRate {
  Month month = {};
  std::int16_t rate_class = 0;
  Decimal in_spreads = {}, outright = {};
  DeltaSign sign = DeltaSign::any;
  std::uint32_t line = 0;
};
enum class SpotMethod : std::uint8_t { none, table, basis_risk };

enum class WeightedPriceRisk : std::uint8_t {
  normal = 1,
  capped_at_scan_range = 2,
  scan_range = 3
};
enum class ShortOptionMethod : std::uint8_t { sum, larger_side };

struct ProductLink {
  ProductKey product = {};
  Decimal delta_scale{1};
  std::int8_t array_exponent = 0;  // of the product's array values, besides the commodity's
};

struct CombinedCommodity {
  Code code = {}, exchange = {};
  std::string name = {};
  Currency currency = usd;        // of the performance bond
  std::int8_t risk_exponent = 0;  // of what positional files state of it in money; 0 in XML
  std::optional<Valuation> option_style = {};
  bool limit_option_value = false;
  CombinationMethod combination_method = CombinationMethod::split;
  std::vector<ProductLink> products = {};

  // Of each kind of tier, none: the commodity is taken as one.
  bool months_are_tiers = false;  // each month is a tier of scanning and of inter-commodity spreads
  std::vector<Tier> calendar_tiers = {}, scan_tiers = {}, inter_tiers = {}, short_option_tiers = {};
  // Of `rateTiers` in XML: months that have one scan range. Nothing is scanned by them.
  std::vector<Tier> rate_tiers = {};
  bool calendar_spreads_used = true;  // 01: none
  std::vector<CalendarSpread> calendar_spreads = {};
  SpotMethod spot_method = SpotMethod::none;
  std::vector<SpotRate> spot_rates = {};
  WeightedPriceRisk weighted_price_risk = WeightedPriceRisk::normal;
  ShortOptionMethod short_option_method = ShortOptionMethod::sum;
  Rates short_option_rate = {};

  /// By class: speculator, hedger, member. What risk is multiplied by.
  std::array<Decimal, 3> adjustment{Decimal{1}, Decimal{1}, Decimal{1}};
  std::array<Decimal, 3> initial_ratio{Decimal{1}, Decimal{1}, Decimal{1}};
  std::uint32_t line = 0;  // of its 2 record or `ccDef`
};

enum class InterMethod : std::uint8_t { delta, tiered, crush, scanning, tier_delta };
struct InterLeg {
  Code exchange = {}, commodity = {}, tier = {};  // tier empty: the whole commodity
  Decimal ratio{1};                               // deltas for one spread
  Side side = Side::a;
  bool required = true;
  Rates rate = {};  // its own credit, where legs have their own
};
enum class Eligible : std::uint8_t { all, not_customers, house_only };
/// A credit for positions that offset between commodities.
struct InterSpread {
  int priority = 0;
  Code group = {};
  InterMethod method = InterMethod::delta;
  bool before_calendars = false;  // "super"
  bool flat = false;              // the rate is money for one spread, not a part of price risk
  Rates rate = {};                // a fraction: 0.55; where flat: money
  std::vector<InterLeg> legs = {};
  std::optional<InterLeg> target = {};  // scanning: whose commodity the legs are margined in
  int legs_least = 2;                   // scanning
  bool apply_fx_risk = false, apportion_risk = false;
  Eligible eligible = Eligible::all;
  std::uint32_t line = 0;
};
/// The same between two clearing houses; each grants its own leg's credit.
struct ClearingSpread {
  int priority = 0;
  InterLeg home = {};
  Code away_house = {};
  InterLeg away = {};
  std::uint32_t line = 0;
};

/// What one contract of a combination is made of.
struct CombinationLeg {
  ProductKey product = {};
  Month month = {};
  Side side = Side::a;
  Decimal ratio{1};
};
struct CombinationContract {
  ProductKey product = {};
  Month month = {};
  std::vector<CombinationLeg> legs = {};
  std::uint32_t line = 0;
};

}  // namespace plimsoll::clearing
