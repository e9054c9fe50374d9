#include <gtest/gtest.h>

#include "io/import.hpp"
#include "tests/import_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

Loaded<Imported> read(const std::string& name, const std::string& account = {}) {
  ImportOptions options;
  options.account = account;
  return import_file(fixture("ibkr_flex/" + name), options);
}

Lines lot_lines(const Imported& imported) {
  Lines lines;
  for (const DraftPosition& position : imported.account.positions)
    for (const DraftLot& lot : position.lots)
      lines.push_back(position.symbol + " " + to_text(lot.quantity) + " cost " +
                      to_text(lot.cost, 2) + " on " + to_text(lot.date));
  return lines;
}

TEST(IbkrFlex, ReadsAMarginAccountAndCountsLotsOnce) {
  const auto [imported, refused] = read("margin.xml");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "14 read + 1 skipped + 0 refused = 15");
  EXPECT_EQ(account_line(imported.account),
            "ibkr-0001 margin 2026-11-20 USD cash 1000.00 EUR -21208.00 USD");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "AAPL 200 cost 182.400001235 at 250.00",
                                          "AAPL  270115C00270000 -2 cost 6.10 at 4.50",
                                          "SPXW  261218P06500000 1 cost 25.00 at 20.15",
                                          "UPRO 100 cost 96.00 at 120.00",
                                          "VWCE 10 cost 101.00 at 130.50",
                                          "T 4 1/8 11/15/32 10000 cost 98.00 at 99.50",
                                          "BRKB -5 cost 500.00 at 480.00",
                                      }));
  EXPECT_EQ(description_lines(imported.account), (Lines{
                                                     "AAPL equity",
                                                     "AAPL  270115C00270000 option x100",
                                                     "SPXW  261218P06500000 option SPX x100",
                                                     "VWCE etf EUR",
                                                     "T 4 1/8 11/15/32 treasury 2032-11-15",
                                                 }));
  EXPECT_EQ(lot_lines(imported),
            (Lines{"AAPL 150 cost 180.00 on 2024-01-15", "AAPL 50 cost 189.60 on 2025-03-07"}));
  EXPECT_EQ(skipped_lines(imported), Lines{"margin.xml:24 a row of Trade, which is not read"});
  EXPECT_EQ(imported.market.currencies,
            (std::map<Currency, Decimal>{{Currency{"EUR"}, 1.08455_d}}));
}

TEST(IbkrFlex, ReadsOtherAttributesAndEveryCategory) {
  const auto [imported, refused] = read("other_attributes.xml");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "10 read + 1 skipped + 0 refused = 11");
  EXPECT_EQ(account_line(imported.account), "ibkr-0002 cash 2026-11-20 EUR cash 1000.25 EUR");
  EXPECT_EQ(position_lines(imported), (Lines{
                                          "EUR ETF 100 at 50.00",
                                          "ESTX50261218C05000000 -3 at 41.50",
                                          "ESZ6 1 at 7010.25",
                                          "EW1Z6 C7100 1 at 55.00",
                                          "EXMP WS 10 at 1.50",
                                          "BTC 0.00012345 at 91000.00",
                                          "VTSAX 2.5 at 150.00",
                                      }));
  EXPECT_EQ(description_lines(imported.account),
            (Lines{
                "EUR ETF equity",
                "ESTX50261218C05000000 option x10",
                "ESZ6 future USD ES 202612 CME x50",
                "EW1Z6 C7100 future_option USD call ES 202612 CME strike 7100 x50",
                "EXMP WS warrant USD EXMP expires 2028-06-01 strike 11.5 x1",
                "BTC crypto",
                "VTSAX mutual_fund USD",
            }));
}

TEST(IbkrFlex, AddsLotsUpWhereThereIsNoSummary) {
  const auto [imported, refused] = read("lots_only.xml");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(row_count(imported), "2 read + 0 skipped + 0 refused = 2");
  EXPECT_EQ(position_lines(imported), Lines{"KO 100 at 70.00"});
  EXPECT_EQ(lot_lines(imported),
            (Lines{"KO 60 cost 60.00 on 2024-01-02", "KO 40 cost 65.00 on 2025-01-02"}));
}

TEST(IbkrFlex, ReadsTheLatestStatementOfOneAccount) {
  EXPECT_EQ(refused_lines(read("two_statements.xml").refused),
            Lines{"two_statements.xml the file holds several accounts"});
  const auto [imported, refused] = read("two_statements.xml", "U1");
  EXPECT_EQ(refused_lines(refused), Lines{});
  EXPECT_EQ(position_lines(imported), Lines{"KO 2 at 70.00"});
  EXPECT_EQ(skipped_lines(imported), (Lines{"two_statements.xml:2 of an earlier statement",
                                            "two_statements.xml:4 of account U2"}));
}

TEST(IbkrFlex, RefusesRowsWithTheirLine) {
  const auto [imported, refused] = read("bad_rows.xml");
  EXPECT_EQ(row_count(imported), "1 read + 0 skipped + 8 refused = 9");
  EXPECT_EQ(position_lines(imported), Lines{"IBM 1 at 300.00"});
  EXPECT_EQ(refused_lines(refused),
            (Lines{
                "bad_rows.xml:6 \"many\" is not a number",
                "bad_rows.xml:7 \"dollars\" is no currency",
                "bad_rows.xml:10 the quantity is blank",
                "bad_rows.xml:11 \"CFD\" is a category no instrument of this project covers",
                "bad_rows.xml:12 the strike 275.00 is not the one in the symbol, 270.00",
                "bad_rows.xml:13 \"WEIRD\" is an option without strike, expiry or right",
                "bad_rows.xml:14 the exchange rate \"-1\" is out of range",
                "bad_rows.xml:15 \"1e400\" is too large to be an amount",
            }));
}

TEST(IbkrFlex, RefusesTotalsThatAreNotTheirRows) {
  const auto [imported, refused] = read("contradictions.xml");
  EXPECT_EQ(refused_lines(refused),
            (Lines{
                "contradictions.xml:7 the cash in all currencies is -3000.00 USD and the rows add "
                "up to -892.00",
                "contradictions.xml:13 the total is 9999.00 and the rows add up to 9160.00",
            }));
  EXPECT_EQ(row_count(imported), "9 read + 1 skipped + 2 refused = 12");
  EXPECT_EQ(skipped_lines(imported), Lines{"contradictions.xml:23 a rate of an earlier day"});
  EXPECT_EQ(imported.market.currencies, (std::map<Currency, Decimal>{{Currency{"EUR"}, 1.08_d}}));
}

/// Shares lent out are counted apart from the stock, and then no row sum is the total.
TEST(IbkrFlex, ComparesNoTotalBesideSecuritiesLent) {
  Input file = fixture("ibkr_flex/contradictions.xml");
  const auto replace = [&](const std::string& from, const std::string& to) {
    ASSERT_NE(file.bytes.find(from), std::string::npos) << from;
    file.bytes.replace(file.bytes.find(from), from.size(), to);
  };
  replace("endingCash=\"-3000\"", "endingCash=\"-892\"");
  replace("stock=\"9999\"", "stock=\"9999\" slbDirectSecuritiesLent=\"-839\"");
  EXPECT_EQ(refused_lines(import_file(file, {}).refused), Lines{});
  replace("slbDirectSecuritiesLent=\"-839\"", "slbDirectSecuritiesLent=\"0\"");
  EXPECT_EQ(import_file(file, {}).refused.size(), 1u);
  replace("stock=\"9999\"", "stock=\"9160\"");
  EXPECT_EQ(refused_lines(import_file(file, {}).refused), Lines{});
  replace("options=\"-500\"", "options=\"-600\"");
  EXPECT_EQ(import_file(file, {}).refused.size(), 1u);
}

TEST(IbkrFlex, RefusesASymbolThatStandsTwiceAndLotsThatAreNothing) {
  const auto with = [](const std::string& rows) {
    return import_file({"f.xml",
                        "<FlexQueryResponse><FlexStatements><FlexStatement accountId=\"U1\" "
                        "toDate=\"20261120\">\n" +
                            rows + "\n</FlexStatement></FlexStatements></FlexQueryResponse>"},
                       {});
  };
  const std::string lot =
      "<OpenPosition symbol=\"KO\" assetCategory=\"STK\" markPrice=\"70\" levelOfDetail=\"LOT\" ";
  const std::string summary = "<OpenPosition symbol=\"KO\" assetCategory=\"STK\" ";
  EXPECT_EQ(
      refused_lines(with(summary + "position=\"5\"/>\n" + summary + "position=\"6\"/>").refused),
      Lines{"f.xml:3 \"KO\" stands at f.xml:2 too"});
  EXPECT_EQ(refused_lines(with(lot + "position=\"5\"/>\n" + lot + "position=\"-5\"/>").refused),
            Lines{"f.xml:3 with this lot nothing is held"});
}

TEST(IbkrFlex, RefusesWholeFiles) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"error.xml",
       "error.xml Interactive Brokers sent an error instead of a statement: 1019 Statement "
       "generation in progress."},
      {"truncated.xml", "truncated.xml:6 this is not well-formed XML: unclosed token"},
      {"doctype.xml",
       "doctype.xml:1 a document type declaration (<!DOCTYPE>), which no broker's file has"}};
  for (const auto& [name, expected] : table) {
    const auto [imported, refused] = read(name);
    EXPECT_EQ(refused_lines(refused), Lines{expected});
    EXPECT_EQ(row_count(imported), "0 read + 0 skipped + 0 refused = 0");
  }
}

}  // namespace
}  // namespace plimsoll::io
