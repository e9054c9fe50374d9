#include "apps/json/encode_compare.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "apps/json/sample_comparison.hpp"

namespace plimsoll::json {
namespace {

using namespace literals;

TEST(EncodeCompare, OneMethod) {
  EXPECT_EQ(encode_compare(strategy::comparison_of(sample::report<Money>())), R"json({
  "schema": "plimsoll.analysis/1",
  "account": "family-office",
  "as_of": "2026-11-20",
  "compare": {
    "inputs": {
      "as_of": "2026-11-20",
      "currency": "USD",
      "partial": true,
      "methods": [
        "reg_t"
      ]
    },
    "rows": [
      {
        "method": "reg_t",
        "initial": "115050.00",
        "maintenance": "57525.00",
        "equity": "180100.00",
        "excess_maintenance": "122575.00",
        "multiple": 3.130812690134724,
        "decline": null,
        "rise": null,
        "binds": true,
        "lower_bound": true
      }
    ],
    "portfolio_margin_frees": null,
    "brokers": [],
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
}
)json");
}

TEST(EncodeCompare, DistancesAndWhatPortfolioMarginFrees) {
  const auto read = parse(encode_compare(sample::comparison()), "c");
  const Node& compare = *read->find("compare");
  EXPECT_EQ(compare.find("inputs")->find("broker_method")->text, "reg_t");
  EXPECT_EQ(compare.find("inputs")->find("debit")->text, "50000.00");
  EXPECT_EQ(compare.find("inputs")->find("benchmark_rate")->text, "0.0363");
  const Node& row = compare.find("rows")->items[0];
  EXPECT_EQ(row.find("decline")->text, "0.25");
  EXPECT_EQ(row.find("rise")->kind, Node::Kind::null);
  EXPECT_EQ(row.find("unanswered"), nullptr);
  const Node& untold = compare.find("rows")->items[1];
  EXPECT_EQ(untold.find("decline")->kind, Node::Kind::null);
  EXPECT_EQ(untold.find("unanswered")->find("what")->text, "no interest rate");
  const Node& frees = *compare.find("portfolio_margin_frees");
  EXPECT_EQ(frees.find("requirement_less")->text, "7525.00");
  EXPECT_EQ(frees.find("excess_more")->text, "-4825.00");
  EXPECT_EQ(frees.find("equity_missing")->text, "0.00");
}

/// Which rows bind, of methods with these equities and maintenance requirements.
struct Asked {
  std::optional<Money> equity;
  Money maintenance;
};
std::string binding(std::initializer_list<Asked> asked) {
  MarginReport report = sample::report<Money>();
  report.results.clear();
  for (const auto& [equity, maintenance] : asked) {
    Answer<Money> answer = sample::answer<Money>();
    answer.equity = equity;
    answer.maintenance = answer.risk_maintenance = maintenance;
    report.results.push_back({.method = "m", .answer = answer});
  }
  std::string binds;
  for (const Node& row : parse(encode_compare(strategy::comparison_of(report)), "c")
                             ->find("compare")
                             ->find("rows")
                             ->items)
    binds += row.find("binds")->text == "true" ? '*' : '-';
  return binds;
}

TEST(EncodeCompare, TheOneThatAsksMostBinds) {
  EXPECT_EQ(binding({}), "");
  EXPECT_EQ(binding({{100_usd, 10_usd}, {100_usd, 20_usd}, {100_usd, 15_usd}}), "-*-");
  // A method's own equity counts: the least room, not the largest requirement.
  EXPECT_EQ(binding({{100_usd, 20_usd}, {50_usd, 10_usd}}), "-*");
  EXPECT_EQ(binding({{100_usd, 20_usd}, {90_usd, 10_usd}}), "*-");
  EXPECT_EQ(binding({{100_usd, 20_usd}, {100_usd, 20_usd}}), "*-");
  // Cash unknown: the largest requirement.
  EXPECT_EQ(binding({{{}, 10_usd}, {{}, 20_usd}}), "-*");
  EXPECT_EQ(binding({{{}, 20_usd}, {{}, 20_usd}}), "*-");
}

}  // namespace
}  // namespace plimsoll::json
