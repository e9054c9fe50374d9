#include <gtest/gtest.h>

#include "io/history.hpp"
#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<ImportedActivity> read(const std::string& name, const std::string& account = "") {
  return import_activity(fixture("ibkr_activity_history/" + name),
                         {.broker = {}, .account = account});
}

TEST(IbkrActivityHistory, AMarginAccount) {
  const auto [read_of, refused] = read("margin.csv");
  EXPECT_EQ(read_of.number, "U0000001");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(read_of), "12 read + 17 skipped + 0 refused = 29");
  EXPECT_EQ(read_of.activity.order, DayOrder::as_written);
  EXPECT_EQ(entry_lines(read_of.activity),
            (Lines{"2026-11-23 09:40:01 trade XYZ 120 at 50.00 fees 1.20 open",
                   "2026-11-23 deposit 5000.00 USD",
                   "2026-11-24 10:12:44 trade XYZ -20 at 51.00 fees 1.02 close",
                   "2026-11-24 12:04:40 trade CLF   261204P00011500 -4 at 0.70 fees 1.0413 open",
                   "2026-11-25 10:10:10 transfer 1000.00 EUR",
                   "2026-11-25 10:10:10 transfer -1080.00 USD", "2026-11-25 10:10:10 fee -2.00 USD",
                   "2026-12-01 dividend 15.00 USD of XYZ", "2026-12-01 fee -2.25 USD",
                   "2026-12-02 fee -0.04 USD", "2026-12-03 interest -12.34 USD",
                   "2026-12-04 16:20:00 assignment CLF   261204P00011500 4",
                   "2026-12-07 20:25:00 split XYZ 4:1", "2026-12-10 withdrawal -250.00 USD"}));
}

TEST(IbkrActivityHistory, WhatIsRefused) {
  const auto [read_of, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(read_of), "0 read + 1 skipped + 8 refused = 9");
  EXPECT_EQ(refused_lines(refused),
            (Lines{"bad_rows.csv:3 a row above its heading",
                   "bad_rows.csv:5 the row is cut short: it has 9 of 16 cells",
                   "bad_rows.csv:6 \"someday\" is no day",
                   "bad_rows.csv:7 \"25:40:01\" is no time of New York",
                   "bad_rows.csv:8 the multiplier is missing",
                   "bad_rows.csv:10 a row of Transfers is not booked",
                   "bad_rows.csv:12 \"nan\" is not a number",
                   "bad_rows.csv:13 the row is cut short: it has 1 cells"}));
}

TEST(IbkrActivityHistory, SeveralAccountsInOneFile) {
  const std::string text =
      "Statement,Header,Field Name,Field Value\n"
      "Interest,Header,Currency,Account,Date,Description,Amount\n"
      "Interest,Data,USD,U0000001,2026-12-03,Debit,-1\n"
      "Interest,Data,USD,U0000002,2026-12-03,Debit,-2\n";
  EXPECT_EQ(import_activity({"f.csv", text}, {}).value.rows.rows_total, 0u);
  const auto one = import_activity({"f.csv", text}, {.broker = {}, .account = "2"});
  EXPECT_EQ(entry_lines(one.value.activity), Lines{"2026-12-03 interest -2.00 USD"});
  EXPECT_EQ(skipped_lines(one.value), Lines{"f.csv:3 of account U0000001"});
}

}  // namespace
}  // namespace plimsoll::io
