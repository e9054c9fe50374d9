// What is measured: rates, buffer, carry, distance, time.

#include <array>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::string_view policy_number = "ours: a policy number, not a standard";

constexpr std::array schedule_keys{
    kept_in<&Policy::schedule, &SchedulePolicy::deviation_most>(
        {.section = "schedule",
         .name = "deviation_most",
         .says = "how far a rate in use may be from benchmark plus published spread",
         .unit = "fraction a year",
         .reason = "a quarter of a point is more than a benchmark moves between its print and the "
                   "broker's page",
         .source = policy_number,
         .range = {0, 0.05, Loosens::higher}}),
    kept_in<&Policy::schedule, &SchedulePolicy::stale_days>(
        {.section = "schedule",
         .name = "stale_days",
         .says = "the oldest a table of rates may be",
         .unit = "days",
         .reason =
             "the Federal Reserve meets about every six weeks, and brokers follow it within days",
         .source = "calendar of the Federal Open Market Committee: eight meetings a year",
         .range = {1, 366, Loosens::higher}}),
};

constexpr std::array buffer_keys{
    kept_in<&Policy::buffer, &BufferPolicy::mode>(
        {.section = "buffer",
         .name = "mode",
         .says = "how the target is reached: fixed, or by volatility, regime or probability",
         .unit = "word",
         .reason = "fixed needs no data that can be missing on the day it matters",
         .source = policy_number}),
    kept_in<&Policy::buffer, &BufferPolicy::target_multiple>(
        {.section = "buffer",
         .name = "target_multiple",
         .says = "equity over maintenance that is held",
         .unit = "multiple",
         .reason = "at a requirement of 25 % it is the half that Regulation T asks at first; at 30 "
                   "% a fall of 42.9 % is survived",
         .source = "12 CFR 220.12(a); FINRA Rule 4210(c)",
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::buffer, &BufferPolicy::multiple_most>(
        {.section = "buffer",
         .name = "multiple_most",
         .says = "the most a dynamic target asks",
         .unit = "multiple",
         .reason = "what the table of regimes asks at its end; a target that grew on would force "
                   "sales at the bottom",
         .source = policy_number,
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::buffer, &BufferPolicy::stress_multiple_least>(
        {.section = "buffer",
         .name = "stress_multiple_least",
         .says = "equity over maintenance that is left after every stress",
         .unit = "multiple",
         .reason = "below 1 the broker sells, whatever the plan says",
         .source = "FINRA Rule 4210(c); the broker's agreement",
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::buffer, &BufferPolicy::reference_volatility>(
        {.section = "buffer",
         .name = "reference_volatility",
         .says = "mode ratio: at this volatility the target is target_multiple, above it "
                 "proportionally more",
         .unit = "fraction a year",
         .reason =
             "about the long mean of the VIX, and where the table of regimes begins to ask more",
         .source = "Cboe VIX, daily closes 1990-2026",
         .range = {0.01, 5, Loosens::higher}}),
    kept_in<&Policy::buffer, &BufferPolicy::regime>(
        {.section = "buffer",
         .name = "regime",
         .says = "mode regime: up to and with this VIX, this multiple",
         .unit = "VIX points; multiple",
         .reason =
             "the month after a VIX above 30 has moved twice as much as one after a VIX under 20",
         .source = policy_number}),
    kept_in<&Policy::buffer, &BufferPolicy::regime_beyond>(
        {.section = "buffer",
         .name = "regime_beyond",
         .says = "mode regime: the multiple above the last row",
         .unit = "multiple",
         .reason = "above a VIX of 40 the next month has moved 44 % a year on average",
         .source = "Cboe VIX and S&P 500, daily closes 1990-2026",
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::buffer, &BufferPolicy::probability>(
        {.section = "buffer",
         .name = "probability",
         .says = "mode probability: the most that a call within the horizon may have",
         .unit = "probability",
         .reason = "one month in a hundred: about once in eight years",
         .source = policy_number,
         .range = {0.000001, 0.5, Loosens::higher}}),
    kept_in<&Policy::buffer, &BufferPolicy::horizon_days>(
        {.section = "buffer",
         .name = "horizon_days",
         .says = "mode probability: the horizon",
         .unit = "trading days",
         .reason = "a month is what it takes to bring in money from elsewhere without haste",
         .source = policy_number,
         .range = {1, 2520, Loosens::lower}}),
};

constexpr std::array carry_keys{
    kept_in<&Policy::carry, &CarryPolicy::warn_distance>(
        {.section = "carry",
         .name = "warn_distance",
         .says = "distance of yield to its breakeven that warns: (yield - breakeven) / breakeven",
         .unit = "fraction",
         .reason = "a cut of income by a fifth would use it up",
         .source = policy_number,
         .range = {0, 10, Loosens::lower}}),
    kept_in<&Policy::carry, &CarryPolicy::critical_distance>(
        {.section = "carry",
         .name = "critical_distance",
         .says = "the same, critical",
         .unit = "fraction",
         .reason = "a cut of income by a tenth would more than use it up",
         .source = policy_number,
         .range = {0, 10, Loosens::lower}}),
    kept_in<&Policy::carry, &CarryPolicy::breach_distance>(
        {.section = "carry",
         .name = "breach_distance",
         .says = "the same, breached",
         .unit = "fraction",
         .reason = "at 0 the debt costs what the book earns",
         .source = "arithmetic: net carry is 0 there",
         .range = {-1, 10, Loosens::lower}}),
    kept_in<&Policy::carry, &CarryPolicy::tax_rate>(
        {.section = "carry",
         .name = "tax_rate",
         .says = "tax on income",
         .unit = "fraction",
         .reason = "carry is quoted before tax unless you say otherwise",
         .source = policy_number,
         .range = {0, 1}}),
    kept_in<&Policy::carry, &CarryPolicy::account_fee_rate>(
        {.section = "carry",
         .name = "account_fee_rate",
         .says = "what the account pays for advice or custody, funds' own fees not counted",
         .unit = "fraction a year",
         .reason = "a self-directed account pays none; funds' fees are inside their prices",
         .source = policy_number,
         .range = {0, 1}}),
    kept_in<&Policy::carry, &CarryPolicy::dividend_cut>(
        {.section = "carry",
         .name = "dividend_cut",
         .says = "how far dividends are cut in the scenario",
         .unit = "fraction",
         .reason = "income of equities fell by about this much in 2008-09",
         .source = "the framework's income scenario of 2008-09",
         .range = {0, 1, Loosens::lower}}),
    kept_in<&Policy::carry, &CarryPolicy::safety_multiple>(
        {.section = "carry",
         .name = "safety_multiple",
         .says = "income over interest of a debt that carries itself",
         .unit = "multiple",
         .reason =
             "interest may rise by half, or income fall by a third, before the debt must be fed",
         .source = "the Finance Guru convention of coverage",
         .range = {1, 20, Loosens::lower}}),
};

constexpr std::array distance_keys{
    kept_in<&Policy::distance, &DistancePolicy::volatility_move>(
        {.section = "distance",
         .name = "volatility_move",
         .says = "what volatility does while the market moves",
         .unit = "word",
         .reason = "it adds no assumption to the prices of the day; spot_volatility is the "
                   "stricter one for sold options",
         .source = policy_number}),
    kept_in<&Policy::distance, &DistancePolicy::volatility_table>(
        {.section = "distance",
         .name = "volatility_table",
         .says = "spot_volatility: when the market has moved by this, its volatility",
         .unit = "fraction; fraction a year",
         .reason = "a fall comes with dearer options, which raises requirement and loss at once",
         .source = "the Finance Guru table of market falls and VIX"}),
    kept_in<&Policy::distance, &DistancePolicy::requirement_multiples>(
        {.section = "distance",
         .name = "requirement_multiples",
         .says = "requirements that are tried, as multiples of today's",
         .unit = "multiple",
         .reason =
             "a broker raised its requirements by 35 % within weeks before the election of 2020",
         .source = "Interactive Brokers, notice to customers of September 2020",
         .range = {1, 10, Loosens::lower}}),
    kept_in<&Policy::distance, &DistancePolicy::requirement_rates>(
        {.section = "distance",
         .name = "requirement_rates",
         .says = "requirements that are tried, as rates of market value",
         .unit = "fraction",
         .reason = "houses that ask 30 % have gone to 40 % for names they like less",
         .source = "house requirements of profiles/house",
         .range = {0.01, 1, Loosens::lower}}),
    kept_in<&Policy::distance, &DistancePolicy::default_beta>(
        {.section = "distance",
         .name = "default_beta",
         .says = "beta of what no beta is known of",
         .unit = "multiple",
         .reason = "a share moves with the market until it is known to do otherwise",
         .source = policy_number,
         .range = {0.1, 10, Loosens::lower}}),
    kept_in<&Policy::distance, &DistancePolicy::steady>(
        {.section = "distance",
         .name = "steady",
         .says = "tokens that keep their price while the whole market moves, unless a beta is "
                 "quoted; each is still moved alone",
         .unit = "symbols",
         .reason = "what is redeemed at one dollar does not fall with the market; were the debt "
                   "in it to fall too, no fall would ever bring a call",
         .source = "terms of redemption of Circle, Tether, Sky and Paxos; they have broken: USDC "
                   "traded at 0.88 on 11 March 2023"}),
    kept_in<&Policy::distance, &DistancePolicy::follows>(
        {.section = "distance",
         .name = "follows",
         .says = "tokens that move with another when it moves alone",
         .unit = "symbol; symbol",
         .reason = "a staked or wrapped token is redeemed in what it follows; left behind, a fall "
                   "of that alone would look further than it is",
         .source = "terms of redemption of their issuers; they have traded apart: stETH at 0.94 "
                   "ETH in June 2022"}),
    kept_in<&Policy::distance, &DistancePolicy::decline_most>(
        {.section = "distance",
         .name = "decline_most",
         .says = "how far down the market is moved in the search",
         .unit = "fraction",
         .reason = "the largest fall of the American market was 89 %, from 1929 to 1932; a single "
                   "name falls to nothing, and what is not looked at is not known to be safe",
         .source = "Dow Jones Industrial Average, 1929-32",
         .range = {0.5, 1, Loosens::lower}}),
    kept_in<&Policy::distance, &DistancePolicy::rise_most>(
        {.section = "distance",
         .name = "rise_most",
         .says = "how far up the market is moved in the search",
         .unit = "fraction",
         .reason = "what is short may be called by a rise as well",
         .source = policy_number,
         .range = {0.1, 10, Loosens::lower}}),
};

constexpr std::array time_to_call_keys{
    kept_in<&Policy::time_to_call, &TimeToCallPolicy::horizon_days>(
        {.section = "time_to_call",
         .name = "horizon_days",
         .says = "horizons the probability of a call is given for",
         .unit = "trading days",
         .reason = "a month, a quarter and a year",
         .source = "252 trading days a year",
         .range = {1, 25200}}),
    kept_in<&Policy::time_to_call, &TimeToCallPolicy::expected_return>(
        {.section = "time_to_call",
         .name = "expected_return",
         .says = "expected return of the market, income included",
         .unit = "fraction a year",
         .reason = "below what it has been, since a plan must not live on hope",
         .source = "S&P 500 with dividends, about 10 % a year since 1926; less a margin of ours",
         .range = {-0.5, 0.5, Loosens::higher}}),
    kept_in<&Policy::time_to_call, &TimeToCallPolicy::regimes>(
        {.section = "time_to_call",
         .name = "regimes",
         .says = "volatility in each regime",
         .unit = "name; fraction a year",
         .reason =
             "the next day's volatility of the S&P 500 after a VIX up to 20, to 30, and above",
         .source = "Cboe VIX and S&P 500, daily closes 1990-2026"}),
    kept_in<&Policy::time_to_call, &TimeToCallPolicy::monitoring>(
        {.section = "time_to_call",
         .name = "monitoring",
         .says = "how often the broker looks",
         .unit = "word",
         .reason = "requirements are computed at the close; continuous gives a higher probability",
         .source = "Broadie, Glasserman and Kou 1997"}),
};

}  // namespace

std::span<const PolicySection> account_sections() {
  static constexpr std::array sections{
      PolicySection{"schedule", "when a table of margin rates is believed", schedule_keys},
      PolicySection{"buffer", "how much equity is held for each dollar of maintenance",
                    buffer_keys},
      PolicySection{"carry", "when what the book earns no longer pays for what it borrows",
                    carry_keys},
      PolicySection{"distance", "how a forced sale is looked for", distance_keys},
      PolicySection{"time_to_call", "how soon a call may come", time_to_call_keys},
  };
  return sections;
}

}  // namespace plimsoll::strategy
