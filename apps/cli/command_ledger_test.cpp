#include "apps/cli/command_ledger.hpp"

#include <gtest/gtest.h>

#include <cstdio>

#include "apps/cli/files.hpp"
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

// Every figure of the account walks with the broker's own file as with the document made of it.
TEST(CommandLedger, ABrokersHistory) {
  const std::string account = R"({
    "schema": "plimsoll.account/1", "id": "opening", "as_of": "2026-11-20", "kind": "margin",
    "currency": "USD", "cash": "20000",
    "positions": [{"symbol": "AMAT", "quantity": 100}, {"symbol": "JEPI", "quantity": 80}],
    "instruments": {"AMAT": {"type": "equity"}, "JEPI": {"type": "etf"}},
    "market": {"quotes": {"AMAT": {"price": "380"}, "JEPI": {"price": "57"}, "KO": {"price": "71"},
      "TSLA": {"price": "405"}, "XYZ": {"price": "50"}, "SOFI": {"price": "18"},
      "GME": {"price": "22"}}}})";
  const std::string file = PLIMSOLL_SOURCE_DIR "/tests/fixtures/fidelity_history/margin.csv";
  const Ran walked = ran({"ledger", "-", "--activity", file, "--json"}, account);
  ASSERT_EQ(walked.exit, Exit::answered) << walked.err;
  EXPECT_TRUE(holds(walked.err, "margin.csv: recognised as Fidelity history CSV"));
  EXPECT_TRUE(holds(walked.out, "the order of a day's entries is not in the file"));
  const auto document = json::parse(walked.out, "answer");
  ASSERT_TRUE(document);
  // 20,000 less the 3,684.16 of all amounts that moved, and what is held at the last prices.
  EXPECT_EQ(document->find("days")->items.back().find("equity")->text, "66001.2776");
  const Ran imported = ran({"import", file});
  const std::string saved = testing::TempDir() + "plimsoll-history.json";
  ASSERT_TRUE(write_file(saved, imported.out));
  const Ran again = ran({"ledger", "-", "--activity", saved, "--json"}, account);
  const auto same = json::parse(again.out, "answer");
  ASSERT_TRUE(same) << again.err;
  ASSERT_NE(same->find("days"), nullptr) << again.err;
  EXPECT_EQ(same->find("days")->items.back().find("equity")->text, "66001.2776");
  std::remove(saved.c_str());
}

/// What stands in the guide between a command and the end of its block.
std::string shown_after(const std::string& guide, const std::string& command) {
  const std::size_t line = guide.find("$ plimsoll " + command);
  if (line == std::string::npos) return "no such command";
  const std::size_t begin = guide.find('\n', line) + 1;
  return guide.substr(begin, guide.find("```", begin) - begin);
}

TEST(CommandLedger, TheGuideShowsTheExampleYear) {
  const auto guide = read_file("docs/guide/ledger.md");
  ASSERT_TRUE(guide);
  const std::string folder = "examples/ledger/";
  const Ran year = ran({"ledger", folder + "account.json", "--activity", folder + "activity.json",
                        "--house", "fidelity", "--rules", "2026-01-02"});
  const std::string shown = shown_after(guide->bytes, "ledger examples");
  EXPECT_TRUE(year.out.starts_with(shown)) << year.out;
  for (const char* kind : {"reg_t call", "house call", "intraday call", "restricted"})
    EXPECT_TRUE(holds(shown, kind)) << kind;
  const Ran trade = ran(
      {"whatif", folder + "account.json", "BUY 100 MSFT", "SELL 1 MSFT 2026-12-18 540 C @ 9.40"});
  EXPECT_EQ(trade.out, shown_after(guide->bytes, "whatif examples"));
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
