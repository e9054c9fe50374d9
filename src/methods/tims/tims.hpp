#pragma once
// Risk-based margin of a securities account on one day: FINRA Rule 4210(g), SEC Rule 15c3-1a, after
// the method of the Options Clearing Corporation. Estimates: the theoretical values are ours.

#include "margin/method.hpp"
#include "methods/tims/valued.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::tims {

/// How much an answer says: with `sums`, for searches and batches, its `detail` is empty and so are
/// its caveats; requirements and `not_applied` are the same.
enum class AnswerTold : std::uint8_t { whole, sums };

/// How positions that are not eligible are margined: another method, in both its readings.
struct StrategyRules {
  MarginFunction compute = {};
  ExplainFunction explain = {};
};

class Tims {
 public:
  struct Parameters {
    std::optional<Date> rules;  // the rulebook of that day; where empty, of the account's own
    Packs packs = {};           // without a base pack nothing is covered
    StrategyRules strategy = {};
    /// The market already valued, of the account's day, currency, role and these packs, where it
    /// holds every position of the account; otherwise each account is valued by itself.
    std::shared_ptr<const Valued> valued = {};
    /// Of options that were valued before; numbers are the same without.
    std::shared_ptr<pricing::BoundaryMemo> boundaries = {};
    AnswerTold told = AnswerTold::whole;
  };
  static constexpr Label id = "tims";

  explicit Tims(Parameters parameters) : parameters_{std::move(parameters)} {}

  /// Refused as a whole: an account not kept in US dollars, cash and retirement accounts, a day
  /// before the first rule or range. Positions without a price or a value, and positions not
  /// covered, are listed in the answer and are in none of its sums.
  Result<Answer<Money>> compute(const Account& account, const MarketSnapshot& market) const;
  Result<Answer<Amount>> explain(const Account& account, const MarketSnapshot& market) const;

  /// Every rule and number of the method itself; a pack's own: `rules_of`.
  static std::vector<RuleEntry> rulebook();

 private:
  Parameters parameters_;
};
static_assert(Method<Tims>);

}  // namespace plimsoll::tims
