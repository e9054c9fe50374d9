#pragma once
// Where the rules of an account through time come from, in our words. Numbers are in rates.hpp.

#include "rules/citation.hpp"

namespace plimsoll::reg_t {

inline constexpr Citation reg_t_call_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.4(c)",
    .gist =
        "transactions of one day are combined; a margin deficiency they create or increase is "
        "called, and met within one payment period by cash, securities or the special "
        "memorandum account",
    .reading =
        "the call is what the day takes beyond the special memorandum account, and not more "
        "than the deficiency at the close"};
inline constexpr Citation small_deficiency_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.4(d)",
    .gist =
        "an unmet call is met by liquidation, of the call or of the deficiency that day if less; "
        "none where it is 1,000 dollars or less"};
inline constexpr Citation sma_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.5",
    .gist =
        "a memorandum account may hold dividends, cash that is not required, proceeds of sales "
        "and margin excess, and may be used for margin required",
    .reading =
        "the daily formula and that it never falls with the market are brokers' convention; "
        "interest and fees charged do not lower it"};
inline constexpr Citation min_equity_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(b)(4)",
    .gist =
        "whoever borrows has 2,000 dollars of equity, but need not deposit more than the cost of "
        "what is bought; falling below it by the market alone asks for nothing"};
inline constexpr Citation maintenance_call_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(6)",
    .gist =
        "margin is obtained as promptly as possible and within fifteen business days of the "
        "deficiency",
    .reading = "the first business day after the deficiency is the first of the fifteen"};
inline constexpr Citation house_call_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(d)(1)",
    .gist =
        "a broker sets margin requirements of its own above the rule's, and calls for them in "
        "its own time"};
inline constexpr Citation intraday_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(a)(17)-(19), (d)(2)",
    .gist =
        "a transaction or withdrawal that takes equity below maintenance within the day makes an "
        "intraday margin deficit, met by deposits or a rise of the level by as much; it stands "
        "for fifteen business days",
    .reading =
        "measured right after each reducing purchase, sale or withdrawal; expiry, exercise "
        "and assignment are not counted as such",
    .grade = Grade::secondary};
inline constexpr Citation intraday_freeze_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(d)(2)(D)",
    .gist =
        "a customer who makes a practice of not satisfying deficits promptly and leaves one past "
        "the fifth business day may not increase shorts or debits for 90 calendar days, or until "
        "it is satisfied",
    .reading =
        "whether it is a practice is the broker's to find and an input here; deficits of at "
        "most the lesser of 5 % of equity and 1,000 dollars do not count",
    .grade = Grade::secondary};
inline constexpr Citation pattern_day_trader_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(8)(B), deleted 2026-06-04",
    .gist =
        "four day trades in five business days, unless they are six percent or less of all "
        "trades, make a pattern day trader, who has 25,000 dollars of equity at all times",
    .reading = "the designation stays until the broker lifts it",
    .grade = Grade::secondary};
inline constexpr Citation day_trading_call_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(8)(B)(iv), deleted 2026-06-04",
    .gist =
        "day trades beyond four times the excess over maintenance of the close before make a "
        "call, met within five business days; unmet, cash only for 90 days",
    .reading =
        "a leveraged product uses its factor of the buying power; trades at the day's worst "
        "moment where its order is known, together where it is not",
    .grade = Grade::secondary};
inline constexpr Citation cash_due_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.8(b)(1)",
    .gist = "what is bought in a cash account is paid in full within one payment period"};
inline constexpr Citation cash_freeze_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.8(c)",
    .gist =
        "selling what has not been paid for freezes a cash account for 90 calendar days from the "
        "sale, unless it is paid in full within the payment period"};

}  // namespace plimsoll::reg_t
