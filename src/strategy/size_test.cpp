#include "strategy/size.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

TEST(Size, EachAnswerOfOneBook) {
  BookOf book{30_pct};
  book.shares("AAA", 1000, 100_d).shares("BBB", 500, 100_d).cash(-50'000_d);
  const auto made = size(book, {}, {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->gross, (Money{150'000_d, usd}));
  EXPECT_EQ(made->cash, (Money{-50'000_d, usd}));
  EXPECT_DOUBLE_EQ(*made->caps.leverage, 1.5);
  EXPECT_EQ(made->caps.binding_limit()->rule, CapRule::requirement);
  EXPECT_NEAR(made->trades.leverage_most, 1 / 0.6, 1e-12) << "trades are held against it";
  EXPECT_EQ(made->trades.trades.size(), 2u);
  EXPECT_EQ(made->concentration.by[0].rows[0].of, "AAA");
  EXPECT_EQ(made->rebalance->move, RebalanceMove::none);
}

TEST(Size, ABufferThatIsKnownIsNotReckonedAgain) {
  BookOf book{30_pct};
  book.shares("AAA", 1000, 100_d).cash(-20'000_d);
  const auto today = buffer(book, {}, {});
  int asked = 0;
  const MarginFunction plain = book.book().margin;
  book.book().margin = [&](const Account& account, const MarketSnapshot& market) {
    ++asked;
    return plain(account, market);
  };
  const auto made = size(book, {}, {.today = *today});
  ASSERT_TRUE(made);
  EXPECT_EQ(static_cast<std::size_t>(asked), made->trades.margin_calls);
  EXPECT_EQ(made->room.equity, today->room.equity);
}

TEST(Size, WithoutEquityWhatIsOwedComesFirst) {
  BookOf book{30_pct};
  book.shares("AAA", 10, 100_d).cash(-2'000_d);
  const auto made = size(book, {}, {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_FALSE(made->rebalance);
  ASSERT_TRUE(made->no_rebalance);
  EXPECT_NE(made->no_rebalance->what.find("-1000.00 USD"), std::string::npos)
      << made->no_rebalance->what;
  EXPECT_EQ(made->trades.trades[0].quantity, Quantity{});
}

TEST(Size, CashUnknownIsRefused) {
  BookOf book{30_pct};
  book.shares("AAA", 10, 100_d);
  book.book().account.cash.reset();
  EXPECT_FALSE(size(book, {}, {}));
}

}  // namespace
}  // namespace plimsoll::strategy
