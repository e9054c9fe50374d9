#pragma once
// The numbers of this method, each with its first day, and nothing else. Amend here; formulas do
// not change.

#include "methods/reg_t/laws.hpp"
#include "money/money.hpp"
#include "rules/effective.hpp"

namespace plimsoll::reg_t {

using Rate = InForce<Percent>;
inline constexpr FirstDay at_least = FirstDay::at_least_since;

// Stock.
inline constexpr Effective stock_initial{
    std::array{Rate{1974y / January / 3, 50_pct, &reg_t_long_law}}};
inline constexpr Effective short_stock_initial{
    std::array{Rate{1974y / January / 3, 150_pct, &reg_t_short_law}}};
inline constexpr Effective hedged_short_initial{
    std::array{Rate{1974y / January / 3, 100_pct, &reg_t_short_hedged_law, at_least}}};
inline constexpr Effective non_margin_initial{
    std::array{Rate{1974y / January / 3, 100_pct, &reg_t_non_margin_law, at_least}}};
inline constexpr Effective non_margin_maintenance{
    std::array{Rate{1974y / January / 3, 100_pct, &non_margin_law, at_least}}};
inline constexpr Effective long_stock_maintenance{
    std::array{Rate{1974y / January / 3, 25_pct, &long_stock_law, at_least}}};
inline constexpr Effective short_stock_maintenance{
    std::array{Rate{1974y / January / 3, 30_pct, &short_stock_law, at_least}}};
inline constexpr Effective low_priced_short_maintenance{
    std::array{Rate{1974y / January / 3, 100_pct, &low_priced_short_law, at_least}}};
inline constexpr Effective short_stock_floor{
    std::array{InForce<Price>{1974y / January / 3, 5_usd_each, &short_stock_law, at_least}}};
inline constexpr Effective low_priced_short_floor{std::array{
    InForce<Price>{1974y / January / 3, 2.50_usd_each, &low_priced_short_law, at_least}}};
inline constexpr Effective low_price{
    std::array{InForce<Price>{1974y / January / 3, 5_usd_each, &low_priced_short_law, at_least}}};
inline constexpr Effective boxed_maintenance{
    std::array{Rate{1974y / January / 3, 5_pct, &boxed_law, at_least}}};
inline constexpr Effective exchangeable_maintenance{
    std::array{Rate{1974y / January / 3, 10_pct, &exchangeable_law, at_least}}};

/// From this day percentages scale with a product's leverage, to at most this much of a long
/// position's value.
inline constexpr Effective leveraged_long_cap{
    std::array{Rate{2009y / December / 1, 100_pct, &leveraged_product_law}}};
inline constexpr Effective leveraged_option_scaling{
    std::array{Rate{2009y / December / 1, 100_pct, &leveraged_option_law}}};

// Bonds and funds.
inline constexpr Effective treasury_under_1_year{
    std::array{Rate{2000y / January / 3, 1_pct, &treasury_law, at_least}}};
inline constexpr Effective treasury_1_to_3_years{
    std::array{Rate{2000y / January / 3, 2_pct, &treasury_law, at_least}}};
inline constexpr Effective treasury_3_to_5_years{
    std::array{Rate{2000y / January / 3, 3_pct, &treasury_law, at_least}}};
inline constexpr Effective treasury_5_to_10_years{
    std::array{Rate{2000y / January / 3, 4_pct, &treasury_law, at_least}}};
inline constexpr Effective treasury_10_to_20_years{
    std::array{Rate{2000y / January / 3, 5_pct, &treasury_law, at_least}}};
inline constexpr Effective treasury_20_years_and_over{
    std::array{Rate{2000y / January / 3, 6_pct, &treasury_law, at_least}}};
inline constexpr Effective zero_coupon_floor{
    std::array{Rate{2000y / January / 3, 3_pct, &zero_coupon_law, at_least}}};
inline constexpr Effective municipal_maintenance{
    std::array{Rate{2000y / January / 3, 7_pct, &exempted_law, at_least}}};
inline constexpr Effective investment_grade_maintenance{
    std::array{Rate{2000y / January / 3, 10_pct, &investment_grade_law, at_least}}};
inline constexpr Effective other_debt_maintenance{
    std::array{Rate{2000y / January / 3, 20_pct, &other_debt_law, at_least}}};
inline constexpr Effective other_debt_principal{
    std::array{Rate{2000y / January / 3, 7_pct, &other_debt_law, at_least}}};
inline constexpr Effective convertible_maintenance{
    std::array{Rate{2000y / January / 3, 25_pct, &convertible_law, at_least}}};
inline constexpr Effective short_bond_maintenance{
    std::array{Rate{2000y / January / 3, 30_pct, &short_bond_law, at_least}}};
inline constexpr Effective short_bond_principal{
    std::array{Rate{2000y / January / 3, 5_pct, &short_bond_law, at_least}}};
inline constexpr Effective money_market_maintenance{
    std::array{Rate{2000y / January / 3, 1_pct, &money_market_law, at_least}}};

// Single options. The basic percentages rose in 1988; the day is from working knowledge.
inline constexpr Effective equity_option_basic{
    std::array{Rate{1988y / June / 6, 20_pct, &short_option_law, at_least}}};
inline constexpr Effective broad_index_option_basic{
    std::array{Rate{1988y / June / 6, 15_pct, &short_option_law, at_least}}};
inline constexpr Effective option_floor{
    std::array{Rate{1988y / June / 6, 10_pct, &short_option_law, at_least}}};
/// Of its market value, for a listed option with more than nine months left; the April 2000 edition
/// of Cboe's manual already has it.
inline constexpr Effective long_dated_option{
    std::array{Rate{1988y / June / 6, 100_pct, &long_option_law, at_least},
               Rate{2000y / April / 30, 75_pct, &long_option_law, at_least}}};

// Stock with options, and spreads.
inline constexpr Effective hedged_exercise_price{
    std::array{Rate{2000y / April / 30, 10_pct, &long_offset_law, at_least}}};
inline constexpr Effective conversion_exercise_price{
    std::array{Rate{2000y / April / 30, 10_pct, &conversion_law, at_least}}};
inline constexpr Effective reverse_conversion_exercise_price{
    std::array{Rate{2000y / April / 30, 10_pct, &reverse_conversion_law, at_least}}};
inline constexpr Effective collar_exercise_price{
    std::array{Rate{2000y / April / 30, 10_pct, &collar_law, at_least}}};
inline constexpr Effective collar_call_cap{
    std::array{Rate{2000y / April / 30, 25_pct, &collar_law, at_least}}};
inline constexpr Effective covering_warrant{
    std::array{Rate{2000y / April / 30, 100_pct, &warrant_cover_law, at_least}}};
inline constexpr Effective protected_index{
    std::array{Rate{2007y / February / 23, 100_pct, &protected_index_law, at_least}}};
inline constexpr Effective universal_spread{
    std::array{Rate{2012y / October / 26, 100_pct, &spread_law}}};
inline constexpr Effective european_box{
    std::array{Rate{2000y / April / 30, 50_pct, &european_box_law, at_least}}};

// Cash accounts.
inline constexpr Effective paid_in_full{
    std::array{Rate{1974y / January / 3, 100_pct, &cash_account_law, at_least}}};

}  // namespace plimsoll::reg_t
