#include "io/ibkr_held.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

using Row = std::map<std::string IbkrRow::*, std::string>;

std::string held(IbkrRow row) {
  if (row.quantity.empty()) row.quantity = "1";
  const auto read = ibkr_held(row, "USD");
  if (!read) return "refused: " + read.error().what.substr(0, read.error().what.find(';'));
  std::string text = read->symbol + " " + to_text(read->quantity);
  if (!read->description) return text;
  const Description& said = *read->description;
  for (const std::string& word : {said.type, said.currency, said.underlying, said.product,
                                  said.month, said.option_month, said.right})
    if (!word.empty()) text += " " + word;
  if (said.maturity) text += " " + to_text(*said.maturity);
  if (said.multiplier) text += " x" + to_text(*said.multiplier, 0);
  if (said.zero_coupon == true) text += " zero";
  return text;
}

IbkrRow row(std::string category, std::string symbol) {
  IbkrRow made;
  made.category = std::move(category);
  made.symbol = std::move(symbol);
  made.currency = "USD";
  return made;
}

TEST(IbkrHeld, TellsCategoriesOfBothFormats) {
  EXPECT_EQ(held(row("STK", "BRK B")), "BRKB 1");
  EXPECT_EQ(held(row("Stocks", "KO")), "KO 1");
  EXPECT_EQ(held(row("", "KO")), "KO 1");
  EXPECT_EQ(held(row("", "KO    270115C00070000")), "KO    270115C00070000 1 option");
  EXPECT_EQ(held(row("Equity and Index Options", "TQQQ 24AUG27 70 P")),
            "TQQQ  270824P00070000 1 option");
  EXPECT_EQ(held(row("Mutual Funds", "VTSAX")), "VTSAX 1 mutual_fund");
  EXPECT_EQ(held(row("Cryptocurrencies", "BTC")), "BTC 1 crypto");
  EXPECT_EQ(held(row("CFDs", "KO")),
            "refused: \"CFDs\" is a category no instrument of this project covers");
  EXPECT_TRUE(is_ibkr_currency("Forex"));
  EXPECT_TRUE(is_ibkr_currency("CASH"));
  EXPECT_FALSE(is_ibkr_currency("STK"));
}

TEST(IbkrHeld, BuildsOptionsFromTheirPartsAndChecksThem) {
  IbkrRow option = row("OPT", "C OESX DEC 26 5000");
  option.underlying = "ESTX50";
  option.strike = "5000";
  option.expiry = "20261218";
  option.right = "C";
  option.multiplier = "10";
  option.currency = "EUR";
  EXPECT_EQ(held(option), "ESTX50261218C05000000 1 option EUR x10");
  option.right.clear();
  EXPECT_EQ(held(option),
            "refused: \"C OESX DEC 26 5000\" is an option without strike, expiry or right");
  IbkrRow weekly = row("OPT", "SPXW  261218P06500000");
  weekly.underlying = "SPX";
  EXPECT_EQ(held(weekly), "SPXW  261218P06500000 1 option SPX");
  weekly.expiry = "20261217";
  EXPECT_EQ(held(weekly),
            "refused: the expiry 2026-12-17 is not the one in the symbol, 2026-12-18");
}

TEST(IbkrHeld, RefusesARowThatContradictsItself) {
  const auto option = [](std::string IbkrRow::* field, std::string text) {
    IbkrRow made = row("OPT", "AAPL  270115C00270000");
    made.name = "AAPL 15JAN27 270 C";
    made.multiplier = "100";
    made.quantity = "-2";
    made.price = "4.5";
    made.value = "-900";
    made.side = "Short";
    made.right = "C";
    made.*field = std::move(text);
    return made;
  };
  const std::vector<std::tuple<std::string IbkrRow::*, std::string, std::string>> table{
      {&IbkrRow::currency, "USD", "AAPL  270115C00270000 -2 option x100"},
      {&IbkrRow::side, "", "AAPL  270115C00270000 -2 option x100"},
      {&IbkrRow::side, "Long", "refused: the side is Long and the quantity is -2"},
      {&IbkrRow::quantity, "2", "refused: the side is Short and the quantity is 2"},
      {&IbkrRow::right, "P", "refused: the row says a put and the symbol does not"},
      {&IbkrRow::name, "AAPL 15JAN27 270 P",
       "refused: the description says a put and the symbol a call"},
      {&IbkrRow::name, "AAPL 15JAN27 275 C",
       "refused: the description says strike 275.00 and the symbol 270.00"},
      {&IbkrRow::name, "AAPL 22JAN27 270 C",
       "refused: the description says expiry 2027-01-22 and the symbol 2027-01-15"},
      {&IbkrRow::value, "900",
       "refused: the value 900.00 is not -2 x 4.50 x 100 = -900.00, to within the 1.01 that "
       "printed digits leave open"},
      {&IbkrRow::value, "-90",
       "refused: the value -90.00 is not -2 x 4.50 x 100 = -900.00, to within the 1.01 that "
       "printed digits leave open"},
      {&IbkrRow::value, "-901", "AAPL  270115C00270000 -2 option x100"},
      {&IbkrRow::value, "", "AAPL  270115C00270000 -2 option x100"},
      {&IbkrRow::multiplier, "10",
       "refused: the value -900.00 is not -2 x 4.50 x 10 = -90.00, to within the 0.11 that printed "
       "digits leave open"},
      {&IbkrRow::multiplier, "", "AAPL  270115C00270000 -2 option"}};
  for (const auto& [field, text, becomes] : table) EXPECT_EQ(held(option(field, text)), becomes);
  // Futures on grains are quoted in cents and valued in dollars.
  IbkrRow corn = row("FUT", "ZCZ6");
  corn.price = "450.25";
  corn.value = "22512.5";
  corn.multiplier = "5000";
  EXPECT_EQ(held(corn), "ZCZ6 1 future ZC x5000");
}

TEST(IbkrHeld, DescribesFuturesByProductAndMonth) {
  IbkrRow future = row("FUT", "MESZ6");
  future.expiry = "20261218";
  EXPECT_EQ(held(future), "MESZ6 1 future MES 202612");
  IbkrRow option = row("FOP", "ESH7 P6500");
  option.underlying = "ESH7";
  option.expiry = "20270219";
  option.right = "P";
  EXPECT_EQ(held(option), "ESH7 P6500 1 future_option ES 202703 202702 put");
  option.underlying = "ESZ6";  // the next one whose year ends in 6 is ten years away
  EXPECT_EQ(held(option), "ESH7 P6500 1 future_option ES 203612 202702 put");
}

TEST(IbkrHeld, DescribesBonds) {
  IbkrRow bond = row("BOND", "T 4 1/8 11/15/32");
  bond.quantity = "10000";
  EXPECT_EQ(held(bond), "T 4 1/8 11/15/32 10000 treasury 2032-11-15");
  IbkrRow bill = row("Treasury Bills", "B 0 03/18/27");
  EXPECT_EQ(held(bill), "B 0 03/18/27 1 treasury 2027-03-18 zero");
  IbkrRow bund = row("BOND", "DBR 1 08/15/34");
  bund.currency = "EUR";
  EXPECT_EQ(held(bund), "DBR 1 08/15/34 1 bond EUR 2034-08-15");
  IbkrRow muni = row("BOND", "EXMPL 5 07/01/31");
  muni.subcategory = "Muni";
  EXPECT_EQ(held(muni), "EXMPL 5 07/01/31 1 municipal 2031-07-01");
}

TEST(IbkrHeld, RefusesWhatIsNoNumber) {
  for (const auto field : {&IbkrRow::quantity, &IbkrRow::price, &IbkrRow::value,
                           &IbkrRow::average_cost, &IbkrRow::multiplier, &IbkrRow::strike}) {
    IbkrRow bad = row("STK", "KO");
    bad.*field = "1.2.3";
    EXPECT_EQ(held(bad), "refused: \"1.2.3\" is not a number");
  }
}

}  // namespace
}  // namespace plimsoll::io
