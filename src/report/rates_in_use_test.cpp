#include "report/rates_in_use.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"
#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(RatesInUse, WithoutAScheduleItSaysWhatToWrite) {
  expect_holds(rates_in_use(one_share(), markdown_paper()), {"the account names no rate schedule"});
}

TEST(RatesInUse, ASchedulesTiersSourceAndDoubts) {
  DocumentSources sources = one_share();
  sources.schedule = plimsoll::testing::schwab_rates();
  sources.schedule->about.retrieved = Date{2020y / January / 2};
  sources.schedule->about.effective_from = Date{2020y / January / 1};
  sources.financing.rate = 0.05_d;
  const std::string page = rates_in_use(sources, markdown_paper());
  expect_well_formed(page);
  expect_holds(page, {"retrieved 2020-01-02", "| all beyond |", "stale: ", "off_schedule",
                      "agreed with the broker: 5%", "flat tiers"});
}

}  // namespace
}  // namespace plimsoll::report
