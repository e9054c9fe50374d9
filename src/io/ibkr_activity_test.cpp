#include <gtest/gtest.h>

#include "io/import.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<Imported> read(const std::string& name, const std::string& account = {}) {
  ImportOptions options;
  options.account = account;
  return import_file(fixture("ibkr_activity/" + name), options);
}

TEST(IbkrActivity, ReadsAMarginAccountAcrossHeadings) {
  const auto [imported, refused] = read("margin.csv");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "20 read + 7 skipped + 0 refused = 27");
  EXPECT_EQ(account_line(imported.account),
            "ibkr-0003 margin 2026-11-20 USD cash 1000.00 EUR -10000.00 USD");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "TQQQ 300 cost 55.25 at 72.00",
                                          "SAP 10 cost 150.00 at 200.00",
                                          "TQQQ  270824P00070000 -3 cost 8.20 at 9.50",
                                          "XSP   261218P00650000 1 cost 5.00 at 4.20",
                                          "MESZ6 2 cost 6900.00 at 7010.25",
                                      }));
  EXPECT_EQ(description_lines(imported.account), (Lines{
                                                     "SAP equity EUR",
                                                     "TQQQ  270824P00070000 option x100",
                                                     "XSP   261218P00650000 option x100",
                                                     "MESZ6 future MES 202612 CME x5",
                                                 }));
  EXPECT_EQ(skipped_lines(imported), (Lines{
                                         "margin.csv:13 a total",
                                         "margin.csv:16 a lot of the position above",
                                         "margin.csv:17 a total",
                                         "margin.csv:21 a total",
                                         "margin.csv:24 a total",
                                         "margin.csv:26 a movement of cash",
                                         "margin.csv:30 a movement of cash",
                                     }));
  EXPECT_EQ(imported.market.currencies,
            (std::map<Currency, Decimal>{{Currency{"EUR"}, 1.08455_d}}));
}

TEST(IbkrActivity, ReadsOneAccountOfAConsolidatedStatement) {
  EXPECT_EQ(refused_lines(read("long_and_short.csv").refused),
            Lines{"long_and_short.csv the file holds several accounts"});
  const auto [imported, refused] = read("long_and_short.csv", "U1");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "4 read + 1 skipped + 0 refused = 5");
  EXPECT_EQ(account_line(imported.account), "ibkr-u1 margin 2026-11-20 USD cash unknown");
  EXPECT_EQ(position_lines(imported),
            (Lines{"KO 100 cost 60.00 at 70.00", "GME -50 cost 24.00 at 22.00"}));
}

TEST(IbkrActivity, RefusesRowsWithTheirLine) {
  const auto [imported, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(imported), "3 read + 0 skipped + 7 refused = 10");
  EXPECT_EQ(position_lines(imported), Lines{"IBM 1 cost 60.00 at 300.00"});
  EXPECT_EQ(
      refused_lines(refused),
      (Lines{
          "bad_rows.csv:4 a position above its heading",
          "bad_rows.csv:6 the quantity is blank",
          "bad_rows.csv:7 \"Structured Products\" is a category no instrument of this project "
          "covers",
          "bad_rows.csv:8 \"MYSTERY9\" is an option without strike, expiry or right",
          "bad_rows.csv:11 \"US Dollar\" is no currency",
          "bad_rows.csv:12 the cash is too large",
          "bad_rows.csv:13 a quote that is never closed",
      }));
}

}  // namespace
}  // namespace plimsoll::io
