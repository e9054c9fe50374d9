#pragma once
// What the public descriptions of SPAN leave open, as switches. One file of profiles/span/ each.

#include <memory>
#include <string>

#include "base/decimal.hpp"
#include "base/node.hpp"
#include "base/result.hpp"
#include "rules/citation.hpp"

namespace plimsoll::span {

/// Where the short option minimum is compared: with what is left after inter-commodity credits, or
/// with what there was before them.
enum class MinimumAgainst : std::uint8_t { after_credits, before_credits };

/// How a figure is rounded: to `places` decimals, below zero to tens; at `none` it is exact.
enum class RoundingMode : std::uint8_t { none, half_up, down };
struct Rounding {
  RoundingMode mode = RoundingMode::none;
  int places = 0;
};

struct RoundingProfile {
  Rounding scenario = {};  // sums of array values
  Rounding scan = {};      // scan risk, time risk, volatility risk
  Rounding delta = {};
  Rounding spreads = {};  // how many spreads form
  Rounding weighted_price_risk = {};
  Rounding credit_leg = {}, credit = {};  // one leg's credit; a commodity's
  Rounding charge = {};                   // calendar and delivery charges
  Rounding requirement = {};              // maintenance and initial of a commodity
  Rounding option_value = {};
};

struct Policy {
  std::string name = {};
  std::string file = {};                 // "profiles/span/cme.toml"
  std::vector<std::string> houses = {};  // exchange complexes it is taken for unasked
  MinimumAgainst minimum_against = MinimumAgainst::after_credits;
  bool rates_to_risk_exponent = true;  // charges of positional files, as array values
  RoundingProfile rounding = {};
};
using PolicyRef = std::shared_ptr<const Policy>;

/// Decodes a file of `plimsoll.span/1`; `name` is how messages call it.
Result<PolicyRef> policy(const Node& file, const std::string& name);

/// As the policy says.
Decimal rounded(Decimal value, const Rounding& rounding);

}  // namespace plimsoll::span
