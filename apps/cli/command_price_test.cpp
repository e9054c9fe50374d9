#include "apps/cli/command_price.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

const std::string heading =
    "strike,spot,years,rate,dividend_yield,volatility,price,is_put,american\n";
const std::string good = "65,60,0.25,0.08,0,0.3,,0,0\n";
const std::string expired = "65,60,0,0.08,0,0.3,,0,0\n";
const std::string no_number = "65,x,1,0.08,0,0.3,,0,0\n";
const std::string from_a_price = "65,60,0.25,0.08,0,,2.1333684449,false,FALSE\n";

TEST(CommandPrice, TheSameRowsInTheSameOrder) {
  const Ran one = ran({"price", "-"}, heading + from_a_price + good);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_EQ(one.err, "");
  const std::string worth = "2.133368,0.372483,0.04204276,11.351544,-8.428174,5.0539,-5.587242,0.3";
  EXPECT_EQ(one.out,
            "strike,spot,years,rate,dividend_yield,volatility,price,is_put,american,"
            "value,delta,gamma,vega,theta,rho,phi,implied_volatility\n"
            "65,60,0.25,0.08,0,,2.1333684449,false,FALSE," +
                worth + "\n65,60,0.25,0.08,0,0.3,,0,0," + worth + "\n");
}

TEST(CommandPrice, ARefusedRowKeepsTheAnswerBack) {
  const Ran whole = ran({"price", "-"}, heading + good + expired + no_number);
  EXPECT_EQ(whole.exit, Exit::bad_input);
  EXPECT_EQ(whole.out, "");
  EXPECT_TRUE(holds(whole.err, "plimsoll: standard input:3: expired")) << whole.err;
  EXPECT_TRUE(holds(whole.err, "plimsoll: standard input:4: spot \"x\" is not a number; write"));
}

TEST(CommandPrice, APartialAnswerLeavesTheRestOfTheRowBlank) {
  const std::string rows = heading + expired + good + no_number;
  const Ran partial = ran({"price", "-", "--allow-partial", "--threads", "2"}, rows);
  EXPECT_EQ(partial.exit, Exit::answered);
  EXPECT_TRUE(holds(partial.out, "\n65,60,0,0.08,0,0.3,,0,0,,,,,,,,\n65,60,0.25,")) << partial.out;
  EXPECT_TRUE(partial.out.ends_with("\n65,x,1,0.08,0,0.3,,0,0,,,,,,,,\n")) << partial.out;
  EXPECT_TRUE(holds(partial.err, "standard input:2: expired"));
  EXPECT_TRUE(holds(partial.err, "standard input:4: spot"));
}

TEST(CommandPrice, APartialAnswerAboutNothingIsNone) {
  const Ran none = ran({"price", "-", "--allow-partial"}, heading + expired + no_number);
  EXPECT_EQ(none.exit, Exit::bad_input);
  EXPECT_EQ(none.out, "");
}

TEST(CommandPrice, Json) {
  const Ran one = ran({"price", "-", "--json", "--allow-partial"}, heading + no_number + good);
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document) << one.out;
  EXPECT_EQ(document->find("schema")->text, "plimsoll.prices/1");
  EXPECT_EQ(document->find("partial")->text, "true");
  const auto& options = document->find("options")->items;
  ASSERT_EQ(options.size(), 2u);
  EXPECT_EQ(options[0].find("line")->text, "2");
  EXPECT_EQ(options[0].find("value"), nullptr);
  EXPECT_EQ(options[1].find("value")->text, "2.133368");
  EXPECT_EQ(document->find("refused")->items[0].find("where")->text, "standard input:2");
  const Ran refused = ran({"price", "-", "--json"}, heading + no_number);
  EXPECT_EQ(refused.exit, Exit::bad_input);
  EXPECT_TRUE(holds(refused.out, "\"schema\": \"plimsoll.error/1\"")) << refused.out;
}

TEST(CommandPrice, Refusals) {
  EXPECT_TRUE(holds(ran({"price"}).err, "FILE"));
  EXPECT_TRUE(holds(ran({"price", "no_such_file.csv"}).err, "there is no such file"));
  EXPECT_TRUE(holds(ran({"price", "-"}).err, "standard input: the file is empty"));
  EXPECT_TRUE(holds(ran({"price", "-"}, "spot\n1\n").err, "the column \"strike\" is missing"));
}

TEST(CommandPrice, TheExampleIsRead) {
  const std::string example = PLIMSOLL_SOURCE_DIR "/examples/prices/options.csv";
  const Ran one = ran({"price", example, "--allow-partial"});
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(holds(one.out, "\n100,95,0.25,0.045,0.015,0.3,,1,0,,3.3")) << one.out;
  EXPECT_FALSE(holds(one.err, "options.csv:2")) << one.err;
}

}  // namespace
}  // namespace plimsoll::cli
