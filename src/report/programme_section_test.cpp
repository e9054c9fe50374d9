#include "report/programme_section.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(ProgrammeSection, AGateThatIsNotKnownIsNotMet) {
  DocumentSources sources = one_share();
  sources.policy.deployment.target_leverage = 3;
  const std::string page = deployment_section(sources.analysis.results[0], sources.policy,
                                              sources.vix, markdown_paper());
  expect_well_formed(page);
  expect_holds(page, {"next: hold; stay at 2", "the account stands here",
                      "| fall from the peak | not met: unknown | fall from the peak is not known |",
                      "| VIX | met | VIX is 16, the most is 30 |"});
}

TEST(ProgrammeSection, MoreLeverageThanThePlanHasIsSaid) {
  const DocumentSources sources = one_share();
  expect_holds(deployment_section(sources.analysis.results[0], sources.policy, sources.vix,
                                  markdown_paper()),
               {"next: at target",
                "the account's leverage of 2 is above what the plan allows from now on, 1.5"});
}

TEST(ProgrammeSection, WithoutEquityItIsNotAnswered) {
  expect_holds(deployment_section({.method = "flat"}, {}, {}, markdown_paper()),
               {"not answered: leverage is not known"});
}

TEST(ProgrammeSection, FiguresHaveFormulaAndInputs) {
  const DocumentSources sources = one_share();
  const std::string page = figures_section(sources.analysis.results[0].kpis, markdown_paper());
  expect_well_formed(page);
  for (const strategy::Kpi& kpi : sources.analysis.results[0].kpis)
    EXPECT_TRUE(page.contains("| " + std::string{kpi.name} + " | ")) << kpi.name;
  expect_holds(page, {"| buffer_multiple | 1.66667 | multiple | equity / maintenance | equity "
                      "100,000.00, maintenance 60,000.00 |",
                      "| net_carry | not known: "});
}

TEST(ProgrammeSection, EveryPractice) {
  const DocumentSources sources = one_share();
  const std::string page =
      practices_section(sources.analysis.results[0].practices, markdown_paper());
  expect_well_formed(page);
  for (const strategy::Practice& one : strategy::best_practices())
    EXPECT_TRUE(page.contains(one.title)) << one.title;
  expect_holds(page, {"| unknown |"});
}

}  // namespace
}  // namespace plimsoll::report
