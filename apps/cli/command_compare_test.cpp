#include "apps/cli/command_compare.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

TEST(CommandCompare, ATableWithTheOneThatBinds) {
  const Ran one = ran({"compare", "-"}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered);
  EXPECT_TRUE(holds(one.out, "reg_t   2,500.00     1,250.00  4,000.00  2,750.00")) << one.out;
  EXPECT_TRUE(holds(one.out, "<- binds\n"));
}

TEST(CommandCompare, AKindWithoutItsMethodIsStillCompared) {
  EXPECT_EQ(ran({"compare", "-"}, one_stock_but("\"margin\"", "\"portfolio_margin\"")).exit,
            Exit::answered);
}

TEST(CommandCompare, Json) {
  const Ran one = ran({"compare", "-", "--json"}, one_stock);
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->find("schema")->text, "plimsoll.analysis/1");
  EXPECT_NE(document->find("compare"), nullptr);
}

TEST(CommandCompare, Markdown) {
  const Ran one = ran({"compare", "-", "--markdown"}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(one.out.starts_with("# one stock, 2026-11-20, in USD\n\n| method | initial |"))
      << one.out;
  EXPECT_TRUE(holds(one.out, "\n| at each broker | requirement |"));
  EXPECT_EQ(ran({"compare", "-", "--markdown", "--json"}, one_stock).exit, Exit::bad_input);
}

TEST(CommandCompare, EveryBrokerOrThoseNamed) {
  const Ran all = ran({"compare", "-"}, one_stock);
  for (const char* broker : {"Fidelity*", "Interactive Brokers Pro", "Charles Schwab", "tastytrade",
                             "Firstrade", "M1 Finance*"})
    EXPECT_TRUE(holds(all.out, broker)) << broker << "\n" << all.out;
  EXPECT_TRUE(holds(all.out, "benchmark_rate")) << "what is missing is said";
  const Ran named = ran({"compare", "-", "--house", "fidelity"}, one_stock);
  EXPECT_TRUE(holds(named.out, "reg_t with fidelity"));
  EXPECT_FALSE(holds(named.out, "M1 Finance")) << named.out;
  EXPECT_FALSE(holds(named.out, "Firstrade"));
}

TEST(CommandCompare, ABenchmarkMakesTheCostKnown) {
  const Ran one = ran({"compare", "-", "--house", "ibkr", "--json"},
                      one_stock_but("\"cash\"",
                                    "\"financing\": {\"benchmark_rate\": \"0.0363\"}, "
                                    "\"cash\""));
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document) << one.out;
  const Node& brokers = *document->find("compare")->find("brokers");
  ASSERT_EQ(brokers.items.size(), 1u);
  // 1,000 at 5.13 %, 365 days of a year of 360.
  EXPECT_EQ(brokers.items[0].find("yearly_cost")->text, "52.0125");
  EXPECT_EQ(brokers.items[0].find("effective_rate")->text, "0.0513");
}

TEST(CommandCompare, FinancingMayBeSaidOnTheCommandLine) {
  const Ran one =
      ran({"compare", "-", "--financing", "ibkr-pro-usd", "--benchmark-rate", "0.0363"}, one_stock);
  EXPECT_TRUE(holds(one.out, " 52.02    5.13%  ")) << one.out;
  EXPECT_TRUE(holds(one.out, "yours\n")) << one.out;
}

TEST(CommandCompare, RefusalsAndLevels) {
  EXPECT_EQ(ran({"compare", "-", "--method", "span"}, one_stock).exit, Exit::bad_input);
  EXPECT_EQ(ran({"compare", "-", "--policy", "no/such.toml"}, one_stock).exit, Exit::bad_input);
  EXPECT_EQ(ran({"compare", "-", "--house", "none"}, one_stock).exit, Exit::bad_input);
  EXPECT_EQ(ran({"compare", "-"}, "{}").exit, Exit::bad_input);
  EXPECT_EQ(ran({"compare", "-", "--fail-on", "breach"}, one_stock_but("-1000", "-4000")).exit,
            Exit::level_reached);
}

}  // namespace
}  // namespace plimsoll::cli
