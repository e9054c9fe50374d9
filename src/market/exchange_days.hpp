#pragma once
// The days on which the US stock exchanges trade: the New York Stock Exchange's holidays, each by
// its rule and from its first year, and the closings no rule foretells.
//
// Days of short trading count whole. After the last closing listed here, days are answered by the
// rules as they stand, to the end of the calendar; a day of mourning to come is not among them.

#include <string_view>

#include "base/date.hpp"

namespace plimsoll {

/// The first day the rules and the list of closings are complete for. Before it Saturdays, holidays
/// on other days and closings are missing: what reads a customer's day asks `within_exchange_days`.
inline constexpr Date exchange_days_first = 1980y / January / 1;

/// The day itself, or a refusal of one before `exchange_days_first`.
Result<Date> within_exchange_days(Date day);

/// Why the exchanges do not trade: "Good Friday", "Saturday", "funeral of Richard Nixon"; empty on
/// a trading day.
std::string_view why_closed(Date day);

bool is_trading_day(Date day);

/// `day` itself where it is one.
Date trading_day_on_or_after(Date day);

/// The `count`th trading day after `day`, or before it where `count` is below zero; `day` itself,
/// trading day or not, is never counted. Zero gives `day` back.
Date add_trading_days(Date day, int count);

}  // namespace plimsoll
