#include "apps/cli/command_margin.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

TEST(CommandMargin, AScreenByDefault) {
  const Ran one = ran({"margin", "-"}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered);
  EXPECT_EQ(one.err, "");
  for (const char* part :
       {"one stock, 2026-11-20, reg_t, in USD\n", "maintenance requirement  1,250.00",
        "equity with loan value     4,000.00", "excess over maintenance  2,750.00",
        "equity / maintenance          3.20x", "\ntotal "})
    EXPECT_TRUE(holds(one.out, part)) << part << "\n" << one.out;
  EXPECT_FALSE(holds(one.out, "explained"));
}

TEST(CommandMargin, ExplainedSummaryAndJson) {
  EXPECT_TRUE(holds(ran({"margin", "-", "--explain"}, one_stock).out,
                    "\nmaintenance, explained\nmaintenance requirement "));
  EXPECT_FALSE(holds(ran({"margin", "-", "--summary"}, one_stock).out, "total"));
  for (const char* option : {"--json", "--explain", "--summary"}) {
    const Ran one = ran({"margin", "-", "--json", option}, one_stock);
    const auto document = json::parse(one.out, "answer");
    ASSERT_TRUE(document) << option;
    EXPECT_EQ(document->find("schema")->text, "plimsoll.margin/1");
    EXPECT_EQ(holds(one.out, "\"explanation\""), option == std::string{"--explain"});
  }
}

TEST(CommandMargin, TheSameBytesEveryTime) {
  const Ran once = ran({"margin", "-", "--json", "--explain"}, one_stock);
  EXPECT_EQ(ran({"margin", "-", "--json", "--explain", "--threads", "8"}, one_stock).out, once.out);
}

TEST(CommandMargin, RefusedIsNoAnswer) {
  const Ran one = ran({"margin", "-"}, one_stock_but("\"50\"", "\"-50\""));
  EXPECT_EQ(one.exit, Exit::bad_input);
  EXPECT_EQ(one.out, "");
  EXPECT_TRUE(one.err.starts_with("plimsoll: "));
  const Ran program = ran({"margin", "-", "--json"}, one_stock_but("\"50\"", "\"-50\""));
  EXPECT_TRUE(holds(program.out, "\"schema\": \"plimsoll.error/1\""));
  EXPECT_FALSE(holds(program.out, "maintenance"));
}

TEST(CommandMargin, APartialAnswerShouts) {
  const std::string broken = one_stock_but("100}", "100}, {\"symbol\": \"ABC\", \"quantity\": 0}");
  EXPECT_TRUE(ran({"margin", "-", "--allow-partial"}, broken).out.starts_with("PARTIAL: "));
  EXPECT_TRUE(
      holds(ran({"margin", "-", "--allow-partial", "--json"}, broken).out, "\"partial\": true"));
}

}  // namespace
}  // namespace plimsoll::cli
