#pragma once
// How likely a call is within some days, and when it would come: the first time the market, or the
// one name a book is of, has fallen or risen as far as the distance says, by closed form and by
// simulation.

#include <optional>
#include <string>
#include <vector>

#include "risk/first_passage.hpp"
#include "strategy/distance.hpp"

namespace plimsoll::strategy {

struct CallByHorizon {
  int days = 0;            // trading days
  double probability = 0;  // of a call within them, by either way, watched as the policy says
  double at_the_end = 0;   // of being beyond an edge on the last of them: what VaR looks at
  /// Of reaching this edge within them, whatever becomes of the other; nothing where there is none.
  std::optional<double> fall = {}, rise = {};
};

struct CallByRegime {
  std::string regime;
  double volatility = 0;         // annual, of what moves the account: what the odds stand on
  double market_volatility = 0;  // annual, of the market; zero where today's is not known
  std::vector<CallByHorizon> horizons = {};
  double within_a_year = 0;                // in 252 trading days, whatever the horizons are
  double within_a_year_twice_as_wild = 0;  // the same, were volatility twice as high
  std::optional<double> median_days = {};  // trading days; nothing: less than a half ever
  std::optional<double> expected_days = {};
  double ever = 0;
};

struct SimulatedCall {
  std::string regime;
  int days = 0;
  double probability = 0, low = 0, high = 0;  // with its 95 % interval
  std::uint64_t paths = 0, seed = 0;
};

struct TimeToCall {
  InstrumentId name = {};  // what moves: the one name the book is of; empty: the whole market
  std::optional<double> decline = {}, rise = {};  // above zero: where a call is
  std::optional<double> log_distance = {};        // -ln(1 - decline)
  std::optional<double> log_rise = {};            // ln(1 + rise)
  /// A year: what quoted volatilities say of the book beside the market's moves, for a move of
  /// `name` or the market of one. Zero where no name states one.
  double volatility_beside = 0;
  double expected_return = 0, borrowing_rate = 0;
  Monitoring monitoring = Monitoring::daily;
  std::vector<CallByRegime> regimes = {};       // today's volatility first, where it is known
  std::optional<SimulatedCall> simulated = {};  // of the first regime and the longest horizon

  /// Today's regime; nothing where no volatility of today is known.
  const CallByRegime* today() const;
};

struct TimeTerms {
  /// A year; the debit grows by it. Nothing: not known; zero where nothing is owed.
  std::optional<double> borrowing_rate = {};
  std::uint64_t paths = 20'000, seed = 1;
  int threads = 1;
};

/// A book of one name, whose quote states a volatility, moves by that; and so does one that only
/// its name, and no move of the market, brings to a call. Every other moves with the market, by its
/// volatility and what its names state besides (book_volatility.hpp).
///
/// The level of a fall comes up as the debit grows; that of a rise is taken to stay.
///
/// Refused: no move at which the account is called; called already; a debit that grows nobody says
/// how fast.
Result<TimeToCall> time_to_call(const Distance& far, const TimeToCallPolicy& policy,
                                const TimeTerms& terms);

}  // namespace plimsoll::strategy
