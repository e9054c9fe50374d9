#pragma once
// Where each rule of this method comes from, in our words. The numbers are the clearing house's
// files'.

#include "rules/citation.hpp"

namespace plimsoll::span {

inline constexpr Citation scan_law{
    .source = "CME SPAN",
    .paragraph = "scanning risk",
    .gist =
        "the largest loss of a combined commodity's positions over sixteen scenarios of price and "
        "volatility, none below zero",
    .reading = "of equal losses the scenario with the lowest number is the active one",
    .grade = Grade::secondary};
inline constexpr Citation tiered_scan_law{
    .source = "CME SPAN",
    .paragraph = "scanning risk, tiers",
    .gist = "where months are scanned in tiers, each tier by itself and the tiers' risks added",
    .reading = "an option is in the tier of the future it is on",
    .grade = Grade::secondary};
inline constexpr Citation calendar_law{
    .source = "CME SPAN",
    .paragraph = "intra-commodity spread charge",
    .gist =
        "deltas of one commodity that offset between months or tiers pay so much a spread, in the "
        "order of priority",
    .reading =
        "spreads between months first, then those between tiers; both ways round; what is taken "
        "is taken from the front month on",
    .grade = Grade::secondary};
inline constexpr Citation spot_law{
    .source = "CME SPAN",
    .paragraph = "delivery month charge",
    .gist =
        "a month in delivery pays one rate for each delta in spreads and another for each left "
        "outright",
    .reading = "taken after the spreads between months and before credits between commodities",
    .grade = Grade::secondary};
inline constexpr Citation inter_law{
    .source = "CME SPAN",
    .paragraph = "inter-commodity spread credit",
    .gist =
        "deltas that offset between commodities earn back part of the price risk they stand for, "
        "each leg by its own weighted price risk",
    .reading =
        "weighted price risk is of the deltas before any spread; each spread takes what those of "
        "higher priority left",
    .grade = Grade::secondary};
inline constexpr Citation super_law{
    .source = "CME Clearing Advisory 09-81",
    .paragraph = "super inter-commodity spreads",
    .gist = "credits that are taken before the spreads between months",
    .reading = "a leg's weighted price risk is at most its scanning risk over its first delta",
    .grade = Grade::secondary};
inline constexpr Citation scanning_spread_law{
    .source = "CME SPAN",
    .paragraph = "scanning-based inter-commodity spread",
    .gist =
        "legs are scanned together in one commodity: losses in full, of gains the part that is "
        "credited",
    .reading =
        "deltas go to the target's months by the ratio of target to leg; charges already reckoned "
        "go with them",
    .grade = Grade::secondary};
inline constexpr Citation clearing_spread_law{
    .source = "CME SPAN",
    .paragraph = "inter-exchange spread credit",
    .gist =
        "deltas that offset between two clearing houses earn a credit at each, on its own leg at "
        "its own rate",
    .grade = Grade::secondary};
inline constexpr Citation short_option_law{
    .source = "CME SPAN",
    .paragraph = "short option minimum",
    .gist = "a commodity owes at least so much for each option sold",
    .reading =
        "of all of them, or of the calls or the puts, whichever are more, as the file says of the "
        "commodity",
    .grade = Grade::secondary};
inline constexpr Citation commodity_law{
    .source = "CME SPAN",
    .paragraph = "combined commodity requirement",
    .gist =
        "scanning risk and charges less credits, at least the short option minimum, times the "
        "account class's factor",
    .grade = Grade::secondary};
inline constexpr Citation option_value_law{
    .source = "CME SPAN",
    .paragraph = "net option value",
    .gist =
        "the requirement is met by the value of options held, and raised by the value of options "
        "sold, where premium is paid up front",
    .reading = "at the file's settlement price; options settled every day have none",
    .grade = Grade::secondary};
inline constexpr Citation option_value_limit_law{
    .source = "CME SPAN",
    .paragraph = "limit option value",
    .gist = "where the clearing house says so, option value meets no risk but its own commodity's",
    .grade = Grade::secondary};
inline constexpr Citation external_law{
    .source = "account document",
    .paragraph = "performance_bond.external",
    .gist = "a requirement computed elsewhere, such as SPAN 2's, is taken as it is given",
    .reading = "net of option value; its positions are in no other sum"};
inline constexpr Citation equity_law{
    .source = "CFTC Regulation 1.32",
    .paragraph = "17 CFR 1.32(a)",
    .gist = "equity of a futures account: its cash and what its open contracts have gained",
    .reading =
        "against trade_price or average_cost; a contract with neither is taken as settled to the "
        "market already",
    .grade = Grade::recalled};
inline constexpr Citation in_use_law{
    .source = "CME SPAN",
    .paragraph = "sixteen scenarios",
    .gist = "SPAN scans sixteen scenarios; it has been in use since December 1988",
    .grade = Grade::recalled};

}  // namespace plimsoll::span
