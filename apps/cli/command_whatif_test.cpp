#include "apps/cli/command_whatif.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

TEST(CommandWhatIf, BeforeAndAfterWithWhatIsBorrowed) {
  const Ran one =
      ran({"whatif", "-", "BUY 60 XYZ", "SELL 1 XYZ 2027-01-15 55 C @ 1.50"}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(holds(one.out, "buy 60 XYZ at 50.00, cash -3,000.00\n")) << one.out;
  EXPECT_TRUE(holds(one.out, "the trades borrow 2,850.00\n")) << one.out;
  EXPECT_TRUE(holds(one.out, "excess over maintenance      2,750.00   2,150.00")) << one.out;
}

TEST(CommandWhatIf, JsonIsTheContractsMember) {
  const Ran one = ran({"whatif", "-", "SELL 100 XYZ", "--json"}, one_stock);
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document) << one.out;
  EXPECT_EQ(document->find("schema")->text, "plimsoll.analysis/1");
  const Node& answer = *document->find("whatif");
  EXPECT_EQ(answer.find("borrowed")->text, "-1000.00");
  EXPECT_EQ(answer.find("results")->items[0].find("after")->find("maintenance")->text, "0.00");
}

TEST(CommandWhatIf, StopsAScriptWhereTheTradeWouldReachTheLevel) {
  EXPECT_EQ(ran({"whatif", "-", "BUY 10 XYZ", "--fail-on", "breach"}, one_stock).exit,
            Exit::answered);
  const Ran breach = ran({"whatif", "-", "BUY 300 XYZ", "--fail-on", "breach"}, one_stock);
  EXPECT_EQ(breach.exit, Exit::level_reached);
  EXPECT_TRUE(holds(breach.err, "the account is at breach"));
  EXPECT_TRUE(holds(breach.out, "maintenance call of 1,000.00 USD")) << breach.out;
}

TEST(CommandWhatIf, Refusals) {
  const auto refused = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"whatif", "-"});
    const Ran one = ran(words, one_stock);
    EXPECT_EQ(one.exit, Exit::bad_input);
    return one.err;
  };
  EXPECT_TRUE(holds(refused({}), "it needs a trade behind the account"));
  EXPECT_TRUE(holds(refused({"BUY XYZ"}), "\"BUY XYZ\": it is not a trade"));
  EXPECT_TRUE(holds(refused({"BUY 1 ABC"}), "no price of ABC to trade at"));
  EXPECT_TRUE(holds(refused({"BUY XYZ", "SELL"}), "\"SELL\": it is not a trade"));
}

}  // namespace
}  // namespace plimsoll::cli
