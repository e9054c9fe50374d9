#include "strategy/practices.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "strategy/told_numbers.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double hair = 1e-9;  // what a sum of parts may fall short of a whole

constexpr std::array practice_list{
    Practice{"conservative_start", "Start low",
             "Begin with little leverage and stay within what was planned.", "framework 10.1"},
    Practice{"diversification", "Spread the book",
             "No name alone may decide whether there is a call.", "framework 5.5"},
    Practice{"flexibility", "Keep room to act",
             "Stay where a decision is still yours: above the level that is watched.",
             "framework 9.2"},
    Practice{"transparency", "Know the rate",
             "Every rate has a source and a day, and is looked up again before it is old.",
             "framework 1.2-1.4"},
    Practice{"redundant_safeguards", "Compute twice",
             "Two independent calculations of the distance to a call must agree.", "framework 4"},
    Practice{"liquidity", "Hold what can be sold",
             "Nearly all of the book can be sold within the time a house may leave.",
             "framework 7.4; FINRA Rule 2264"},
    Practice{"buffer", "Hold twice the maintenance",
             "Equity is a multiple of what is required, not a little more than it.",
             "framework 2.2"},
    Practice{"committed_ladder", "Decide the sales beforehand",
             "What is sold at which level is written down before it is reached.", "framework 4.6"},
    Practice{"stress_survival", "Survive a fast fall",
             "A fall too fast to act in does not trigger a call.", "framework 5.1"},
    Practice{"income_coverage", "Let income carry the debt", "Income is well above interest.",
             "framework 3"},
    Practice{"known_odds", "Know the odds", "The probability of a call within a year is small.",
             "framework 4.4"},
    Practice{"patience", "Cut fast, add slowly",
             "After a breach nothing is added for a while, and the policy is read every year.",
             "framework 5.6, 10.2"},
};

/// What was found of one practice.
class Judge {
 public:
  void judge(bool holds, std::string text) {
    (holds ? kept_ : violated_).push_back(std::move(text));
  }
  void missing(std::string fact) { missing_.push_back(std::move(fact) + " is not known"); }

  PracticeFinding finding(const Practice& practice) const {
    if (!violated_.empty()) return {&practice, Outcome::violated, joined(violated_, missing_)};
    if (!missing_.empty()) return {&practice, Outcome::unknown, joined(missing_, kept_)};
    return {&practice, Outcome::kept, joined(kept_, {})};
  }
  bool violated() const { return !violated_.empty(); }

 private:
  static std::string joined(const std::vector<std::string>& first,
                            const std::vector<std::string>& second) {
    std::string text;
    for (const auto* list : {&first, &second})
      for (const std::string& one : *list) text += (text.empty() ? "" : "; ") + one;
    return text;
  }
  std::vector<std::string> kept_, violated_, missing_;
};

/// What a policy says beside what the framework does.
struct Beside {
  std::string_view key;
  double says;
  double framework;
};

std::string both(const Beside& beside, std::string_view bound) {
  return "the policy's " + std::string{beside.key} + " is " + told(beside.says) +
         ", the framework's at " + std::string{bound} + " " + told(beside.framework);
}

// The default policy is what the framework says.

void at_most(Judge& judge, const Beside& beside) {
  if (beside.framework < beside.says) judge.judge(false, both(beside, "most"));
}
void at_least(Judge& judge, const Beside& beside) {
  if (beside.says < beside.framework) judge.judge(false, both(beside, "least"));
}

bool sells(const Rung& rung) {
  return rung.action == RungAction::sell || rung.action == RungAction::sell_with_gains;
}

/// The highest rung that sells.
const Rung* first_sale(const Policy& policy) {
  const auto found = std::ranges::find_if(policy.ladder.rungs, sells);
  return found == policy.ladder.rungs.end() ? nullptr : &*found;
}

void judge_ladder(const Policy& policy, Judge& judge) {
  const Rung* sale = first_sale(policy);
  if (sale == nullptr) {
    judge.judge(false, "the policy's ladder has no rung that sells");
    return;
  }
  judge.judge(policy.levels.critical < sale->level, "the policy's ladder first sells at " +
                                                        told(sale->level) + "; critical is at " +
                                                        told(policy.levels.critical));
}

void judge_limits(const Policy& policy, const Policy& framework, std::string_view id,
                  Judge& judge) {
  const PracticesPolicy& mine = policy.practices;
  const PracticesPolicy& theirs = framework.practices;
  if (id == "conservative_start") {
    at_most(judge, {"practices.start_leverage_most", mine.start_leverage_most,
                    theirs.start_leverage_most});
    at_most(judge, {"deployment.start_leverage", policy.deployment.start_leverage,
                    theirs.start_leverage_most});
  } else if (id == "diversification") {
    at_least(judge, {"practices.effective_names_least", mine.effective_names_least,
                     theirs.effective_names_least});
    at_most(judge, {"size.single_name_most", policy.size.single_name_most,
                    framework.size.single_name_most});
  } else if (id == "flexibility") {
    at_least(judge, {"levels.watch", policy.levels.watch, framework.levels.watch});
  } else if (id == "transparency") {
    at_most(judge, {"schedule.stale_days", static_cast<double>(policy.schedule.stale_days),
                    static_cast<double>(framework.schedule.stale_days)});
  } else if (id == "redundant_safeguards") {
    if (theirs.agreement_most < mine.agreement_most)
      judge.judge(false,
                  "the policy's practices.agreement_most is above the framework's 0.00000001");
  } else if (id == "liquidity") {
    at_most(judge, {"practices.liquidation_days_most", mine.liquidation_days_most,
                    theirs.liquidation_days_most});
  } else if (id == "buffer") {
    at_least(judge, {"buffer.target_multiple", policy.buffer.target_multiple,
                     framework.buffer.target_multiple});
  }
}

void judge_conduct(const Policy& policy, const Policy& framework, std::string_view id,
                   Judge& judge) {
  if (id == "committed_ladder") {
    judge_ladder(policy, judge);
  } else if (id == "stress_survival") {
    at_least(judge,
             {"size.shock_decline", policy.size.shock_decline, framework.size.shock_decline});
    at_least(judge, {"practices.decline_least", policy.practices.decline_least,
                     framework.practices.decline_least});
  } else if (id == "income_coverage") {
    at_least(judge,
             {"rates.coverage_warn", policy.rates.coverage_warn, framework.rates.coverage_warn});
  } else if (id == "known_odds") {
    at_most(judge, {"practices.call_probability_most", policy.practices.call_probability_most,
                    framework.practices.call_probability_most});
    at_most(judge, {"buffer.probability", policy.buffer.probability, framework.buffer.probability});
  } else if (id == "patience") {
    at_least(judge, {"size.add_wait_days", static_cast<double>(policy.size.add_wait_days),
                     static_cast<double>(framework.size.add_wait_days)});
    at_least(judge, {"deployment.breach_wait_days",
                     static_cast<double>(policy.deployment.breach_wait_days),
                     static_cast<double>(framework.deployment.breach_wait_days)});
    at_most(judge, {"reviews.annual", static_cast<double>(policy.reviews.annual),
                    static_cast<double>(framework.reviews.annual)});
  }
}

Judge judged(const Policy& policy, const Practice& practice) {
  static const Policy framework;
  Judge judge;
  judge_limits(policy, framework, practice.id, judge);
  judge_conduct(policy, framework, practice.id, judge);
  return judge;
}

// What the account does

void judge_book(const Policy& policy, const PracticeFacts& facts, std::string_view id,
                Judge& judge) {
  const PracticesPolicy& most = policy.practices;
  if (id == "conservative_start") {
    if (!facts.leverage) return judge.missing("leverage");
    judge.judge(*facts.leverage <= most.start_leverage_most,
                "leverage is " + told(*facts.leverage) + ", the most to start with is " +
                    told(most.start_leverage_most));
  } else if (id == "diversification") {
    if (!facts.effective_names) judge.missing("the number of effective names");
    else
      judge.judge(most.effective_names_least <= *facts.effective_names + hair,
                  "the book counts as " + told_many(*facts.effective_names, "name") +
                      ", the least is " + told(most.effective_names_least));
    if (!facts.largest_weight) return judge.missing("the largest weight");
    judge.judge(*facts.largest_weight <= policy.size.single_name_most,
                "the largest name is " + told_percent(*facts.largest_weight) +
                    " of the book, the most is " + told_percent(policy.size.single_name_most));
  } else if (id == "transparency") {
    if (!facts.rates_age_days) return judge.missing("the age of the margin rates");
    judge.judge(*facts.rates_age_days <= policy.schedule.stale_days,
                "the margin rates were looked up " + std::to_string(*facts.rates_age_days) +
                    " days from the account's day, the most is " +
                    std::to_string(policy.schedule.stale_days));
  } else if (id == "redundant_safeguards") {
    if (!facts.calculations_differ_by)
      return judge.missing("how far two calculations of the distance agree");
    const bool agree = *facts.calculations_differ_by <= most.agreement_most;
    judge.judge(agree, agree ? "two calculations of the distance agree"
                             : "two calculations of the distance differ by " +
                                   told_percent(*facts.calculations_differ_by) + " of the market");
  } else if (id == "liquidity") {
    if (!facts.liquidation_days) return judge.missing("the days to sell 95 % of the book");
    judge.judge(*facts.liquidation_days <= most.liquidation_days_most,
                "95 % of the book sells in " + told(*facts.liquidation_days) +
                    " days, the most is " + told(most.liquidation_days_most));
  }
}

void judge_buffer(const Policy& policy, const PracticeFacts& facts, std::string_view id,
                  Judge& judge) {
  double least = 0;
  if (id == "flexibility") {
    least = policy.levels.watch;
  } else if (id == "buffer") {
    least = policy.buffer.target_multiple;
  } else if (id == "committed_ladder") {
    const Rung* sale = first_sale(policy);
    if (sale == nullptr) return;
    least = sale->level;
  } else {
    return;
  }
  if (!facts.buffer_multiple) return judge.missing("equity over maintenance");
  if (facts.fully_paid) {
    // Its requirement is all of the price: it cannot be covered twice, and need not be.
    const bool kept = 1 <= *facts.buffer_multiple;
    return judge.judge(kept, kept ? "what is held is paid for in full"
                                  : "what is held is not paid for in full: equity is " +
                                        told_many(*facts.buffer_multiple, "time") +
                                        " the requirement");
  }
  judge.judge(least <= *facts.buffer_multiple,
              "equity is " + told_down(*facts.buffer_multiple) + " times maintenance, " +
                  (id == "committed_ladder" ? "the first sale is due below " : "the least is ") +
                  told(least));
}

void judge_odds(const Policy& policy, const PracticeFacts& facts, std::string_view id,
                Judge& judge) {
  const PracticesPolicy& most = policy.practices;
  if (id == "stress_survival") {
    if (!facts.decline_to_call) return judge.missing("the fall that triggers a call");
    const auto fall = facts.decline_to_call->value;
    const auto rise = facts.rise_to_call.value_or(Measure{}).value;
    const std::string besides = rise ? "; a rise of " + told_far(*rise) + " does" : "";
    if (!fall) return judge.judge(true, "no fall of the market triggers a call" + besides);
    if (*fall == 0) return judge.judge(false, "the account is called already");
    judge.judge(most.decline_least <= *fall, "a " + told_far(*fall) +
                                                 " fall triggers a call, the least is " +
                                                 told_percent(most.decline_least) + besides);
  } else if (id == "income_coverage") {
    if (!facts.coverage) return judge.missing("income over interest");
    const auto coverage = facts.coverage->value;
    if (!coverage) return judge.judge(true, "there is no debt to cover");
    judge.judge(policy.rates.coverage_warn <= *coverage, "income is " + told_down(*coverage) +
                                                             " times interest, the least is " +
                                                             told(policy.rates.coverage_warn));
  } else if (id == "known_odds") {
    if (!facts.call_probability) return judge.missing("the probability of a call within a year");
    judge.judge(*facts.call_probability <= most.call_probability_most,
                "a call within a year has " + told_chance(*facts.call_probability) +
                    ", the most is " + told_percent(most.call_probability_most));
  } else if (id == "patience") {
    judge.judge(true, "the policy waits " + std::to_string(policy.size.add_wait_days) +
                          " days after a breach before it adds");
  }
}

}  // namespace

std::span<const Practice> best_practices() { return practice_list; }

std::string_view word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kept:
      return "kept";
    case Outcome::violated:
      return "violated";
    case Outcome::unknown:
      return "unknown";
  }
  std::unreachable();
}

std::vector<PracticeFinding> violated_practices(const Policy& policy) {
  std::vector<PracticeFinding> found;
  for (const Practice& practice : practice_list)
    if (const Judge judge = judged(policy, practice); judge.violated())
      found.push_back(judge.finding(practice));
  return found;
}

std::vector<PracticeFinding> practice_findings(const Policy& policy, const PracticeFacts& facts) {
  std::vector<PracticeFinding> found;
  for (const Practice& practice : practice_list) {
    Judge judge = judged(policy, practice);
    judge_book(policy, facts, practice.id, judge);
    judge_buffer(policy, facts, practice.id, judge);
    judge_odds(policy, facts, practice.id, judge);
    found.push_back(judge.finding(practice));
  }
  return found;
}

}  // namespace plimsoll::strategy
