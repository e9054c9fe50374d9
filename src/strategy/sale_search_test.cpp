#include "strategy/sale_search.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

struct Case {
  BookOf book{25_pct};
  CurePolicy policy;
  Case() { policy.minimum_ticket = {}; }
  SalesFound search(SaleOrder order = SaleOrder::least_cost) {
    const auto may = sale_lines(book, policy, Gains::realised);
    SaleTrial trial{book, may->lines, 1_d};
    const Standing today = *trial.at(LotsSold(may->lines.size(), 0));
    return search_sales(trial, may->lines, today, order);
  }
};

TEST(SaleSearch, TheCheapestForWhatItFreesFirst) {
  Case one;
  one.book.shares("DEAR", 500, 100_d).shares("CHEAP", 500, 100_d).cash(-80'000_d);
  one.book.book().account.positions[0].average_cost = 50_usd_each;
  one.book.book().account.positions[1].average_cost = 99_usd_each;
  const SalesFound found = one.search();
  EXPECT_EQ(found.order, std::vector<std::size_t>{1});
  EXPECT_EQ(found.sold, (LotsSold{0, 201}));
  EXPECT_FALSE(found.standing.gap.amount.is_negative());
}

TEST(SaleSearch, ImpactSpreadsASaleOverNames) {
  Case one;
  one.book.shares("AAA", 500, 100_d).shares("BBB", 500, 100_d).cash(-85'000_d);
  for (const char* symbol : {"AAA", "BBB"}) {
    Quote& quote = one.book.book().market.quotes[InstrumentId{symbol}];
    quote.adv = 10'000;
    quote.volatility = 0.3;
  }
  const SalesFound found = one.search();
  ASSERT_EQ(found.order.size(), 2u);
  // Alike, they are sold alike, within what a slice allows.
  EXPECT_NEAR(static_cast<double>(found.sold[0]), static_cast<double>(found.sold[1]), 20);
}

TEST(SaleSearch, NothingThatRaisesTheRequirementIsSold) {
  // The long put asks for nothing and would bring cash, but the method wants it held.
  Case one;
  one.book.shares("XYZ", 1000, 100_d).cash(-82'000_d);
  one.book.option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, 10, 2_d);
  one.book.book().margin = [](const Account& account, const MarketSnapshot& market) {
    auto answer = flat(25_pct)(account, market);
    if (account.positions.size() < 2 && answer)
      answer->risk_maintenance = answer->risk_maintenance + Money{1'000_d, usd};
    return answer;
  };
  const SalesFound found = one.search();
  EXPECT_EQ(found.order, std::vector<std::size_t>{0});
}

TEST(SaleSearch, WholePositionsByTheirRequirement) {
  Case one;
  one.book.shares("AAA", 300, 100_d).shares("BBB", 700, 100_d).cash(-76'000_d);
  const SalesFound found = one.search(SaleOrder::highest_requirement);
  ASSERT_EQ(found.order.size(), 1u);
  const std::size_t line = found.order[0];
  EXPECT_EQ(found.sold[line], line == 0 ? 300 : 700);
}

TEST(SaleSearch, AllThatHelpsIsSoldWhereItIsNotEnough) {
  Case one;
  one.book.shares("AAA", 300, 100_d).shares("BBB", 700, 100_d).cash(-110'000_d);
  const SalesFound found = one.search();
  EXPECT_EQ(found.sold, (LotsSold{300, 700}));
  EXPECT_TRUE(found.standing.gap.amount.is_negative());
}

}  // namespace
}  // namespace plimsoll::strategy
