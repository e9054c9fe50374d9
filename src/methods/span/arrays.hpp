#pragma once
// Risk arrays reckoned here, for contracts a clearing house's file does not hold and for a user's
// own parameters. A model's numbers: labelled `generated`, and in doubles until they are rounded
// into the array.

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::span {

/// What a contract's value follows.
enum class ArrayModel : std::uint8_t {
  future,              // its own price, one for one: no carry, no time
  carried_future,      // the spot beneath it, through the cost of carry
  european_on_spot,    // Black and Scholes with a yield; indices too
  american_on_spot,    // the same, exercised early where that pays
  european_on_future,  // Black 1976
  american_on_future,
};
constexpr bool is_option(ArrayModel model) { return model >= ArrayModel::european_on_spot; }
constexpr bool is_on_future(ArrayModel model) { return model >= ArrayModel::european_on_future; }

enum class ScanKind : std::uint8_t { absolute, ratio };
/// How far something is moved: in its own unit, or as a part of itself.
struct ScanSize {
  double size = 0;
  ScanKind kind = ScanKind::absolute;
};

/// How the sixteen values are written. `exact` keeps six decimals.
enum class ArrayRounding : std::uint8_t { exact, whole, cents };

/// A contract, its market and its parameters. Rates and volatilities are for a year of 365 days,
/// rates continuous: 0.05 is five per cent.
struct ArrayTerms {
  ArrayModel model = ArrayModel::future;
  double underlying = 0;    // what is moved: spot or index, or the future's price
  double future_price = 0;  // of a carried future, today
  double strike = 0;
  Right right = Right::call;
  double years = 0;  // to expiry
  double volatility = 0;
  double rate = 0, dividend_yield = 0;  // the yield of options on spots only

  ScanSize price_scan = {};       // absolute: for one unit of the underlying
  ScanSize volatility_scan = {};  // absolute: 0.05 is five points of volatility
  double extreme_multiple = 3, extreme_cover = 0.33;
  double lookahead = 0;                           // years
  double value_factor = 1;                        // money for one point of price
  double cabinet = 0;                             // least value of an option, in money
  ArrayRounding rounding = ArrayRounding::whole;  // half away from zero
  std::vector<clearing::ScanPoint> points = {};   // empty: the usual ones, of multiple and cover
  std::vector<clearing::DeltaPoint> delta_points = {};  // empty: the usual ones
};

/// A volatility moved to nothing or below stands here: an option on it is worth what exercise is.
inline constexpr double volatility_floor = 1e-4;

struct GeneratedArray {
  clearing::RiskArray array;  // of one contract bought; losses above zero
  std::array<double, clearing::RiskArray::size> losses{};  // the same before rounding
  double value = 0;  // money, today: of an option, or of a future's whole price
  double delta = 0;  // today's, for one unit of the underlying
};

/// The array and the composite delta: the mean of the deltas at the delta points by their weights,
/// which need not sum to one, after the lookahead; a future's is one. An option whose time is over
/// by then is worth what exercise brings. An underlying moved to nothing or below it is nothing for
/// spots, and what it is for futures, where an option is worth its exercise at expiry, discounted.
/// `bad_input` naming the number that cannot be, and what the models refuse; `where` is empty.
Result<GeneratedArray> generated_array(const ArrayTerms& terms);

/// Between the two sides of the volatility, the worst loss of one contract sold: what a clearing
/// house prints as an option's margin. Before rounding.
double worst_loss_sold(const GeneratedArray& generated);

/// What any generated array is said to be.
inline constexpr std::string_view generated_caveat =
    "a risk array generated here is a model's number, not the clearing house's";
/// Besides, of options under a CME-style convention.
inline constexpr std::string_view flat_volatility_caveat =
    "approximate: one volatility for every strike and scenario; the clearing house moves a surface "
    "with its skew, and its own arrays of options are not reproduced by this";

}  // namespace plimsoll::span
