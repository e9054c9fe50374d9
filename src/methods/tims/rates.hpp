#pragma once
// The numbers of this method that stand in the rules themselves, each with its first day. Ranges,
// offsets and groups are a pack's (profiles/tims/). Amend here; formulas do not change.

#include "methods/tims/laws.hpp"
#include "money/money.hpp"
#include "rules/effective.hpp"

namespace plimsoll::tims {

using Rate = InForce<Percent>;
/// A number of business days.
struct Count {
  int value = 0;
};
inline constexpr FirstDay at_least = FirstDay::at_least_since;

// Portfolio margin of customers began with indexes in July 2005; the first of the month is taken.
inline constexpr Effective customer_minimum{
    std::array{InForce<Price>{2005y / July / 1, 0.375_usd_each, &customer_minimum_law, at_least}}};
inline constexpr Effective broker_minimum{
    std::array{InForce<Price>{2005y / July / 1, 0.25_usd_each, &broker_minimum_law, at_least}}};

inline constexpr Effective non_margin_held{
    std::array{Rate{2005y / July / 1, 100_pct, &non_margin_law, at_least}}};
inline constexpr Effective non_margin_owed{
    std::array{Rate{2005y / July / 1, 50_pct, &non_margin_law, at_least}}};

inline constexpr Effective minimum_equity{
    std::array{InForce<Money>{2005y / July / 1, 100'000_usd, &minimum_equity_law, at_least}}};
inline constexpr Effective minimum_equity_days{
    std::array{InForce<Count>{2005y / July / 1, {3}, &minimum_equity_law, at_least}}};
inline constexpr Effective deficiency_days{
    std::array{InForce<Count>{2005y / July / 1, {3}, &deficiency_law, at_least}}};

/// The first day of FINRA's own text; before it the exchanges' rules of the same numbers governed.
inline constexpr Date finra_text_since{2008y / August / 1};

}  // namespace plimsoll::tims
