#include <gtest/gtest.h>

#include "io/history.hpp"
#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<ImportedActivity> read(const std::string& name, const std::string& account = "") {
  return import_activity(fixture("fidelity_history/" + name), {.broker = {}, .account = account});
}

constexpr const char* heading =
    "Run Date,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),Accrued "
    "Interest ($),Amount ($),Cash Balance ($),Settlement Date\n";

Loaded<ImportedActivity> read_rows(const std::string& rows, const std::string& account = "",
                                   const std::string& name = "History.csv") {
  return import_activity({name, heading + rows}, {.broker = {}, .account = account});
}

TEST(FidelityHistory, AMarginAccount) {
  const auto [read_of, refused] = read("margin.csv");
  EXPECT_EQ(read_of.rows.recognised, "Fidelity history CSV");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(read_of), "18 read + 8 skipped + 0 refused = 26");
  EXPECT_EQ(read_of.activity.order, DayOrder::unknown);
  EXPECT_EQ(
      entry_lines(read_of.activity),
      (Lines{"2026-11-23 trade XYZ 20 at 50.00", "2026-11-23 trade SOFI 4 at 18.025",
             "2026-11-24 trade GME -50 at 22.00 fees 0.05 open",
             "2026-11-24 trade AMAT  261204C00420000 -1 at 2.50 fees 0.67 open",
             "2026-11-24 trade KO    261204P00070000 -1 at 1.10 fees 0.67 open",
             "2026-11-25 trade TSLA  261127P00400000 10 at 2.65 fees 6.73 open",
             "2026-11-25 trade TSLA  261127P00400000 -10 at 3.19 fees 6.80 close",
             "2026-11-27 deposit 2500.00", "2026-11-30 dividend 12.50 of XYZ",
             "2026-11-30 dividend 29.34 of JEPI", "2026-11-30 dividend 3.21 of SPAXX",
             "2026-11-30 interest -23.45", "2026-11-30 trade JEPI 0.512 at 57.30 fees 0.0024",
             "2026-12-01 fee -4.20", "2026-12-04 expiration AMAT  261204C00420000 1",
             "2026-12-04 assignment KO    261204P00070000 1", "2026-12-11 withdrawal -85.20"}));
  EXPECT_EQ(skipped_lines(read_of),
            (Lines{"margin.csv:6 between the cash and the margin side of the account",
                   "margin.csv:7 between the cash and the margin side of the account",
                   "margin.csv:8 shares that the option's own row brings",
                   "margin.csv:13 the core fund, which is cash",
                   "margin.csv:19 the core fund, which is cash", "margin.csv:30 a footnote",
                   "margin.csv:32 a footnote", "margin.csv:34 a footnote"}));
  EXPECT_EQ(read_of.notes,
            (Lines{"rows that say the same of one moment were added up: margin.csv:27"}));
}

// Of several accounts; columns of another year; a bond, a split, a transfer, assigned calls.
TEST(FidelityHistory, OneOfSeveralAccounts) {
  const auto none = read("accounts.csv");
  EXPECT_EQ(none.value.rows.rows_total, 0u);
  EXPECT_EQ(refused_lines(none.refused), Lines{"accounts.csv the file holds several accounts"});
  const auto [read_of, refused] = read("accounts.csv", "0001");
  EXPECT_EQ(read_of.number, "Z00000001");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(entry_lines(read_of.activity),
            (Lines{"2026-11-27 fee -0.17", "2026-11-27 assignment RDW   261127C00008000 10",
                   "2026-12-01 split ABC 1:10", "2026-12-02 trade 912796ZZ5 -3000 at 100.00",
                   "2026-12-03 trade 912797ZZ3 5000 at 98.50", "2026-12-04 transfer XYZ 25"}));
  EXPECT_EQ(skipped_lines(read_of),
            (Lines{"accounts.csv:5 of account Z00000002",
                   "accounts.csv:9 the same split as another row", "accounts.csv:13 a footnote"}));
  EXPECT_EQ(read_of.notes, (Lines{"amounts beside securities that were transferred are what they "
                                  "were worth, and no cash"}));
  const auto other = read("accounts.csv", "Z00000002").value;
  EXPECT_EQ(entry_lines(other.activity), Lines{"2026-12-04 transfer XYZ -25"});
}

TEST(FidelityHistory, WhatIsRefused) {
  const auto [read_of, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(read_of), "1 read + 0 skipped + 14 refused = 15");
  EXPECT_EQ(
      refused_lines(refused),
      (Lines{"bad_rows.csv:2 \"SOME NEW ACTION NOBODY KNOWS (Cash)\" is no action known here",
             "bad_rows.csv:3 the value 600.00 is not 10 x 50.00 = 500.00, to within the 0.06 that "
             "printed digits leave open",
             "bad_rows.csv:4 the action is a sale and the quantity is 10",
             "bad_rows.csv:5 \"nan\" is not a number",
             "bad_rows.csv:6 \"1e30\" is too large to be an amount",
             "bad_rows.csv:7 it moves shares of an option that was assigned or exercised, and the "
             "file has no such row of the option (KO at 70.00) for as many shares",
             "bad_rows.csv:8 a split whose ratio or symbol the row does not state",
             "bad_rows.csv:9 \"DISTRIBUTION XYZ CORP (XYZ) (Margin)\" is not booked",
             "bad_rows.csv:10 the action takes cash out and the amount is 2500.00",
             "bad_rows.csv:11 \"AAPL1261218C200\" is an adjusted option, and the row does not say "
             "what one contract delivers",
             "bad_rows.csv:12 the description says 150 shares a contract, and the symbol is of 100",
             "bad_rows.csv:13 the run date is no day",
             "bad_rows.csv:14 the row is cut short: it has 4 of 13 cells",
             "bad_rows.csv:16 1970-01-02 is before the exchanges' days on file"}));
}

TEST(FidelityHistory, PriceAndQuantityUnderEachOthersNames) {
  const Lines swapped{
      "the columns Price and Quantity stand under each other's headings, as in some of Fidelity's "
      "exports"};
  const auto sold = read("swapped.csv");
  EXPECT_EQ(sold.value.rows.rows_total, 0u);
  ASSERT_EQ(sold.refused.size(), 1u);
  EXPECT_EQ(sold.refused[0].where, "swapped.csv:2");
  EXPECT_TRUE(sold.refused[0].what.starts_with(swapped[0])) << sold.refused[0].what;
  // Where nothing was sold, the core fund tells: it costs a dollar.
  const auto core = read_rows(
      "11/30/2026,REINVESTMENT GOVERNMENT MONEY MARKET (SPAXX) (Cash),SPAXX,"
      "GOVERNMENT MONEY MARKET,Cash,3.21,1,,,,-3.21,0,\n");
  EXPECT_EQ(core.value.rows.rows_total, 0u);
  EXPECT_EQ(core.refused.size(), 1u);
}

TEST(FidelityHistory, AnotherFundThatTheFileCallsTheCore) {
  const auto read_of = read_rows(
      "11/30/2026,REDEMPTION FROM CORE ACCOUNT BANK DEPOSIT (QZZZQ) (Cash),QZZZQ,BANK "
      "DEPOSIT,Cash,1,-20,,,,20,0,\n"
      "11/30/2026,REINVESTMENT BANK DEPOSIT (QZZZQ) (Cash),QZZZQ,BANK "
      "DEPOSIT,Cash,1,2,,,,-2,0,\n"
      "11/30/2026,INTEREST EARNED BANK DEPOSIT (QZZZQ) (Cash),QZZZQ,BANK "
      "DEPOSIT,Cash,,0,,,,2,0,\n");
  EXPECT_EQ(entry_lines(read_of.value.activity), Lines{"2026-11-30 interest 2.00"});
}

TEST(FidelityHistory, WhoseItIs) {
  const std::string row =
      "11/30/2026,Electronic Funds Transfer Received (Cash),,No Description,Cash,,0,,,,5,0,\n";
  EXPECT_EQ(read_rows(row, "1234").value.number, "");
  const std::string name = "History_for_Account_X00001234 (1).csv";
  EXPECT_EQ(read_rows(row, "", name).value.number, "X00001234");
  EXPECT_EQ(read_rows(row, "1234", name).value.rows.rows_read, 1u);
  EXPECT_EQ(refused_lines(read_rows(row, "9999", name).refused),
            Lines{name + " \"9999\" is not one of the file's accounts"});
}

TEST(FidelityHistory, AHeadingAloneIsAnEmptyHistory) {
  const auto nothing = read_rows("");
  EXPECT_TRUE(nothing.refused.empty());
  EXPECT_EQ(nothing.value.rows.rows_total, 0u);
}

}  // namespace
}  // namespace plimsoll::io
