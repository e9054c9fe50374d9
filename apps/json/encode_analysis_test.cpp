#include "apps/json/encode_analysis.hpp"

#include <gtest/gtest.h>

#include "apps/json/schema_walk.hpp"
#include "strategy/books_for_tests.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::json {
namespace {

using strategy::Analysis;
using strategy::AnalysisReport;
using strategy::testing::BookOf;
using strategy::testing::day;
using strategy::testing::levered;

AnalysisReport report_of(std::vector<Analysis> results) {
  AnalysisReport report;
  report.margin.account = "book";
  report.margin.as_of = day;
  report.margin.currency = usd;
  report.results = std::move(results);
  return report;
}

std::vector<std::string> wrong_in_analysis(const std::string& document) {
  return schema::wrong_in(document, schema::schemas().at("analysis"));
}

TEST(EncodeAnalysis, WhatHasNoAnswerIsNullAndSaysWhy) {
  Analysis lacks{.method = "flat"};
  lacks.buffer = fail(Reason::bad_input, "cash is not known; give it under cash", "book");
  EXPECT_EQ(encode_analysis(report_of({lacks})), R"json({
  "schema": "plimsoll.analysis/1",
  "account": "book",
  "as_of": "2026-11-20",
  "currency": "USD",
  "method": "flat",
  "buffer": null,
  "unanswered": [
    {
      "member": "buffer",
      "what": "cash is not known; give it under cash",
      "where": "book"
    }
  ],
  "caveats": [],
  "refused": [],
  "not_covered": []
}
)json");
}

TEST(EncodeAnalysis, FurtherMethodsAndHousesAreOthers) {
  Analysis first{.method = "reg_t"}, second{.method = "reg_t", .house = "fidelity"};
  first.caveats = {{"said"}};
  AnalysisReport both = report_of({first, second});
  both.margin.partial = true;
  both.margin.refused = {{Reason::missing_price, "no price on 2026-11-20", "MSFT"}};
  both.margin.not_covered = {{.method = "tims", .what = {.symbol = "ES", .reason = "a future"}}};
  EXPECT_EQ(encode_analysis(both), R"json({
  "schema": "plimsoll.analysis/1",
  "account": "book",
  "as_of": "2026-11-20",
  "currency": "USD",
  "partial": true,
  "method": "reg_t",
  "unanswered": [],
  "caveats": [
    "said"
  ],
  "others": [
    {
      "method": "reg_t",
      "house": "fidelity",
      "unanswered": [],
      "caveats": []
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
)json");
  EXPECT_EQ(wrong_in_analysis(encode_analysis(both)), std::vector<std::string>{});
}

TEST(EncodeAnalysis, ADistanceThatIsRefusedIsOneReason) {
  Analysis lacks{.method = "flat"};
  lacks.distance = fail(Reason::not_covered, "no", "OZ");
  lacks.time_to_call = fail(Reason::not_covered, "no", "OZ");
  const Node node = *parse(encode_analysis(report_of({lacks})), "a");
  EXPECT_EQ(node.find("distance")->kind, Node::Kind::null);
  ASSERT_EQ(node.find("unanswered")->items.size(), 1u);
  EXPECT_EQ(node.find("unanswered")->items[0].find("member")->text, "distance");
}

TEST(EncodeAnalysis, TheTimeThatIsNotKnownStandsInTheDistance) {
  const BookOf of = levered();
  Analysis lacks{.method = "flat"};
  lacks.distance = strategy::distance(of, {});
  lacks.time_to_call = fail(Reason::bad_input, "what the debit grows by is not known");
  const Node node = *parse(encode_analysis(report_of({lacks})), "a");
  EXPECT_EQ(node.find("distance")->find("time_to_call")->kind, Node::Kind::null);
  EXPECT_EQ(node.find("unanswered")->items.at(0).find("member")->text, "distance.time_to_call");
}

TEST(EncodeAnalysis, VerdictPracticesAndWarnings) {
  Analysis told{.method = "flat"};
  told.verdict = strategy::Verdict{
      .level = strategy::AccountLevel::warn,
      .levels = {{strategy::LevelOf::coverage, strategy::AccountLevel::critical, 0.5, "half"}},
      .headline = "Warn: so.",
      .facts = {"A fact."},
      .next = {"Do.", "Or do."}};
  told.practices = {{&strategy::best_practices()[0], strategy::Outcome::violated, "1.5 is more"}};
  told.warnings = {{&strategy::warnings()[0], "a 41 % fall", ""}};
  const std::string text = encode_analysis(report_of({told}));
  const std::string practice{strategy::best_practices()[0].id};
  const std::string warning{strategy::warnings()[0].id};
  EXPECT_TRUE(text.contains(R"json(  "verdict": {
    "level": "warn",
    "levels": [
      {
        "of": "coverage",
        "level": "critical",
        "value": 0.5,
        "enters": false,
        "text": "half"
      }
    ],
    "headline": "Warn: so.",
    "facts": [
      "A fact."
    ],
    "next": [
      "Do.",
      "Or do."
    ]
  },
  "practices": [
    {
      "id": ")json" + practice +
                            R"json(",
      "outcome": "violated",
      "text": "1.5 is more"
    }
  ],
  "warnings": [
    {
      "id": ")json" + warning +
                            R"json(",
      "text": "a 41 % fall"
    }
  ],
  "unanswered": [],)json"))
      << text;
  EXPECT_EQ(wrong_in_analysis(text), std::vector<std::string>{});
}

/// Every member there is an answer for, and each again without: all of it is in the schema.
TEST(EncodeAnalysis, KeepsToItsSchema) {
  BookOf of = levered();
  Analysis all{.method = "flat"};
  all.room = strategy::room(of.book()).value();
  all.carry = strategy::carry(of, {.financing = {.financing = {.rate = 0.06_d}}});
  all.buffer = strategy::buffer(of, {}, {.borrowing_rate = 0.06});
  all.distance = strategy::distance(of, {});
  all.time_to_call = strategy::time_to_call(**all.distance, {}, {.borrowing_rate = 0.06});
  all.kpis = strategy::kpis({**all.carry, &**all.buffer, &**all.distance});
  all.practices = strategy::practice_findings({}, {});
  all.warnings = strategy::told_warnings({}, {});
  all.verdict = strategy::verdict(all, {});
  ASSERT_TRUE(all.verdict && *all.time_to_call);
  Analysis none{.method = "flat", .house = "a"};
  const Error why{Reason::bad_input, "no", ""};
  none.carry = std::unexpected{why};
  none.buffer = std::unexpected{why};
  none.distance = std::unexpected{why};
  none.time_to_call = std::unexpected{why};
  EXPECT_EQ(wrong_in_analysis(encode_analysis(report_of({all, none}))), std::vector<std::string>{});
  EXPECT_EQ(wrong_in_analysis(encode_analysis(report_of({none, all}))), std::vector<std::string>{});
}

}  // namespace
}  // namespace plimsoll::json
