#include "apps/cli/analysis_request.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

class AnalysisRequests : public testing::Test {
 protected:
  std::expected<engine::AnalysisRequest, std::vector<Error>> made(Settings settings) {
    Asked asking{.request = {}, .terms = {}, .financing = {}, .lists = {}, .cash_advice = {}};
    asking.request.account.id = "mine";
    asking.financing.benchmark_rate = 0.04_d;
    asking.financing.rate = 0.05_d;
    return analysis_request(settings, session_, asking);
  }

  std::istringstream in_;
  std::ostringstream out_, err_;
  Session session_{.in = in_, .out = out_, .err = err_};
};

TEST_F(AnalysisRequests, HoldWhatIsKnown) {
  Settings settings;
  settings.threads = 3;
  const auto request = made(settings);
  ASSERT_TRUE(request);
  EXPECT_EQ(request->margin.account.id, "mine");
  EXPECT_EQ(request->financing.benchmark_rate, 0.04_d);
  EXPECT_EQ(request->threads, 3);
  EXPECT_FALSE(request->schedules.names().empty());
  EXPECT_FALSE(request->paths.empty());
  EXPECT_TRUE(request->members.has(strategy::Member::buffer));
}

TEST_F(AnalysisRequests, TakeTheFinancingOfTheCommandLineFirst) {
  Settings settings;
  settings.financing = "ibkr-pro-usd";
  const auto named = made(settings);
  EXPECT_EQ(named->financing.schedule, "ibkr-pro-usd");
  EXPECT_EQ(named->financing.benchmark_rate, 0.04_d);  // the market's, whoever the broker is
  EXPECT_EQ(named->financing.rate, std::nullopt);      // agreed under the document's own
  settings.benchmark_rate = 0.0363_d;
  EXPECT_EQ(made(settings)->financing.benchmark_rate, 0.0363_d);
  settings.financing.reset();
  EXPECT_EQ(made(settings)->financing.rate, 0.05_d);
}

TEST_F(AnalysisRequests, TakeAScheduleByItsPath) {
  const std::string path = testing::TempDir() + "mine.toml";
  std::ofstream{path} << R"(schema = "plimsoll.rates/1"
name = "ibkr-pro-usd"
title = "Mine"
source = "the letter"
retrieved = 2026-11-20
effective_from = 2026-06-01
grade = "secondary"
currency = "USD"
benchmark = "fed_funds"
method = "flat"
basis = 365
posting = "monthly"
tiers = [["", "0.01"]]
)";
  Settings settings;
  settings.financing = path;
  const auto request = made(settings);
  ASSERT_TRUE(request) << request.error()[0].what;
  EXPECT_EQ(request->financing.schedule, "ibkr-pro-usd");
  const auto found = request->schedules.find("ibkr-pro-usd", Date{2026y / November / 20});
  EXPECT_EQ(found->about.title, "Mine") << "before the one that is compiled in";
  settings.financing = "no/such/rates.toml";
  const auto refused = made(settings);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error()[0].where.contains("rates.toml")) << refused.error()[0].where;
}

TEST_F(AnalysisRequests, AreRefusedWithAPolicyOrAFolderThatIsNotThere) {
  Settings settings;
  settings.policy = "no/such/policy.toml";
  EXPECT_FALSE(made(settings));
  settings.policy.reset();
  settings.profiles = "no/such/folder";
  EXPECT_FALSE(made(settings));
}

}  // namespace
}  // namespace plimsoll::cli
