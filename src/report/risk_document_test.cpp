#include "report/risk_document.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(RiskDocument, HoldsItsParts) {
  const std::string page = risk_document(one_share());
  expect_well_formed(page);
  expect_holds(page,
               {"# Risk document", "## Levels and escalation", "### Risk register", "#### Open",
                "### Limits and breaches", "### buffer",
                "### distance: ", "| were it to happen again |", "| if more were asked |",
                "### chance of a call", "### concentration", "**name** | **XYZ**", "## Inputs"});
  EXPECT_FALSE(page.contains("Z41074821"));
}

TEST(RiskDocument, WhatIsNotAnsweredSaysSo) {
  DocumentSources sources = one_share();
  strategy::Analysis& made = sources.analysis.results[0];
  made.verdict.reset();
  made.size = std::unexpected{Error{Reason::missing_price, "no price", "ABC"}};
  expect_holds(risk_document(sources),
               {"where the account stands is not known", "not answered: ABC: no price"});
}

TEST(RiskDocument, TheSameInputIsTheSameBytes) {
  EXPECT_EQ(risk_document(one_share()), risk_document(one_share()));
}

}  // namespace
}  // namespace plimsoll::report
