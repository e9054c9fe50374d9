#pragma once
// Where each rule of this method comes from, in our words. Numbers are in rates.hpp.

#include "rules/citation.hpp"

namespace plimsoll::tims {

inline constexpr Citation customer_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(7)-(8)",
    .gist =
        "portfolio margin of a customer: the greatest loss over ten moves of the underlying, "
        "options valued again at each, at least so much for each contract",
    .reading =
        "theoretical values are ours, not OCC's; the greater is taken after offsets within the "
        "product group, against the sum of its contracts' minimums"};
inline constexpr Citation broker_law{
    .source = "SEC Rule 15c3-1a",
    .paragraph = "17 CFR 240.15c3-1a(b)(1)(v)(C)",
    .gist =
        "deduction of a broker-dealer or market-maker: the worst of ten valuation points after "
        "offsets, or the minimum for each contract if larger"};
inline constexpr Citation points_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(2)(F)",
    .gist =
        "ten equidistant moves of the underlying, up and down, as far as its kind of product may "
        "move",
    .reading =
        "five down and five up, no point at zero; options keep the volatility in their own price "
        "and are valued one calendar day on, as the published tables of 2007-02-23 require"};
inline constexpr Citation firm_points_law{
    .source = "SEC Rule 15c3-1a",
    .paragraph = "17 CFR 240.15c3-1a(b)(1)(i)(A)",
    .gist =
        "a firm's deduction from its net capital: the greatest loss over ten equidistant valuation "
        "points in the range of its kind of product",
    .reading =
        "five down and five up, no point at zero; options keep the volatility in their own price "
        "and are valued one calendar day on"};
inline constexpr Citation firm_class_netting_law{
    .source = "SEC Rule 15c3-1a",
    .paragraph = "17 CFR 240.15c3-1a(b)(1)(v)(B)(1)(i)",
    .gist =
        "within one class, an underlying with what is on it, gains offset losses in full at the "
        "same valuation point"};
inline constexpr Citation class_netting_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(8)(C)",
    .gist =
        "within one underlying, what is on it and what tracks it, gains offset losses in full at "
        "the same point"};
inline constexpr Citation product_offset_law{
    .source = "SEC Rule 15c3-1a",
    .paragraph = "17 CFR 240.15c3-1a(b)(1)(v)(B)(2)",
    .gist =
        "among indexes of one product group a percentage of gains offsets losses at the same "
        "point",
    .reading = "points are matched in order, the k-th with the k-th"};
inline constexpr Citation portfolio_offset_law{
    .source = "SEC Rule 15c3-1a",
    .paragraph = "17 CFR 240.15c3-1a(b)(1)(v)(B)(3)",
    .gist =
        "among product groups of diversified indexes in one market group half of the gain of one "
        "offsets the loss of another at the same point",
    .reading = "of the gain that is left after the offset within its product group"};
inline constexpr Citation customer_minimum_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(7)(B)",
    .gist =
        "at least so much times the multiplier for each option, unlisted derivative, security "
        "future and related instrument, bought or sold; of what is bought no more than its market "
        "value"};
inline constexpr Citation broker_minimum_law{
    .source = "SEC Rule 15c3-1a",
    .paragraph = "17 CFR 240.15c3-1a(b)(1)(v)(C)(2)",
    .gist =
        "at least so much times the multiplier for each option and related instrument; of bought "
        "options no more than their market value"};
inline constexpr Citation non_margin_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(7)(E)",
    .gist =
        "an equity that is not marginable: its whole market value held long, half of it held "
        "short"};
inline constexpr Citation strategy_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(7)(D)",
    .gist = "what is not eligible for portfolio margin is margined by the strategy rules",
    .reading =
        "their maintenance requirement; what their equity does not count of a position's value is "
        "asked for too, since it is in the equity here"};
inline constexpr Citation equity_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(11)",
    .gist = "equity: long market values less short ones, options in full, and the cash"};
inline constexpr Citation minimum_equity_law{
    .source = "FINRA Rule 4210",
    .paragraph = "interpretation (b)(4)/034",
    .gist =
        "least equity of a portfolio margin account: 100,000 dollars where its firm watches it in "
        "full through the day, 150,000 in part, 500,000 not at all",
    .reading = "a firm that watches in full; below it three business days, then no new risk",
    .grade = Grade::secondary};
inline constexpr Citation deficiency_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(g)(10)(A)",
    .gist =
        "a margin deficiency is met by deposit or hedge within three business days; after that "
        "nothing is opened and the firm liquidates to cure it"};
inline constexpr Citation overlay_law{
    .source = "FINRA Rule 4210",
    .paragraph = "(d)(1)",
    .gist = "a broker may ask for more than the rule: the greatest of the rule and its own tests"};

}  // namespace plimsoll::tims
