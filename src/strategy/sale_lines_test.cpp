#include "strategy/sale_lines.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

CurePolicy no_ticket() {
  CurePolicy policy;
  policy.minimum_ticket = {};
  return policy;
}

TEST(SaleLines, SharesInLotsAndTheLastMayBeBroken) {
  BookOf book;
  book.shares("XYZ", 250, 100_d);
  CurePolicy policy = no_ticket();
  policy.lot_size = 100_d;
  const auto made = sale_lines(book.cash(0_d).book(), policy, Gains::realised);
  ASSERT_TRUE(made) << made.error().what;
  const SaleLine& line = made->lines.at(0);
  EXPECT_EQ(line.most, 3);
  EXPECT_EQ(line.units(2), Quantity::of(200));
  EXPECT_EQ(line.units(3), Quantity::of(250));
  EXPECT_EQ(line.below(3), 2);
  EXPECT_EQ(line.below(1), 0);
  EXPECT_DOUBLE_EQ(line.cost(3), 12.5) << "five basis points of 25,000";
}

TEST(SaleLines, ATicketIsTheLeastOrAllOfIt) {
  BookOf book;
  book.shares("XYZ", 250, 30_d).shares("PENNY", 50, 1_d).cash(0_d);
  const auto made = sale_lines(book, {}, Gains::realised);
  EXPECT_EQ(made->lines[0].least, 4) << "3 are 90, below a hundred";
  EXPECT_EQ(made->lines[0].admitted(1), 4);
  EXPECT_EQ(made->lines[0].admitted(300), 250);
  EXPECT_EQ(made->lines[0].below(4), 0);
  EXPECT_EQ(made->lines[1].least, 50);
}

TEST(SaleLines, OptionsInWholeContractsAndShortOnesBoughtBack) {
  BookOf book;
  book.quoted("XYZ", 100_d).cash(0_d);
  book.option("XYZ", Right::put, 90_d, Date{2027y / January / 15}, -3, 2_d);
  CurePolicy policy = no_ticket();
  policy.lot_size = 0.01_d;
  const auto made = sale_lines(book, policy, Gains::realised);
  EXPECT_TRUE(made->lines.at(0).is_short);
  EXPECT_EQ(made->lines[0].lot, Quantity::of(1));
  EXPECT_EQ(made->lines[0].name, InstrumentId{"XYZ"});
}

TEST(SaleLines, SubAccountsOfOneSymbolAreOneLine) {
  BookOf book;
  book.shares("XYZ", 100, 100_d).shares("XYZ", 50, 100_d).shares("XYZ", -20, 100_d).cash(0_d);
  const auto made = sale_lines(book, no_ticket(), Gains::realised);
  ASSERT_EQ(made->lines.size(), 2u);
  EXPECT_EQ(made->lines[0].held, Quantity::of(150));
  EXPECT_TRUE(made->lines[1].is_short);
}

TEST(SaleLines, WhatIsNotSoldIsSaid) {
  BookOf book;
  book.shares("KEEP", 100, 100_d).shares("LAST", 100, 100_d).cash(0_d);
  CurePolicy policy;
  policy.keep = {"KEEP"};
  policy.liquidate_last = {"LAST"};
  const auto made = sale_lines(book, policy, Gains::realised);
  ASSERT_EQ(made->lines.size(), 1u);
  EXPECT_EQ(made->lines[0].turn, Turn::last);
  EXPECT_EQ(made->not_sold.at(0).id, InstrumentId{"KEEP"});
  policy.lot_size = 0.000000001_d;
  book.shares("HUGE", 9'000'000'000, 1_d);
  EXPECT_EQ(sale_lines(book, policy, Gains::realised)->not_sold.size(), 2u) << "too small a lot";
}

TEST(SaleLines, GainsAvoidedLeaveTheLotsWithoutOne) {
  BookOf book;
  book.shares("XYZ", 300, 100_d).cash(0_d);
  book.book().account.positions[0].lots = {
      {Quantity::of(150), 120_usd_each, Date{2020y / January / 2}},
      {Quantity::of(150), 20_usd_each, Date{2020y / January / 2}}};
  CurePolicy policy = no_ticket();
  policy.lot_size = 100_d;
  const auto made = sale_lines(book, policy, Gains::avoided);
  EXPECT_EQ(made->lines.at(0).sellable, Quantity::of(100)) << "whole lots of the 150";
}

TEST(SaleLines, RefusedWithoutCashOrPrice) {
  BookOf book;
  book.shares("XYZ", 100, 100_d).cash(0_d);
  Book no_cash = book;
  no_cash.account.cash.reset();
  EXPECT_FALSE(sale_lines(no_cash, {}, Gains::realised));
  Book no_price = book;
  no_price.market.quotes[InstrumentId{"XYZ"}].price.reset();
  const auto refused = sale_lines(no_price, {}, Gains::realised);
  ASSERT_FALSE(refused);
  EXPECT_NE((refused.error().what + refused.error().where).find("XYZ"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::strategy
