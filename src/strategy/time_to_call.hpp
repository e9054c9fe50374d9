#pragma once
// How likely a call is within some days, and when it would come: the first time the whole market
// has fallen as far as the distance says, by closed form and by simulation.

#include <optional>
#include <string>
#include <vector>

#include "risk/first_passage.hpp"
#include "strategy/distance.hpp"

namespace plimsoll::strategy {

struct CallByHorizon {
  int days = 0;            // trading days
  double probability = 0;  // of a call within them, watched as the policy says
  double at_the_end = 0;   // of being beyond the edge on the last of them: what VaR looks at
};

struct CallByRegime {
  std::string regime;
  double volatility = 0;  // annual
  std::vector<CallByHorizon> horizons = {};
  std::optional<double> median_days = {};  // trading days; nothing: less than a half ever
  std::optional<double> expected_days = {};
  double ever = 0;
};

struct SimulatedCall {
  int days = 0;
  double probability = 0, low = 0, high = 0;  // with its 95 % interval
  std::uint64_t paths = 0, seed = 0;
};

struct TimeToCall {
  double decline = 0;       // of the market, positive: where the call is
  double log_distance = 0;  // -ln(1 - decline)
  double expected_return = 0, borrowing_rate = 0;
  Monitoring monitoring = Monitoring::daily;
  std::vector<CallByRegime> regimes = {};       // today's volatility first, where it is known
  std::optional<SimulatedCall> simulated = {};  // of the first regime and the longest horizon
};

struct TimeTerms {
  /// A year; the debit grows by it. Nothing: not known; zero where nothing is owed.
  std::optional<double> borrowing_rate = {};
  std::uint64_t paths = 20'000, seed = 1;
  int threads = 1;
};

/// Refused: no decline of the market at which the account is called; called already; a debit that
/// grows nobody says how fast.
Result<TimeToCall> time_to_call(const Distance& far, const TimeToCallPolicy& policy,
                                const TimeTerms& terms);

}  // namespace plimsoll::strategy
