#include <gtest/gtest.h>

#include "io/import.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<Imported> read(const std::string& name, const std::string& account = {}) {
  ImportOptions options;
  options.account = account;
  return import_file(fixture("schwab/" + name), options);
}

TEST(Schwab, ReadsAMarginAccount) {
  const auto [imported, refused] = read("margin.csv");
  EXPECT_EQ(imported.recognised, "Schwab positions CSV");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "8 read + 1 skipped + 0 refused = 9");
  EXPECT_EQ(account_line(imported.account), "schwab-123 margin 2026-11-20 USD cash -12000.50 USD");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "AAPL 100 cost 180.00 at 250.00",
                                          "AAPL  270115C00270000 -1 cost 6.10 at 4.50",
                                          "BRKB 10 cost 400.00 at 480.00",
                                          "GME -50 cost 24.00 at 22.00",
                                          "SPY 20 at 700.00",
                                          "SWPPX 10.123 at 100.00",
                                          "912797ZZ3 10000 cost 97.95 at 98.70",
                                      }));
  EXPECT_EQ(description_lines(imported.account),
            (Lines{"SWPPX mutual_fund", "912797ZZ3 treasury 2027-03-18 zero"}));
  EXPECT_EQ(skipped_lines(imported), Lines{"margin.csv:12 a total"});
}

TEST(Schwab, ReadsOneOfSeveralAccounts) {
  const auto unchosen = read("all_accounts.csv");
  ASSERT_EQ(unchosen.refused.size(), 1u);
  EXPECT_EQ(unchosen.refused[0].what,
            "the file holds several accounts; choose one with --account: Individual ...111, Roth "
            "Contributory IRA ...222");
  const auto roth = read("all_accounts.csv", "222");
  EXPECT_EQ(refused_lines(roth.refused), Lines{});
  EXPECT_EQ(row_count(roth.value), "3 read + 5 skipped + 0 refused = 8");
  EXPECT_EQ(account_line(roth.value.account),
            "schwab-222 retirement 2026-11-20 USD cash 40.00 USD");
  EXPECT_EQ(position_lines(roth.value),
            (Lines{"VTI 10 cost 300.00 at 330.00", "SWVXX 1200 cost 1.00 at 1.00"}));
  EXPECT_EQ(skipped_lines(roth.value).back(), "all_accounts.csv:16 a footnote");
  const auto individual = read("all_accounts.csv", "Individual ...111");
  EXPECT_EQ(account_line(individual.value.account),
            "schwab-111 cash 2026-11-20 USD cash 250.00 USD");
  EXPECT_EQ(skipped_lines(individual.value)[1],
            "all_accounts.csv:11 of account Roth Contributory IRA ...222");
}

TEST(Schwab, ReadsOlderHeadings) {
  const auto [imported, refused] = read("older_heading.csv");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(account_line(imported.account), "schwab-4444 cash 2026-11-20 USD cash 61.04 USD");
  EXPECT_EQ(position_lines(imported), Lines{"KO 100 cost 65.00 at 70.00"});
}

TEST(Schwab, RefusesRowsWithTheirLine) {
  const auto [imported, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(imported), "1 read + 0 skipped + 7 refused = 8");
  EXPECT_EQ(position_lines(imported), Lines{"IBM 1 at 300.00"});
  EXPECT_FALSE(imported.account.cash.has_value());
  EXPECT_EQ(refused_lines(refused),
            (Lines{
                "bad_rows.csv:4 the quantity is blank",
                "bad_rows.csv:5 \"AAPL 13/45/2027 270.00 C\" is not an option: write it like "
                "AAPL270115C00250000",
                "bad_rows.csv:6 the value 45.00 is not 1 x 4.50 x 100 = 450.00, to within the 0.51 "
                "that printed digits leave open",
                "bad_rows.csv:7 \"ten\" is not a number",
                "bad_rows.csv:8 the symbol is blank",
                "bad_rows.csv:10 the cash is blank",
                "bad_rows.csv:11 a quote that is never closed",
            }));
}

TEST(Schwab, NeedsItsTitleForTheDay) {
  EXPECT_EQ(refused_lines(read("no_title.csv").refused),
            Lines{"no_title.csv the file does not say of which day it is"});
}

const std::string heading =
    "\"Positions for account Individual ...123 as of 04:05 PM ET, 2026/11/20\"\n\n"
    "\"Symbol\",\"Description\",\"Qty (Quantity)\",\"Price\",\"Mkt Val (Market Value)\",\"Cost "
    "Basis\",\"Security Type\",\n";

/// What stands alone in a row is a sentence, or what is left of a row.
TEST(Schwab, RefusesRowsCutShort) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"\"Figures are invented.\"", "skipped: f.csv:4 a footnote"},
      {"\"KO\"", "f.csv:4 the row is cut short"},
      {"\"AAPL 01/15/2027 270.00 C\"", "f.csv:4 the row is cut short"},
      {"\"Cash & Cash Investments\"", "f.csv:4 the row is cut short"},
      {"\"Account Total\"", "f.csv:4 the row is cut short"},
      {"\"KO\",\"COCA-COLA CO\",\"100\"", "f.csv:4 the row is cut short: it has 3 of 7 cells"}};
  for (const auto& [row, becomes] : table) {
    const std::string whole = "\"IBM\",\"INTL\",\"1\",\"300.00\",\"$300.00\",\"--\",\"Equity\",\n";
    const auto [imported, refused] = import_file({"f.csv", heading + row + "\n" + whole}, {});
    EXPECT_EQ(refused.empty() ? "skipped: " + skipped_lines(imported).at(0)
                              : refused_lines(refused).at(0),
              becomes);
  }
}

TEST(Schwab, ComparesTheTotalOfEachAccountWithItsRows) {
  Input file = fixture("schwab/all_accounts.csv");
  const auto refused = [&](const std::string& account) {
    ImportOptions options;
    options.account = account;
    return refused_lines(import_file(file, options).refused);
  };
  file.bytes.replace(file.bytes.find("$4,540.00"), 9, "$4,640.00");
  EXPECT_EQ(refused("222"),
            Lines{"all_accounts.csv:14 the total is 4640.00 and the rows add up to 4540.00"});
  EXPECT_EQ(refused("111"), Lines{});
}

TEST(Schwab, SaysWhereNothingShowsThatItIsWhole) {
  const std::string row = "\"IBM\",\"INTL\",\"1\",\"300.00\",\"$300.00\",\"--\",\"Equity\",\n";
  const std::string total = "\"Account Total\",\"\",\"--\",\"--\",\"$300.00\",\"--\",\"--\",\n";
  const std::string note =
      "the file has no total of the account, so nothing shows whether it is whole";
  const auto notes = [](const std::string& rows) {
    return import_file({"f.csv", heading + rows}, {}).value.notes;
  };
  EXPECT_EQ(notes(row).front(), note);
  EXPECT_EQ(std::ranges::count(notes(row + total), note), 0);
}

}  // namespace
}  // namespace plimsoll::io
