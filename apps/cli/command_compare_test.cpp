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

TEST(CommandCompare, RefusalsAndLevels) {
  EXPECT_EQ(ran({"compare", "-", "--method", "span"}, one_stock).exit, Exit::bad_input);
  EXPECT_EQ(ran({"compare", "-"}, "{}").exit, Exit::bad_input);
  EXPECT_EQ(ran({"compare", "-", "--fail-on", "breach"}, one_stock_but("-1000", "-4000")).exit,
            Exit::level_reached);
}

}  // namespace
}  // namespace plimsoll::cli
