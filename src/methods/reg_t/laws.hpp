#pragma once
// Where each rule of this method comes from, in our words. Numbers are in rates.hpp.

#include "rules/citation.hpp"

namespace plimsoll::reg_t {

// Stock.

inline constexpr Citation reg_t_long_law{.source = "Regulation T",
                                         .paragraph = "12 CFR 220.12(a)",
                                         .gist =
                                             "margin equity bought: a percentage of its current "
                                             "market value, or the exchange's if higher"};
inline constexpr Citation reg_t_short_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.12(c)(1)",
    .gist =
        "short sale of a nonexempted equity: 150 % of its current market value, the proceeds "
        "included",
    .reading =
        "the same for equities that are not marginable: the text says any nonexempted security"};
inline constexpr Citation reg_t_short_hedged_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.12(c)(2)",
    .gist =
        "short sale against a security exchangeable for it within 90 days without payment, or a "
        "call "
        "whose exercise price does not exceed the sale price: 100 % of its market value",
    .reading =
        "the call must be American; the sale price is today's trade price, else the average cost, "
        "else the market price with a caveat; amounts stay at the market; the exchange's "
        "maintenance requirement then comes on top"};
inline constexpr Citation reg_t_non_margin_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.12(e)",
    .gist = "a security that is not marginable is paid for in full"};
inline constexpr Citation reg_t_good_faith_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.12(b)",
    .gist =
        "exempted securities, non-equity securities and money-market funds: margin set in good "
        "faith, or "
        "the exchange's if higher",
    .reading = "the exchange's maintenance requirement is taken as the good-faith amount"};
inline constexpr Citation reg_t_short_debt_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.12(d)",
    .gist =
        "short sale of an exempted or non-equity security: its market value plus margin in good "
        "faith",
    .reading = "the exchange's maintenance requirement is taken as the good-faith amount"};
inline constexpr Citation boxed_sale_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.4(b)(2)",
    .gist = "a short sale against the box is treated as a long sale: no margin on it"};
inline constexpr Citation finra_initial_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(b)",
    .gist = "to open, at least the greater of Regulation T's amount and the maintenance amount",
    .grade = Grade::secondary};
inline constexpr Citation long_stock_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(c)(1)",
    .gist = "a percentage of the current market value of each margin security held long"};
inline constexpr Citation low_priced_short_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(c)(2)",
    .gist =
        "stock sold short below 5 dollars: the greater of 2.50 dollars a share and its market "
        "value",
    .reading =
        "on top of the market value owed; a leveraged product's own percentage where higher"};
inline constexpr Citation short_stock_law{.source = "FINRA Rule 4210",
                                          .paragraph = "(c)(3)",
                                          .gist =
                                              "stock sold short at 5 dollars or more: the greater "
                                              "of 5 dollars a share and a percentage of "
                                              "its market value",
                                          .reading = "on top of the market value owed"};
inline constexpr Citation non_margin_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(c)(6)",
    .gist = "an equity that is not marginable, held long: its whole market value"};
inline constexpr Citation leveraged_product_law{
    .source = "FINRA Regulatory Notice 09-53",
    .paragraph = "leveraged exchange-traded products",
    .gist =
        "maintenance percentages of a leveraged or inverse product rise with its leverage, to at "
        "most "
        "its market value when held long",
    .reading =
        "short positions are not capped; a factor below 1 counts as 1; the initial requirement is "
        "never below the maintenance one",
    .grade = Grade::secondary};
inline constexpr Citation broker_rate_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(d)(1)",
    .gist = "a broker may ask for more than the rule does; this rate came with the market data",
    .reading = "raises the requirement of shares held or owed, never lowers it"};
inline constexpr Citation boxed_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(e)(1)",
    .gist = "the same security held long and short: 5 % of the long side's market value",
    .reading = "the short side is marked to the market"};
inline constexpr Citation exchangeable_law{.source = "FINRA Rule 4210",
                                           .paragraph = "(e)(1)",
                                           .gist =
                                               "a security held long that turns into the one sold "
                                               "short: 10 % of the long side's market value",
                                           .reading =
                                               "only where it converts without payment and within "
                                               "90 days; the short side is marked to the "
                                               "market"};

// Bonds and funds.

inline constexpr Citation treasury_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(e)(2)(A)",
    .gist =
        "obligations of the United States, long or short: 1 to 6 % of market value by the years "
        "left",
    .reading = "remaining life decides, each band from its first day"};
inline constexpr Citation zero_coupon_law{.source = "FINRA Rule 4210",
                                          .paragraph = "(e)(2)(A)",
                                          .gist =
                                              "zero-coupon obligations of the United States with "
                                              "five years or more left: at least 3 % of principal",
                                          .grade = Grade::secondary};
inline constexpr Citation exempted_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(e)(2)(B)",
    .gist = "other exempted securities, municipal bonds among them: 7 % of market value",
    .grade = Grade::secondary};
inline constexpr Citation investment_grade_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(e)(2)(C)(i)",
    .gist = "investment-grade debt: 10 % of market value"};
inline constexpr Citation other_debt_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(e)(2)(C)(ii)",
    .gist =
        "other listed or marginable debt: the greater of 20 % of market value and 7 % of principal",
    .reading = "a bond of unknown rating is taken here, not as investment grade"};
inline constexpr Citation convertible_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(c)(1)",
    .gist = "a convertible is margined as the equity it can become",
    .grade = Grade::secondary};
inline constexpr Citation short_bond_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(c)(4)",
    .gist = "a bond sold short: the greater of 5 % of principal and 30 % of market value",
    .reading =
        "used for convertible bonds only: paragraph (e)(2) overrides it for other debt, and a "
        "convertible preferred share is stock under (c)(2) and (3)"};
inline constexpr Citation net_debt_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(e)(2)(A)",
    .gist =
        "the percentages for obligations of the United States are of the net position in an issue: "
        "one held and owed alike needs nothing beyond the market value owed",
    .reading = "other debt held and owed alike is read under (e)(1), 5 %",
    .grade = Grade::secondary};
inline constexpr Citation money_market_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(c), interpretation on money-market funds",
    .gist = "shares of a money-market fund: a low percentage set in good faith",
    .grade = Grade::recalled};

// Single options.

inline constexpr Citation long_option_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(D)",
    .gist =
        "options bought are paid in full; listed ones with more than nine months left need 75 % of "
        "their market value",
    .reading =
        "nine calendar months from the day asked about; options on notes (ETN) are paid in full"};
inline constexpr Citation short_option_law{.source = "FINRA Rule 4210",
                                           .paragraph = "(f)(2)(E)(i)",
                                           .gist =
                                               "an uncovered listed option: its market value plus "
                                               "a percentage of the underlying less what it "
                                               "is out of the money, with a floor",
                                           .reading =
                                               "for a put the floor is a percentage of the "
                                               "exercise price"};
inline constexpr Citation put_cap_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(E)(i)/01, interpretation",
    .gist = "an uncovered put never needs more than its aggregate exercise price",
    .reading = "its own market value is inside that"};
inline constexpr Citation leveraged_option_law{
    .source = "FINRA Regulatory Notice 09-53",
    .paragraph = "uncovered options on leveraged products",
    .gist = "basic percentage and floor of an option on a leveraged product rise with its leverage",
    .reading = "no cap but that of the put's exercise price",
    .grade = Grade::secondary};
inline constexpr Citation straddle_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(G)(i)",
    .gist =
        "a put and a call sold on the same thing: the greater requirement plus the other's market "
        "value",
    .reading =
        "expiries may differ; where both requirements are equal the smaller market value is added"};

// Stock with options.

inline constexpr Citation covered_call_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(I)(i), (iii)",
    .gist =
        "a call sold against the shares it calls for needs nothing; the shares count at no more "
        "than "
        "its exercise price",
    .reading = "whole contracts only: shares short of a contract do not cover part of it"};
inline constexpr Citation covered_put_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(I)(i), (iii)",
    .gist =
        "a put sold against a short position in its shares needs nothing of its own; the short "
        "position's requirement rises by what the put is in the money",
    .reading =
        "the unrealised loss of 12 CFR 220.4(b)(4)(i) is taken as the amount in the money, in both "
        "requirements"};
inline constexpr Citation long_offset_law{.source = "FINRA Rule 4210",
                                          .paragraph = "(f)(2)(H)(v)a",
                                          .gist =
                                              "stock hedged by a long option: 10 % of the exercise "
                                              "price plus what the option is out of the "
                                              "money, at most the stock's own requirement",
                                          .reading = "American and European options alike"};
inline constexpr Citation conversion_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(H)(v)b",
    .gist =
        "long stock, long put and short call at one exercise price: 10 % of it; the stock counts "
        "at no "
        "more than it",
    .reading = "the put may expire after the call, if paid for"};
inline constexpr Citation reverse_conversion_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(H)(v)c",
    .gist =
        "short stock, long call and short put at one exercise price: 10 % of it plus what the put "
        "is in "
        "the money",
    .reading =
        "beyond the short stock's market value, which is not counted a second time; the call may "
        "expire after the put"};
inline constexpr Citation collar_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(H)(v)d",
    .gist =
        "long stock, long put and a short call at a higher exercise price: the lesser of 10 % of "
        "the "
        "put's plus what it is out of the money, and 25 % of the call's",
    .reading = "the put may expire after the call, if paid for"};
inline constexpr Citation convertible_cover_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(I)(i), (iii)",
    .gist =
        "a call sold against a security that converts into its shares without payment needs "
        "nothing; the security counts at no more than the exercise price",
    .reading = "whatever its standing; in the cash form it is paid for and counts in full",
    .grade = Grade::secondary};
inline constexpr Citation warrant_cover_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(I)(ii)",
    .gist =
        "a call sold against a warrant: what the warrant's exercise price exceeds the call's; the "
        "warrant has no loan value",
    .grade = Grade::secondary};
inline constexpr Citation protected_index_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(H)(v)f",
    .gist =
        "an index option sold against an unleveraged fund on the same index, worth at least the "
        "index "
        "value: no requirement on the option",
    .reading =
        "the conditions of the text were not read: unleveraged, same index, market value of the "
        "fund "
        "at least index level times multiplier; Cboe 10.3(c)(5)(C)(iii) says the same since "
        "2023-03-02",
    .grade = Grade::secondary};

// Spreads.

inline constexpr Citation spread_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(H)(i), (f)(2)(A)(xxxii)",
    .gist =
        "a spread: long options paid in full; short ones need the lesser of their uncovered "
        "requirement "
        "and the greatest loss over every exercise price in the spread",
    .reading =
        "the same underlying and style, contract values equal among calls and among puts, no short "
        "option expiring after a long one"};
inline constexpr Citation pair_spread_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(H) before 2012-10-26",
    .gist =
        "a long and a short option of one type, the long not expiring first: the lesser of the "
        "uncovered "
        "requirement and the difference of the exercise prices",
    .reading =
        "the named butterflies and boxes of that time are not modelled, so the answer is an upper "
        "bound",
    .grade = Grade::recalled};
inline constexpr Citation european_box_law{.source = "FINRA Rule 4210",
                                           .paragraph = "(f)(2)(H)(v)e",
                                           .gist =
                                               "a long box of European options: 50 % of the "
                                               "difference of its exercise prices; it counts as "
                                               "equity at no more than that difference"};

// Cash accounts.

inline constexpr Citation cash_account_law{
    .source = "Regulation T",
    .paragraph = "12 CFR 220.8(a)",
    .gist = "in a cash account what is bought is paid in full"};
inline constexpr Citation cash_short_put_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(N)(i)",
    .gist = "a put sold in a cash account: cash for its whole exercise price"};
inline constexpr Citation cash_short_call_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(f)(2)(N)(i)",
    .gist = "a call sold in a cash account: the underlying or an escrow receipt is deposited",
    .reading = "shown at the underlying's market value"};
inline constexpr Citation cash_spread_law{.source = "FINRA Rule 4210",
                                          .paragraph = "(f)(2)(N)(ii)",
                                          .gist =
                                              "a spread of European cash-settled index options of "
                                              "one expiry in a cash account: longs paid in "
                                              "full and cash for the greatest loss"};

}  // namespace plimsoll::reg_t
