#pragma once
// The protocol's own numbers, each with the first day it is known to have held. Amend here.

#include "base/fixed48.hpp"
#include "methods/cross_margin/laws.hpp"
#include "money/money.hpp"
#include "rules/effective.hpp"

namespace plimsoll::cross_margin {

using Rate = InForce<Percent>;
inline constexpr FirstDay at_least = FirstDay::at_least_since;

// The program as it was read in January and July 2026; since when each number holds is not known.
inline constexpr Effective liquidator_fee{
    std::array{Rate{2023y / July / 1, 2.5_pct, &liquidation_law, at_least}}};
inline constexpr Effective insurance_fee{
    std::array{Rate{2023y / July / 1, 2.5_pct, &liquidation_law, at_least}}};
inline constexpr Effective confidence_most{
    std::array{Rate{2023y / July / 1, 5_pct, &price_law, at_least}}};
// Of a bank that states no limit.
inline constexpr Effective confidence_limit{
    std::array{Rate{2023y / July / 1, 10_pct, &price_law, at_least}}};
inline constexpr Effective receiver_fee_least{
    std::array{Rate{2023y / July / 1, 5_pct, &receivership_law, at_least}}};
inline constexpr Effective close_out_below{
    std::array{InForce<Money>{2023y / July / 1, 5_usd, &receivership_law, at_least}}};
inline constexpr Effective bankrupt_below{
    std::array{InForce<Money>{2023y / July / 1, 0.1_usd, &bankruptcy_law, at_least}}};

// Aave v3 as of its release 3.3, since when each number holds likewise not known.
inline constexpr Effective aave_close_factor{
    std::array{Rate{2025y / March / 1, 50_pct, &aave_liquidation_law, at_least}}};
inline constexpr Effective aave_close_factor_above{
    std::array{Rate{2025y / March / 1, 95_pct, &aave_liquidation_law, at_least}}};
inline constexpr Effective aave_close_factor_from{
    std::array{InForce<Money>{2025y / March / 1, 2000_usd, &aave_liquidation_law, at_least}}};
inline constexpr Effective aave_leftover_least{
    std::array{InForce<Money>{2025y / March / 1, 1000_usd, &aave_liquidation_law, at_least}}};

}  // namespace plimsoll::cross_margin
