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

TEST(IbkrActivity, RefusesRowsThatContradictTheirSectionOrTheirTotal) {
  const auto [imported, refused] = read("contradictions.csv");
  EXPECT_EQ(refused_lines(refused),
            (Lines{
                "contradictions.csv:8 the side is Long and the quantity is -5",
                "contradictions.csv:9 the value 2000.00 is not 10 x 300.00 = 3000.00, to within "
                "the 0.06 that printed digits leave open",
                "contradictions.csv:13 the cash in all currencies is 5000.00 USD and the rows add "
                "up to 1000.00",
                "contradictions.csv:15 cash in USD stands twice, as 1000.00 and as 2000.00",
                "contradictions.csv:16 the row is cut short: it has 5 of 9 cells",
            }));
  EXPECT_EQ(position_lines(imported),
            (Lines{"KO 100 cost 60.00 at 70.00", "KO    270115C00070000 2 cost 4.00 at 5.00"}));
}

/// The total in dollars of bonds held in euros is their value converted.
TEST(IbkrActivity, ComparesATotalWithTheRowsOfItsCurrency) {
  const auto [imported, refused] = read("totals.csv");
  EXPECT_EQ(refused_lines(refused),
            Lines{"totals.csv:10 the total is 9000.00 and the rows add up to 8500.00"});
  EXPECT_EQ(skipped_lines(imported), (Lines{"totals.csv:12 a total", "totals.csv:13 a total"}));
  Input right = fixture("ibkr_activity/totals.csv");
  right.bytes.replace(right.bytes.find(",9000,"), 6, ",8500,");
  EXPECT_EQ(refused_lines(import_file(right, {}).refused), Lines{});
}

/// Each section has its own: the shares held long are not less by those held short.
TEST(IbkrActivity, TotalsAreOfTheirSection) {
  const auto with_long_total = [](const std::string& total) {
    Input file = fixture("ibkr_activity/long_and_short.csv");
    const std::string other =
        "Long Open Positions,Data,Summary,Stocks,USD,U2,PEP,10,1,140,150,1500";
    file.bytes.replace(file.bytes.find(other), other.size(),
                       "Long Open Positions,Total,,Stocks,USD,,,,,,," + total);
    file.bytes += "Short Open Positions,Total,,Stocks,USD,,,,,,,-1100\n";
    return refused_lines(import_file(file, {}).refused);
  };
  EXPECT_EQ(with_long_total("7000"), Lines{});
  EXPECT_EQ(with_long_total("5900"),
            Lines{"long_and_short.csv:6 the total is 5900.00 and the rows add up to 7000.00"});
}

/// One whose rows are all there says so by its totals.
TEST(IbkrActivity, SaysWhereNothingShowsThatItIsWhole) {
  const auto notes_of = [](const std::string& name, const std::string& account) {
    return read(name, account).value.notes;
  };
  const std::string note =
      "the file has no total of its Stocks, Stocks, so nothing shows whether they are whole";
  EXPECT_EQ(std::ranges::count(notes_of("long_and_short.csv", "U1"), note), 1);
  EXPECT_EQ(std::ranges::count(notes_of("margin.csv", ""), note), 0);
}

TEST(IbkrActivity, LeavesTheCashOfSeveralAccountsAlone) {
  Input file = fixture("ibkr_activity/long_and_short.csv");
  file.bytes +=
      "Cash Report,Header,Currency Summary,Currency,Total\n"
      "Cash Report,Data,Ending Cash,USD,-5000\n";
  ImportOptions options;
  options.account = "U1";
  const auto [imported, refused] = import_file(file, options);
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(account_line(imported.account), "ibkr-u1 margin 2026-11-20 USD cash unknown");
  EXPECT_EQ(std::ranges::count(imported.notes,
                               "the cash report is of several accounts together, so it is not "
                               "taken for this one's"),
            1);
}

}  // namespace
}  // namespace plimsoll::io
