#pragma once
// Whether leverage has drifted far enough from its target to be traded back: cut at once, add in
// calm alone.

#include <optional>
#include <string>

#include "base/date.hpp"
#include "money/money.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

struct RebalanceInputs {
  Money gross;  // market value, long and short, above or at zero
  Money equity;
  double target_leverage = 1;  // gross value over equity, above zero
  Date as_of = {};
  std::optional<Date> last_breach = {};  // of a level or limit; nothing: none is known
  /// The most any rule allows now: nothing is added past it, and what is above it is cut.
  std::optional<double> leverage_most = {};
};

enum class RebalanceMove : std::uint8_t { none, cut, add };

std::string_view word_of(RebalanceMove move);

struct Rebalance {
  RebalanceMove move = RebalanceMove::none;
  Money trade;  // of gross value: below zero to be sold, above zero to be bought
  double leverage = 0, target = 0;
  double band_from = 0, band_to = 0;
  std::optional<Date> add_from = {};  // the first day after the wait, where one is on
  std::string reason = {};
};

/// The band is target × (1 ∓ policy.band). Above it the book is cut to the target in one trade;
/// below it half of the way is bought, and nothing within policy.add_wait_days of a breach; inside
/// it nothing is done. Refused: equity that is not above zero, where what is owed must be met
/// first; a target that is none; a breach after the day asked about.
Result<Rebalance> rebalance(const SizePolicy& policy, const RebalanceInputs& inputs);

}  // namespace plimsoll::strategy
