#include <gtest/gtest.h>

#include "io/history.hpp"
#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<ImportedActivity> read(const std::string& name, const std::string& account = "") {
  return import_activity(fixture("ibkr_flex_history/" + name), {.broker = {}, .account = account});
}

TEST(IbkrFlexHistory, AMarginAccount) {
  const auto [read_of, refused] = read("margin.xml");
  EXPECT_EQ(read_of.number, "U0000001");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(read_of), "11 read + 9 skipped + 0 refused = 20");
  EXPECT_EQ(read_of.activity.order, DayOrder::as_written);
  EXPECT_EQ(
      entry_lines(read_of.activity),
      (Lines{
          "2026-11-23 09:40:01 trade XYZ 120 at 50.00 fees 1.20 open",
          "2026-11-23 deposit 5000.00 USD",
          "2026-11-24 12:04:40 trade CLF   261204P00011500 -4 at 0.70 fees 1.0413 open",
          "2026-11-25 10:10:10 transfer 1000.00 EUR", "2026-11-25 10:10:10 transfer -1080.00 USD",
          "2026-11-25 10:10:10 fee -2.00 USD", "2026-12-01 20:20:00 dividend 15.00 USD of XYZ",
          "2026-12-01 20:20:00 fee -2.25 USD", "2026-12-03 interest -12.34 USD",
          "2026-12-04 16:20:00 assignment CLF   261204P00011500 4",
          "2026-12-04 expiration AA    261204C00054000 2", "2026-12-07 20:25:00 split XYZ 4:1"}));
  EXPECT_EQ(skipped_lines(read_of),
            (Lines{"margin.xml:4 a row of AccountInformation, which is no movement",
                   "margin.xml:8 of the detail ORDER, which repeats trades",
                   "margin.xml:11 shares that the option's own row brings",
                   "margin.xml:13 a row of Lot, which is no movement",
                   "margin.xml:14 of the detail CLOSED_LOT, which repeats trades",
                   "margin.xml:17 the end of an option that is among the trades",
                   "margin.xml:18 shares that the option's own row brings",
                   "margin.xml:26 a sum of cash transactions",
                   "margin.xml:31 a row of CashReportCurrency, which is no movement"}));
}

TEST(IbkrFlexHistory, WhatIsRefused) {
  const auto [read_of, refused] = read("bad_rows.xml");
  EXPECT_EQ(row_count(read_of), "0 read + 0 skipped + 15 refused = 15");
  EXPECT_EQ(refused_lines(refused),
            (Lines{"bad_rows.xml:5 a future pays no price when it is traded, and its daily "
                   "settlement is not booked",
                   "bad_rows.xml:6 the price is blank",
                   "bad_rows.xml:7 the value 700.00 is not 10 x 50.00 = 500.00, to within the 0.06 "
                   "that printed digits leave open",
                   "bad_rows.xml:8 \"094001 UTC\" is no time of New York",
                   "bad_rows.xml:9 \"\" is no day",
                   "bad_rows.xml:10 \"1e40\" is too large to be an amount",
                   "bad_rows.xml:11 the multiplier is missing",
                   "bad_rows.xml:12 it moves shares of an option that was assigned or exercised, "
                   "and the file has no such row of the option (CLF at 11.50) for as many shares",
                   "bad_rows.xml:13 an exchange of currencies needs a symbol like EUR.USD, the "
                   "quantity, the currency and the proceeds",
                   "bad_rows.xml:16 \"Some New Thing\" is no movement of cash known here",
                   "bad_rows.xml:17 \"\" is no currency", "bad_rows.xml:18 the amount is blank",
                   "bad_rows.xml:21 a corporate action other than a split, or one without its "
                   "ratio, is not booked",
                   "bad_rows.xml:24 a row of Transfer is not booked",
                   "bad_rows.xml:27 \"Nothing known\" is no end of an option known here"}));
}

TEST(IbkrFlexHistory, SeveralStatements) {
  EXPECT_EQ(refused_lines(read("two_accounts.xml").refused),
            Lines{"two_accounts.xml the file holds several accounts"});
  EXPECT_EQ(read("two_accounts.xml", "0002").value.activity.entries.size(), 1u);
  EXPECT_EQ(refused_lines(read("overlapping.xml").refused),
            Lines{"overlapping.xml two statements of account U0000001 are of the same days, or do "
                  "not say of which"});
}

}  // namespace
}  // namespace plimsoll::io
