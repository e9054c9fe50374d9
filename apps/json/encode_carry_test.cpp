#include "apps/json/encode_carry.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::json {
namespace {

using strategy::CarryTerms;
using strategy::testing::BookOf;
using strategy::testing::day;

BookOf levered() {
  BookOf of;
  of.shares("XYZ", 2000, 100_d).cash(-80'000_d);
  of.book().market.quotes[InstrumentId{"XYZ"}].yield = 0.035;
  return of;
}
CarryTerms at_six() {
  CarryTerms terms{.financing = {.financing = {.rate = 0.06_d}}};
  terms.policy.account_fee_rate = 0.0009_d;
  return terms;
}
std::string written(const BookOf& of, const CarryTerms& terms, Layout layout = Layout::one_line) {
  const auto made = strategy::carry(of, terms);
  EXPECT_TRUE(made) << made.error().what;
  Writer out{layout};
  write_carry(out, *made);
  return std::move(out).finish();
}

TEST(EncodeCarry, KnownAnswerWithItsInputs) {
  EXPECT_EQ(written(levered(), at_six(), Layout::indented), R"json()json");
}

void expect_parts(const std::string& text, std::initializer_list<const char*> parts) {
  for (const char* part : parts) EXPECT_TRUE(text.contains(part)) << part << "\n" << text;
}

TEST(EncodeCarry, WhatIsNotKnownIsNullWithItsReason) {
  BookOf of = levered();
  of.shares("UNK", 1, 1_d).shares("SHT", -1, 1_d);
  expect_parts(written(of, {}),
               {"\"net\":null,\"bound\":\"open\",\"net_on_equity\":null,\"income\":\"7000.00\","
                "\"income_bound\":\"at_least\"",
                "\"financing\":null", "\"coverage\":null", "\"alert\":null",
                "{\"member\":\"net\",\"what\":\"what the debit of 80001.00 USD",
                "\"unknown\":{\"reason\":\"missing_price\"",
                "\"symbol\":\"UNK\",\"value\":\"1.00\",\"income_from\":\"unknown\",\"declared_"
                "dividends\":0,\"distribution\":null",
                "\"without\":{\"income\":[\"UNK\"],\"substitute_payments\":[\"SHT\"],"
                "\"borrow_fees\":[\"SHT\"]}"});
}

TEST(EncodeCarry, MonthsAndDecay) {
  BookOf of = levered();
  of.option("XYZ", Right::call, 105_d, day + std::chrono::days{90}, -1, 3_d);
  of.option("XYZ", Right::call, 110_d, day + std::chrono::days{90}, 1, 300_d);
  of.book().market.quotes[InstrumentId{"XYZ"}].dividends = {{day + std::chrono::days{20}, 0.50_d}};
  const std::string text = written(of, at_six());
  expect_parts(text, {"\"ladder\":[{\"month\":\"2026-12\",\"amount\":\"1000.00\",\"payments\":[{"
                      "\"symbol\":\"XYZ\",\"ex_date\":\"2026-12-10\",\"amount\":\"1000.00\"}]}]",
                      "\"time_decay\":{\"a_day\":\"", "\"unknown\":[{\"reason\":\"bad_input\""});
  EXPECT_TRUE(parse(text, "carry"));
}

}  // namespace
}  // namespace plimsoll::json
