#include "apps/json/read_description.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

TEST(ReadDescription, TakesEveryMember) {
  Notes notes;
  const auto node = parse(R"({
      "type": "option", "currency": "USD", "leverage": -1, "reference": "SPX",
      "index_class": "broad", "underlying": "SPX", "underlying_scale": "10",
      "expiry": "2027-01-15", "right": "call", "strike": "250.00", "multiplier": 100,
      "style": "european", "settlement": "am", "marginable": true, "marginable_from": "2026-12-01",
      "maturity": "2030-06-15", "zero_coupon": false, "rating": "high_yield",
      "conversion_ratio": "12.5", "issuer": "Apple Inc.", "sector": "Technology",
      "industry": "Hardware", "shares_outstanding": 15000000000, "expense_ratio": 0.0095,
      "return_of_capital_ratio": 0.4, "product": "ES", "month": 202512, "day": 3,
      "exchange": "CME", "option_month": "202511", "option_day": "W1"})",
                          "a");
  const Description said = read_description("XYZ", *node, Place{"a.json"}, notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(said.symbol, "XYZ");
  EXPECT_EQ(said.where, "a.json");
  EXPECT_EQ(said.type, "option");
  EXPECT_EQ(said.currency, "USD");
  EXPECT_EQ(said.leverage, Decimal{-1});
  EXPECT_EQ(said.reference, "SPX");
  EXPECT_EQ(said.index_class, "broad");
  EXPECT_EQ(said.underlying, "SPX");
  EXPECT_EQ(said.underlying_scale, 10_d);
  EXPECT_EQ(said.expiry, Date{2027y / January / 15});
  EXPECT_EQ(said.right, "call");
  EXPECT_EQ(said.strike, 250_d);
  EXPECT_EQ(said.multiplier, 100_d);
  EXPECT_EQ(said.style, "european");
  EXPECT_EQ(said.settlement, "am");
  EXPECT_EQ(said.marginable, true);
  EXPECT_EQ(said.marginable_from, Date{2026y / December / 1});
  EXPECT_EQ(said.maturity, Date{2030y / June / 15});
  EXPECT_EQ(said.zero_coupon, false);
  EXPECT_EQ(said.rating, "high_yield");
  EXPECT_EQ(said.conversion_ratio, 12.5_d);
  EXPECT_EQ(said.issuer, "Apple Inc.");
  EXPECT_EQ(said.sector, "Technology");
  EXPECT_EQ(said.industry, "Hardware");
  EXPECT_EQ(said.shares_outstanding, 15'000'000'000_d);
  EXPECT_EQ(said.expense_ratio, 0.0095);
  EXPECT_EQ(said.return_of_capital_ratio, 0.4);
  EXPECT_EQ(said.product, "ES");
  EXPECT_EQ(said.month, "202512");
  EXPECT_EQ(said.day, "3");
  EXPECT_EQ(said.exchange, "CME");
  EXPECT_EQ(said.option_month, "202511");
  EXPECT_EQ(said.option_day, "W1");
}

TEST(ReadDescription, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"3", "a.json", "this is a number; write an object, { ... }"},
           Row{R"({"typ": "etf"})", "a.json#/typ",
               "there is no member \"typ\" here; did you mean \"type\"?"},
           Row{R"({"leverage": "3x"})", "a.json#/leverage",
               "\"3x\" is not a number; write digits with at most one point, like -1234.56"},
           Row{R"({"marginable": "yes"})", "a.json#/marginable",
               "this is text; write true or false, without quotes"},
           Row{R"({"expense_ratio": 1.5})", "a.json#/expense_ratio",
               "\"1.5\" is outside 0 to 1; it is a fraction: write 0.01 for 1 %"},
           Row{R"({"month": 25})", "a.json#/month",
               "this is a number; write text in double quotes"},
           Row{R"({"day": 32})", "a.json#/day", "\"32\" is outside 1 to 31"},
           Row{R"({"option_day": 1.5})", "a.json#/option_day", "\"1.5\" is not a whole number"},
           Row{R"({"option_day": ["W1"]})", "a.json#/option_day",
               "this is a list; write text in double quotes"},
           Row{R"({"type": null})", "a.json#/type",
               "this is null; leave the member out where it is unknown"},
           Row{R"({"strike": "1e308"})", "a.json#/strike",
               "\"1e308\" is too large to be an amount"},
       }) {
    Notes notes;
    read_description("XYZ", *parse(text, "a"), Place{"a.json"}, notes);
    EXPECT_EQ(notes.mistakes(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

TEST(ReadDescriptions, SymbolsInOneSpelling) {
  Notes notes;
  const auto all = read_descriptions(
      *parse(R"({"AAPL": {"type": "equity"}, "AAPL270115C00250000": {"multiplier": 10}})", "a"),
      Place{"a.json"}, notes);
  EXPECT_TRUE(notes.clean());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].symbol, "AAPL");
  EXPECT_EQ(all[0].where, "a.json#/AAPL");
  EXPECT_EQ(all[1].symbol, "AAPL  270115C00250000");
  EXPECT_EQ(all[1].multiplier, 10_d);
}

TEST(ReadDescriptions, RefusesSymbolsTwiceAndMalformed) {
  Notes notes;
  read_descriptions(
      *parse(R"({"AAPL270115C00250000": {}, "AAPL  270115C00250000": {}, "": {}})", "a"),
      Place{"a.json"}, notes);
  ASSERT_EQ(notes.count(), 2u);
  EXPECT_EQ(notes.mistakes()[0],
            (Error{Reason::bad_input,
                   "this is the symbol described as \"AAPL270115C00250000\" already; keep one of "
                   "the two",
                   "a.json#/AAPL  270115C00250000"}));
  EXPECT_EQ(notes.mistakes()[1].where, "a.json#/");
}

}  // namespace
}  // namespace plimsoll::json
