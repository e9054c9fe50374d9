#include <gtest/gtest.h>

#include "io/import.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<Imported> read(const std::string& name, const std::string& account = {}) {
  ImportOptions options;
  options.account = account;
  options.as_of = Date{2026y / November / 20};
  return import_file(fixture("positions_csv/" + name), options);
}

TEST(PositionsCsv, ReadsEveryKindOfColumn) {
  const auto [imported, refused] = read("full.csv", "family");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "6 read + 1 skipped + 0 refused = 7");
  EXPECT_EQ(account_line(imported.account), "family margin 2026-11-20 USD cash -50000.00 USD");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "AAPL 1000 margin cost 180.10 at 230.10",
                                          "AAPL  270115C00250000 -10 at 12.35",
                                          "UPRO 100 at 120.00",
                                          "912797ZZ3 10000 at 98.70",
                                          "AAPL7 270115C00025000 1 at 1.05",
                                      }));
  EXPECT_EQ(description_lines(imported.account), (Lines{
                                                     "AAPL equity",
                                                     "UPRO etf SPX leverage 3",
                                                     "912797ZZ3 treasury 2027-03-18 zero",
                                                     "AAPL7 270115C00025000 option AAPL x10",
                                                 }));
  const Quote* apple = imported.market.find(InstrumentId{"AAPL"});
  ASSERT_NE(apple, nullptr);
  EXPECT_EQ(apple->bid, 230.08_d);
  EXPECT_EQ(apple->ask, 230.12_d);
  EXPECT_EQ(apple->beta, 1.2);
  EXPECT_EQ(imported.account.positions[1].trade_price, 12.50_d);
  EXPECT_EQ(imported.account.positions[1].trade_date, Date{2026y / November / 20});
}

TEST(PositionsCsv, NeedsOnlySymbolAndQuantity) {
  const auto [imported, refused] = read("minimal.csv");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(account_line(imported.account), "positions margin 2026-11-20 USD cash unknown");
  EXPECT_EQ(position_lines(imported), (Lines{"KO 100", "PEP -5"}));
  EXPECT_EQ(refused_lines(import_file(fixture("positions_csv/minimal.csv"), {}).refused),
            Lines{"minimal.csv the file does not say of which day it is"});
}

TEST(PositionsCsv, RefusesRowsWithTheirLine) {
  const auto [imported, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(imported), "3 read + 0 skipped + 17 refused = 20");
  EXPECT_EQ(position_lines(imported), (Lines{"PEP 1 at 150.00", "IBM 1 at 300.00"}));
  EXPECT_EQ(refused_lines(refused),
            (Lines{
                "bad_rows.csv:2 the quantity is blank",
                "bad_rows.csv:3 the quantity is zero",
                "bad_rows.csv:4 the price -70.00 is below zero",
                "bad_rows.csv:5 price: \"NaN\" is not a number",
                "bad_rows.csv:6 holding \"lent\" is unknown",
                "bad_rows.csv:7 maturity: \"20270318\" is not a date",
                "bad_rows.csv:8 marginable \"yes\" is neither true nor false",
                "bad_rows.csv:9 day \"first\" is no day of a contract",
                "bad_rows.csv:10 beta \"inf\" is not a number",
                "bad_rows.csv:11 the trade_price is below zero or too large",
                "bad_rows.csv:12 the row has more cells than the heading has columns",
                "bad_rows.csv:13 the symbol is blank",
                "bad_rows.csv:14 cash in \"dollars\", which is no currency",
                "bad_rows.csv:16 cash in USD stands twice",
                "bad_rows.csv:17 \"AAPL270115X00250000\" is not an option symbol: the right is "
                "neither C nor P",
                "bad_rows.csv:19 the row is a short holding, but its quantity is above zero",
                "bad_rows.csv:20 \"PEP\" is described differently at bad_rows.csv:18",
            }));
}

TEST(PositionsCsv, RefusesHeadingsItDoesNotKnow) {
  EXPECT_EQ(refused_lines(read("unknown_column.csv").refused),
            Lines{"unknown_column.csv:1 the column \"colour\" is unknown"});
  EXPECT_EQ(refused_lines(read("twice.csv").refused),
            Lines{"twice.csv:1 the column \"quantity\" stands twice"});
}

TEST(PositionsCsv, AsOfAndKindAreTheSameInEveryRow) {
  ImportOptions options;
  options.broker = "plimsoll";
  const auto [imported, refused] = import_file({"p.csv",
                                                "symbol,quantity,as_of,kind\n"
                                                "KO,1,2026-11-20,cash\n"
                                                "PEP,1,2026-11-21,cash\n"
                                                "IBM,1,,margin\n"
                                                "MMM,1,,everything\n"},
                                               options);
  EXPECT_EQ(account_line(imported.account), "positions cash 2026-11-20 USD cash unknown");
  EXPECT_EQ(refused_lines(refused),
            (Lines{"p.csv:3 as_of differs from an earlier row's, 2026-11-20",
                   "p.csv:4 kind differs from an earlier row's, cash",
                   "p.csv:5 kind differs from an earlier row's, cash"}));
}

TEST(PositionsCsv, RefusesARowCutShort) {
  ImportOptions options;
  options.broker = "plimsoll";
  const auto [imported, refused] = import_file({"p.csv",
                                                "as_of,symbol,quantity,price\n"
                                                "2026-11-20,KO,1,70\n"
                                                ",PEP,1,\n"
                                                ",IBM,100\n"
                                                ",MMM,1,5,\n"},
                                               options);
  EXPECT_EQ(position_lines(imported), (Lines{"KO 1 at 70.00", "PEP 1", "MMM 1 at 5.00"}));
  EXPECT_EQ(refused_lines(refused), Lines{"p.csv:4 the row is cut short: it has 3 of 4 cells"});
}

TEST(PositionsCsv, RefusesACurrencyThatIsNone) {
  ImportOptions options;
  options.broker = "plimsoll";
  EXPECT_EQ(refused_lines(import_file({"p.csv",
                                       "as_of,symbol,quantity,currency\n"
                                       "2026-11-20,KO,1,USD\n"
                                       ",PEP,1,dollars\n"},
                                      options)
                              .refused),
            Lines{"p.csv:3 \"dollars\" is no currency"});
}

TEST(PositionsCsv, RefusesTextNoDocumentCouldHold) {
  ImportOptions options;
  options.broker = "plimsoll";
  const auto [imported, refused] =
      import_file({"p.csv", "as_of,symbol,quantity,sector,account\n2026-11-20,KO,1," +
                                std::string(201, 'x') + "," + std::string(300, 'a') + "\n,PEP,1," +
                                std::string(200, 'x') + "," + std::string(300, 'a') + "\n"},
                  options);
  EXPECT_EQ(refused_lines(refused), Lines{"p.csv:2 \"" + std::string(60, 'x') +
                                          "...\" is longer than 200 bytes or no text of one line"});
  EXPECT_EQ(imported.account.id, std::string(200, 'a'));
}

}  // namespace
}  // namespace plimsoll::io
