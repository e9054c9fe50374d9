#pragma once
// What a clearing house's risk parameter file calls things: products, contracts, their keys.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/instrument.hpp"

namespace plimsoll::clearing {

/// An exchange's acronym, a product's code, a combined commodity's or a tier's: as the file has it,
/// trimmed.
using Code = InstrumentId;

/// A place in one of the file's lists.
using Index = std::uint32_t;
inline constexpr Index nowhere = ~Index{0};

/// The files' own three letters: FUT PHY CMB FWD OOF OOP OOC OOE, and EQU, DBT for securities.
enum class ProductType : std::uint8_t {
  future,
  physical,
  combination,
  forward,
  equity,
  debt,
  option_on_future,
  option_on_physical,
  option_on_combination,
  option_on_equity,
};
constexpr bool is_option(ProductType type) { return type >= ProductType::option_on_future; }
/// "FUT", "OOF", ...
std::string_view code_of(ProductType type);
/// From the file's letters, in upper case; nothing where they are none of these.
std::optional<ProductType> product_type(std::string_view code);

struct ProductKey {
  Code exchange = {}, product = {};
  ProductType type = ProductType::future;
  auto operator<=>(const ProductKey&) const = default;
};

/// How a position's price becomes value: paid and owned, or settled every day.
enum class Valuation : std::uint8_t { premium_style, futures_style };

/// How a position in a combination is margined: replaced by its legs; kept, with its delta spread
/// over the legs; and a third way whose rule is not public.
enum class CombinationMethod : std::uint8_t { split, delta, modified };

/// A product family: P record, `futPf`, `oofPf`, ...
struct Product {
  ProductKey key = {};
  Code underlying = {};  // product code of what its options are on
  std::string name = {};
  std::optional<Currency> currency = {};  // of settlement
  Decimal value_factor{1};                // money for one point of price
  bool own_factors = false;               // variable tick: contracts have their own
  std::optional<Decimal> cabinet = {};    // least value of an option, in money
  std::optional<Valuation> valuation = {};
  std::optional<Style> style = {};
  std::optional<CombinationMethod> combination_method = {};  // where it has its own
  std::string pricing_model = {};                            // "W", "B", "BS", ...: the file's word
  std::string settlement = {};                               // "DELIV", "CASH"
  std::uint32_t line = 0;
};

/// What is said of one expiry of a product: B record, `scanRate` of a contract or a series. Empty
/// where the file does not say.
struct SeriesTerms {
  Index product = nowhere;
  Month future_month = {}, option_month = {};   // the latter empty for non-options
  std::optional<double> price_scan = {};        // money in the bond's currency, for one contract
  std::optional<double> price_scan_ratio = {};  // the same, as part of the underlying's value
  std::optional<double> volatility_scan = {};   // 0.05: five points, or where it is a ratio
  bool volatility_scan_is_ratio = false;        // a twentieth of the volatility
  std::optional<double> volatility = {};        // base, annual
  std::optional<double> extreme_multiplier = {}, extreme_cover = {};
  std::optional<double> rate = {}, dividend_yield = {};
  std::optional<double> years = {};      // to expiry, as the file states them
  std::optional<double> lookahead = {};  // years
  std::optional<Decimal> delta_scale = {};
  std::optional<Date> expiry = {};
  Code underlying = {};                      // product code
  std::optional<Decimal> value_factor = {};  // where the product's does not hold
  std::string pricing_model = {};
  std::uint32_t line = 0;
};

/// Sixteen values for one contract bought: losses above zero, gains below; in the performance bond
/// currency, `digits` times ten to `exponent`.
struct RiskArray {
  static constexpr std::size_t size = 16;
  std::array<std::int64_t, size> digits{};
  std::int8_t exponent = 0;
  std::int16_t rate = 0;  // id of the rate class, 0 where the file has one only
  Decimal composite_delta = {};
  bool generated = false;  // not the file's: reckoned here
};

struct Contract {
  Index product = nowhere;
  Month month = {};         // of the future; of an option, of the future it is on; empty: none
  Month option_month = {};  // empty for non-options
  std::optional<Right> right = {};
  Decimal strike = {};
  std::optional<Decimal> price = {};         // settlement; empty: the file has none
  std::optional<Decimal> value_factor = {};  // its own, where the product's does not hold
  std::optional<double> volatility = {};     // implied
  std::optional<double> delta = {};          // current, not composite
  Decimal delta_scale{1};                    // deltas of one contract, in its commodity's unit
  Index array = nowhere;                     // first of `arrays` in the file's list
  std::uint16_t arrays = 0;
  Index terms = nowhere;
  std::uint32_t line = 0;

  /// What it is, without what is known of it.
  auto key() const { return std::tie(product, month, option_month, right, strike); }
};

}  // namespace plimsoll::clearing
