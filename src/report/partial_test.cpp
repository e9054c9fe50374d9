#include "report/partial.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

TEST(Partial, NamesWhatWasRefused) {
  MarginReport report;
  EXPECT_EQ(partial_notice(report, {}), "");
  report.refused = {{Reason::bad_input, "quantity is blank", "positions.csv:12"},
                    {Reason::bad_input, "no \x1b[2J tricks", ""}};
  EXPECT_TRUE(partial_notice(report, {}).starts_with("a method was asked that refused this; "));
  report.partial = true;
  EXPECT_EQ(partial_notice(report, {}),
            "PARTIAL: every total below leaves out what was refused or not covered\n"
            "  - positions.csv:12: quantity is blank\n"
            "  - no ?[2J tricks\n\n");
}

TEST(Partial, WhatDoesNotApplyIsNotUnanswered) {
  EXPECT_EQ(unanswered_text({Reason::not_covered, "no price", "XYZ"}),
            "not answered: XYZ: no price");
  EXPECT_EQ(unanswered_text({Reason::not_covered, "not applicable: nothing is owed", {}}),
            "not applicable: nothing is owed");
}

}  // namespace
}  // namespace plimsoll::report
