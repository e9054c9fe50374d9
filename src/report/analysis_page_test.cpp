#include "report/analysis_page.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using strategy::Analysis;
using strategy::AnalysisReport;

AnalysisReport report_of(std::vector<Analysis> results) {
  AnalysisReport report;
  report.margin.account = "book";
  report.margin.as_of = Date{2026y / std::chrono::November / 20};
  report.margin.currency = usd;
  for (const Analysis& one : results) {
    MethodResult result{.method = one.method, .answer = Answer<Money>{}};
    result.house = one.house;
    report.margin.results.push_back(std::move(result));
  }
  report.results = std::move(results);
  return report;
}

TEST(AnalysisPage, WhatIsNotAnsweredSaysWhyAndTheRestIsTold) {
  Analysis lacks{.method = "reg_t"};
  lacks.buffer = fail(Reason::bad_input, "cash is not known; give it under cash", "book");
  lacks.distance = fail(Reason::not_covered, "options on futures are not valued here", "OZ");
  lacks.time_to_call = fail(Reason::not_covered, "options on futures are not valued here", "OZ");
  lacks.caveats = {{"an estimate"}};
  EXPECT_EQ(analysis_page(report_of({lacks}), AnalysisExtent::sections, {}),
            "book, 2026-11-20, reg_t, in USD\n"
            "\n"
            "buffer\n"
            "  - not answered: book: cash is not known; give it under cash\n"
            "\n"
            "distance\n"
            "  - not answered: OZ: options on futures are not valued here\n"
            "\n"
            "caveats\n"
            "  - an estimate\n");
}

TEST(AnalysisPage, EachMethodAndHouseUnderItsOwnHeading) {
  Analysis first{.method = "reg_t"}, second{.method = "reg_t", .house = "fidelity"};
  first.verdict = strategy::Verdict{.headline = "Calm: one."};
  second.verdict = strategy::Verdict{.headline = "Calm: two."};
  AnalysisReport both = report_of({first, second});
  both.margin.not_covered = {{.method = "tims", .what = {.symbol = "ES", .reason = "a future"}}};
  EXPECT_EQ(analysis_page(both, AnalysisExtent::sections, {}),
            "book, 2026-11-20, reg_t, in USD\n"
            "\n"
            "Calm: one.\n"
            "\n"
            "\n"
            "book, 2026-11-20, reg_t with fidelity, in USD\n"
            "\n"
            "Calm: two.\n"
            "\n"
            "  - tims does not cover ES: a future\n");
}

TEST(AnalysisPage, APartialAnswerShouts) {
  AnalysisReport partial = report_of({Analysis{.method = "reg_t"}});
  partial.margin.partial = true;
  partial.margin.refused = {{Reason::missing_price, "no price on 2026-11-20", "MSFT"}};
  EXPECT_TRUE(analysis_page(partial, AnalysisExtent::sections, {}).starts_with("PARTIAL: "));
}

TEST(AnalysisPage, WhatAFileSaidCannotForgeALine) {
  AnalysisReport forged = report_of({Analysis{.method = "reg_t"}});
  forged.margin.account = "book\nCalm: all is well";
  EXPECT_TRUE(analysis_page(forged, AnalysisExtent::sections, {})
                  .starts_with("book?Calm: all is well, 2026-11-20"));
}

TEST(AnalysisPage, OnMarkdownPaperTheAccountIsTheFirstHeading) {
  Analysis told{.method = "reg_t"};
  told.caveats = {{"an estimate"}};
  const std::string page =
      analysis_page(report_of({told}), AnalysisExtent::sections, markdown_paper());
  EXPECT_TRUE(page.starts_with("# book, 2026-11-20, reg_t, in USD\n")) << page;
  EXPECT_TRUE(page.contains("\n## caveats\n")) << page;
}

}  // namespace
}  // namespace plimsoll::report
