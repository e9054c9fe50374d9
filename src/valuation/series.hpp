#pragma once
// One option series, and the volatility in its price.

#include <optional>
#include <string>
#include <vector>

#include "market/snapshot.hpp"
#include "pricing/contract.hpp"

namespace plimsoll::valuation {

/// What an option is valued from: plain numbers, in the currency of its strike.
struct Series {
  pricing::Payoff payoff = pricing::Payoff::call;
  pricing::Exercise exercise = pricing::Exercise::european;
  double spot = 0, strike = 0, price = 0;
  double rate = 0, yield = 0;
  int days = 0;  // calendar days to expiry
  std::vector<pricing::CashDividend> dividends =
      {};                                       // `years` counts days here until they are used
  std::optional<double> given_volatility = {};  // where none can be implied
  bool priced_by_it = false;                    // the price was worked out from the given one
  Date as_of = {};
};

/// As `pricing` takes it, so many days later: at its own spot, without a volatility.
pricing::Option option_later(const Series& series, int roll_days);
/// Its dividends with their times in years; one of the days rolled over is just about to be paid.
std::vector<pricing::CashDividend> dividends_later(const Series& series, int roll_days);
/// What exercise brings at once.
double exercised(const Series& series, double spot);
/// All its dividends, in units of the spot.
double cash_of(const Series& series);
/// Refused: a spot that does not hold the cash paid out of it. `at` says where that is.
Result<void> holds_dividends(const Series& series, double spot, const std::string& at);

/// From the option, its underlying's quote and the interest rate. `level` is the price of one unit
/// of what the option is on. Refused: an option past its expiry, no interest rate.
struct SeriesMarket {
  Date as_of;
  const Quote& own;
  const Quote& underlying;
  const MarketSnapshot& rates;
};
Result<Series> series_of(const ListedOption& option, double price, double level,
                         const SeriesMarket& market);

enum class VolatilityFrom : std::uint8_t {
  price,
  given,     // the price is below what any volatility explains
  exercise,  // the price is what exercise brings: the largest at which that is right
  none,      // none is needed, or a price of nothing has none and none is given
};
struct Volatility {
  double value = 0;
  VolatilityFrom from = VolatilityFrom::price;
};
/// The volatility in the price; the given one where the price is below what any explains. Refused:
/// a price above the most an option can be worth, always; one below without a volatility given,
/// with the bounds; a given one that cannot be; dividends worth as much as what the option is on.
/// An option that is over before it is valued needs none.
Result<Volatility> volatility_in(const Series& series, int roll_days);

}  // namespace plimsoll::valuation
