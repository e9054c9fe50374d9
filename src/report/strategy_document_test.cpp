#include "report/strategy_document.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(StrategyDocument, HoldsItsParts) {
  const std::string page = strategy_document(one_share());
  expect_well_formed(page);
  expect_holds(page, {"# Strategy document", "## Parameters", "## Rates in use", "## flat",
                      "### Figures", "### ladder: ", "### Deployment", "### Practices",
                      "## Sources", "| A rulebook | (c)(1) | flat | text read |",
                      "2007-09 financial crisis | 2007-10-09 | 2009-03-09 | -56.8% |", "## Inputs",
                      "positions-xxxxx4821.csv"});
  EXPECT_FALSE(page.contains("Z41074821"));
}

TEST(StrategyDocument, WhatIsNotAnsweredSaysSo) {
  DocumentSources sources = one_share();
  sources.analysis.results[0].kpis.clear();
  sources.analysis.results[0].ladder = std::unexpected{Error{Reason::bad_input, "no price", ""}};
  expect_holds(strategy_document(sources),
               {"not answered: they stand on carry", "not answered: no price"});
}

TEST(StrategyDocument, TheSameInputIsTheSameBytes) {
  EXPECT_EQ(strategy_document(one_share()), strategy_document(one_share()));
}

}  // namespace
}  // namespace plimsoll::report
