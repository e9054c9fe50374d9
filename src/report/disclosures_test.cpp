#include "report/disclosures.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(Disclosures, SixPointsAndTheirRule) {
  const std::string page = margin_disclosure(markdown_paper());
  expect_holds(page, {"More can be lost", "without a call", "the broker's choice",
                      "without written notice", "no right to more time", "FINRA Rule 2264"});
  EXPECT_EQ(std::ranges::count(page, '\n'), 11);
}

TEST(Disclosures, CreditFromOthers) {
  const std::string page = credit_regulations(markdown_paper());
  expect_well_formed(page);
  expect_holds(page, {"12 CFR 221.3(c)", "FR U-1", "FR G-1", "12 CFR 224", "100,000 USD"});
}

}  // namespace
}  // namespace plimsoll::report
