// Each figure against its own levels, at them and a hair off, and which of them are the account's.

#include "strategy/levels_reached.hpp"

#include <gtest/gtest.h>

#include "strategy/books_for_tests.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// 2,000,000 held at a yield of 2 %, 15 % asked, owing so much at 6 %.
Analysis owing_at_fifteen(Decimal debit) {
  BookOf of{15_pct};
  of.shares("XYZ", 20'000, 100_d).cash(-debit);
  of.book().market.quotes[InstrumentId{"XYZ"}].yield = 0.02;
  Analysis made{.method = "flat"};
  made.room = room(of.book()).value();
  made.buffer = buffer(of, {}, {});
  made.distance = distance(of, {});
  made.carry = carry(of, at_six());
  return made;
}

std::string levels(const Analysis& analysis) {
  std::string text;
  for (const LevelReached& one : levels_reached(analysis, {}))
    text += std::string{name_of(one.of)} + " " + std::string{name_of(one.level)} + "; ";
  return text;
}

TEST(LevelsReached, AreToldWhereTheMultipleIsCalm) {
  const Analysis made = owing_at_fifteen(1'380'000_d);  // 620,000 for 300,000; 1.38 of 1.7 million
  EXPECT_EQ(levels(made), "debit_use watch; coverage critical; distance_to_breakeven breach; ");
  const auto told = verdict(made, {});
  ASSERT_TRUE(told);
  EXPECT_EQ(told->level, AccountLevel::calm);
  ASSERT_EQ(told->levels.size(), 3u);
  EXPECT_EQ(told->levels[0].text,
            "81.2 % of the most that could be owed is owed, watch begins at 75 %");
  EXPECT_EQ(told->levels[1].text, "income is 0.48 times the interest, critical begins under 1");
  EXPECT_TRUE(std::ranges::any_of(told->facts, [&](const std::string& fact) {
    return fact.find("81.2 % of the most that could be owed") != std::string::npos;
  }));
  EXPECT_TRUE(std::ranges::any_of(told->facts, [&](const std::string& fact) {
    return fact.find("income is 0.48 times the interest") != std::string::npos;
  }));
}

TEST(LevelsReached, OfDebitUseBeginAtTheirNumber) {
  // 1,700,000 is the most: 75 % is 1,275,000, 90 % 1,530,000.
  EXPECT_EQ(levels(owing_at_fifteen(1'274'999.99_d)).substr(0, 9), "coverage ");
  EXPECT_EQ(levels(owing_at_fifteen(1'275'000_d)).substr(0, 16), "debit_use watch;");
  EXPECT_EQ(levels(owing_at_fifteen(1'530'000_d)),
            "multiple watch; debit_use warn; coverage critical; distance_to_breakeven breach; ");
}

TEST(LevelsReached, TheAccountsIsTheMultiples) {
  EXPECT_TRUE(enters(LevelOf::multiple));
  for (const LevelOf of : {LevelOf::debit_use, LevelOf::coverage, LevelOf::breakeven})
    EXPECT_FALSE(enters(of)) << name_of(of);
}

TEST(LevelsReached, OfNothingOwedAndOfWhatIsUnknownThereAreNone) {
  EXPECT_EQ(levels(owing_at_fifteen(0_d)), "");
  EXPECT_EQ(levels({}), "");
}

}  // namespace
}  // namespace plimsoll::strategy
