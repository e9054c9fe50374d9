#include "apps/json/encode_whatif.hpp"

#include <gtest/gtest.h>

#include "apps/json/sample_report.hpp"

namespace plimsoll::json {
namespace {

WhatIfReport sample_whatif() {
  WhatIfReport report{.trades = {{InstrumentId{"AAPL"}, Quantity::of(std::int64_t{-100}),
                                  250_usd_each, 25'000_usd}},
                      .before = sample::report<Money>(),
                      .after = sample::report<Money>(),
                      .cash_before = -50'000_usd,
                      .cash_after = -25'000_usd};
  auto& after = std::get<Answer<Money>>(report.after.results[0].answer);
  after.calls.clear();
  after.risk_maintenance = 50'000_usd;
  return report;
}

TEST(EncodeWhatIf, TradesInputsAndBothStates) {
  const std::string text = encode_whatif(sample_whatif());
  EXPECT_TRUE(text.starts_with(R"json({
  "schema": "plimsoll.analysis/1",
  "account": "family-office",
  "as_of": "2026-11-20",
  "whatif": {
    "inputs": {
      "as_of": "2026-11-20",
      "currency": "USD",
      "trades": [
        {
          "symbol": "AAPL",
          "quantity": "-100",
          "price": "250.00",
          "cash": "25000.00"
        }
      ]
    },
    "cash_before": "-50000.00",
    "cash_after": "-25000.00",
    "borrowed": "-25000.00",
    "results": [
      {
        "method": "reg_t",
        "before": {
          "rules": "2026-11-20",
          "initial": "115050.00",
)json"))
      << text;
  EXPECT_TRUE(text.contains(R"json("change": {
          "initial": "0.00",
          "maintenance": "0.00",
          "equity": "0.00",
          "excess_initial": "0.00",
          "excess_maintenance": "7525.00"
        },
        "caveats": [
          "taken as ordinary equities: \"XYZ\""
        ])json"))
      << text;
}

TEST(EncodeWhatIf, StepsWithWhatTheyCameTo) {
  WhatIfReport report = sample_whatif();
  EXPECT_FALSE(encode_whatif(report).contains("\"steps\""));
  report.steps = {
      {.step = "borrow 4 SOL",
       .moved = {{InstrumentId{"SOL"}, {}, Quantity::of(std::int64_t{-4})}},
       .facts = {{"origination_fee", "0.05", "SOL"}, {"lending_rate", "0.125", "", "USDC"}}}};
  const std::string text = encode_whatif(report);
  EXPECT_TRUE(text.contains(R"json(    "steps": [
      {
        "step": "borrow 4 SOL",
        "moved": [
          {
            "symbol": "SOL",
            "before": "0",
            "after": "-4"
          }
        ],
        "facts": [
          {
            "name": "origination_fee",
            "value": "0.05",
            "unit": "SOL"
          },
          {
            "name": "lending_rate",
            "value": "0.125",
            "bank": "USDC"
          }
        ]
      }
    ],
    "cash_before")json"))
      << text;
}

TEST(EncodeWhatIf, AMethodThatAnswersOnlyOnceIsLeftOut) {
  WhatIfReport report = sample_whatif();
  report.after.results.clear();
  EXPECT_TRUE(encode_whatif(report).contains("\"results\": []"));
}

}  // namespace
}  // namespace plimsoll::json
