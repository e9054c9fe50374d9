#pragma once
// How much more could be carried: what the book is concentrated in, the leverage every rule allows,
// the largest trade after which everything still holds, and whether leverage is to be traded back.

#include <optional>
#include <vector>

#include "strategy/buffer.hpp"
#include "strategy/concentration.hpp"
#include "strategy/largest_trade.hpp"
#include "strategy/rebalance.hpp"
#include "strategy/size_caps.hpp"

namespace plimsoll::strategy {

struct SizeTerms {
  std::optional<double> borrowing_rate = {};  // a year; nothing: the market's risk-free rate
  std::optional<std::vector<Correlation>> correlations = {};  // of names; from a price history
  std::vector<Candidate> candidates = {};                     // empty: more of what is held long
  std::optional<Date> last_breach = {};                       // of a level or limit
  std::optional<Buffer> today = {};  // of the same book and policy, where it is known
};

struct Size {
  Room room;
  Money gross;
  Money exposure;                  // what leverage is of
  std::optional<Money> cash = {};  // nothing in a lending pool
  double buffer_target = 2;
  std::optional<double> market_volatility = {};
  Concentration concentration;
  SizeCaps caps;
  LargestTrades trades;
  std::optional<Rebalance> rebalance = {};
  std::optional<Error> no_rebalance = {};  // why there is none
};

/// Leverage is brought back to policy.deployment.target_leverage, and to what the binding limit
/// allows where that is less. Trades are held against that limit too. Refused: equity unknown, a
/// price missing, a method that refuses the account as it is.
Result<Size> size(const Book& book, const Policy& policy, const SizeTerms& terms);

}  // namespace plimsoll::strategy
