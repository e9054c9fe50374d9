#include "strategy/verdict.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Analysis analysed(const Book& book) {
  Analysis made{.method = "flat"};
  made.room = room(book).value();
  made.buffer = buffer(book, {}, {});
  made.distance = distance(book, {});
  if (*made.distance)
    made.time_to_call = time_to_call(**made.distance, {}, {.borrowing_rate = 0, .paths = 0});
  made.cure = cure(book, {}, {.target_multiple = 2});
  made.size = size(book, {}, {.borrowing_rate = 0.05});
  return made;
}

TEST(Verdict, SaysHowNearAndWhatToDo) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d).quoted("VIX", 16_d);
  const auto today = verdict(analysed(book), {});
  ASSERT_TRUE(today);
  EXPECT_EQ(today->level, AccountLevel::watch);
  EXPECT_EQ(today->headline, "Watch: equity covers the requirement 1.66 times; 2 is wanted.");
  ASSERT_GE(today->facts.size(), 3u);
  EXPECT_EQ(today->facts[0],
            "A market fall of 28.5 % brings a call; of the names alone XYZ gets there first, 28.5 "
            "% down.");
  EXPECT_NE(today->facts[2].find("2007-09 financial crisis"), std::string::npos);
  ASSERT_GE(today->next.size(), 2u);
  EXPECT_EQ(today->next[0], "Deposit 20,000.00 USD to be back at 2 times.");
  EXPECT_TRUE(today->next[1].starts_with("Or sell ")) << today->next[1];
}

TEST(Verdict, WithoutAVolatilityOfTodayNoneIsChosen) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const auto today = verdict(analysed(book), {});
  const std::string& chance = today->facts.at(1);
  EXPECT_TRUE(
      chance.starts_with("How much the market moves today is not known (give the price of "
                         "VIX): the chance of a call in 252 days is from "))
      << chance;
  EXPECT_TRUE(chance.contains("(calm, a volatility of 11.2 %) to ")) << chance;
  EXPECT_TRUE(chance.ends_with("(crisis, a volatility of 40.1 %).")) << chance;
}

TEST(Verdict, OfARiseAndOfAName) {
  BookOf book{25_pct};
  book.shares("XYZ", -1000, 100_d).cash(180'000_d);
  book.book().market.quotes[InstrumentId{"XYZ"}].volatility = 0.3;
  const auto today = verdict(analysed(book), {});
  EXPECT_EQ(today->facts.at(0),
            "A market rise of 44 % brings a call, and no fall does; of the names alone XYZ gets "
            "there first, 44 % up.");
  EXPECT_TRUE(today->facts.at(1).ends_with("where XYZ moves 30 % a year.")) << today->facts.at(1);
}

TEST(Verdict, OfWhatIsCalledACrisisBringsNoOther) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-150'000_d);
  const auto today = verdict(analysed(book), {});
  EXPECT_TRUE(std::ranges::any_of(today->facts, [](const std::string& fact) {
    return fact.contains("would leave the account ");
  }));
  for (const std::string& fact : today->facts)
    EXPECT_FALSE(fact.contains("would bring a call")) << fact;
}

TEST(Verdict, AsksForWhatTheLimitsOnLeverageWant) {
  BookOf book{10_pct};
  book.shares("XYZ", 2500, 100_d).cash(-150'000_d).quoted("VIX", 20_d);
  const auto today = verdict(analysed(book), {});
  EXPECT_TRUE(std::ranges::any_of(today->next, [](const std::string& step) {
    return step.starts_with("By the policy's limits on leverage: cut ");
  }));
}

TEST(Verdict, WhatIsNotKnownOfTheDistanceIsOnThePage) {
  BookOf book{25_pct};
  book.shares("XYZ", 200, 250_d)
      .option("XYZ", Right::call, 270_d, Date{2027y / January / 15}, -2, 4.5_d);
  book.cash(0_d).book().market.risk_free_rate.reset();
  const auto today = verdict(analysed(book), {});
  EXPECT_TRUE(today->facts.at(0).starts_with("How far a call is, and how likely, is not known: "))
      << today->facts.at(0);
}

TEST(Verdict, TheLawAloneIsCalledThat) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-10'000_d);
  Analysis analysis = analysed(book);
  EXPECT_FALSE(std::ranges::any_of(verdict(analysis, {})->facts, [](const std::string& fact) {
    return fact.contains("--house");
  }));
  analysis.law_alone = true;
  EXPECT_TRUE(verdict(analysis, {})->facts.back().contains("--house"));
}

TEST(Verdict, OfACallSaysWhatIsMissing) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-150'000_d);
  const auto today = verdict(analysed(book), {});
  EXPECT_EQ(today->level, AccountLevel::breach);
  EXPECT_EQ(today->headline,
            "Breach: equity of 50,000.00 USD is 10,000.00 USD short of the requirement of "
            "60,000.00 USD.");
}

TEST(Verdict, IsCalmWhereTheTargetIsMet) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-20'000_d);
  const auto today = verdict(analysed(book), {});
  EXPECT_EQ(today->level, AccountLevel::calm);
  EXPECT_EQ(today->next.front(), "No deposit and no sale: the target of 2 times is met.");
}

TEST(Verdict, LevelsAreThePolicys) {
  const Room room{.equity = 160_usd, .requirement = 100_usd, .initial = 100_usd};
  EXPECT_EQ(level_of(room, {}), AccountLevel::watch);
  EXPECT_EQ(level_of(room, {.watch = 1.6}), AccountLevel::calm);
  EXPECT_EQ(level_of(room, {.warn = 1.61}), AccountLevel::warn);
  EXPECT_EQ(level_of({.equity = 100_usd, .requirement = 100_usd, .initial = 0_usd}, {}),
            AccountLevel::breach)
      << "at one";
  EXPECT_EQ(level_of({.equity = 100_usd, .requirement = 0_usd, .initial = 0_usd}, {}),
            AccountLevel::calm);
  EXPECT_FALSE(verdict({}, {})) << "equity unknown";
}

}  // namespace
}  // namespace plimsoll::strategy
