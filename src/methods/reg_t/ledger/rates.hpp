#pragma once
// The numbers of an account through time, each with its first day. Amend here.

#include "methods/reg_t/ledger/laws.hpp"
#include "money/money.hpp"
#include "rules/effective.hpp"

namespace plimsoll::reg_t {

/// So many days or trades.
struct Count {
  int value;
};

inline constexpr Effective small_deficiency{std::array{InForce<Money>{
    1990y / January / 2, 1'000_usd, &small_deficiency_law, FirstDay::at_least_since}}};
inline constexpr Effective min_equity{std::array{
    InForce<Money>{1974y / January / 3, 2'000_usd, &min_equity_law, FirstDay::at_least_since}}};
inline constexpr Effective maintenance_call_days{std::array{
    InForce<Count>{1974y / January / 3, {15}, &maintenance_call_law, FirstDay::at_least_since}}};

// Intraday margin.
inline constexpr Effective intraday_margin{
    std::array{InForce<Count>{2026y / June / 4, {15}, &intraday_law}}};
inline constexpr Effective prompt_days{
    std::array{InForce<Count>{2026y / June / 4, {5}, &intraday_freeze_law}}};
inline constexpr Effective intraday_freeze_days{
    std::array{InForce<Count>{2026y / June / 4, {90}, &intraday_freeze_law}}};
inline constexpr Effective minor_deficit_of_equity{
    std::array{InForce<Percent>{2026y / June / 4, 5_pct, &intraday_freeze_law}}};
inline constexpr Effective minor_deficit_at_most{
    std::array{InForce<Money>{2026y / June / 4, 1'000_usd, &intraday_freeze_law}}};

// Pattern day traders: by choice of the broker until the last day of the phase-in.
inline constexpr Date legacy_last_day = 2027y / October / 20;
inline constexpr Effective day_trades_of_a_pattern{
    std::array{InForce<Count>{2001y / September / 28, {4}, &pattern_day_trader_law}}};
inline constexpr Effective day_trade_window{
    std::array{InForce<Count>{2001y / September / 28, {5}, &pattern_day_trader_law}}};
inline constexpr Effective day_trade_share{
    std::array{InForce<Percent>{2001y / September / 28, 6_pct, &pattern_day_trader_law}}};
inline constexpr Effective pattern_min_equity{
    std::array{InForce<Money>{2001y / September / 28, 25'000_usd, &pattern_day_trader_law}}};
inline constexpr Effective day_trading_multiple{
    std::array{InForce<Count>{2001y / September / 28, {4}, &day_trading_call_law}}};
inline constexpr Effective day_trading_call_days{
    std::array{InForce<Count>{2001y / September / 28, {5}, &day_trading_call_law}}};
inline constexpr Effective day_trading_cash_only_days{
    std::array{InForce<Count>{2001y / September / 28, {90}, &day_trading_call_law}}};

// Cash accounts.
inline constexpr Effective cash_freeze_days{std::array{
    InForce<Count>{1990y / January / 2, {90}, &cash_freeze_law, FirstDay::at_least_since}}};

}  // namespace plimsoll::reg_t
