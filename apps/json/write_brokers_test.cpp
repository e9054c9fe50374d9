#include "apps/json/write_brokers.hpp"

#include <gtest/gtest.h>

#include "apps/json/sample_comparison.hpp"

namespace plimsoll::json {
namespace {

std::string written(const std::vector<strategy::Broker>& brokers) {
  Writer out{Layout::indented};
  out.begin_object();
  write_brokers(out, brokers);
  out.end_object();
  return std::move(out).finish();
}

TEST(WriteBrokers, AllThatIsKnown) {
  EXPECT_EQ(written({sample::comparison().brokers[0]}), R"json({
  "brokers": [
    {
      "broker": "a",
      "title": "A Broker",
      "house": "a",
      "requirement": "57525.00",
      "equity": "180100.00",
      "excess_maintenance": "122575.00",
      "multiple": 3.130812690134724,
      "decline": 0.25,
      "rise": null,
      "lower_bound": true,
      "schedule": "a-usd",
      "rates_from": "2026-01-01",
      "rates_retrieved": "2026-11-20",
      "rates_source": "its page",
      "yearly_cost": "2600.694",
      "effective_rate": 0.0513,
      "own": true,
      "cheapest": true,
      "longest_decline": true,
      "unanswered": [],
      "remarks": [
        "stale"
      ]
    }
  ]
}
)json");
}

TEST(WriteBrokers, WhatIsNotKnownIsNullAndSaysWhy) {
  const auto brokers = sample::comparison().brokers;
  const std::string text = written({brokers[1], brokers[2]});
  EXPECT_EQ(text, R"json({
  "brokers": [
    {
      "broker": "b",
      "title": "B",
      "house": "b",
      "requirement": "50000.00",
      "equity": "167750.00",
      "excess_maintenance": "117750.00",
      "multiple": 3.355,
      "decline": null,
      "rise": null,
      "lower_bound": true,
      "yearly_cost": null,
      "effective_rate": null,
      "cheapest": false,
      "longest_decline": false,
      "unanswered": [
        {
          "member": "decline",
          "what": "no interest rate",
          "where": "market"
        },
        {
          "member": "yearly_cost",
          "what": "no rate schedule",
          "where": "b"
        }
      ],
      "remarks": []
    },
    {
      "broker": "c",
      "title": "C",
      "house": "c",
      "yearly_cost": "0.00",
      "effective_rate": null,
      "cheapest": false,
      "longest_decline": false,
      "unanswered": [
        {
          "member": "requirement",
          "what": "no profile for 2005",
          "where": "c.toml"
        }
      ],
      "remarks": []
    }
  ]
}
)json");
  EXPECT_EQ(written({}), "{\n  \"brokers\": []\n}\n");
}

}  // namespace
}  // namespace plimsoll::json
