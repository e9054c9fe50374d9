#include "apps/json/encode_cure.hpp"

#include <gtest/gtest.h>

#include "apps/json/schema_walk.hpp"
#include "apps/json/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::json {
namespace {

using strategy::Policy;
using strategy::testing::any_ticket;
using strategy::testing::BookOf;
using strategy::testing::called;
using testing::encoded;

std::string written(const BookOf& of, const Policy& policy, double target,
                    Layout layout = Layout::one_line) {
  const auto made = strategy::cure(of, policy, {.target_multiple = target});
  EXPECT_TRUE(made) << made.error().what;
  return encoded([&](Writer& out) { write_cure(out, *made, {}, {}); }, layout);
}

void expect_in_schema(const std::string& text, std::initializer_list<const char*> parts) {
  testing::expect_parts(text, parts);
  EXPECT_EQ(schema::AnalysisMember("cure", text).wrong(), std::vector<std::string>{});
}

TEST(EncodeCure, KnownAnswerWithItsInputs) {
  EXPECT_EQ(written(called(), any_ticket(), 1, Layout::indented), R"json({
  "inputs": {
    "equity": "20000.00",
    "requirement": "25000.00",
    "initial": "25000.00",
    "excess": "-5000.00",
    "net_liquidation": "20000.00",
    "multiple": 0.8,
    "target": 1
  },
  "state": "cured",
  "deficit": "5000.00",
  "owed": null,
  "deposit": "5000.00",
  "trades": [
    {
      "symbol": "UPP",
      "quantity": "-201",
      "price": "100.00",
      "currency": "USD",
      "proceeds": "20100.00",
      "cost": {
        "spread": "10.05",
        "impact": null,
        "tax": null,
        "known": "10.05",
        "missing": [
          "daily_volume",
          "volatility",
          "cost_basis"
        ]
      },
      "spread_from": "policy",
      "requirement_freed": "5025.00",
      "days": null,
      "together": []
    }
  ],
  "proceeds": "20100.00",
  "cost": {
    "spread": "10.05",
    "impact": null,
    "tax": null,
    "known": "10.05",
    "missing": [
      "daily_volume",
      "volatility",
      "cost_basis"
    ]
  },
  "after": {
    "equity": "19989.95",
    "requirement": "19975.00",
    "initial": "19975.00",
    "excess": "14.95",
    "net_liquidation": "19989.95",
    "multiple": 1.0007484355444305
  },
  "deposit_besides": null,
  "not_sold": [],
  "evaluations": 10
}
)json");
}

TEST(EncodeCure, WhatIsShortAndWhatIsKept) {
  Policy policy = any_ticket();
  policy.cure.keep = {"XYZ"};
  expect_in_schema(written(called(), policy, 2),
                   {"\"state\":\"short_of\"", "\"deposit_besides\":\"10020.00\"",
                    "\"not_sold\":[{\"symbol\":\"XYZ\",\"reason\":\"the policy keeps it\"}]"});
}

TEST(EncodeCure, ADepositThatIsNotKnownSaysWhy) {
  BookOf of = called();
  of.book().margin = [](const Account& account,
                        const MarketSnapshot& market) -> Result<Answer<Money>> {
    PLIMSOLL_TRY(answer, strategy::testing::flat(25_pct)(account, market));
    // What cash brings is asked for again.
    answer.risk_maintenance = *answer.equity + 1_usd;
    return answer;
  };
  expect_in_schema(written(of, any_ticket(), 1),
                   {"\"deposit\":null,\"no_deposit\":{\"reason\":\"not_covered\"",
                    "\"deposit_besides\":null,\"no_deposit_besides\":{"});
}

TEST(EncodeCure, TheLadderAndTheCascade) {
  const BookOf of = called();
  const auto made = strategy::cure(of, any_ticket(), {.target_multiple = 1});
  const auto rungs = strategy::ladder(of, any_ticket(), {});
  const auto end = strategy::cascade(of, any_ticket(), {});
  expect_in_schema(
      encoded([&](Writer& out) { write_cure(out, *made, rungs, end); }),
      {"\"ladder\":{\"rungs\":[{\"level\":2,\"action\":\"stop_adding\",\"restore\":null,"
       "\"state\":\"due_now\",\"decline\":0,\"rise\":null,\"jump\":false,\"other_side\":null,"
       "\"there\":{\"equity\":"
       "\"20000.00\"",
       "\"action\":\"flatten\",\"restore\":1.25,\"state\":\"due_now\"", "\"due\":1,",
       "\"cascade\":{\"end\":\"cured\",\"amplification\":1,",
       "\"refused\":[{\"reason\":\"missing_price\""});
  const strategy::Part<strategy::Ladder> none{fail(Reason::bad_input, "no")};
  const std::string text = encoded([&](Writer& out) { write_cure(out, *made, none, {}); });
  expect_in_schema(text, {"\"ladder\":null"});
  EXPECT_FALSE(text.contains("cascade")) << text;
}

/// Every member there may be, and nothing but what is said to be absent at times may lack.
TEST(EncodeCure, TheSchemaKnowsEveryMember) {
  Policy policy = any_ticket();
  policy.cure.keep = {"XYZ"};
  policy.ladder.rungs.push_back({.level = 1.05, .action = strategy::RungAction::sell});
  const BookOf of = called();
  strategy::Cure made = *strategy::cure(of, policy, {.target_multiple = 2});
  made.no_deposit = made.no_deposit_besides = Error{Reason::not_covered, "no", ""};
  auto rungs = strategy::ladder(of, policy, {});
  rungs->stopped = Error{Reason::not_covered, "no", ""};
  const schema::AnalysisMember cure{"cure", encoded([&](Writer& out) {
                                      write_cure(out, made, rungs,
                                                 strategy::cascade(of, policy, {}));
                                    })};
  EXPECT_EQ(cure.wrong(), std::vector<std::string>{});
  const schema::Tried tried = cure.tried();
  EXPECT_EQ(tried.let_in, std::set<std::string>{});
  EXPECT_EQ(tried.of_any_type, std::set<std::string>{});
  EXPECT_EQ(tried.not_missed,
            (std::set<std::string>{"#/cascade", "#/ladder", "#/ladder/rungs/no_plan",
                                   "#/ladder/stopped", "#/no_deposit", "#/no_deposit_besides"}));
}

}  // namespace
}  // namespace plimsoll::json
