#include "apps/json/encode_ledger.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

constexpr Citation law{.source = "Regulation T", .paragraph = "12 CFR 220.4(c)", .gist = "gist"};

LedgerReport sample() {
  LedgerDay day{.day = 2026y / July / 13,
                .equity = 8'000_usd,
                .reg_t = 9'000_usd,
                .maintenance = 4'500_usd,
                .sma = 2'000_usd,
                .buying_power = 4'000_usd,
                .intraday_buying_power = 14'000_usd,
                .restricted = true,
                .intraday_deficit = 0_usd,
                .day_trades = 1};
  day.calls = {{.kind = "reg_t",
                .amount = 3'000_usd,
                .since = 2026y / July / 13,
                .due = 2026y / July / 16,
                .cause = "bought",
                .cure = "deposit",
                .law = &law,
                .where = {"src/methods/reg_t/ledger/calls.cpp", 30}}};
  return {.account = "desk",
          .as_of = 2026y / July / 10,
          .currency = usd,
          .method = "reg_t",
          .days = {day},
          .caveats = {{"carried"}}};
}

TEST(EncodeLedger, IsTheContractsDocument) {
  EXPECT_EQ(encode_ledger(sample()), R"json({
  "schema": "plimsoll.ledger/1",
  "account": "desk",
  "as_of": "2026-07-10",
  "currency": "USD",
  "method": "reg_t",
  "days": [
    {
      "date": "2026-07-13",
      "equity": "8000.00",
      "reg_t": "9000.00",
      "maintenance": "4500.00",
      "sma": "2000.00",
      "excess": "3500.00",
      "excess_reg_t": "-1000.00",
      "buying_power": "4000.00",
      "intraday_buying_power": "14000.00",
      "restricted": true,
      "intraday_deficit": "0.00",
      "iml_reducing_transactions": 0,
      "day_trades": 1,
      "pattern_day_trader": false,
      "frozen_until": null,
      "calls": [
        {
          "kind": "reg_t",
          "amount": "3000.00",
          "since": "2026-07-13",
          "due": "2026-07-16",
          "cause": "bought",
          "cure": "deposit",
          "law": {
            "source": "Regulation T",
            "paragraph": "12 CFR 220.4(c)"
          },
          "where": "src/methods/reg_t/ledger/calls.cpp:30"
        }
      ]
    }
  ],
  "caveats": [
    "carried"
  ]
}
)json");
}

TEST(EncodeLedger, TheHouseStandsBesideTheRule) {
  LedgerReport report = sample();
  report.days[0].house = 7'000_usd;
  const std::string text = encode_ledger(report);
  EXPECT_TRUE(text.contains("\"house\": \"7000.00\""));
  EXPECT_TRUE(text.contains("\"excess\": \"1000.00\""));
}

}  // namespace
}  // namespace plimsoll::json
