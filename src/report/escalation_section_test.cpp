#include "report/escalation_section.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(EscalationSection, LevelsWithWhatTheLadderDoes) {
  const std::string page = escalation_section({}, markdown_paper());
  expect_well_formed(page);
  expect_holds(page, {"| calm |  |  |  |  |  | below 2: stop adding |",
                      "| warn | 1.5 | 1.65 | 90 % | 1.5 | 24 hours | below 1.5: sell until 2 |",
                      "below 1.25: sell with gains until 1.75; below 1.1: flatten",
                      "owner: not stated in the policy"});
}

TEST(EscalationSection, EveryRiskHasItsNumberAndWhatIsDone) {
  const DocumentSources sources = one_share();
  const std::string page = risk_register(sources.analysis.results[0], sources.policy,
                                         Date{2026y / November / 20}, markdown_paper());
  expect_well_formed(page);
  for (const strategy::Practice& one : strategy::warnings())
    EXPECT_TRUE(page.contains("| " + std::string{one.title} + " | ")) << one.title;
  expect_holds(page, {"| 2026-11-27 |", "owner: not stated in the policy; due: not stated",
                      "Cost: not known: net carry"});
}

TEST(EscalationSection, WithoutWarningsItIsNotAnswered) {
  expect_holds(risk_register({.method = "flat"}, {}, Date{2026y / November / 20}, markdown_paper()),
               {"not answered"});
}

}  // namespace
}  // namespace plimsoll::report
