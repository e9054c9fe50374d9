#pragma once
// Cross-margin of a lending protocol: one pool of collateral behind many borrowings, with weights
// instead of scenarios.

#include "margin/method.hpp"
#include "market/pool.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::cross_margin {

/// How much an answer says: with `sums`, for searches and batches, its `detail` is empty and so are
/// its caveats.
enum class AnswerTold : std::uint8_t { whole, sums };

class CrossMargin {
 public:
  struct Parameters {
    std::optional<Date> rules = {};  // the rulebook of that day; where empty, of the account's own
    std::shared_ptr<const Pool> pool = {};
    AnswerTold told = AnswerTold::whole;
  };
  static constexpr Label id = "cross_margin";

  explicit CrossMargin(Parameters parameters) : parameters_{std::move(parameters)} {}

  /// A requirement is equity less health, so that the excess is the health. The market and cash are
  /// not read. Refused: no pool, banks it does not have, prices as `biased_price` says, amounts
  /// that do not fit.
  Result<Answer<Money>> compute(const Account& account, const MarketSnapshot& market) const;
  Result<Answer<Amount>> explain(const Account& account, const MarketSnapshot& market) const;

  static std::vector<RuleEntry> rulebook();

 private:
  Parameters parameters_;
};
static_assert(Method<CrossMargin>);

}  // namespace plimsoll::cross_margin
