#include "strategy/name_loss.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

constexpr Date expiry{2027y / January / 15};

NameLoss of(const Book& book, const char* name) {
  auto made = concentration(book, {}, {.room = *room(book)});
  EXPECT_TRUE(made) << made.error().what;
  for (const NameLoss& one : made->wiping)
    if (one.name == InstrumentId{name}) return one;
  ADD_FAILURE() << name;
  return {};
}

TEST(NameLoss, AFallOfEquityOverExposure) {
  BookOf book{25_pct};
  book.shares("AAA", 600, 100_d).shares("BBB", 300, 100_d).cash(-40'000_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 50.0 / 60);
  EXPECT_FALSE(of(book, "BBB").fall) << "30,000 are lost, 20,000 remain";
  EXPECT_EQ(of(book, "BBB").loss_at_nothing, (Money{30'000_d, usd}));
  EXPECT_FALSE(of(book, "AAA").rise);
}

TEST(NameLoss, TheNearestComesFirst) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).shares("BBB", 300, 100_d).cash(-35'000_d);
  const auto made = concentration(book, {}, {.room = *room(book.book())});
  EXPECT_EQ(made->wiping[0].name, InstrumentId{"BBB"});
}

TEST(NameLoss, AShortIsWipedByARise) {
  BookOf book{25_pct};
  book.shares("AAA", -100, 100_d).cash(30'000_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").rise, 2);
  EXPECT_FALSE(of(book, "AAA").fall);
  EXPECT_EQ(of(book, "AAA").loss_at_nothing, (Money{-10'000_d, usd}));
}

TEST(NameLoss, APutHoldsTheFall) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).cash(-5'000_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 0.5);
  book.option("AAA", Right::put, 90_d, expiry, 1, 2_d);
  EXPECT_EQ(of(book, "AAA").loss_at_nothing, (Money{1'200_d, usd})) << "100 less 90, and the put";
  EXPECT_FALSE(of(book, "AAA").fall);
}

TEST(NameLoss, AShortPutLosesItsStrike) {
  BookOf book{25_pct};
  book.shares("AAA", 1, 100_d).option("AAA", Right::put, 90_d, expiry, -2, 3_d).cash(9'000_d);
  EXPECT_EQ(of(book, "AAA").loss_at_nothing, (Money{17'500_d, usd}));
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 8'500.0 / 17'500) << "9,000 + 100 - 600 are left";
}

TEST(NameLoss, ACoveredCallIsNoHedgeOfAFall) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).option("AAA", Right::call, 110_d, expiry, -1, 4_d);
  book.cash(-3'600_d);
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 6'000.0 / 9'600);
  EXPECT_FALSE(of(book, "AAA").rise) << "what is called away is there";
}

TEST(NameLoss, AFundOfThreeTimesIsGoneAtAThird) {
  BookOf book{25_pct};
  book.fund("AAA3", "AAA", 3_d, 100, 100_d).shares("AAA", 100, 100_d).cash(-8'000_d);
  // Up to a third, 40,000 of exposure: 12,000 / 40,000.
  EXPECT_DOUBLE_EQ(*of(book, "AAA").fall, 0.3);
  EXPECT_EQ(of(book, "AAA").loss_at_nothing, (Money{20'000_d, usd}));
  book.cash(2'000_d);  // 14,000: 13,333.33 at a third, then 10,000 alone
  EXPECT_NEAR(*of(book, "AAA").fall, 0.4, 1e-12);
}

TEST(NameLoss, WithoutEquityNothingIsLeftToWipe) {
  BookOf book{25_pct};
  book.shares("AAA", 1, 100_d).cash(-200_d);
  EXPECT_FALSE(of(book, "AAA").fall);
}

}  // namespace
}  // namespace plimsoll::strategy
