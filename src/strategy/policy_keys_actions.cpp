// What is done: sales, the ladder, sizes, rates.

#include <array>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::string_view policy_number = "ours: a policy number, not a standard";

constexpr std::array cure_keys{
    kept_in<&Policy::cure, &CurePolicy::half_spread>(
        {.section = "cure",
         .name = "half_spread",
         .says = "half of bid to ask, where no quote says",
         .unit = "fraction",
         .reason = "five hundredths of a percent is what a large fund or share costs at most in "
                   "calm markets",
         .source = policy_number,
         .range = {0, 0.5}}),
    kept_in<&Policy::cure, &CurePolicy::impact_coefficient>(
        {.section = "cure",
         .name = "impact_coefficient",
         .says = "how far a sale of a whole day's volume moves the price by its end, in daily "
                 "volatilities",
         .unit = "multiple",
         .reason = "near 1 wherever it has been measured",
         .source = "Toth and others 2011",
         .range = {0, 100}}),
    kept_in<&Policy::cure, &CurePolicy::impact_exponent>(
        {.section = "cure",
         .name = "impact_exponent",
         .says = "how that grows with the size of the sale",
         .unit = "exponent",
         .reason = "the square root",
         .source = "Toth and others 2011; Almgren and others 2005 have 0.6",
         .range = {0.1, 2}}),
    kept_in<&Policy::cure, &CurePolicy::participation>(
        {.section = "cure",
         .name = "participation",
         .says = "the most of a day's volume that is sold in a day",
         .unit = "fraction",
         .reason = "a tenth is hardly noticed",
         .source = policy_number,
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::cure, &CurePolicy::tax_rate_short_term>(
        {.section = "cure",
         .name = "tax_rate_short_term",
         .says = "tax on gains of a year or less",
         .unit = "fraction",
         .reason = "the highest federal rate, so that no sale is taken for cheaper than it is",
         .source = "26 U.S.C. 1(j)",
         .range = {0, 1}}),
    kept_in<&Policy::cure, &CurePolicy::tax_rate_long_term>(
        {.section = "cure",
         .name = "tax_rate_long_term",
         .says = "tax on gains of more than a year",
         .unit = "fraction",
         .reason = "the highest federal rate",
         .source = "26 U.S.C. 1(h)",
         .range = {0, 1}}),
    kept_in<&Policy::cure, &CurePolicy::deferral_share>(
        {.section = "cure",
         .name = "deferral_share",
         .says = "the share of that tax that counts as a cost of selling now",
         .unit = "fraction",
         .reason = "all of it: what would be saved by waiting is not known",
         .source = policy_number,
         .range = {0, 1}}),
    kept_in<&Policy::cure, &CurePolicy::minimum_ticket>(
        {.section = "cure",
         .name = "minimum_ticket",
         .says = "the smallest sale",
         .unit = "account currency",
         .reason = "smaller ones are not worth a look at the screen",
         .source = policy_number,
         .range = {0, 1000000000}}),
    kept_in<&Policy::cure, &CurePolicy::lot_size>(
        {.section = "cure",
         .name = "lot_size",
         .says = "units a sale is rounded up to",
         .unit = "units",
         .reason = "whole shares: not every house sells fractions on the day",
         .source = policy_number,
         .range = {0.000000001, 1000000}}),
    kept_in<&Policy::cure, &CurePolicy::lot_sizes>(
        {.section = "cure",
         .name = "lot_sizes",
         .says = "the same for single symbols",
         .unit = "symbol; units",
         .reason = "bonds and foreign shares come in larger lots",
         .source = "rules of the exchanges"}),
    kept_in<&Policy::cure, &CurePolicy::keep>(
        {.section = "cure",
         .name = "keep",
         .says = "symbols that are never sold",
         .unit = "symbols",
         .reason = "none, until you name what you would rather fund than sell",
         .source = policy_number}),
    kept_in<&Policy::cure, &CurePolicy::liquidate_last>(
        {.section = "cure",
         .name = "liquidate_last",
         .says = "symbols sold after all others",
         .unit = "symbols",
         .reason = "none, until you name them; a broker may still choose otherwise",
         .source = "FINRA Rule 2264"}),
};

constexpr std::array ladder_keys{
    kept_in<&Policy::ladder, &LadderPolicy::rungs>(
        {.section = "ladder",
         .name = "rungs",
         .says =
             "below this equity over maintenance, this is done; a sale restores the last number",
         .unit = "multiple; action; multiple",
         .reason =
             "each step is small enough to be taken, and the broker is never the one to take it",
         .source = "the framework's ladder; FINRA Rule 2264 on sales without notice"}),
};

constexpr std::array size_keys{
    kept_in<&Policy::size, &SizePolicy::leverage_most>(
        {.section = "size",
         .name = "leverage_most",
         .says = "gross market value over equity",
         .unit = "multiple",
         .reason = "what Regulation T lets a new position have",
         .source = "12 CFR 220.12(a)",
         .range = {1, 20, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::shock_decline>(
        {.section = "size",
         .name = "shock_decline",
         .says = "a fall that the leverage must survive without a call",
         .unit = "fraction",
         .reason =
             "the S&P 500 from 2020-02-19 to 2020-03-23: too fast for a ladder to be walked down",
         .source = "S&P 500, daily closes",
         .range = {0.01, 0.99, Loosens::lower}}),
    kept_in<&Policy::size, &SizePolicy::expected_shortfall_most>(
        {.section = "size",
         .name = "expected_shortfall_most",
         .says = "mean loss of equity on the worst 2.5 % of days",
         .unit = "fraction of equity",
         .reason = "more in a day than most can watch without acting",
         .source = policy_number,
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::volatility_target>(
        {.section = "size",
         .name = "volatility_target",
         .says = "volatility the equity is to have",
         .unit = "fraction a year",
         .reason = "about what the S&P 500 has without leverage: it is taken when markets are calm",
         .source = "S&P 500, daily closes",
         .range = {0.01, 2, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::kelly_fraction>(
        {.section = "size",
         .name = "kelly_fraction",
         .says = "share of the growth-optimal leverage",
         .unit = "fraction",
         .reason = "three quarters of the growth for half of the volatility, and room for wrong "
                   "estimates",
         .source = "Kelly 1956; Thorp 2006",
         .range = {0.05, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::single_name_most>(
        {.section = "size",
         .name = "single_name_most",
         .says = "one name",
         .unit = "fraction of gross value",
         .reason =
             "above it Fidelity adds to its requirement, and a name can fall to nothing overnight",
         .source = "profiles/house/fidelity.toml",
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::issuer_most>(
        {.section = "size",
         .name = "issuer_most",
         .says = "one issuer, all its securities",
         .unit = "fraction of gross value",
         .reason = "share classes, bonds and options fall together",
         .source = policy_number,
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::sector_most>(
        {.section = "size",
         .name = "sector_most",
         .says = "one sector",
         .unit = "fraction of gross value",
         .reason =
             "above it Fidelity adds to its requirement; a sector lost four fifths in 2000-02",
         .source = "profiles/house/fidelity.toml; S&P sector indices",
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::cluster_most>(
        {.section = "size",
         .name = "cluster_most",
         .says = "names that move together",
         .unit = "fraction of gross value",
         .reason = "they are one bet under several names",
         .source = policy_number,
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::cluster_correlation>(
        {.section = "size",
         .name = "cluster_correlation",
         .says = "correlation from which two names are one cluster",
         .unit = "correlation",
         .reason = "what sectors have among each other in a crisis",
         .source = "average of S&P sectors: 0.88 in early 2020",
         .range = {0, 1, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::liquidity_days_most>(
        {.section = "size",
         .name = "liquidity_days_most",
         .says = "days it takes to sell a position",
         .unit = "days",
         .reason = "houses want calls met within days, and may sell before",
         .source = "FINRA Rule 2264",
         .range = {0.01, 250, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::throttle_none>(
        {.section = "size",
         .name = "throttle_none",
         .says = "stressed equity over maintenance from which a trade is not cut",
         .unit = "multiple",
         .reason = "the target of the buffer",
         .source = "buffer.target_multiple",
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::size, &SizePolicy::throttle_full>(
        {.section = "size",
         .name = "throttle_full",
         .says = "the same down to which nothing is added",
         .unit = "multiple",
         .reason = "where the levels are critical",
         .source = "levels.critical",
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::size, &SizePolicy::band>(
        {.section = "size",
         .name = "band",
         .says = "how far a weight may drift from its target before it is traded back",
         .unit = "fraction of the weight",
         .reason = "wider bands trade less and drift more; a fifth did best where it was tried",
         .source = "Daryanani 2008",
         .range = {0.01, 2, Loosens::higher}}),
    kept_in<&Policy::size, &SizePolicy::add_wait_days>(
        {.section = "size",
         .name = "add_wait_days",
         .says = "days after a breach in which nothing is added",
         .unit = "days",
         .reason = "falls that trigger calls come in series",
         .source = policy_number,
         .range = {0, 2520, Loosens::lower}}),
};

constexpr std::array rates_keys{
    kept_in<&Policy::rates, &RatesPolicy::reassess_rise>(
        {.section = "rates",
         .name = "reassess_rise",
         .says =
             "rise of the margin rate since the policy was approved that asks for a new decision",
         .unit = "fraction a year",
         .reason = "in 2022 rates rose by this much within one quarter",
         .source = "federal funds rate, daily, 2022",
         .range = {0.0001, 0.2, Loosens::higher}}),
    kept_in<&Policy::rates, &RatesPolicy::breakeven_buffer>(
        {.section = "rates",
         .name = "breakeven_buffer",
         .says = "how near the margin rate may come to the breakeven yield",
         .unit = "fraction a year",
         .reason = "two steps of the Federal Reserve",
         .source = policy_number,
         .range = {0, 0.2, Loosens::lower}}),
    kept_in<&Policy::rates, &RatesPolicy::parallel_shifts>(
        {.section = "rates",
         .name = "parallel_shifts",
         .says = "changes of the rate that are tried",
         .unit = "fraction a year",
         .reason =
             "one point down, three points up: the Federal Reserve went 5.25 points up in 2022-23",
         .source = "federal funds rate, daily, 2004-06, 2015-18, 2022-23",
         .range = {-0.2, 0.2}}),
    kept_in<&Policy::rates, &RatesPolicy::coverage_watch>(
        {.section = "rates",
         .name = "coverage_watch",
         .says = "income over interest, watched below",
         .unit = "multiple",
         .reason = "half of the income could go",
         .source = "the Finance Guru convention of coverage",
         .range = {0, 100, Loosens::lower}}),
    kept_in<&Policy::rates, &RatesPolicy::coverage_warn>(
        {.section = "rates",
         .name = "coverage_warn",
         .says = "the same, warned below",
         .unit = "multiple",
         .reason = "a third of the income could go",
         .source = "the Finance Guru convention of coverage",
         .range = {0, 100, Loosens::lower}}),
    kept_in<&Policy::rates, &RatesPolicy::coverage_critical>(
        {.section = "rates",
         .name = "coverage_critical",
         .says = "the same, critical below",
         .unit = "multiple",
         .reason = "below 1 the debt must be fed",
         .source = "arithmetic: net carry before fees is 0 there",
         .range = {0, 100, Loosens::lower}}),
};

}  // namespace

std::span<const PolicySection> actions_sections() {
  static constexpr std::array sections{
      PolicySection{"cure", "what a sale costs, and what is not sold", cure_keys},
      PolicySection{"ladder", "what is done at which multiple, decided beforehand", ladder_keys},
      PolicySection{"size", "how much may be held, and of what", size_keys},
      PolicySection{"rates", "when a change of interest rates is a reason to look again",
                    rates_keys},
  };
  return sections;
}

}  // namespace plimsoll::strategy
