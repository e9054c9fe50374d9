#include "strategy/curve.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

TEST(RoomCurve, AsksTheMethodOncePerMove) {
  BookOf of{25_pct};
  of.shares("XYZ", 1000, 100_d).cash(-40'000_d);
  Book book = of;
  int asked = 0;
  book.margin = [&, flat = of.book().margin](const Account& account, const MarketSnapshot& market) {
    ++asked;
    return flat(account, market);
  };
  MovedMarket market = MovedMarket::of(book, movers(book.account, book.market, 1), {}).value();
  RoomCurve curve{book, market, {}};
  EXPECT_EQ(curve.at(-0.2)->equity, 40'000_usd);
  EXPECT_EQ(*curve.excess(-0.2, 1), 20'000);
  EXPECT_EQ(*curve.excess(-0.2, 2), 0);
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace plimsoll::strategy
