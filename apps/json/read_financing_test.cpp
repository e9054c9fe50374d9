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
           Row{R"({"benchmark_rate": -0.0001})", "/benchmark_rate",
               "-0.0001 is below zero; brokers count a benchmark below zero as 0, so write 0 "
               "where it is negative"},
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
