#pragma once
// Strategy-based margin of a securities account on one day: Regulation T, FINRA Rule 4210 and the
// exchanges' rules.

#include "margin/method.hpp"
#include "rules/house.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::reg_t {

/// How much an answer says of the house: with `sums`, for searches and batches, its `detail` is
/// empty and caveats on single rules are left out; requirements and `not_applied` are the same.
enum class HouseTold : std::uint8_t { whole, sums };

class RegT {
 public:
  /// The rulebook of `rules`; where empty, of the account's own day. The house's profile is the one
  /// of that day; none: the law alone.
  struct Parameters {
    std::optional<Date> rules;
    House house = {};
    HouseTold told = HouseTold::whole;
  };
  static constexpr Label id = "reg_t";

  explicit RegT(Parameters parameters) : parameters_{parameters} {}

  /// Refused as a whole: an account not kept in US dollars, a day before the first rule. Positions
  /// without a price and positions not covered are listed in the answer and are in none of its
  /// sums.
  Result<Answer<Money>> compute(const Account& account, const MarketSnapshot& market) const;
  Result<Answer<Amount>> explain(const Account& account, const MarketSnapshot& market) const;

  /// Every rule and number of the method.
  static std::vector<RuleEntry> rulebook();

 private:
  Parameters parameters_;
};
static_assert(Method<RegT>);

}  // namespace plimsoll::reg_t
