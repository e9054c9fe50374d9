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
  return import_file(fixture("vanguard/" + name), options);
}

TEST(Vanguard, ReadsHoldingsAndPassesOverTransactions) {
  const auto [imported, refused] = read("holdings_and_transactions.csv");
  EXPECT_EQ(imported.recognised, "Vanguard holdings CSV");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "5 read + 2 skipped + 0 refused = 7");
  EXPECT_EQ(account_line(imported.account), "vanguard-5678 cash 2026-11-20 USD cash unknown");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "VTI 50 at 330.00",
                                          "VMFXX 1234.56 at 1.00",
                                          "VTSAX 10.5 at 150.00",
                                          "2036-01-15 1.875 TREASURY 5000 at 95.00",
                                          "BRKB 3 at 480.00",
                                      }));
  EXPECT_EQ(description_lines(imported.account),
            (Lines{"VMFXX money_market", "VTSAX mutual_fund",
                   "2036-01-15 1.875 TREASURY treasury 2036-01-15"}));
  EXPECT_EQ(skipped_lines(imported), (Lines{"holdings_and_transactions.csv:11 a transaction",
                                            "holdings_and_transactions.csv:12 a transaction"}));
}

TEST(Vanguard, ReadsOneOfSeveralAccounts) {
  EXPECT_EQ(refused_lines(read("two_accounts.csv").refused),
            Lines{"two_accounts.csv the file holds several accounts"});
  const auto [imported, refused] = read("two_accounts.csv", "2222");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "2 read + 1 skipped + 0 refused = 3");
  EXPECT_EQ(position_lines(imported),
            (Lines{"VMFXX 500 at 1.00", "2028-02-10 4.10000 BOND 5000 at 100.00"}));
  EXPECT_EQ(
      description_lines(imported.account),
      (Lines{"VMFXX money_market", "2028-02-10 4.10000 BOND bond 2028-02-10 not marginable"}));
}

TEST(Vanguard, RefusesRowsWithTheirLine) {
  const auto [imported, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(imported), "1 read + 1 skipped + 4 refused = 6");
  EXPECT_EQ(position_lines(imported), Lines{"KO 3 at 70.00"});
  EXPECT_EQ(
      refused_lines(refused),
      (Lines{
          "bad_rows.csv:2 \"SOMETHING WITHOUT A SYMBOL\" has no symbol",
          "bad_rows.csv:3 the number of shares is blank",
          "bad_rows.csv:4 \"1..5\" is not a number",
          "bad_rows.csv:6 the value of this bond is not its quantity times its price, per 100 "
          "or per unit",
      }));
}

TEST(Vanguard, NeedsADayAndHoldings) {
  // What is wrong with its rows is said beside it.
  const auto undated = import_file(fixture("vanguard/bad_rows.csv"), {});
  EXPECT_EQ(undated.value.rows_total, 0u);
  EXPECT_EQ(undated.refused.size(), 5u);
  EXPECT_EQ(refused_lines(undated.refused).back(),
            "bad_rows.csv the file does not say of which day it is");
  EXPECT_EQ(refused_lines(read("transactions_only.csv").refused),
            Lines{"transactions_only.csv this is a list of transactions"});
}

TEST(Vanguard, RefusesWhatContradictsItselfOrWasCutShort) {
  const std::string total = "12345678,TOTAL ACCOUNT,,,,";
  const std::vector<std::pair<std::string, std::string>> table{
      {"12345678,COCA-COLA CO,KO,3,70.00,210.00,", "KO 3 at 70.00"},
      {"12345678,COCA-COLA CO,KO,3,70.00,,", "KO 3 at 70.00"},
      {"12345678,COCA-COLA CO,KO,3,70.00,21",
       "f.csv:2 the row is cut short: it ends before the heading does"},
      {"12345678,COCA-COLA CO,KO,30", "f.csv:2 the row is cut short: it has 4 of 6 cells"},
      {"12345678,COCA-COLA CO,KO,3,70.00,2100.00,",
       "f.csv:2 the value 2100.00 is not 3 x 70.00 = 210.00, to within the 0.02 that printed "
       "digits leave open"},
      {"12345678,U S TREASURY NOTE 1.875 01/15/36,null,50,95.00,4750.00,",
       "2036-01-15 1.875 TREASURY 5000 at 95.00"},
      {"12345678,U S TREASURY NOTE 1.875 01/15/36,null,50,95.00,,",
       "f.csv:2 the total value is blank, and nothing else tells in which units this bond is "
       "counted"},
      {"12345678,COCA-COLA CO,KO,3,70.00,210.00,\n" + total + "210.00,", "KO 3 at 70.00"},
      {"12345678,COCA-COLA CO,KO,3,70.00,210.00,\n" + total + "310.00,",
       "f.csv:3 the total is 310.00 and the rows add up to 210.00"}};
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  for (const auto& [rows, becomes] : table) {
    const auto [imported, refused] = import_file(
        {"f.csv",
         "Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,\n" + rows + "\n"},
        options);
    EXPECT_EQ(refused.empty() ? position_lines(imported).at(0) : refused_lines(refused).at(0),
              becomes);
  }
}

}  // namespace
}  // namespace plimsoll::io
