// A year's income by hand: yields and calendars, shorts, return of capital, cuts, what is missing.

#include "strategy/income.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using testing::BookOf;
using testing::day;

Income earned(BookOf& of, const IncomeTerms& terms = {.dividend_cut = 0.30_d}) {
  const Book& book = of.book();
  const auto held = holdings(book.account, book.market, 1);
  EXPECT_TRUE(held) << held.error().what;
  const auto made = income(book, *held, terms);
  EXPECT_TRUE(made) << made.error().what;
  return made.value_or(Income{});
}
Quote& quote(BookOf& of, const char* symbol) {
  return of.book().market.quotes[InstrumentId{symbol}];
}
void put_bond(BookOf& of, const Bond& bond, std::int64_t principal) {
  Book& book = of.book();
  book.account.catalog.emplace(bond.id, bond);
  book.account.positions.push_back({.instrument = bond, .quantity = Quantity::of(principal)});
  book.market.quotes[bond.id].price = 98_d;
}

TEST(Income, AYieldIsOfTodaysValue) {
  BookOf of;
  of.shares("XYZ", 2000, 100_d);
  quote(of, "XYZ").yield = 0.035;
  const Income made = earned(of);
  EXPECT_EQ(made.long_income, 7000_usd);
  EXPECT_EQ(made.positions[0].from, IncomeFrom::yield);
  EXPECT_EQ(made.after_cut, 4900_usd);
  EXPECT_TRUE(made.without_income.empty());
  EXPECT_TRUE(made.ladder.empty());
}

TEST(Income, DeclaredDividendsOfTheNext365Days) {
  BookOf of;
  of.shares("XYZ", 100, 50_d);
  quote(of, "XYZ").dividends = {{day - std::chrono::days{1}, 9_d},
                                {day, 9_d},  // that of who held yesterday
                                {day + std::chrono::days{1}, 0.25_d},
                                {day + std::chrono::days{365}, 0.30_d},
                                {day + std::chrono::days{366}, 9_d}};
  const Income made = earned(of);
  EXPECT_EQ(made.long_income, 55_usd);
  EXPECT_EQ(made.positions[0].from, IncomeFrom::declared);
  EXPECT_EQ(made.positions[0].declared, 2u);
  ASSERT_EQ(made.ladder.size(), 2u);
  EXPECT_EQ(to_text(made.ladder[0].first), "2026-11-01");
  EXPECT_EQ(made.ladder[0].amount, 25_usd);
  EXPECT_EQ(to_text(made.ladder[1].first), "2027-11-01");
}

TEST(Income, OfBothTheYieldIsTheYearAndTheCalendarTheLadder) {
  BookOf of;
  of.shares("XYZ", 100, 50_d).shares("ABC", -10, 50_d);
  const Date next = day + std::chrono::days{20};
  quote(of, "XYZ").yield = 0.02;
  quote(of, "XYZ").dividends = {{next, 0.26_d}};
  quote(of, "ABC").dividends = {{next, 1_d}};
  const Income made = earned(of);
  EXPECT_EQ(made.long_income, 100_usd);
  ASSERT_EQ(made.ladder.size(), 1u);
  EXPECT_EQ(made.ladder[0].amount, 16_usd) << "26 received, 10 paid on";
  ASSERT_EQ(made.ladder[0].payments.size(), 2u);
  EXPECT_EQ(made.ladder[0].payments[0].id, InstrumentId{"ABC"});
  EXPECT_EQ(made.ladder[0].payments[0].amount, (Money{-10_d, usd}));
}

TEST(Income, WhatIsNotKnownIsNamedAndNotZero) {
  BookOf of;
  of.shares("ZZZ", 10, 50_d).shares("AAA", 10, 50_d).shares("GROW", 10, 50_d);
  quote(of, "GROW").yield = 0;
  put_bond(of, {.id = InstrumentId{"BOND"}}, 10'000);
  put_bond(of, {.id = InstrumentId{"BILL"}, .kind = BondKind::treasury, .zero_coupon = true}, 5000);
  const Income made = earned(of);
  EXPECT_EQ(made.without_income, (std::vector{InstrumentId{"AAA"}, InstrumentId{"BILL"},
                                              InstrumentId{"BOND"}, InstrumentId{"ZZZ"}}));
  EXPECT_FALSE(made.positions[0].distribution);
  EXPECT_FALSE(made.positions[0].income);
  EXPECT_EQ(made.positions[2].income, zero(usd)) << "a yield of 0 is known";
  EXPECT_FALSE(made.nothing_known());
}

TEST(Income, NothingKnownIsNotNothingEarned) {
  BookOf of;
  of.shares("AAA", 10, 50_d);
  EXPECT_TRUE(earned(of).nothing_known());
  of.option("AAA", Right::put, 45_d, day + std::chrono::days{30}, 1, 1_d);
  EXPECT_TRUE(earned(of).nothing_known()) << "an option pays nothing and says nothing";
  BookOf empty;
  EXPECT_FALSE(earned(empty).nothing_known());
}

TEST(Income, ABondsInterestIsItsYieldAndIsNotCut) {
  BookOf of;
  put_bond(of, {.id = InstrumentId{"BOND"}}, 10'000);
  quote(of, "BOND").yield = 0.05;
  quote(of, "BOND").dividends = {{day + std::chrono::days{20}, 2_d}};
  const Income made = earned(of);
  EXPECT_EQ(made.long_income, 490_usd) << "5 % of 9,800";
  EXPECT_EQ(made.after_cut, 490_usd);
  EXPECT_TRUE(made.ladder.empty());
}

TEST(Income, APreferredShareDeclaresDividendsAShare) {
  BookOf of;
  put_bond(of, {.id = InstrumentId{"PFD"}, .kind = BondKind::convertible}, 100);
  quote(of, "PFD").dividends = {{day + std::chrono::days{20}, 1.25_d}};
  const Income made = earned(of);
  EXPECT_EQ(made.long_income, 125_usd);
  EXPECT_EQ(made.after_cut, 87.5_usd);
}

TEST(Income, AShortPaysTheDividendAndForTheLoan) {
  BookOf of;
  of.shares("XYZ", -100, 50_d).shares("ABC", -100, 50_d);
  quote(of, "XYZ").yield = 0.02;
  quote(of, "XYZ").borrow_rate = 0.03;
  of.book().account.profiles[InstrumentId{"XYZ"}].return_of_capital_ratio = 0.5;
  const Income made = earned(of);
  EXPECT_EQ(made.positions[0].income, (Money{-100_d, usd})) << "all of it, capital or not";
  EXPECT_EQ(made.positions[0].borrow_fee, 150_usd);
  EXPECT_EQ(made.substitute_payments, 100_usd);
  EXPECT_EQ(made.borrow_fees, 150_usd);
  EXPECT_EQ(made.long_income, zero(usd));
  EXPECT_FALSE(made.positions[1].borrow_fee);
  EXPECT_EQ(made.without_substitute, std::vector{InstrumentId{"ABC"}});
  EXPECT_EQ(made.without_borrow, std::vector{InstrumentId{"ABC"}});
  EXPECT_TRUE(made.without_income.empty());
}

TEST(Income, ReturnOfCapitalIsNotIncome) {
  BookOf of;
  of.shares("CEF", 1000, 10_d).shares("ETF", 1000, 10_d);
  quote(of, "CEF").yield = 0.18;
  quote(of, "ETF").yield = 0.04;
  Profile& profile = of.book().account.profiles[InstrumentId{"CEF"}];
  profile.return_of_capital_ratio = 0.6;
  profile.expense_ratio = 0.012;
  const Income made = earned(of);
  EXPECT_EQ(made.distributions, 2200_usd);
  EXPECT_EQ(made.return_of_capital, 1080_usd);
  EXPECT_EQ(made.long_income, 1120_usd);
  EXPECT_EQ(made.positions[0].distribution, 1800_usd);
  EXPECT_EQ(made.positions[0].income, 720_usd);
  EXPECT_EQ(made.positions[0].expense_ratio, 0.012) << "shown; the price has it already";
  EXPECT_FALSE(made.positions[1].return_of_capital) << "not stated";
}

TEST(Income, WhatAFundEarnsIsWhatItCanSustain) {
  BookOf of;
  of.shares("CEF", 1000, 10_d).shares("ETF", 1000, 10_d).shares("NEW", 1000, 10_d);
  for (const char* symbol : {"CEF", "ETF", "NEW"}) quote(of, symbol).yield = 0.12;
  const Income made =
      earned(of, {.total_returns = {{InstrumentId{"CEF"}, 0.05}, {InstrumentId{"ETF"}, 0.20}}});
  EXPECT_DOUBLE_EQ(*made.positions[0].sustainable_yield, 0.05);
  EXPECT_DOUBLE_EQ(*made.positions[1].sustainable_yield, 0.12);
  EXPECT_FALSE(made.positions[2].sustainable_yield) << "its total return is not known";
}

TEST(Income, InTheAccountsCurrency) {
  BookOf of;
  of.shares("EUR1", 100, 50_d);
  Book& book = of.book();
  auto& stock = std::get<Stock>(book.account.positions[0].instrument);
  stock.listing.currency = Currency{"EUR"};
  quote(of, "EUR1").dividends = {{day + std::chrono::days{20}, 1_d}};
  book.market.currencies[Currency{"EUR"}] = 1.10_d;
  EXPECT_EQ(earned(of).long_income, 110_usd);
}

}  // namespace
}  // namespace plimsoll::strategy
