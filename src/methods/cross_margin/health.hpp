#pragma once
// Weighted values of what is held and owed, and what is left between them.

#include "methods/cross_margin/emode.hpp"
#include "methods/cross_margin/price.hpp"

namespace plimsoll::cross_margin {

/// Why a balance counts at another weight than its bank's, or for nothing.
enum class Counted : std::uint8_t {
  by_bank,
  by_emode,
  over_limit,   // by the bank's or e-mode, less what the bank holds beyond its limit
  isolated,     // nothing
  reduce_only,  // nothing, for an initial requirement
  stale,        // nothing, for an initial requirement
};

struct ValuedBalance {
  Balance balance = {};
  Fixed48 price = {}, weight = {};
  Fixed48 value = {};  // weighted, in the pool's unit of account
  Counted counted = Counted::by_bank;
};

struct Health {
  Fixed48 assets = {}, liabilities = {};
  std::vector<ValuedBalance> balances = {};  // as in the state
  Fixed48 health() const { return Fixed48::from_bits(assets.bits() - liabilities.bits()); }
};

/// What a bank's balance counts for; nothing where there is none.
const ValuedBalance* valued_of(const Health& health, const Bank& bank);

/// What that balance has to be worth, weighted, for a health of zero with all others as they are;
/// nothing where no worth above zero does it.
std::optional<Fixed48> worth_at_zero(const Health& health, const ValuedBalance& valued);

/// amount x weight x price / 10^decimals, in this order, each step cut as the protocol cuts it.
inline std::optional<Fixed48> value_of(Fixed48 amount, Fixed48 price, int decimals,
                                       Fixed48 weight) {
  const auto weighted = times(amount, weight);
  const auto priced = weighted ? times(*weighted, price) : std::nullopt;
  return priced ? over(*priced, unit_of(decimals)) : std::nullopt;
}

/// What is the same for all balances of an account, whatever is required.
struct HealthTerms {
  Emode emode = {};
  PriceRules prices = {};
};
/// Refused: a day before the first on file.
Result<HealthTerms> health_terms(const State& state, Date rules);

/// The other way round: the price at which so many native units, weighted, are worth that much.
/// Nothing of none, and where it does not fit.
std::optional<Fixed48> price_giving(Fixed48 worth, Fixed48 units, const Bank& bank);

/// Refused: prices, as `biased_price` says, and values that do not fit.
Result<Health> health_of(const State& state, Requirement requirement, const HealthTerms& terms);
Result<Health> health_of(const State& state, Requirement requirement, Date rules);

}  // namespace plimsoll::cross_margin
