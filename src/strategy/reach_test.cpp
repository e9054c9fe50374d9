#include "strategy/reach.hpp"

#include <gtest/gtest.h>

#include "strategy/distance.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// Groups as methods make them: 30 % of what is short, at least five dollars a share.
MarginFunction at_least_five_dollars() {
  return [](const Account& account, const MarketSnapshot& market) -> Result<Answer<Money>> {
    PLIMSOLL_TRY(answer, flat(30_pct)(account, market));
    Money sum = zero(usd);
    for (const Position& position : account.positions) {
      PLIMSOLL_TRY(price, market.price(id_of(position.instrument)));
      const Money value = Price{price, usd} * position.quantity;
      const bool is_short = value.amount.is_negative();
      const Money size = is_short ? -value : value;
      const Money least = is_short ? Price{-5_d, usd} * position.quantity : zero(usd);
      const Money asked = std::max(30_pct * size, least);
      sum = sum + asked;
      answer.groups.push_back({.strategy = "position",
                               .legs = {{id_of(position.instrument), position.quantity}},
                               .initial = asked,
                               .maintenance = is_short ? asked + size : asked,
                               .proceeds = zero(usd),
                               .net_deposit = zero(usd)});
    }
    answer.maintenance = answer.risk_maintenance = sum;
    return answer;
  };
}

TEST(Reach, ArithmeticStandsOnlyWhereRatesDo) {
  const auto closed = [](std::int64_t quantity, Decimal price) {
    BookOf book;
    book.book().margin = at_least_five_dollars();
    book.shares("LOW", quantity, price).shares("XYZ", 1000, 100_d).cash(-30'000_d);
    return distance(book, {}).value();
  };
  const Distance high = closed(-100, 90_d);
  ASSERT_TRUE(high.market.closed_form);
  EXPECT_NEAR(*high.market.closed_form, high.market.down->move, 1e-8);
  const Distance low = closed(-600, 8_d);  // five dollars are 62.5 % of it, and more as it falls
  ASSERT_TRUE(low.market.down);
  EXPECT_FALSE(low.market.closed_form);
  const Distance passes = closed(-600, 18_d);  // 30 % today, five dollars below 16.67
  EXPECT_FALSE(passes.market.closed_form);
}

// V* = 2,250 / 0.75 = 3,000 of 100,000.
TEST(Reach, NearlyAllOfAName) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-2'250_d);
  const auto far = distance(book, {});
  ASSERT_TRUE(far->market.down);
  EXPECT_NEAR(far->market.down->move, -0.97, 1e-10);
  EXPECT_NEAR(far->names[0].down->move, -0.97, 1e-10);
  // A policy that looks less far is told as one.
  const auto capped = distance(book, {.decline_most = 0.95});
  EXPECT_FALSE(capped->market.down);
  EXPECT_EQ(no_call(capped->market),
            "no fall of the market of up to 95 % brings a call, nor does a rise of up to 100 %");
  EXPECT_TRUE(no_call(capped->names[0]).starts_with("no fall of XYZ of up to 95 % brings"));
}

TEST(Reach, EachNameAlone) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d, 1.2).shares("BBB", 500, 100_d, 0.8).cash(-90'000_d);
  const auto far = distance(book, {});
  ASSERT_TRUE(far);
  // Excess 60,000 - 37,500 = 22,500; per name over V - mV.
  ASSERT_EQ(far->names.size(), 2u);
  EXPECT_EQ(far->names[0].name, InstrumentId{"AAA"});
  EXPECT_NEAR(far->names[0].down->move, -22'500.0 / 75'000, 1e-10);
  EXPECT_NEAR(far->names[1].down->move, -22'500.0 / 37'500, 1e-10);
  EXPECT_NEAR(far->market.down->move, -22'500.0 / (1.2 * 75'000 + 0.8 * 37'500), 1e-10);
}

}  // namespace
}  // namespace plimsoll::strategy
