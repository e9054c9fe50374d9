#include <gtest/gtest.h>

#include "io/import.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<Imported> read(const std::string& name, ImportOptions options = {}) {
  return import_file(fixture("fidelity/" + name), options);
}
Loaded<Imported> read_with(const std::string& name, const std::string& balances) {
  ImportOptions options;
  options.balances = fixture("fidelity/" + balances);
  return read(name, options);
}
Loaded<Imported> read_account(const std::string& name, const std::string& account) {
  ImportOptions options;
  options.account = account;
  return read(name, options);
}

TEST(Fidelity, ReadsAMarginAccount) {
  const auto [imported, refused] = read("margin.csv");
  EXPECT_EQ(imported.recognised, "Fidelity positions CSV");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "9 read + 1 skipped + 0 refused = 10");
  EXPECT_EQ(account_line(imported.account), "fidelity-0001 margin 2026-11-20 USD cash unknown");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "AMAT 100 margin cost 300.00 at 380.00",
                                          "AMAT 10 cash cost 300.00 at 380.00",
                                          "AMAT  270115C00400000 -1 margin cost 10.00 at 9.10",
                                          "AAPL  270115P00200000 2 margin cost 1.50 at 1.25",
                                          "GME -50 short cost 24.00 at 22.00",
                                          "BRKB 3.125 margin at 480.00",
                                      }));
  EXPECT_EQ(description_lines(imported.account), Lines{});
  EXPECT_EQ(skipped_lines(imported), Lines{"margin.csv:10 a footnote"});
  EXPECT_EQ(imported.account.positions[2].where, "margin.csv:5");
}

TEST(Fidelity, TellsBondsAndFunds) {
  const auto [imported, refused] = read("bonds_and_funds.csv");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(account_line(imported.account), "fidelity-0002 cash 2026-11-20 USD cash unknown");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "912797ZZ3 10000 cash cost 97.95 at 98.70",
                                          "123456782 5000 cash cost 100.00 at 101.20",
                                          "FXAIX 10.5 cash cost 190.48 at 230.00",
                                          "FZDXX 1500 cash cost 1.00 at 1.00",
                                          "31617E745 20 cash at 50.00",
                                      }));
  EXPECT_EQ(description_lines(imported.account), (Lines{
                                                     "912797ZZ3 treasury 2027-03-18 zero",
                                                     "123456782 bond 2029-06-01",
                                                     "FXAIX mutual_fund",
                                                     "FZDXX money_market",
                                                     "31617E745 equity not marginable",
                                                 }));
}

TEST(Fidelity, ReadsOneOfSeveralAccounts) {
  const auto unchosen = read("two_accounts.csv");
  EXPECT_EQ(unchosen.value.rows_total, 0u);
  EXPECT_EQ(refused_lines(unchosen.refused),
            Lines{"two_accounts.csv the file holds several accounts"});
  EXPECT_NE(unchosen.refused[0].what.find("Z90000003, 240000004"), std::string::npos);

  const auto first = read_account("two_accounts.csv", "0003");
  EXPECT_EQ(row_count(first.value), "3 read + 3 skipped + 0 refused = 6");
  EXPECT_EQ(account_line(first.value.account), "fidelity-0003 cash 2026-11-20 USD cash unknown");
  EXPECT_EQ(skipped_lines(first.value),
            (Lines{"two_accounts.csv:4 of account 240000004",
                   "two_accounts.csv:5 of account 240000004", "two_accounts.csv:8 a footnote"}));
  const auto second = read_account("two_accounts.csv", "240000004");
  EXPECT_EQ(account_line(second.value.account),
            "fidelity-0004 retirement 2026-11-20 USD cash unknown");
  EXPECT_EQ(position_lines(second.value), Lines{"VTI 10 cash cost 300.00 at 330.00"});
}

TEST(Fidelity, ReadsOtherYearsHeadings) {
  const auto [imported, refused] = read("lower_case.csv");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "3 read + 0 skipped + 0 refused = 3");
  EXPECT_EQ(position_lines(imported), (Lines{"KO 100 cash cost 65.00 at 70.00",
                                             "TER   280121C00175000 1 cash cost 15.00 at 20.00"}));
}

TEST(Fidelity, RefusesRowsWithTheirLineAndReadsTheRest) {
  const auto [imported, refused] = read("bad_rows.csv");
  EXPECT_EQ(row_count(imported), "2 read + 1 skipped + 13 refused = 16");
  EXPECT_EQ(position_lines(imported), Lines{"JPM 2 cash at 300.00"});
  EXPECT_EQ(
      refused_lines(refused),
      (Lines{
          "bad_rows.csv:2 the quantity is blank",
          "bad_rows.csv:3 the symbol is blank",
          "bad_rows.csv:4 \"1,5\" is not a number",
          "bad_rows.csv:5 \"AMAT261324C400\" is not an option: its expiry is no day of the "
          "calendar",
          "bad_rows.csv:6 \"AAPL1 270115C00200000\" is an adjusted option and the row does not "
          "say what one contract delivers",
          "bad_rows.csv:7 the value 90.00 is not 1 x 9.00 x 100 = 900.00, to within the 0.51 "
          "that printed digits leave open",
          "bad_rows.csv:8 the row is a short holding, but its quantity is above zero",
          "bad_rows.csv:9 the price -5.00 is below zero",
          "bad_rows.csv:10 \"Barter\" is no type",
          "bad_rows.csv:11 \"1e308\" is too large to be an amount",
          "bad_rows.csv:12 \"nan\" is not a number",
          "bad_rows.csv:13 text after a closing quote",
          "bad_rows.csv:14 the quantity is zero",
      }));
}

TEST(Fidelity, RefusesWholeFiles) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"utf16.csv", "utf16.csv the file is UTF-16 text"},
      {"empty.csv", "empty.csv the file is empty"},
      {"history.csv", "history.csv this is Fidelity's history"},
      {"balances_debit.csv", "balances_debit.csv this is Fidelity's balances file"},
      {"no_date.csv", "no_date.csv the file does not say of which day it is"}};
  for (const auto& [name, expected] : table) {
    const auto [imported, refused] = read(name);
    EXPECT_EQ(refused_lines(refused), Lines{expected});
    EXPECT_EQ(row_count(imported), "0 read + 0 skipped + 0 refused = 0");
  }
}

TEST(Fidelity, ReadsWhatIsLeftOfADamagedFile) {
  const auto nul = read("nul.csv");
  EXPECT_EQ(refused_lines(nul.refused), Lines{"nul.csv:2 a NUL or another control character"});
  EXPECT_EQ(position_lines(nul.value), Lines{"PEP 1 cash at 150.00"});
  ImportOptions options;
  options.as_of = Date{2026y / November / 20};
  const auto cut = read("truncated.csv", options);
  EXPECT_EQ(refused_lines(cut.refused), Lines{"truncated.csv:3 a quote that is never closed"});
  EXPECT_EQ(position_lines(cut.value), Lines{"KO 100 cash at 70.00"});
}

TEST(Fidelity, TakesCashFromTheBalancesAndChecksIt) {
  const auto adds_up = read_with("margin.csv", "balances_debit.csv");
  EXPECT_EQ(account_line(adds_up.value.account),
            "fidelity-0001 margin 2026-11-20 USD cash 1265.44 USD");
  EXPECT_EQ(adds_up.value.notes.front(),
            "cash is 1265.44 USD: the net debit and the core fund; pending activity's -1234.56 is "
            "inside the net debit: with the holdings it is the total account value");
  const auto does_not = read_with("margin.csv", "balances_other_moment.csv");
  EXPECT_EQ(account_line(does_not.value.account),
            "fidelity-0001 margin 2026-11-20 USD cash -1234.56 USD");
  EXPECT_NE(does_not.value.notes.front().find("may be of different moments"), std::string::npos);
  const auto contradicts = read_with("margin.csv", "balances_settled.csv");
  EXPECT_EQ(account_line(contradicts.value.account),
            "fidelity-0001 margin 2026-11-20 USD cash unknown");
  EXPECT_EQ(
      contradicts.value.notes.back(),
      "cash is unknown: the total account value less the holdings is -1540.00, which is "
      "neither settled cash, 90000.00, nor the core fund, 2500.00, with or without pending "
      "activity, -1234.56, so the two files may be of different moments; download both again");
  const auto not_balances = read_with("margin.csv", "history.csv");
  EXPECT_EQ(refused_lines(not_balances.refused),
            Lines{"history.csv this is not Fidelity's balances file"});
}

TEST(Fidelity, ReadsTheExample) {
  const auto example = [](const std::string& name) {
    return fixture("../../examples/fidelity/" + name);
  };
  ImportOptions options;
  options.balances = example("Balances.csv");
  const auto [imported, refused] = import_file(example("Portfolio_Positions.csv"), options);
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "12 read + 2 skipped + 0 refused = 14");
  EXPECT_EQ(account_line(imported.account),
            "fidelity-4821 margin 2026-11-20 USD cash -60000.00 USD");
  EXPECT_EQ(imported.account.positions.size(), 10u);
  EXPECT_EQ(
      imported.notes.front(),
      "cash is -60000.00 USD: the net debit; the core fund's 1250.00 is inside the net debit: "
      "with the holdings it is the total account value");
}

/// Rows under a heading of no more than what is needed, and the end of a whole file.
Loaded<Imported> read_rows(const std::string& rows, std::optional<Input> balances = {}) {
  ImportOptions options;
  options.balances = std::move(balances);
  return import_file(
      {"p.csv",
       "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Type\n" +
           rows + "\n\"Date downloaded Nov-20-2026 at 4:15 p.m ET\"\n"},
      options);
}

/// What a broker's own data legitimately leaves open is read; what contradicts itself is not.
TEST(Fidelity, ReadsOddRowsAndRefusesContradictions) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"Z1,Mine,XYZ,NOT TRADED,5,n/a,--,Cash,", "XYZ 5 cash"},
      {"Z1,Mine,XYZ,NOT TRADED,5,--,n/a,Cash,", "XYZ 5 cash"},
      {"Z1,Mine,XYZ,WORTHLESS,5,$0.00,$0.00,Cash,", "XYZ 5 cash at 0.00"},
      {"Z1,Mine,XYZ,A THIRD,0.333,$100.00,$33.33,Cash,", "XYZ 0.333 cash at 100.00"},
      {"Z1,Mine,XYZ,SUBPENNY,1000,$0.0123,$12.30,Cash,", "XYZ 1000 cash at 0.0123"},
      {"Z1,Mine,XYZ,ROUNDED,1000,$0.01,$12.30,Cash,", "XYZ 1000 cash at 0.01"},
      {"Z1,Mine,XYZ,BLANK TYPE,5,$1.00,$5.00,--,", "XYZ 5 at 1.00"},
      {"Z1,Mine,FZDXX**,NO PRICE,1500,,$1500.00,Cash,", "FZDXX 1500 cash"},
      {"Z1,Mine,XYZ,BOTH BELOW ZERO,-5,$(1.00),$(5.00),Short,",
       "p.csv:2 the value -5.00 is not -5 x -1.00 = 5.00, to within the 0.03 that printed "
       "digits leave open"},
      {"Z1,Mine,XYZ,SHORT,-5,$1.00,$(5.00),Short,", "XYZ -5 short at 1.00"},
      {"Z1,Mine,XYZ,SHORT,-5,$1.00,$5.00,Short,",
       "p.csv:2 the value 5.00 is not -5 x 1.00 = -5.00, to within the 0.03 that printed digits "
       "leave open"},
      {"Z1,Mine,XYZ,TEN TIMES,50,$1.00,$5.00,Cash,",
       "p.csv:2 the value 5.00 is not 50 x 1.00 = 50.00, to within the 0.26 that printed digits "
       "leave open"},
      {"Z1,Mine, -KO270115C70,PUT (KO) COCA COLA CO JAN 15 27 $70 (100 "
       "SHS),1,$5.00,$500.00,Margin,",
       "p.csv:2 the description says a put and the symbol a call"},
      {"Z1,Mine, -KO270115C70,CALL (KO) COCA COLA CO JAN 15 27 $75 (100 "
       "SHS),1,$5.00,$500.00,Margin,",
       "p.csv:2 the description says strike 75.00 and the symbol 70.00"},
      {"Z1,Mine, -KO270115C70,CALL (KO) COCA COLA CO JAN 22 27 $70 (100 "
       "SHS),1,$5.00,$500.00,Margin,",
       "p.csv:2 the description says expiry 2027-01-22 and the symbol 2027-01-15"},
      {"Z1,Mine, -KO270115C70,CALL (KO) COCA COLA CO JAN 15 27 $70 (10 "
       "SHS),1,$5.00,$500.00,Margin,",
       "p.csv:2 the description says 10 shares a contract, and the symbol is of 100"},
      {"Z1,Mine,XYZ,CUT,5,$1.00", "p.csv:2 the row is cut short: it has 6 of 8 cells"},
      {"Z1,Mine,XYZ,\"COMMA\",5,$1,000.00,$5000.00,Cash",
       "p.csv:2 the row has more cells than the heading has columns"},
      {"Z1,Mine,XYZ,TWICE,5,$1.00,$5.00,Cash,\nZ1,Mine,XYZ,TWICE,6,$1.00,$6.00,Cash,",
       "p.csv:3 \"XYZ\" stands at p.csv:2 too"},
      {"Z1,Mine,XYZ,TWO LOTS,5,$1.00,$5.00,Cash,\nZ1,Mine,XYZ,TWO LOTS,6,$1.10,$6.60,Margin,",
       "p.csv:3 XYZ has two prices in this file, 1.00 and 1.10"}};
  for (const auto& [row, becomes] : table) {
    const auto [imported, refused] = read_rows(row);
    EXPECT_EQ(refused.empty() ? position_lines(imported).at(0) : refused_lines(refused).at(0),
              becomes);
  }
}

/// A total may or may not count the core fund, pending activity and what is owed.
TEST(Fidelity, ComparesATotalWithItsRows) {
  const auto total = [](const std::string& type, const std::string& value) {
    const auto read = read_rows("Z1,Mine,KO,COCA-COLA CO,100,$70.00,$7000.00," + type +
                                ",\nZ1,Mine,SPAXX**,HELD IN MONEY MARKET,,,$500.00,Cash,\n"
                                "Z1,Mine,Pending activity,,,,$-200.00,\n"
                                "Z1,Mine,Account Total,,,," +
                                value + ",");
    return read.refused.empty() ? skipped_lines(read.value).back()
                                : refused_lines(read.refused).back();
  };
  const std::string wrong = "p.csv:5 the total is ";
  for (const std::string value : {"$7000.00", "$7500.00", "$6800.00", "$7300.00", "--"})
    EXPECT_EQ(total("Cash", value), "p.csv:5 a total") << value;
  EXPECT_EQ(total("Cash", "$7500.02"), wrong + "7500.02 and the rows add up to 7500.00");
  EXPECT_EQ(total("Cash", "$4000.00"), wrong + "4000.00 and the rows add up to 7500.00");
  EXPECT_EQ(total("Margin", "$4000.00"), "p.csv:5 a total, which may be less of what is owed");
  EXPECT_EQ(total("Margin", "$9000.00"), wrong + "9000.00 and the rows add up to 7500.00");
}

}  // namespace
}  // namespace plimsoll::io
