#include "report/limits_section.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(LimitsSection, BreachesFirstThenWhatIsNotKnown) {
  const DocumentSources sources = one_share();
  const std::string page =
      limits_section(sources.analysis.results[0], sources.policy, markdown_paper());
  expect_well_formed(page);
  const auto breached = page.rfind("**breached**"), unknown = page.rfind("| not known |"),
             within = page.find("| within |");
  ASSERT_NE(breached, std::string::npos);
  ASSERT_NE(unknown, std::string::npos);
  ASSERT_NE(within, std::string::npos);
  EXPECT_LT(breached, unknown);
  EXPECT_LT(unknown, within);
  EXPECT_EQ(in_blanks("shock_survival"), "shock survival");
}

}  // namespace
}  // namespace plimsoll::report
