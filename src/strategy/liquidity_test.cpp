#include "strategy/liquidity.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// 600 AAA and 300 BBB at 100, of which 1,000 and 6,000 trade in a day: a tenth of that is sold.
BookOf two() {
  BookOf book{25_pct};
  book.shares("AAA", 600, 100_d).shares("BBB", 300, 100_d).cash(0_d);
  book.book().market.quotes[InstrumentId{"AAA"}].adv = 1'000;
  book.book().market.quotes[InstrumentId{"BBB"}].adv = 6'000;
  return book;
}

Concentration of(const Book& book) {
  auto made = concentration(book, {}, {.room = *room(book)});
  EXPECT_TRUE(made) << made.error().what;
  return *std::move(made);
}

TEST(Liquidity, DaysAtAShareOfTheVolume) {
  const Concentration made = of(two());
  ASSERT_EQ(made.liquidity.size(), 2u);
  EXPECT_EQ(made.liquidity[0].id, InstrumentId{"AAA"}) << "the slowest first";
  EXPECT_DOUBLE_EQ(made.liquidity[0].days, 6);
  EXPECT_EQ(made.liquidity[0].state, LimitState::breach);
  EXPECT_EQ(made.liquidity[0].room, (Money{-50'000_d, usd})) << "100 shares are a day's";
  EXPECT_DOUBLE_EQ(made.liquidity[1].days, 0.5);
  EXPECT_EQ(made.liquidity[1].room, (Money{30'000_d, usd}));
}

TEST(Liquidity, OfMostOfTheBook) {
  // 85,500 of 90,000: all of BBB, and 55,500 of AAA at 10,000 a day.
  EXPECT_DOUBLE_EQ(*of(two()).days_for_most, 5.55);
}

TEST(Liquidity, APositionWithoutVolumeIsNamed) {
  BookOf book = two();
  book.shares("NEW", 1, 5_d);
  const Concentration made = of(book);
  EXPECT_EQ(made.liquidity.size(), 2u);
  EXPECT_FALSE(made.days_for_most);
  EXPECT_EQ(made.not_applied.back().what, "days to sell NEW");
  EXPECT_NE(made.not_applied.back().missing_input.find("adv of NEW"), std::string::npos);
}

TEST(Liquidity, FundsAreRedeemed) {
  BookOf book = two();
  book.book().account.positions.push_back(
      {.instrument = Fund{.id = InstrumentId{"CASH"}, .kind = FundKind::money_market},
       .quantity = Quantity::of(std::int64_t{910'000})});
  book.book().market.quotes[InstrumentId{"CASH"}].price = 1_d;
  const Concentration made = of(book);
  EXPECT_EQ(made.liquidity.size(), 2u);
  // 950,000 of 1,000,000: the fund at once, BBB's 30,000 in half a day, and 10,000 of AAA in one.
  EXPECT_DOUBLE_EQ(*made.days_for_most, 1);
}

}  // namespace
}  // namespace plimsoll::strategy
