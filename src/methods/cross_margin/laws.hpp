#pragma once
// Where each rule of this method comes from, in our words. Numbers of the protocol itself are in
// rates.hpp; weights, prices and curves are the pool's.

#include "rules/citation.hpp"

namespace plimsoll::cross_margin {

inline constexpr Citation health_law{
    .source = "marginfi v2",
    .paragraph = "marginfi_account.rs, risk engine",
    .gist =
        "weighted value of what is deposited less weighted value of what is borrowed, initial "
        "weights to borrow and withdraw, maintenance weights against liquidation",
    .reading = "the requirement is equity less health, so that the excess is the health itself"};
inline constexpr Citation price_law{
    .source = "marginfi v2",
    .paragraph = "price.rs, price bias",
    .gist =
        "assets at the oracle's price less its confidence, liabilities at the price plus it; the "
        "confidence counts to 5 per cent of the price, and beyond the bank's limit the price is "
        "refused",
    .reading = "initial and equity at the time-weighted price, maintenance at the latest"};
inline constexpr Citation emode_law{
    .source = "marginfi v2",
    .paragraph = "emode.rs",
    .gist =
        "banks that are borrowed grant collateral of some tags higher weights: those all of them "
        "grant, the least of each"};
inline constexpr Citation isolated_law{
    .source = "marginfi v2",
    .paragraph = "marginfi_account.rs, isolated tier",
    .gist =
        "a bank of the isolated tier counts for nothing as collateral, and borrowed it is the only "
        "liability"};
inline constexpr Citation limit_law{
    .source = "marginfi v2",
    .paragraph = "bank.rs, total_asset_value_init_limit",
    .gist =
        "where a bank holds more value than its limit, its initial asset weight falls in "
        "proportion"};
inline constexpr Citation liquidation_law{
    .source = "marginfi v2",
    .paragraph = "lending_account_liquidate",
    .gist =
        "an account whose maintenance health is not above zero may be liquidated: collateral taken "
        "at its price, debt repaid for it less 2.5 per cent to the liquidator and 2.5 per cent to "
        "the insurance fund",
    .reading = "health may rise to zero at most, and has to rise"};
inline constexpr Citation receivership_law{
    .source = "marginfi v2",
    .paragraph = "start_liquidation, end_liquidation",
    .gist =
        "a receiver withdraws and repays within one transaction: health not worse and still not "
        "above zero, and no more seized than repaid times one and the largest fee, at least 5 per "
        "cent; an account of less than 5 dollars may be closed out"};
inline constexpr Citation bankruptcy_law{
    .source = "marginfi v2",
    .paragraph = "lending_pool_handle_bankruptcy",
    .gist =
        "with less than ten cents of assets and more of debt the account is bankrupt: the "
        "insurance fund pays what it can and depositors bear the rest by the share"};
inline constexpr Citation interest_law{
    .source = "marginfi v2",
    .paragraph = "interest_rate.rs",
    .gist =
        "a base rate by how much of the deposits is borrowed, along straight lines between points; "
        "lenders earn it on what is borrowed, borrowers pay it and the fees",
    .reading = "simple over the time since interest was last accrued, in years of 365 days"};
inline constexpr Citation aave_law{
    .source = "Aave v3",
    .paragraph = "GenericLogic, calculateUserAccountData",
    .gist =
        "collateral at its liquidation threshold over debt; below one an account may be "
        "liquidated, and borrowed up to its loan-to-value"};
inline constexpr Citation aave_emode_law{
    .source = "Aave v3",
    .paragraph = "GenericLogic, EModeConfiguration",
    .gist =
        "the loan-to-value and liquidation threshold of a category replace those of collateral in "
        "it",
    .reading = "on wherever it may be: where all debts are in one category"};
inline constexpr Citation aave_liquidation_law{
    .source = "Aave v3",
    .paragraph = "LiquidationLogic",
    .gist =
        "half of all debt at a time while the health factor is above 0.95 and both sides of the "
        "pair are worth 2,000 or more, else all of it; collateral for it at a bonus, and of "
        "neither side less than 1,000 left unless nothing",
    .reading = "half is of the account's whole debt, no more than is owed of the token repaid"};

}  // namespace plimsoll::cross_margin
