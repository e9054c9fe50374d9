#include <gtest/gtest.h>

#include "io/history.hpp"
#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<ImportedActivity> read(const std::string& name, const std::string& account = "") {
  return import_activity(fixture("schwab_history/" + name), {.broker = {}, .account = account});
}

TEST(SchwabHistory, AMarginAccount) {
  const auto [read_of, refused] = read("margin.csv");
  EXPECT_EQ(read_of.rows.recognised, "Schwab transactions CSV");
  EXPECT_EQ(read_of.number, "Individual ...123");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(read_of), "15 read + 2 skipped + 0 refused = 17");
  EXPECT_EQ(read_of.activity.order, DayOrder::unknown);
  EXPECT_EQ(
      entry_lines(read_of.activity),
      (Lines{"2026-11-23 trade BRKB 1 at 480.00", "2026-11-23 trade VUG -0.03 at 82.73 fees 0.0019",
             "2026-11-24 trade AAPL  261204C00300000 2 at 6.40 fees 1.30 open",
             "2026-11-24 trade KO    261204P00070000 -1 at 1.10 fees 0.66 open",
             "2026-11-25 trade GME -50 at 22.00 fees 0.05 open", "2026-11-27 withdrawal -500.00",
             "2026-11-30 dividend 12.45 of MSFT", "2026-11-30 dividend 6.70 of SCHB",
             "2026-11-30 trade SCHB 0.1328 at 50.4525 fees -0.000092", "2026-12-01 fee -2.25",
             "2026-12-01 interest -77.14", "2026-12-04 expiration AAPL  261204C00300000 2",
             "2026-12-04 assignment KO    261204P00070000 1", "2026-12-08 deposit 1000.00",
             "2026-12-09 split NFLX 10:1"}));
  EXPECT_EQ(skipped_lines(read_of), (Lines{"margin.csv:5 shares that the option's own row brings",
                                           "margin.csv:19 a total"}));
  EXPECT_EQ(read_of.notes, Lines{});
}

TEST(SchwabHistory, WhatIsRefused) {
  const auto [read_of, refused] = read("bad_rows.csv");
  EXPECT_EQ(refused_lines(refused),
            (Lines{"bad_rows.csv:3 a split whose ratio the row does not state",
                   "bad_rows.csv:4 it cancels another row",
                   "bad_rows.csv:5 \"Misc Cash Entry\" is no action known here",
                   "bad_rows.csv:6 the value 700.00 is not 10 x 50.00 = 500.00, to within the 0.06 "
                   "that printed digits leave open",
                   "bad_rows.csv:7 the quantity is blank or zero",
                   "bad_rows.csv:8 \"1,5\" is not a number",
                   "bad_rows.csv:9 the row is cut short: it has 2 of 8 cells",
                   "bad_rows.csv:10 the date is no day"}));
  const auto [wrong, why] = read("wrong_total.csv");
  EXPECT_EQ(refused_lines(why),
            (Lines{"wrong_total.csv:3 the total is 9999.00 and the rows add up to 0.01"}));
}

TEST(SchwabHistory, WhoseItIs) {
  EXPECT_EQ(read("margin.csv", "123").value.rows.rows_read, 15u);
  EXPECT_EQ(read("margin.csv", "999").value.rows.rows_total, 0u);
}

TEST(SchwabHistory, WithoutItsTotal) {
  const auto read_of = import_activity(
      {"f.csv",
       "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & "
       "Comm\",\"Amount\"\n\"12/08/2026\",\"Journal\",\"\",\"\",\"\",\"\",\"\",\"-$5.00\"\n"
       "\"12/08/2026\",\"Security Transfer\",\"AMD\",\"ADVANCED MICRO\",\"48\",\"\",\"\",\"\"\n"},
      {});
  EXPECT_EQ(entry_lines(read_of.value.activity),
            (Lines{"2026-12-08 transfer AMD 48", "2026-12-08 transfer -5.00"}));
  EXPECT_EQ(read_of.value.notes.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::io
