#include "methods/reg_t/ledger/intraday.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date july_20 = 2026y / July / 20;

std::string text_of(const IntradayMargin& state) {
  std::string text;
  for (const IntradayDeficit& one : state.open)
    text += to_text(one.unmet.amount, 2) + " of " + to_text(one.since) + " by " +
            to_text(one.prompt_by) + " until " + to_text(one.ends) + (one.minor ? " minor" : "") +
            "; ";
  if (state.freeze) text += "frozen until " + to_text(state.freeze->until);
  return text;
}

// 10,000 of equity and nothing held; 500 shares at 100 need 12,500.
DayOf bought_500() {
  DayOf day{july_20};
  day.opened(level(10'000_d, {}, {})).traded("XYZ", 500, {}, 25'000_d, 12'500_d);
  return day;
}

TEST(Intraday, APurchaseBeyondTheLevelIsADeficit) {
  const IntradayDay day = intraday_of(bought_500().view());
  EXPECT_EQ(to_text(day.deficit), "2500.00 USD");
  EXPECT_EQ(day.reducing, 1);
}

TEST(Intraday, ALaterRecoveryDoesNotEraseIt) {
  const IntradayDay day =
      intraday_of(bought_500().traded("XYZ", -500, {}, -25'000_d, -12'500_d).view());
  EXPECT_EQ(to_text(day.deficit), "2500.00 USD");
  EXPECT_EQ(day.reducing, 1);
}

TEST(Intraday, TheMarketAloneMakesNone) {
  const IntradayDay day = intraday_of(DayOf{july_20}
                                          .opened(level(30'000_d, {}, 25'000_d))
                                          .closed(level(10'000_d, {}, 15'000_d))
                                          .view());
  EXPECT_TRUE(day.deficit.amount.is_zero());
  EXPECT_EQ(day.reducing, 0);
}

TEST(Intraday, WithdrawalsReduceTheLevelAndDividendsOwedDoNotCount) {
  const auto after = [](CashKind kind) {
    return to_text(
        intraday_of(
            DayOf{july_20}.opened(level(10'000_d, {}, 9'000_d)).moved(kind, -1'500_d).view())
            .deficit);
  };
  EXPECT_EQ(after(CashKind::withdrawal), "500.00 USD");
  EXPECT_EQ(after(CashKind::dividend), "0.00 USD");
}

TEST(Intraday, WithoutAnOrderTheWorstIsTaken) {
  // Sold 500, then bought 500 of another: in the file's order the level never falls.
  DayOf day{july_20};
  day.opened(level(12'500_d, {}, 12'500_d))
      .traded("AAA", -500, {}, -25'000_d, -12'500_d)
      .traded("BBB", 500, {}, 25'000_d, 12'500_d);
  EXPECT_EQ(to_text(intraday_of(day.view()).deficit), "0.00 USD");
  EXPECT_EQ(to_text(intraday_of(day.order_unknown().view()).deficit), "12500.00 USD");
}

TEST(Intraday, WhatHasATimeKeepsItsPlace) {
  DayOf day{july_20};
  day.opened(level(12'500_d, {}, 12'500_d))
      .traded("AAA", -500, {}, -25'000_d, -12'500_d)
      .at(std::chrono::hours{10})
      .traded("BBB", 500, {}, 25'000_d, 12'500_d)
      .at(std::chrono::hours{11});
  EXPECT_EQ(to_text(intraday_of(day.order_unknown().view()).deficit), "0.00 USD");
}

IntradayMargin after_the_deficit(Decimal equity = 10'000_d, Decimal maintenance = 12'500_d) {
  return advance({}, bought_500().closed(level(equity, {}, maintenance)).view(), true).value();
}

TEST(Intraday, DeadlinesAreFiveAndFifteenBusinessDays) {
  EXPECT_EQ(text_of(after_the_deficit()), "2500.00 of 2026-07-20 by 2026-07-27 until 2026-08-10; ");
}

TEST(Intraday, ARiseOfTheLevelFromThatCloseSatisfiesIt) {
  IntradayMargin state = after_the_deficit();
  const auto next = [&](Date day, Decimal equity) {
    state = advance(state, DayOf{day}.closed(level(equity, {}, 12'500_d)).view(), true).value();
    return text_of(state);
  };
  EXPECT_EQ(next(2026y / July / 21, 9'000_d),
            "2500.00 of 2026-07-20 by 2026-07-27 until 2026-08-10; ");
  EXPECT_EQ(next(2026y / July / 22, 11'000_d),
            "1500.00 of 2026-07-20 by 2026-07-27 until 2026-08-10; ");
  EXPECT_EQ(next(2026y / July / 23, 12'499.99_d),
            "0.01 of 2026-07-20 by 2026-07-27 until 2026-08-10; ");
  EXPECT_EQ(next(2026y / July / 24, 12'500_d), "");
}

/// The state at the close of `last`, nothing having been done.
std::string left_alone(IntradayMargin state, Date last, bool practice) {
  for (Date day = july_20 + std::chrono::days{1}; day <= last; day += std::chrono::days{1})
    state =
        advance(state, DayOf{day}.closed(level(10'000_d, {}, 12'500_d)).view(), practice).value();
  return text_of(state);
}

TEST(Intraday, APracticeFreezesAtTheFifthBusinessDay) {
  const std::string open = "2500.00 of 2026-07-20 by 2026-07-27 until 2026-08-10; ";
  EXPECT_EQ(left_alone(after_the_deficit(), 2026y / July / 24, true), open);
  EXPECT_EQ(left_alone(after_the_deficit(), 2026y / July / 27, true),
            open + "frozen until 2026-10-25");
  EXPECT_EQ(left_alone(after_the_deficit(), 2026y / July / 29, true),
            open + "frozen until 2026-10-25");
  EXPECT_EQ(left_alone(after_the_deficit(), 2026y / July / 29, false), open);
  // It outlives the deficit's fifteen days, and ends with its own ninety.
  EXPECT_EQ(left_alone(after_the_deficit(), 2026y / August / 10, true), "frozen until 2026-10-25");
  EXPECT_EQ(left_alone(after_the_deficit(), 2026y / October / 26, true), "");
}

TEST(Intraday, OnceSatisfiedTheFreezeEnds) {
  IntradayMargin state = after_the_deficit();
  for (const auto& [day, equity] :
       {std::pair{Date{2026y / July / 27}, 10'000_d}, {Date{2026y / July / 28}, 12'500_d}})
    state = advance(state, DayOf{day}.closed(level(equity, {}, 12'500_d)).view(), true).value();
  EXPECT_EQ(text_of(state), "");
}

TEST(Intraday, MinorDeficitsMakeNoPractice) {
  // At most the lesser of 5 % of equity and 1,000 dollars.
  const auto minor = [](Decimal need, Decimal equity) {
    DayOf day{july_20};
    day.traded("XYZ", 1, {}, {}, need).closed(level(equity, {}, {}));
    const auto state = advance({}, day.view(), true);
    return state.value().open.at(0).minor;
  };
  EXPECT_TRUE(minor(500_d, 10'000_d));
  EXPECT_FALSE(minor(500.01_d, 10'000_d));
  EXPECT_TRUE(minor(1'000_d, 50'000_d));
  EXPECT_FALSE(minor(1'000.01_d, 50'000_d));
}

}  // namespace
}  // namespace plimsoll::reg_t
