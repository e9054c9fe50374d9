#include "apps/cli/command_ledger.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"

namespace plimsoll::cli {
namespace {

const std::string week = PLIMSOLL_SOURCE_DIR "/tests/fixtures/activity/week.json";

// 100 at 50 on 1,000 borrowed; 40 more; 60 a day later.
TEST(CommandLedger, ADayALine) {
  const Ran one = ran({"ledger", "-", "--activity", week, "--explain"}, one_stock);
  EXPECT_EQ(one.exit, Exit::answered) << one.err;
  EXPECT_TRUE(holds(one.out, "one stock, from 2026-11-20, reg_t, in USD\n")) << one.out;
  EXPECT_TRUE(holds(one.out, "2026-11-23  4,000.00  3,500.00     1,750.00")) << one.out;
  EXPECT_TRUE(holds(one.out, "2026-11-24  5,400.00  4,200.00     2,100.00")) << one.out;
  EXPECT_TRUE(holds(one.out, "2026-11-25  4,900.00")) << one.out;
}

TEST(CommandLedger, JsonIsTheContractsDocument) {
  const Ran one =
      ran({"ledger", "-", "--activity", week, "--json", "--until", "2026-11-27"}, one_stock);
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document) << one.out;
  EXPECT_EQ(document->find("schema")->text, "plimsoll.ledger/1");
  // Thanksgiving is no day.
  EXPECT_EQ(document->find("days")->items.size(), 4u);
  EXPECT_EQ(document->find("days")->items[1].find("sma")->text, "1200.00");
}

TEST(CommandLedger, TheRulebookIsWalkedOrOneDays) {
  EXPECT_EQ(ran({"ledger", "-", "--activity", week, "--rules", "historical"}, one_stock).exit,
            Exit::answered);
  EXPECT_EQ(ran({"ledger", "-", "--activity", week, "--rules", "1970-01-01"}, one_stock).exit,
            Exit::bad_input);
}

TEST(CommandLedger, AHouseStandsBesideTheRule) {
  const Ran one =
      ran({"ledger", "-", "--activity", week, "--house", "fidelity", "--json"}, one_stock);
  const auto document = json::parse(one.out, "answer");
  ASSERT_TRUE(document) << one.err;
  const Node& day = document->find("days")->items[0];
  EXPECT_EQ(day.find("maintenance")->text, "1750.00");
  // 30 % and 30 % more for all of the account in one name.
  EXPECT_EQ(day.find("house")->text, "4200.00");
  EXPECT_EQ(day.find("calls")->items[0].find("kind")->text, "house");
  EXPECT_TRUE(holds(one.out, "lower bound, not applied"));
  const Ran strict =
      ran({"ledger", "-", "--activity", week, "--house", "fidelity", "--strict"}, one_stock);
  EXPECT_EQ(strict.exit, Exit::bad_input);
  EXPECT_TRUE(
      holds(ran({"ledger", "-", "--activity", week, "--house", "fidelity,ibkr"}, one_stock).err,
            "under one house at a time"));
}

TEST(CommandLedger, Refusals) {
  const auto refused = [](std::vector<std::string> words, const std::string& account = one_stock) {
    words.insert(words.begin(), {"ledger", "-"});
    const Ran one = ran(words, account);
    EXPECT_EQ(one.exit, Exit::bad_input);
    return one.err;
  };
  EXPECT_TRUE(holds(refused({}), "give it with --activity FILE"));
  EXPECT_TRUE(holds(refused({"--activity", "/nowhere.json"}), "/nowhere.json"));
  EXPECT_TRUE(holds(refused({"--activity", week}, one_stock_but("2026-11-20", "2026-11-24")),
                    "week.json#/entries/0: it is of 2026-11-23 and the account already stands"));
  EXPECT_TRUE(holds(refused({"--activity", week}, one_stock_but("\"cash\": \"-1000\", ", "")),
                    "cash is not known"));
  const Ran json = ran({"ledger", "-", "--json"}, one_stock);
  EXPECT_TRUE(holds(json.out, "plimsoll.error/1"));
}

}  // namespace
}  // namespace plimsoll::cli
