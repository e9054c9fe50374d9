#include "report/morning_section.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

using strategy::AccountLevel;
using strategy::Analysis;
using strategy::Buffer;
using strategy::Distance;

/// Equity 120,000 over a requirement of 50,000, with 80,000 owed; a third of a fall away.
Analysis analysed() {
  Analysis made{.method = "reg_t"};
  made.buffer =
      Buffer{.room = {.equity = 120'000_usd, .requirement = 50'000_usd, .initial = 100'000_usd},
             .cash = -80'000_usd,
             .debit = 80'000_usd,
             .long_value = 200'000_usd,
             .gross_value = 200'000_usd,
             .exposure = 200'000_usd};
  made.distance = Distance{.room = (*made.buffer)->room,
                           .market = {.exposure = 200'000_usd,
                                      .down = strategy::Edge{.move = -0.25, .equity = 70'000_usd}}};
  made.verdict = strategy::Verdict{.level = AccountLevel::calm,
                                   .headline = "Calm: so it is.",
                                   .facts = {"One.", "Two."},
                                   .next = {"Nothing."}};
  return made;
}

TEST(MorningSection, TheVerdictItsBarsItsFactsAndWhatToDo) {
  EXPECT_EQ(morning_section(analysed(), {}),
            "\n"
            "Calm: so it is.\n"
            "\n"
            "  requirement of equity  [#################.......................]  41.7%\n"
            "  debit of the most      [#####################...................]  53.4%\n"
            "  buffer of its target   [########################################]  2.40x of 2.00x\n"
            "  market fall to a call  [##########..............................]  25.0%\n"
            "\n"
            "  - One.\n"
            "  - Two.\n"
            "\n"
            "next\n"
            "  - Nothing.\n");
}

TEST(MorningSection, NoBarOfWhatIsNotKnown) {
  Analysis bare = analysed();
  bare.buffer = fail(Reason::bad_input, "no");
  bare.distance.reset();
  bare.verdict->next.clear();
  EXPECT_EQ(morning_section(bare, {}),
            "\n"
            "Calm: so it is.\n"
            "\n"
            "  - One.\n"
            "  - Two.\n");
}

TEST(MorningSection, WhatIsCalledHasNoDistanceLeft) {
  Analysis called = analysed();
  (*called.distance)->room.equity = 0_usd;
  EXPECT_FALSE(morning_section(called, {}).contains("market fall to a call"));
}

TEST(MorningSection, AnythingWorseThanCalmIsAWarning) {
  const Paper screen{.ink = Ink::colour};
  Analysis one = analysed();
  const std::string calm = inked(one.verdict->headline, Emphasis::strong, Ink::colour);
  const std::string warned = inked(one.verdict->headline, Emphasis::warning, Ink::colour);
  ASSERT_NE(calm, warned);
  EXPECT_TRUE(morning_section(one, screen).contains(calm));
  for (const AccountLevel level :
       {AccountLevel::watch, AccountLevel::warn, AccountLevel::critical, AccountLevel::breach}) {
    one.verdict->level = level;
    EXPECT_TRUE(morning_section(one, screen).contains(warned));
  }
}

TEST(MorningSection, OnMarkdownPaperBarsAreATable) {
  const std::string page = morning_section(analysed(), markdown_paper());
  EXPECT_TRUE(page.contains("| requirement of equity |")) << page;
  EXPECT_TRUE(page.contains("## next")) << page;
}

}  // namespace
}  // namespace plimsoll::report
