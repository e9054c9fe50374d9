// How it is run: levels, practices, deployment, reviews.

#include <array>

#include "strategy/policy_sections.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::string_view policy_number = "ours: a policy number, not a standard";

constexpr std::array levels_keys{
    kept_in<&Policy::levels, &LevelsPolicy::watch>(
        {.section = "levels",
         .name = "watch",
         .says = "equity over maintenance, watched below",
         .unit = "multiple",
         .reason = "a quarter of the buffer above maintenance is used up",
         .source = policy_number,
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::levels, &LevelsPolicy::warn>({.section = "levels",
                                                   .name = "warn",
                                                   .says = "the same, warned below",
                                                   .unit = "multiple",
                                                   .reason = "half of it is used up",
                                                   .source = policy_number,
                                                   .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::levels, &LevelsPolicy::critical>({.section = "levels",
                                                       .name = "critical",
                                                       .says = "the same, critical below",
                                                       .unit = "multiple",
                                                       .reason = "three quarters of it are used up",
                                                       .source = policy_number,
                                                       .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::levels, &LevelsPolicy::breach>(
        {.section = "levels",
         .name = "breach",
         .says = "the same, breached below; a call of any kind too",
         .unit = "multiple",
         .reason = "at 1 the broker may sell",
         .source = "FINRA Rule 4210(c); FINRA Rule 2264",
         .range = {1, 20, Loosens::lower}}),
    kept_in<&Policy::levels, &LevelsPolicy::exit_margin>(
        {.section = "levels",
         .name = "exit_margin",
         .says = "a level is left when the number is better by this share of it",
         .unit = "fraction",
         .reason = "so that an alarm does not come and go with every price",
         .source = policy_number,
         .range = {0, 1, Loosens::lower}}),
    kept_in<&Policy::levels, &LevelsPolicy::utilisation_watch>(
        {.section = "levels",
         .name = "utilisation_watch",
         .says = "debt over the most that could be borrowed, watched from",
         .unit = "fraction",
         .reason = "what the Finance Guru limits begin at",
         .source = "the Finance Guru limits: 75, 90 and 100 %",
         .range = {0.01, 1, Loosens::higher}}),
    kept_in<&Policy::levels, &LevelsPolicy::utilisation_warn>(
        {.section = "levels",
         .name = "utilisation_warn",
         .says = "the same, warned from",
         .unit = "fraction",
         .reason = "a tenth is left",
         .source = "the Finance Guru limits: 75, 90 and 100 %",
         .range = {0.01, 1, Loosens::higher}}),
    kept_in<&Policy::levels, &LevelsPolicy::utilisation_critical>(
        {.section = "levels",
         .name = "utilisation_critical",
         .says = "the same, critical from",
         .unit = "fraction",
         .reason = "nothing is left",
         .source = "the Finance Guru limits: 75, 90 and 100 %",
         .range = {0.01, 2, Loosens::higher}}),
    kept_in<&Policy::levels, &LevelsPolicy::acknowledge_hours>(
        {.section = "levels",
         .name = "acknowledge_hours",
         .says = "how long an alarm may stand before a second person hears of it",
         .unit = "hours",
         .reason = "a day: calls may be due on the next",
         .source = policy_number,
         .range = {1, 720, Loosens::higher}}),
};

constexpr std::array practices_keys{
    kept_in<&Policy::practices, &PracticesPolicy::start_leverage_most>(
        {.section = "practices",
         .name = "start_leverage_most",
         .says = "leverage a programme may start with",
         .unit = "multiple",
         .reason = "mistakes made at the start should be cheap",
         .source = policy_number,
         .range = {1, 20, Loosens::higher}}),
    kept_in<&Policy::practices, &PracticesPolicy::effective_names_least>(
        {.section = "practices",
         .name = "effective_names_least",
         .says = "1 / sum of squared weights",
         .unit = "names",
         .reason = "with ten, no name alone decides whether there is a call",
         .source = policy_number,
         .range = {1, 1000, Loosens::lower}}),
    kept_in<&Policy::practices, &PracticesPolicy::liquidation_days_most>(
        {.section = "practices",
         .name = "liquidation_days_most",
         .says = "days to sell 95 % of the book",
         .unit = "days",
         .reason = "a house may sell the day it calls",
         .source = "FINRA Rule 2264",
         .range = {0.01, 250, Loosens::higher}}),
    kept_in<&Policy::practices, &PracticesPolicy::decline_least>(
        {.section = "practices",
         .name = "decline_least",
         .says = "fall of the market that must not trigger a call",
         .unit = "fraction",
         .reason = "the S&P 500 from 2020-02-19 to 2020-03-23",
         .source = "S&P 500, daily closes",
         .range = {0.01, 0.99, Loosens::lower}}),
    kept_in<&Policy::practices, &PracticesPolicy::call_probability_most>(
        {.section = "practices",
         .name = "call_probability_most",
         .says = "probability of a call within a year",
         .unit = "probability",
         .reason = "leverage 2 at a requirement of 25 % and a volatility of 16 % has this much",
         .source = policy_number,
         .range = {0.000001, 1, Loosens::higher}}),
    kept_in<&Policy::practices, &PracticesPolicy::agreement_most>(
        {.section = "practices",
         .name = "agreement_most",
         .says = "how far two independent calculations of the distance may differ",
         .unit = "fraction",
         .reason = "they compute one number: more than rounding is a defect of one of them",
         .source = policy_number,
         .range = {0, 0.01, Loosens::higher}}),
};

constexpr std::array deployment_keys{
    kept_in<&Policy::deployment, &DeploymentPolicy::plan>(
        {.section = "deployment",
         .name = "plan",
         .says = "steps: by a step each time; milestones: by the table",
         .unit = "word",
         .reason = "steps ask for quiet before each of them",
         .source = policy_number}),
    kept_in<&Policy::deployment, &DeploymentPolicy::start_leverage>(
        {.section = "deployment",
         .name = "start_leverage",
         .says = "gross market value over equity at the start",
         .unit = "multiple",
         .reason = "what practices.start_leverage_most allows",
         .source = policy_number,
         .range = {1, 20, Loosens::higher}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::target_leverage>(
        {.section = "deployment",
         .name = "target_leverage",
         .says = "the most it is built up to",
         .unit = "multiple",
         .reason = "at a requirement of 30 % a fall of 52.4 % is survived",
         .source = policy_number,
         .range = {1, 20, Loosens::higher}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::step>(
        {.section = "deployment",
         .name = "step",
         .says = "what is added each time",
         .unit = "multiple",
         .reason = "seven steps to the target, each small beside a month's moves",
         .source = policy_number,
         .range = {0.01, 5, Loosens::higher}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::milestones>(
        {.section = "deployment",
         .name = "milestones",
         .says = "milestones: from this month on, market value over debt may be as low as this",
         .unit = "months; multiple",
         .reason = "leverage grows from 1.33 to 1.67 in 28 months",
         .source = "the Finance Guru milestones"}),
    kept_in<&Policy::deployment, &DeploymentPolicy::quiet_days>(
        {.section = "deployment",
         .name = "quiet_days",
         .says = "days without a warning before the next step",
         .unit = "days",
         .reason =
             "a quarter: one round of earnings and one meeting of the Federal Reserve at least",
         .source = policy_number,
         .range = {1, 2520, Loosens::lower}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::coverage_least>(
        {.section = "deployment",
         .name = "coverage_least",
         .says = "income over interest before the next step",
         .unit = "multiple",
         .reason = "rates.coverage_warn: no step from within a warning",
         .source = "rates.coverage_warn",
         .range = {0, 100, Loosens::lower}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::call_probability_most>(
        {.section = "deployment",
         .name = "call_probability_most",
         .says = "probability of a call within a year before the next step",
         .unit = "probability",
         .reason = "practices.call_probability_most",
         .source = "practices.call_probability_most",
         .range = {0.000001, 1, Loosens::higher}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::drawdown_most>(
        {.section = "deployment",
         .name = "drawdown_most",
         .says = "fall of equity from its peak before the next step",
         .unit = "fraction",
         .reason = "beyond a tenth a fall has a cause that is not known yet",
         .source = policy_number,
         .range = {0.001, 1, Loosens::higher}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::vix_most>(
        {.section = "deployment",
         .name = "vix_most",
         .says = "VIX before the next step",
         .unit = "VIX points",
         .reason = "above 30 on one day in thirteen since 1990, which come in series",
         .source = "Cboe VIX, daily closes 1990-2026: 735 of 9235 days",
         .range = {5, 200, Loosens::higher}}),
    kept_in<&Policy::deployment, &DeploymentPolicy::breach_wait_days>(
        {.section = "deployment",
         .name = "breach_wait_days",
         .says = "days after a breach in which no step is taken",
         .unit = "days",
         .reason = "time to find out why, with the next quarter's numbers",
         .source = policy_number,
         .range = {0, 2520, Loosens::lower}}),
};

constexpr std::array reviews_keys{
    kept_in<&Policy::reviews, &ReviewsPolicy::daily>(
        {.section = "reviews",
         .name = "daily",
         .says = "the figures of the day, by machine",
         .unit = "days",
         .reason = "requirements and prices are new each day",
         .source = policy_number,
         .range = {1, 7, Loosens::higher}}),
    kept_in<&Policy::reviews, &ReviewsPolicy::weekly>({.section = "reviews",
                                                       .name = "weekly",
                                                       .says = "alarms, trades, concentration",
                                                       .unit = "days",
                                                       .reason = "what no single day shows",
                                                       .source = policy_number,
                                                       .range = {1, 31, Loosens::higher}}),
    kept_in<&Policy::reviews, &ReviewsPolicy::monthly>(
        {.section = "reviews",
         .name = "monthly",
         .says = "interest posted, income received, rates",
         .unit = "days",
         .reason = "brokers post interest monthly",
         .source = "interactivebrokers.com, interest charged",
         .range = {1, 92, Loosens::higher}}),
    kept_in<&Policy::reviews, &ReviewsPolicy::quarterly>({.section = "reviews",
                                                          .name = "quarterly",
                                                          .says = "models and their backtests",
                                                          .unit = "days",
                                                          .reason = "sixty days of new data",
                                                          .source = policy_number,
                                                          .range = {1, 184, Loosens::higher}}),
    kept_in<&Policy::reviews, &ReviewsPolicy::annual>(
        {.section = "reviews",
         .name = "annual",
         .says = "this policy",
         .unit = "days",
         .reason = "a policy nobody has looked at for a year is nobody's",
         .source = policy_number,
         .range = {1, 732, Loosens::higher}}),
};

}  // namespace

std::span<const PolicySection> programme_sections() {
  static constexpr std::array sections{
      PolicySection{"levels", "which number makes which alarm", levels_keys},
      PolicySection{"practices", "where a good practice ends and a finding begins", practices_keys},
      PolicySection{"deployment", "how leverage is built up", deployment_keys},
      PolicySection{"reviews", "the most days from one review to the next", reviews_keys},
  };
  return sections;
}

}  // namespace plimsoll::strategy
