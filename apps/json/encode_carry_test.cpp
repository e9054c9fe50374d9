#include "apps/json/encode_carry.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "apps/json/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::json {
namespace {

using strategy::CarryTerms;
using strategy::testing::at_six;
using strategy::testing::BookOf;
using strategy::testing::day;
using strategy::testing::levered;
using testing::expect_parts;

std::string written(const BookOf& of, const CarryTerms& terms, Layout layout = Layout::one_line) {
  const auto made = strategy::carry(of, terms);
  EXPECT_TRUE(made) << made.error().what;
  return testing::encoded([&](Writer& out) { write_carry(out, *made); }, layout);
}

constexpr const char* known_answer = R"json({
  "inputs": {
    "as_of": "2026-11-20",
    "currency": "USD",
    "long_value": "200000.00",
    "short_value": "0.00",
    "equity": "120000.00",
    "debit": "80000.00",
    "debits": [
      {
        "currency": "USD",
        "cash": "-80000.00",
        "held_apart": "0.00",
        "debit": "80000.00",
        "credit": "0.00",
        "schedule": null,
        "basis": 365,
        "base_rate": 0.06,
        "effective_rate": 0.06,
        "marginal_rate": 0.06,
        "interest_a_day": "13.150684932",
        "interest_a_year": "4800.00",
        "tiers": [
          {
            "from": "0.00",
            "up_to": null,
            "amount": "80000.00",
            "rate": 0.06,
            "a_day": "13.150684932"
          }
        ]
      }
    ],
    "tax_rate": 0,
    "account_fee_rate": 0.0009,
    "dividend_cut": 0.3,
    "safety_multiple": 1.5,
    "warn_distance": 0.25,
    "critical_distance": 0.1,
    "breach_distance": 0
  },
  "net": "2020.00",
  "bound": "exact",
  "net_on_equity": 0.016833333333333332,
  "income": "7000.00",
  "income_bound": "exact",
  "distributions": "7000.00",
  "return_of_capital": "0.00",
  "financing": "4800.00",
  "borrow_fees": "0.00",
  "substitute_payments": "0.00",
  "account_fee": "180.00",
  "tax": "0.00",
  "unattributed": "0.00",
  "yield": 0.035,
  "financed_share": 0.4,
  "rate": 0.06,
  "breakeven_yield": 0.0249,
  "breakeven_rate": 0.08525,
  "breakeven_return": -0.0101,
  "coverage": 1.4583333333333333,
  "distance_to_breakeven": 0.40562248995983935,
  "alert": "none",
  "self_sustaining_debit": "77777.777777778",
  "not_known": [
    {
      "member": "sustainable_yield of XYZ",
      "what": "its total return of the last year is not known"
    }
  ],
  "after_cut": {
    "income": "4900.00",
    "net": "-80.00",
    "coverage": 1.0208333333333333
  },
  "positions": [
    {
      "symbol": "XYZ",
      "value": "200000.00",
      "income_from": "yield",
      "declared_dividends": 0,
      "distribution": "7000.00",
      "return_of_capital": null,
      "income": "7000.00",
      "financing": "4800.00",
      "borrow_fee": "0.00",
      "account_fee": "180.00",
      "tax": "0.00",
      "net": "2020.00",
      "bound": "exact",
      "sustainable_yield": null,
      "expense_ratio": null
    }
  ],
  "without": {
    "income": [],
    "substitute_payments": [],
    "borrow_fees": []
  },
  "ladder": [],
  "time_decay": {
    "a_day": "0.00",
    "options": [],
    "unknown": []
  }
}
)json";

TEST(EncodeCarry, KnownAnswerWithItsInputs) {
  EXPECT_EQ(written(levered(), at_six(), Layout::indented), known_answer);
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

TEST(EncodeCarry, WhatCashEarnsIsNotKnown) {
  BookOf of;
  of.cash(500_d);
  expect_parts(written(of, {}), {"\"credit\":\"500.00\"", "\"net\":\"0.00\"", "\"schedule\":null}]",
                                 "{\"member\":\"interest on cash in USD\",\"what\":\"no rate"});
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
