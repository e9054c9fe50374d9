// What margin can do to its owner, each with the owner's own number.

#include <algorithm>
#include <array>

#include "strategy/policy_rows.hpp"
#include "strategy/practices.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::array warning_list{
    Practice{"forced_liquidation", "Forced sale",
             "The broker may sell without a call, choose what, and ask for what is still owed.",
             "FINRA Rule 2264"},
    Practice{"interest_rates", "Interest rates", "The margin rate follows the market's.",
             "federal funds rate, daily, 2022-23"},
    Practice{"correlation", "Correlation", "In a crisis names fall together.",
             "average correlation of S&P sectors, 2017 and 2020"},
    Practice{"regulation", "Requirements change",
             "A house may raise its requirements at any time without notice.",
             "FINRA Rule 2264; Interactive Brokers, September 2020"},
    Practice{"market_dependency", "Dependence on the market", "Leverage multiplies every move.",
             "arithmetic"},
    Practice{"complexity", "Complexity", "Options make requirement and loss move at once.",
             "framework 4.3"},
    Practice{"cost", "Cost", "Interest is paid whatever the book does.", "framework 3"},
    Practice{"skill", "Skill", "A model of the odds is not the odds.", "framework 4.4"},
    Practice{"size", "Size", "A large position cannot be sold at the price it is marked at.",
             "framework 7.4"},
    Practice{"systems", "Systems", "A figure is as good as the data it stands on.",
             "framework 9.3"},
    Practice{"human_factors", "People", "In a fall people wait; a ladder does not.",
             "framework 4.6"},
    Practice{"compliance", "Limits", "A limit that is not looked at is none.", "framework 9.5"},
};

struct Told {
  std::string text;
  std::string missing;
};

Told lacking(std::string fact) {
  return {fact + " is not known, so what this costs you cannot be said", fact};
}

Told forced_liquidation(const PracticeFacts& facts) {
  if (!facts.decline_to_call) return lacking("the fall that triggers a call");
  const auto fall = facts.decline_to_call->value;
  const auto rise = facts.rise_to_call.value_or(Measure{}).value;
  if (fall == 0) return {"the account is called already: the broker may sell today", ""};
  if (fall)
    return {"a " + told_far(*fall) + " fall" +
                (rise ? " or a " + told_far(*rise) + " rise" : std::string{}) +
                " triggers a call; the S&P 500 fell 57 % in 2007-09 and 34 % in 33 days of 2020",
            ""};
  if (rise)
    return {"a " + told_far(*rise) + " rise triggers a call; a price may rise without limit", ""};
  return {
      "no fall of the market triggers a call at today's requirements, nor a rise as far as was "
      "looked; they may be raised",
      ""};
}

Told interest_rates(const PracticeFacts& facts) {
  if (!facts.coverage) return lacking("income over interest");
  const auto coverage = facts.coverage->value;
  if (!coverage) return {"nothing is owed today", ""};
  if (*coverage <= 1)
    return {"income is " + told_down(*coverage) + " times interest: the debt is already being fed",
            ""};
  return {"income is " + told_down(*coverage) + " times interest: a margin rate " +
              told_down(*coverage) +
              " times today's takes all of it; the Federal Reserve raised its rate by 5.25 points "
              "in 2022-23",
          ""};
}

Told correlation(const PracticeFacts& facts) {
  if (!facts.effective_names) return lacking("the number of effective names");
  return {"the book counts as " + told_many(*facts.effective_names, "name") +
              " by weight; the correlation of S&P sectors went from 0.31 in 2017 to 0.80 in "
              "2020, and then they count as far fewer",
          ""};
}

Told regulation(const PracticeFacts& facts) {
  if (!facts.buffer_multiple) return lacking("equity over maintenance");
  if (facts.fully_paid)
    return {"what is held is paid for in full: all of its price is asked, and no more can be", ""};
  if (*facts.buffer_multiple < 1)
    return {
        "requirements are above the equity today; a broker raised its own to 1.35 times within "
        "weeks of 2020",
        ""};
  return {"requirements " + told_down(*facts.buffer_multiple) +
              " times today's use up the equity; a broker raised its own to 1.35 times within "
              "weeks of 2020",
          ""};
}

Told market_dependency(const PracticeFacts& facts) {
  if (!facts.lost_by_fall || !facts.lost_by_rise)
    return lacking("what a move of the market by 10 % takes");
  const double fall = *facts.lost_by_fall, rise = *facts.lost_by_rise;
  if (fall <= 0 && rise <= 0)
    return {"neither a fall nor a rise of the market by 10 % takes anything of the equity", ""};
  const bool is_fall = rise <= fall;
  std::string text = std::string{"a "} + (is_fall ? "fall" : "rise") +
                     " of the market by 10 % takes " + told_chance(is_fall ? fall : rise) +
                     " of the equity";
  const double other = is_fall ? rise : fall;
  if (other > 0) text += ", a " + std::string{is_fall ? "rise " : "fall "} + told_chance(other);
  return {text, ""};
}

Told complexity(const PracticeFacts& facts) {
  if (!facts.calculations_differ_by)
    return lacking("how far two calculations of the distance agree");
  return {"two calculations of the distance differ by " +
              (*facts.calculations_differ_by == 0 ? std::string{"nothing"}
                                                  : told_percent(*facts.calculations_differ_by)) +
              "; both assume that prices can be had on the way down",
          ""};
}

Told cost(const PracticeFacts& facts) {
  if (!facts.net_carry) return lacking("net carry");
  const Decimal amount = facts.net_carry->amount;
  const std::string size = told_money({abs(amount), facts.net_carry->currency});
  return {amount.is_negative()
              ? "the book costs " + size + " a year to hold, before any change of price"
              : "the book earns " + size + " a year after interest, before any change of price",
          ""};
}

Told skill(const PracticeFacts& facts) {
  if (!facts.call_probability) return lacking("the probability of a call within a year");
  std::string text = "a call within a year is put at " + told_chance(*facts.call_probability);
  if (facts.call_probability_wilder)
    text += "; were volatility twice what is assumed, at " +
            told_chance(*facts.call_probability_wilder);
  return {text, ""};
}

Told size(const PracticeFacts& facts) {
  if (!facts.liquidation_days) return lacking("the days to sell 95 % of the book");
  return {"95 % of the book takes " + told(*facts.liquidation_days) +
              " days to sell, and twice as many at half of the volume",
          ""};
}

Told systems(const PracticeFacts& facts) {
  if (!facts.rates_age_days) return lacking("the age of the margin rates");
  return {"the margin rates were looked up " + std::to_string(*facts.rates_age_days) +
              " days from the account's day",
          ""};
}

Told human_factors(const Policy& policy, const PracticeFacts& facts) {
  if (!facts.buffer_multiple) return lacking("equity over maintenance");
  if (facts.fully_paid)
    return {"what is held is paid for in full: no fall forces a sale, and no ladder is needed", ""};
  const std::string held =
      "equity is " + told_down(*facts.buffer_multiple) + " times maintenance; ";
  const auto next = std::ranges::find_if(
      policy.ladder.rungs, [&](const Rung& rung) { return rung.level <= *facts.buffer_multiple; });
  if (next == policy.ladder.rungs.end()) return {held + "the ladder has no rung below", ""};
  return {held + "the next rung, " + std::string{word_of(next->action)} + ", is below " +
              told(next->level),
          ""};
}

Told compliance(const Policy& policy, const PracticeFacts& facts) {
  if (!facts.largest_weight) return lacking("the largest weight");
  return {"the largest name is " + told_chance(*facts.largest_weight) +
              " of the book; your limit is " + told_percent(policy.size.single_name_most),
          ""};
}

}  // namespace

std::span<const Practice> warnings() { return warning_list; }

std::vector<Warning> told_warnings(const Policy& policy, const PracticeFacts& facts) {
  const std::array<Told, warning_list.size()> told{forced_liquidation(facts),
                                                   interest_rates(facts),
                                                   correlation(facts),
                                                   regulation(facts),
                                                   market_dependency(facts),
                                                   complexity(facts),
                                                   cost(facts),
                                                   skill(facts),
                                                   size(facts),
                                                   systems(facts),
                                                   human_factors(policy, facts),
                                                   compliance(policy, facts)};
  std::vector<Warning> all;
  for (std::size_t i = 0; i < told.size(); ++i)
    all.push_back({&warning_list[i], told[i].text, told[i].missing});
  return all;
}

}  // namespace plimsoll::strategy
