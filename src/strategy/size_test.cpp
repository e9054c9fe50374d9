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

/// What of the book is beyond a limit, each held as it is told.
std::string broken(const Book& book, const Policy& policy) {
  const auto made = size(book, policy, {});
  const auto today = buffer(book, policy, {});
  EXPECT_TRUE(made && today);
  std::string all;
  for (const Weights& weights : made->concentration.by)
    if (weights.breached()) all += std::string{word_of(weights.by)} + " ";
  for (const LiquidityDays& one : made->concentration.liquidity)
    if (one.state == LimitState::breach) all += "days ";
  const Cap* cap = made->caps.binding_limit();
  constexpr double last_digit = 1e-14;  // a book may stand at a limit exactly
  if (*cap->leverage + last_digit < *made->caps.leverage)
    all += std::string{word_of(cap->rule)} + " ";
  if (today->over_target().amount.is_negative()) all += "buffer ";
  if (today->room.equity < today->room.initial) all += "initial ";
  if (*today->hardest()->multiple() < policy.buffer.stress_multiple_least) all += "stress ";
  return all;
}

Book after(const Book& book, const InstrumentId& id, Quantity bought) {
  Book later = book;
  for (Position& position : later.account.positions)
    if (id_of(position.instrument) == id) position.quantity = position.quantity + bought;
  const Price price{*book.market.find(id)->price, usd};
  later.account.cash->front() = later.account.cash->front() - price * bought;
  return later;
}

TEST(Size, AfterTheLargestTradeEveryLimitHoldsAndWithALotMoreOneDoesNot) {
  struct Case {
    double beta = 1, other = 1, vix = 20;
    BufferMode mode = BufferMode::fixed;
  };
  const Case cases[] = {{2.5, 0.4},    {0.4, 2.5, 15}, {1, 1, 35, BufferMode::regime},
                        {-0.5, 1.4},   {3, 0.1, 12},   {1.2, 0.9, 25, BufferMode::probability},
                        {0.2, 0.3, 60}};
  for (const Case& one : cases)
    for (const double liquid : {1e7, 2'000.0}) {
      BookOf of{25_pct};
      of.shares("HOT", 100, 100_d, one.beta).shares("UTIL", 900, 100_d, one.other).cash(0_d);
      Book& book = of.book();
      book.market.quotes[InstrumentId{"VIX"}].price = decimal_of(one.vix);
      for (const char* symbol : {"HOT", "UTIL"})
        book.market.quotes[InstrumentId{symbol}].adv = liquid;
      Policy policy;
      policy.buffer.mode = one.mode;
      policy.size.single_name_most = policy.size.issuer_most = policy.size.sector_most = 1;
      policy.size.liquidity_days_most = 10;
      if (!broken(book, policy).empty()) continue;  // no trade is said to mend it
      const auto made = size(book, policy, {});
      ASSERT_TRUE(made) << made.error().what;
      for (const LargestTrade& trade : made->trades.trades) {
        ASSERT_FALSE(trade.refused) << trade.refused->what;
        EXPECT_EQ(broken(after(book, trade.id, trade.quantity), policy), "") << one.beta;
        EXPECT_NE(broken(after(book, trade.id, trade.quantity + trade.lot), policy), "")
            << one.beta << " " << trade.id.view() << " " << to_text(trade.quantity);
      }
    }
}

TEST(Size, ALimitBeyondAnyAmountIsNone) {
  BookOf of{100_pct};
  of.shares("CALM", 12'345, 99'999_d, 0.01).cash(-1'000_d);
  of.book().market.quotes[InstrumentId{"VIX"}].price = 0.0001_d;
  of.book().market.quotes[InstrumentId{"CALM"}].adv = 1e13;
  const auto made = size(of, {}, {});
  ASSERT_TRUE(made) << made.error().what;
  const Cap* growth = made->caps.find(CapRule::kelly);
  EXPECT_FALSE(growth->leverage);
  EXPECT_NE(growth->missing.find("within reach"), std::string::npos) << growth->missing;
  of.book().market.quotes[InstrumentId{"CALM"}].price = 1'000'000'000_d;
  const auto dear = size(of, {}, {});
  ASSERT_TRUE(dear) << dear.error().what;
  EXPECT_FALSE(dear->concentration.liquidity[0].room);
}

TEST(Size, ThereIsAnAnswerToWhateverIsAccepted) {
  for (const Decimal price : {0.0001_d, 1_d, 1'000'000'000_d})
    for (const std::int64_t units : {1, -300, 1'000'000'000})
      for (const double beta : {-100.0, 0.0, 1e-9, 100.0})
        for (const Decimal vix : {0.0001_d, 20_d, 1'000'000_d})
          for (const double volume : {1e-3, 1e13})
            for (const Decimal cash : {0_d, -1'000_d, 1'000'000'000'000'000_d}) {
              BookOf of{25_pct};
              of.shares("AAA", units, price, beta).cash(cash);
              of.book().market.quotes[InstrumentId{"VIX"}].price = vix;
              of.book().market.quotes[InstrumentId{"AAA"}].adv = volume;
              for (const BufferMode mode : {BufferMode::fixed, BufferMode::probability}) {
                Policy policy;
                policy.buffer.mode = mode;
                policy.size.single_name_most = 0.9999999999;
                EXPECT_TRUE(size(of, policy, {}));
              }
            }
}

}  // namespace
}  // namespace plimsoll::strategy
