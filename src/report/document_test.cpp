#include "report/document.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"

namespace plimsoll::report {
namespace {

using namespace testing;

TEST(Document, ANumberShowsItsLastFourDigits) {
  EXPECT_EQ(redacted("Z41074821"), "xxxxx4821");
  EXPECT_EQ(redacted("U1234567"), "xxxx4567");
  EXPECT_EQ(redacted("1234-5678-9"), "xxxx-x678-9");
  EXPECT_EQ(redacted("family 12345 main"), "family x2345 main");
  EXPECT_EQ(redacted("12 345"), "x2 345");
  EXPECT_EQ(redacted("fidelity-4821"), "fidelity-4821") << "it shows no more than four";
  EXPECT_EQ(redacted("one stock"), "one stock");
  EXPECT_EQ(redacted(""), "");
}

TEST(Document, ANumberIsRedactedWhereverItStands) {
  EXPECT_EQ(without_number("a Z41074821, Z41074821.csv", "Z41074821"),
            "a xxxxx4821, xxxxx4821.csv");
  EXPECT_EQ(without_number("the book", "book"), "the book");
}

TEST(Document, BeginsAndEnds) {
  const DocumentSources sources = one_share();
  EXPECT_EQ(document_head("Risk", sources, markdown_paper()),
            "# Risk\n\n- account: xxxxx4821\n- as of: 2026-11-20\n- method: flat, rulebook of "
            "2026-11-20\n- currency: USD\n- an estimate, made from the inputs at its end: the "
            "broker's own figures govern, and nothing here is advice\n");
  EXPECT_EQ(document_end(sources, markdown_paper()),
            "\n## Inputs\n\n| input | value |\n| --- | --- |\n"
            "| account | positions-Z41074821.csv |\n");
}

TEST(Document, APartialAnswerSaysSo) {
  DocumentSources sources = one_share();
  sources.analysis.margin.partial = true;
  sources.analysis.margin.refused = {{Reason::bad_input, "no price", "ABC"}};
  expect_holds(document_head("Risk", sources, markdown_paper()), {"**PARTIAL", "ABC: no price"});
}

TEST(Document, WhatIsNotAnsweredSaysWhy) {
  EXPECT_EQ(not_answered("cure", {Reason::bad_input, "no cash", "cash"}, markdown_paper()),
            "\n## cure\n\n- not answered: cash: no cash\n");
  EXPECT_EQ(name_of(Grade::recalled), "recalled");
  EXPECT_EQ(below(markdown_paper()).depth, 3u);
  EXPECT_TRUE(data_sources(one_share()).empty());
}

}  // namespace
}  // namespace plimsoll::report
