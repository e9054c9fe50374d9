#include "apps/json/encode_margin.hpp"

#include <gtest/gtest.h>

#include "apps/json/sample_report.hpp"

namespace plimsoll::json {
namespace {

constexpr std::string_view plain = R"json({
  "schema": "plimsoll.margin/1",
  "account": "family-office",
  "as_of": "2026-11-20",
  "currency": "USD",
  "partial": true,
  "results": [
    {
      "method": "reg_t",
      "rules": "2026-11-20",
      "initial": "115050.00",
      "maintenance": "57525.00",
      "proceeds": "12350.00",
      "net_deposit": "102700.00",
      "equity": "180100.00",
      "net_liquidation": "167750.00",
      "risk_initial": "115050.00",
      "risk_maintenance": "57525.00",
      "excess_initial": "65050.00",
      "excess_maintenance": "122575.00",
      "groups": [
        {
          "strategy": "covered call",
          "legs": [
            {
              "symbol": "AAPL",
              "quantity": "1000"
            },
            {
              "symbol": "AAPL  270115C00250000",
              "quantity": "-10"
            }
          ],
          "initial": "115050.00",
          "maintenance": "57525.00",
          "proceeds": "12350.00",
          "net_deposit": "102700.00"
        }
      ],
      "calls": [
        {
          "kind": "maintenance",
          "amount": "0.005",
          "due": "2026-11-25",
          "cure": "deposit cash"
        },
        {
          "kind": "initial",
          "amount": "1.00",
          "due": null,
          "cure": ""
        }
      ],
      "detail": {
        "worst_point": 0
      },
      "not_applied": [
        {
          "what": "liquidity add-on",
          "missing_input": "adv"
        }
      ],
      "caveats": [
        "taken as ordinary equities: \"XYZ\""
      ]
    }
  ],
  "refused": [
    {
      "reason": "missing_price",
      "what": "no price on 2026-11-20",
      "where": "MSFT"
    }
  ],
  "not_covered": [
    {
      "method": "tims",
      "symbol": "ES",
      "reason": "a future"
    }
  ]
}
)json";

TEST(EncodeMargin, IsTheContractsDocument) {
  EXPECT_EQ(encode_margin(sample::report<Money>()), plain);
}

TEST(EncodeMargin, AnExplainedAnswerEndsWithItsExplanation) {
  const std::string text = encode_margin(sample::report<Amount>());
  constexpr std::string_view explanation = R"json(      "explanation": {
        "label": "requirements and equity",
        "amount": "57525.00",
        "parts": [
          {
            "label": "covered call",
            "amount": "115050.00",
            "law": {
              "source": "FINRA Rule 4210",
              "paragraph": "(f)(2)(H)",
              "grade": "text_read",
              "gist": "a call covered by stock"
            },
            "where": "src/methods/reg_t/covered.cpp:12",
            "subject": "AAPL",
            "governs": 0,
            "parts": [
              {
                "label": "percent of",
                "amount": "115050.00",
                "rate": 0.25,
                "law": {
                  "source": "FINRA Rule 4210",
                  "paragraph": "(c)(1)",
                  "since": "1977-04-01",
                  "first_day": "known",
                  "grade": "secondary",
                  "gist": "a quarter of the market value",
                  "reading": "at no more than the strike"
                },
)json";
  const std::size_t at = text.find(explanation);
  ASSERT_NE(at, std::string::npos) << text;
  // Up to there, and after it, it is the plain document.
  const std::size_t plain_end = plain.find("\n    }\n  ],\n  \"refused\"");
  EXPECT_EQ(text.substr(0, at), std::string{plain.substr(0, plain_end)} + ",\n");
  EXPECT_TRUE(text.ends_with(plain.substr(plain_end)));
}

TEST(EncodeMargin, WithoutCashNoEquity) {
  MarginReport report = sample::report<Money>();
  auto& answer = std::get<Answer<Money>>(report.results[0].answer);
  answer.equity.reset();
  answer.net_liquidation.reset();
  const std::string text = encode_margin(report);
  for (const char* key : {"equity", "net_liquidation", "excess_initial", "excess_maintenance"})
    EXPECT_TRUE(text.contains("\"" + std::string{key} + "\": null,")) << key;
  EXPECT_TRUE(text.contains("\"risk_maintenance\": \"57525.00\","));
}

TEST(EncodeMargin, TextFromAnAccountStaysText) {
  MarginReport report = sample::report<Money>();
  report.account = "\"},\n\x1b[2J<script>\xff";
  EXPECT_TRUE(encode_margin(report).contains(
      "\"account\": \"\\\"},\\n\\u001b[2J<script>\xef\xbf\xbd\",\n"));
}

TEST(EncodeMargin, AnEmptyReport) {
  const MarginReport empty{.account = "x",
                           .as_of = Date{2026y / November / 20},
                           .currency = usd,
                           .results = {},
                           .refused = {},
                           .not_covered = {}};
  EXPECT_EQ(encode_margin(empty),
            "{\n  \"schema\": \"plimsoll.margin/1\",\n  \"account\": \"x\",\n"
            "  \"as_of\": \"2026-11-20\",\n  \"currency\": \"USD\",\n  \"partial\": false,\n"
            "  \"results\": [],\n  \"refused\": [],\n  \"not_covered\": []\n}\n");
}

}  // namespace
}  // namespace plimsoll::json
