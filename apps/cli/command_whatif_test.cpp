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

const std::string lending = "examples/lending/account.json";

Ran stepping(std::vector<std::string> steps) {
  steps.insert(steps.begin(), {"whatif", lending, "--pool", "examples/lending/pool.json"});
  return ran(steps);
}

TEST(CommandWhatIf, StepsInALendingPool) {
  const Ran one = stepping({"BORROW 1000 USDC", "withdraw 5 SOL", "REPAY ALL USDC"});
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(holds(one.out,
                    "  borrow 1000 USDC\n"
                    "      owes 10,000.5 USDC, 1,000.5 more\n"
                    "      origination fee: 0.5 USDC\n"
                    "  withdraw 5 SOL\n"
                    "      holds 115 SOL, 5 less\n"
                    "  repay all USDC\n"
                    "      owes no USDC, 10,000.5 less\n"))
      << one.out;
  EXPECT_FALSE(holds(one.out, "cash")) << one.out;
}

TEST(CommandWhatIf, StepsInJsonHaveTheirOwnMember) {
  const Ran one = stepping({"ACCRUE 30 DAYS", "--json"});
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document) << one.out << one.err;
  const Node& step = document->find("whatif")->find("steps")->items[0];
  EXPECT_EQ(step.find("step")->text, "accrue 30 days");
  EXPECT_EQ(step.find("moved")->items.size(), 4u);
  EXPECT_EQ(step.find("facts")->items.back().find("name")->text, "borrowing_rate");
  EXPECT_EQ(step.find("facts")->items.back().find("bank")->text, "USDC");
}

TEST(CommandWhatIf, StepsAreRefusedWithWhatToWrite) {
  EXPECT_TRUE(
      holds(stepping({}).err, "it needs a step behind the account, like \"BORROW 10 SOL\""));
  EXPECT_TRUE(holds(stepping({"BORRW 1 SOL"}).err, "is BORROW meant?"));
  EXPECT_TRUE(holds(stepping({"BUY 1 SOL"}).err, "trades nothing; write a step"));
  EXPECT_TRUE(holds(stepping({"BANKRUPT USDC"}).err, "AccountNotBankrupt"));
  EXPECT_TRUE(holds(stepping({"REPAY 1 USDC FOR SOL"}).err, "\"LIQUIDATE 2 SOL FOR USDC\""));
  EXPECT_TRUE(holds(stepping({"BORROW 1 SOL", "BUY 1 SOL"}).err, "one kind at a time"));
  EXPECT_TRUE(holds(ran({"whatif", lending, "BORROW 1 SOL"}).err, "--pool"));
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
