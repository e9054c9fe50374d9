#include "strategy/buffer.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

BufferTarget target_of(const Buffer& made, BufferMode mode) {
  for (const BufferTarget& one : made.targets)
    if (one.mode == mode) return one;
  return {};
}

TEST(Buffer, EveryRatioByHand) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-80'000_d);
  const auto made = buffer(book, {}, {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->room.equity, (Money{120'000_d, usd}));
  EXPECT_EQ(made->room.requirement, (Money{50'000_d, usd}));
  EXPECT_DOUBLE_EQ(*made->multiple(), 2.4);
  EXPECT_DOUBLE_EQ(*made->cushion(), 70'000.0 / 120'000);
  EXPECT_DOUBLE_EQ(*made->utilisation(), 50'000.0 / 120'000);
  EXPECT_DOUBLE_EQ(*made->debit_use(), 80'000.0 / 150'000) << "D / (V (1 - m))";
  EXPECT_DOUBLE_EQ(*made->leverage(), 200'000.0 / 120'000);
  EXPECT_EQ(made->over_target(), (Money{20'000_d, usd}));
  EXPECT_EQ(made->deposit(), zero(usd));
}

TEST(Buffer, WhatIsMissingIsWhatADepositRestores) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const auto made = buffer(book, {}, {});
  EXPECT_EQ(made->deposit(), (Money{20'000_d, usd}));
  book.cash(20'000_d);
  EXPECT_EQ(buffer(book, {}, {})->over_target(), zero(usd));
}

TEST(Buffer, InACrisisPricesFallByBeta) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d, 1.5).cash(-60'000_d);
  const auto made = buffer(book, {}, {});
  const StressedBuffer* hardest = made->hardest();
  ASSERT_NE(hardest, nullptr);
  EXPECT_EQ(hardest->name, "2007-09 financial crisis");
  // 200,000 x (1 - 1.5 x 0.568) = 29,600.
  EXPECT_NEAR(to_double(hardest->room->equity.amount), 29'600 - 60'000, 1e-6);
  EXPECT_LT(*hardest->multiple(), 0);
}

TEST(Buffer, KeepsTheMarketOfACrisis) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d, 1.5).cash(-60'000_d);
  EXPECT_EQ(buffer(book, {}, {})->hardest()->market->price(InstrumentId{"XYZ"}), 14.8_d);
}

TEST(Buffer, TargetsByVolatilityNeedIt) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  auto made = buffer(book, {}, {});
  EXPECT_EQ(target_of(*made, BufferMode::fixed).multiple, 2.0);
  for (const BufferMode mode : {BufferMode::ratio, BufferMode::regime, BufferMode::probability}) {
    EXPECT_FALSE(target_of(*made, mode).multiple);
    EXPECT_NE(target_of(*made, mode).missing.find("VIX"), std::string::npos);
  }
  book.quoted("VIX", 32_d);
  Policy policy;
  policy.buffer.mode = BufferMode::regime;
  made = buffer(book, policy, {});
  EXPECT_EQ(target_of(*made, BufferMode::regime).multiple, 3.0);
  EXPECT_DOUBLE_EQ(*target_of(*made, BufferMode::ratio).multiple, 3.2);
  EXPECT_EQ(made->target, 3.0) << "the policy's way is in force";
}

TEST(Buffer, OfAProbability) {
  // L = 2.50 at 20 % for 21 days and 1 %, m 30 %: multiple 1 / (0.3 x 2.50).
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d).quoted("VIX", 20_d);
  const auto made = buffer(book, {}, {.borrowing_rate = 0.055});
  const auto multiple = target_of(*made, BufferMode::probability).multiple;
  ASSERT_TRUE(multiple) << target_of(*made, BufferMode::probability).missing;
  EXPECT_NEAR(1 / (0.3 * *multiple), 2.50, 0.005);
}

TEST(Buffer, WithoutARequirementThereIsNoMultiple) {
  BookOf book{30_pct};
  book.cash(5'000_d);
  const auto made = buffer(book, {}, {});
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->multiple());
  EXPECT_FALSE(made->debit_use());
  EXPECT_EQ(made->utilisation(), 0);
}

TEST(Buffer, OwingMoreThanThereIsHasNoUtilisation) {
  BookOf book{30_pct};
  book.shares("XYZ", 10, 100_d).cash(-2'000_d);
  const auto made = buffer(book, {}, {});
  EXPECT_FALSE(made->utilisation());
  EXPECT_FALSE(made->leverage());
  EXPECT_EQ(made->deposit(), (Money{1'600_d, usd}));
}

// Shifting cash one dollar moves excess one dollar.
TEST(Buffer, ADollarOfCashIsADollarOfExcess) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const Money before = buffer(book, {}, {})->room.excess();
  book.cash(1_d);
  EXPECT_EQ(buffer(book, {}, {})->room.excess() - before, (Money{1_d, usd}));
}

TEST(Buffer, WhatShortSalesBroughtPaysForNoDebit) {
  BookOf book{30_pct};  // 50,000 in cash, of which a short of 100,000 brought twice that
  book.shares("LNG", 2000, 100_d).shares("SHT", -1000, 100_d).cash(50'000_d);
  const auto made = buffer(book, {}, {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->debit, 50'000_usd) << "what carry charges interest on";
  // 150,000 of equity for 90,000: 50 of 110 thousand.
  EXPECT_DOUBLE_EQ(made->debit_use().value_or(0), 50.0 / 110.0);
}

TEST(Buffer, ACreditInOneCurrencyLowersNoDebitInAnother) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d).cash(-50'000_d);
  book.book().account.cash->push_back({20'000_d, "EUR"});
  book.book().market.currencies["EUR"] = 1.1_d;
  book.book().margin = [](const Account&, const MarketSnapshot&) -> Result<Answer<Money>> {
    Answer<Money> answer{.initial = 25'000_usd,
                         .maintenance = 25'000_usd,
                         .risk_initial = 25'000_usd,
                         .risk_maintenance = 25'000_usd,
                         .proceeds = 0_usd};
    answer.equity = 72'000_usd;
    return answer;
  };
  const auto made = buffer(book, {}, {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->cash, -28'000_usd);
  EXPECT_EQ(made->debit, 50'000_usd);
  EXPECT_DOUBLE_EQ(made->debit_use().value_or(0), 50.0 / 97.0);
}

TEST(Buffer, ACushionOfWhatIsOwedIsNone) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-120'000_d);
  const auto made = buffer(book, {}, {});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_FALSE(made->cushion()) << "-45,000 of -20,000 is no part";
  EXPECT_FALSE(made->utilisation());
}

Buffer with_futures(std::initializer_list<std::int64_t> contracts) {
  BookOf of{0_pct};
  Book& book = of.cash(60'000_d).book();
  book.margin = [](const Account&, const MarketSnapshot&) -> Result<Answer<Money>> {
    Answer<Money> answer{.initial = 15'000_usd,
                         .maintenance = 15'000_usd,
                         .risk_initial = 15'000_usd,
                         .risk_maintenance = 15'000_usd,
                         .proceeds = 0_usd};
    answer.equity = answer.net_liquidation = 60'000_usd;
    return answer;
  };
  int month = 1;
  for (const std::int64_t quantity : contracts) {
    const Future future{.id = InstrumentId{"ZZ" + std::to_string(month++)},
                        .product = InstrumentId{"ZZ"},
                        .exchange = {},
                        .month = {},
                        .multiplier = 100_d};
    book.market.quotes[future.id].price = 3'600_d;
    book.account.catalog.emplace(future.id, future);
    book.account.positions.push_back({.instrument = future, .quantity = Quantity::of(quantity)});
  }
  const auto made = buffer(book, {}, {});
  EXPECT_TRUE(made) << made.error().what;
  return *made;
}

TEST(Buffer, FuturesAreLeverageByWhatTheyAreOn) {
  const Buffer outright = with_futures({2});
  EXPECT_EQ(outright.gross_value, 0_usd);
  EXPECT_EQ(outright.exposure, 720'000_usd);
  EXPECT_DOUBLE_EQ(*outright.leverage(), 12);
  EXPECT_DOUBLE_EQ(*with_futures({-2}).leverage(), 12);
  EXPECT_DOUBLE_EQ(*with_futures({3, -1}).leverage(), 12) << "months of one product offset";
}

}  // namespace
}  // namespace plimsoll::strategy
