#include "strategy/practices.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace plimsoll::strategy {
namespace {

const PracticeFacts sound{.leverage = 1.1,
                          .effective_names = 14,
                          .liquidation_days = 0.4,
                          .decline_to_call = Measure{0.52},
                          .coverage = Measure{2.5},
                          .call_probability = 0.0004,
                          .largest_weight = 0.09,
                          .buffer_multiple = 2.4,
                          .net_carry = 2020_usd,
                          .rates_age_days = 12,
                          .calculations_differ_by = 1e-10};

const PracticeFinding& finding_of(const std::vector<PracticeFinding>& all, std::string_view id) {
  for (const PracticeFinding& one : all)
    if (one.practice->id == id) return one;
  throw std::runtime_error{"no such practice"};
}

TEST(Practices, TwelveEachWhole) {
  std::set<std::string_view> ids;
  EXPECT_EQ(best_practices().size(), 12U);
  for (const Practice& one : best_practices()) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    for (const std::string_view word : {one.title, one.text, one.source}) EXPECT_NE(word, "");
  }
}

TEST(Practices, TheDefaultPolicyViolatesNone) { EXPECT_TRUE(violated_practices({}).empty()); }

TEST(Practices, APolicyIsToldItsOwnNumber) {
  struct Line {
    std::string id, text;
    std::function<void(Policy&)> change;
  };
  const Line lines[] = {
      {"conservative_start",
       "the policy's deployment.start_leverage is 1.4, the framework's at most 1.15",
       [](Policy& p) { p.deployment.start_leverage = 1.4; }},
      {"diversification",
       "the policy's practices.effective_names_least is 5, the framework's at least 10",
       [](Policy& p) { p.practices.effective_names_least = 5; }},
      {"flexibility", "the policy's levels.watch is 1.6, the framework's at least 1.75",
       [](Policy& p) { p.levels.watch = 1.6; }},
      {"transparency", "the policy's schedule.stale_days is 90, the framework's at most 45",
       [](Policy& p) { p.schedule.stale_days = 90; }},
      {"redundant_safeguards",
       "the policy's practices.agreement_most is above the framework's 0.00000001",
       [](Policy& p) { p.practices.agreement_most = 1e-6; }},
      {"liquidity", "the policy's practices.liquidation_days_most is 3, the framework's at most 1",
       [](Policy& p) { p.practices.liquidation_days_most = 3; }},
      {"buffer", "the policy's buffer.target_multiple is 1.8, the framework's at least 2",
       [](Policy& p) { p.buffer.target_multiple = 1.8; }},
      {"committed_ladder", "the policy's ladder has no rung that sells",
       [](Policy& p) { p.ladder.rungs.clear(); }},
      {"committed_ladder", "the policy's ladder first sells at 1.2; critical is at 1.25",
       [](Policy& p) { p.ladder.rungs = {{1.2, RungAction::sell, 1.5}}; }},
      {"stress_survival", "the policy's size.shock_decline is 0.2, the framework's at least 0.34",
       [](Policy& p) { p.size.shock_decline = 0.2; }},
      {"income_coverage", "the policy's rates.coverage_warn is 1.2, the framework's at least 1.5",
       [](Policy& p) { p.rates.coverage_warn = 1.2; }},
      {"known_odds", "the policy's buffer.probability is 0.05, the framework's at most 0.01",
       [](Policy& p) { p.buffer.probability = 0.05; }},
      {"patience", "the policy's size.add_wait_days is 0, the framework's at least 30",
       [](Policy& p) { p.size.add_wait_days = 0; }},
  };
  for (const Line& line : lines) {
    Policy policy;
    line.change(policy);
    const auto found = violated_practices(policy);
    ASSERT_EQ(found.size(), 1U) << line.id;
    EXPECT_EQ(found[0].practice->id, line.id);
    EXPECT_EQ(found[0].outcome, Outcome::violated);
    EXPECT_EQ(found[0].text, line.text);
  }
}

TEST(Practices, ASoundAccountKeepsThemAll) {
  const auto found = practice_findings({}, sound);
  ASSERT_EQ(found.size(), 12U);
  for (const PracticeFinding& one : found)
    EXPECT_EQ(one.outcome, Outcome::kept) << one.practice->id << ": " << one.text;
  EXPECT_EQ(finding_of(found, "stress_survival").text,
            "a 52 % fall triggers a call, the least is 33.9 %");
}

TEST(Practices, WhatIsMissingIsNamedAndNeverPasses) {
  const auto found = practice_findings({}, {});
  for (const PracticeFinding& one : found) {
    const bool by_policy = one.practice->id == "patience";
    EXPECT_EQ(one.outcome, by_policy ? Outcome::kept : Outcome::unknown) << one.practice->id;
    EXPECT_TRUE(by_policy || one.text.contains("is not known")) << one.text;
  }
}

TEST(Practices, AnAccountIsToldItsNumber) {
  struct Line {
    std::string id, text;
    std::function<void(PracticeFacts&)> change;
  };
  const Line lines[] = {
      {"conservative_start", "leverage is 1.18, the most to start with is 1.15",
       [](PracticeFacts& f) { f.leverage = 1.18; }},
      {"diversification", "the book counts as 4.2 names, the least is 10",
       [](PracticeFacts& f) { f.effective_names = 4.2; }},
      {"diversification", "the largest name is 41 % of the book, the most is 10 %",
       [](PracticeFacts& f) { f.largest_weight = 0.41; }},
      {"transparency",
       "the margin rates were looked up 46 days from the account's day, the most is 45",
       [](PracticeFacts& f) { f.rates_age_days = 46; }},
      {"redundant_safeguards", "two calculations of the distance differ by 1 % of the market",
       [](PracticeFacts& f) { f.calculations_differ_by = 0.01; }},
      {"liquidity", "95 % of the book sells in 1.5 days, the most is 1",
       [](PracticeFacts& f) { f.liquidation_days = 1.5; }},
      {"buffer", "equity is 1.99 times maintenance, the least is 2",
       [](PracticeFacts& f) { f.buffer_multiple = 1.99; }},
      {"stress_survival", "a 31 % fall triggers a call, the least is 33.9 %",
       [](PracticeFacts& f) { f.decline_to_call = Measure{0.31}; }},
      {"income_coverage", "income is 1.45 times interest, the least is 1.5",
       [](PracticeFacts& f) { f.coverage = Measure{1.458}; }},
      {"known_odds", "a call within a year has 28.2 %, the most is 1 %",
       [](PracticeFacts& f) { f.call_probability = 0.282; }},
  };
  for (const Line& line : lines) {
    PracticeFacts facts = sound;
    line.change(facts);
    const auto found = practice_findings({}, facts);
    EXPECT_EQ(finding_of(found, line.id).outcome, Outcome::violated) << line.id;
    EXPECT_EQ(finding_of(found, line.id).text, line.text);
    for (const PracticeFinding& one : found)
      EXPECT_TRUE(one.practice->id == line.id || one.outcome == Outcome::kept)
          << one.practice->id << ": " << one.text;
  }
}

TEST(Practices, AThinBufferBreaksThreeOfThem) {
  PracticeFacts facts = sound;
  facts.buffer_multiple = 1.4;
  const auto found = practice_findings({}, facts);
  for (const char* id : {"flexibility", "buffer", "committed_ladder"})
    EXPECT_EQ(finding_of(found, id).outcome, Outcome::violated) << id;
  EXPECT_EQ(finding_of(found, "committed_ladder").text,
            "equity is 1.4 times maintenance, the first sale is due below 1.5");
}

TEST(Practices, WhatDoesNotApplyIsKept) {
  PracticeFacts facts = sound;
  facts.coverage = Measure{};
  facts.decline_to_call = Measure{};
  const auto found = practice_findings({}, facts);
  EXPECT_EQ(finding_of(found, "income_coverage").text, "there is no debt to cover");
  EXPECT_EQ(finding_of(found, "stress_survival").text, "no fall of the market triggers a call");
  EXPECT_EQ(finding_of(found, "stress_survival").outcome, Outcome::kept);
}

TEST(Practices, AMissingFactDoesNotHideAViolation) {
  PracticeFacts facts = sound;
  facts.effective_names = {};
  facts.largest_weight = 0.5;
  const auto found = practice_findings({}, facts);
  EXPECT_EQ(finding_of(found, "diversification").outcome, Outcome::violated);
  EXPECT_EQ(finding_of(found, "diversification").text,
            "the largest name is 50 % of the book, the most is 10 %; the number of effective names "
            "is not known");
  EXPECT_EQ(word_of(Outcome::unknown), "unknown");
}

TEST(Practices, WhatIsPaidForInFullIsHeldToOneTime) {
  PracticeFacts facts = sound;
  facts.buffer_multiple = 1.05;
  facts.fully_paid = true;
  for (const PracticeFinding& one : practice_findings({}, facts))
    EXPECT_EQ(one.outcome, Outcome::kept) << one.practice->id << ": " << one.text;
  facts.buffer_multiple = 0.99;
  for (const PracticeFinding& one : practice_findings({}, facts))
    if (std::string_view{one.practice->id} == "buffer") {
      EXPECT_EQ(one.outcome, Outcome::violated) << one.text;
    }
}

}  // namespace
}  // namespace plimsoll::strategy
