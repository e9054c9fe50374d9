#include "apps/json/read_financing.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

Financing read(std::string_view text, Notes& notes) {
  const Node node = *parse(text, "a");
  const Place place{"a.json"};
  return read_financing(node, place / "financing", notes);
}

TEST(ReadFinancing, KeepsWhatIsSaidExactly) {
  Notes notes;
  const Financing all = read(
      R"({"schedule": "fidelity-usd", "benchmark_rate": 0.0363, "base_rate": "0.10575",
          "rate": 1, "promotional": true})",
      notes);
  EXPECT_EQ(all.schedule, "fidelity-usd");
  EXPECT_EQ(all.benchmark_rate, 0.0363_d);
  EXPECT_EQ(all.base_rate, 0.10575_d);
  EXPECT_EQ(all.rate, 1_d);
  EXPECT_EQ(all.terms, RateTerms::promotional);

  const Financing two = read(
      R"({"schedule": "ibkr-pro-usd", "benchmark_rate": -0.0075,
          "by_currency": {"EUR": {"rate": "0.045"}, "GBP": {"schedule": "g", "base_rate": 0.04}}})",
      notes);
  EXPECT_EQ(two.benchmark_rate, -0.0075_d) << "as the franc's was";
  ASSERT_EQ(two.by_currency.size(), 2u);
  EXPECT_EQ(financing_in(two, Currency{"EUR"}).rate, 0.045_d);
  EXPECT_FALSE(financing_in(two, Currency{"EUR"}).schedule);
  EXPECT_EQ(financing_in(two, Currency{"GBP"}).schedule, "g");
  EXPECT_EQ(financing_in(two, Currency{"CHF"}).schedule, "ibkr-pro-usd");

  const Financing none = read(R"({"benchmark_rate": 0, "promotional": false})", notes);
  EXPECT_FALSE(none.schedule);
  EXPECT_EQ(none.benchmark_rate, 0_d);
  EXPECT_FALSE(none.base_rate);
  EXPECT_FALSE(none.rate);
  EXPECT_EQ(none.terms, RateTerms::standard);
  EXPECT_TRUE(notes.clean());
}

TEST(ReadFinancing, RefusesWhatCannotBe) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{R"({"benchmark_rate": -0.0501})", "/benchmark_rate",
               "-0.0501 is below -0.05; no central bank has come near that: it is a fraction a "
               "year, -0.0075 for -0.75 %"},
           Row{R"({"by_currency": {"EUR": {"rate": 5}}})", "/by_currency/EUR/rate",
               "5 is above 1; it is a fraction a year: write 0.05 for 5 %"},
           Row{R"({"by_currency": {"eur": {"rate": 0.05}}})", "/by_currency/eur",
               "this is not a currency code; write three to eight capitals, like \"EUR\""},
           Row{R"({"by_currency": {"EUR": {"by_currency": {}}}})", "/by_currency/EUR/by_currency",
               "there is no member \"by_currency\" here; take it out, or write schedule, "
               "benchmark_rate, base_rate, rate or promotional"},
           Row{R"({"benchmark_rate": 5.3})", "/benchmark_rate",
               "5.3 is above 1; it is a fraction a year: write 0.05 for 5 %"},
           Row{R"({"base_rate": "-1"})", "/base_rate",
               "-1 is below zero; write the base rate the broker publishes"},
           Row{R"({"rate": "1.000000001"})", "/rate",
               "1.000000001 is above 1; it is a fraction a year: write 0.05 for 5 %"},
           Row{R"({"rate": -0.05})", "/rate",
               "-0.05 is below zero; write the rate a debit is charged"},
           Row{R"({"benchmark_rates": 0.05})", "/benchmark_rates",
               "there is no member \"benchmark_rates\" here; did you mean \"benchmark_rate\"?"},
           Row{R"({"promotional": "yes"})", "/promotional",
               "this is text; write true or false, without quotes"},
           Row{R"("ibkr")", "", "this is text; write an object, { ... }"},
       }) {
    Notes notes;
    read(text, notes);
    EXPECT_EQ(notes.mistakes(), (std::vector<Error>{{Reason::bad_input, std::string{what},
                                                     "a.json#/financing" + std::string{where}}}));
  }
}

}  // namespace
}  // namespace plimsoll::json
