// Carry by hand, what it says where something is unknown, and that positions sum to the account.

#include "strategy/carry.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "market/rates_for_tests.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::ibkr_rates;
using testing::BookOf;
using testing::day;

Quote& quote(BookOf& of, const char* symbol) {
  return of.book().market.quotes[InstrumentId{symbol}];
}
Carry carried(BookOf& of, const CarryTerms& terms) {
  const auto made = carry(of.book(), terms);
  EXPECT_TRUE(made) << made.error().what;
  return made.value_or(Carry{});
}
CarryTerms at(Decimal rate) { return {.financing = {.financing = {.rate = rate}}}; }

/// Nets of positions, less what is no position's.
Money sum_of(const Carry& made) {
  Money sum = -made.unattributed;
  for (const PositionCarry& one : made.positions) sum = sum + *one.net;
  return sum;
}

TEST(Carry, KnownAnswer) {
  BookOf of;
  of.shares("XYZ", 2000, 100_d).cash(-80'000_d);
  quote(of, "XYZ").yield = 0.035;
  CarryTerms terms = at(0.06_d);
  terms.policy.account_fee_rate = 0.0009_d;
  const Carry made = carried(of, terms);
  EXPECT_EQ(made.net, 2020_usd);
  EXPECT_EQ(made.bound, Bound::exact);
  EXPECT_EQ(made.equity, 120000_usd);
  EXPECT_DOUBLE_EQ(*made.net_on_equity.value, 2020.0 / 120'000);
  EXPECT_DOUBLE_EQ(*made.turns->breakeven_yield.value, 0.0249);
  EXPECT_DOUBLE_EQ(*made.turns->breakeven_rate.value, 0.08525);
  EXPECT_NEAR(*made.turns->coverage.value, 1.458, 0.0005);
  EXPECT_EQ(made.positions[0].net, 2020_usd);
  // A cut of 30 %: 4,900 - 4,800 - 180.
  EXPECT_EQ(made.after_cut.net, (Money{-80_d, usd}));
  EXPECT_NEAR(*made.after_cut.coverage.value, 4900.0 / 4800, 1e-12);
}

TEST(Carry, EachPositionBearsItsPartOfTheDebit) {
  BookOf of;
  of.shares("AAA", 100, 300_d).shares("BBB", 100, 100_d).cash(-20'000_d);
  quote(of, "AAA").yield = 0.04;
  quote(of, "BBB").yield = 0.01;
  const Carry made = carried(of, at(0.06_d));
  EXPECT_EQ(made.positions[0].financing, 900_usd) << "three quarters of 1,200";
  EXPECT_EQ(made.positions[1].financing, 300_usd);
  EXPECT_EQ(made.positions[0].net, 300_usd);
  EXPECT_EQ(made.positions[1].net, (Money{-200_d, usd}));
  EXPECT_EQ(made.net, 100_usd);
}

TEST(Carry, ByTheTiersOfASchedule) {
  BookOf of;
  of.shares("XYZ", 10'000, 100_d).cash(-600'000_d);
  quote(of, "XYZ").yield = 0.05;
  const CarryTerms terms{
      .financing = {.schedule = ibkr_rates(), .financing = {.benchmark_rate = 0.0532_d}}};
  const Carry made = carried(of, terms);
  EXPECT_EQ(made.financing, 38953.611111112_usd);
  EXPECT_NEAR(*made.turns->rate.value, 38953.611111112 / 600'000, 1e-15);
}

TEST(Carry, TaxIsOnIncomeAlone) {
  BookOf of;
  of.shares("XYZ", 2000, 100_d).shares("ABC", -100, 100_d).cash(-70'000_d);
  for (const char* symbol : {"XYZ", "ABC"}) quote(of, symbol).yield = 0.035;
  quote(of, "ABC").borrow_rate = 0.01;
  CarryTerms terms = at(0.06_d);
  terms.policy.tax_rate = 0.20_d;
  const Carry made = carried(of, terms);
  // 7,000 less a fifth, less 4,800 on 80,000, less 350 paid on, less 100 for the loan of the stock.
  EXPECT_EQ(made.tax, 1400_usd);
  EXPECT_EQ(made.debits->debit, 80000_usd) << "what the short brought is held apart";
  EXPECT_EQ(made.net, 350_usd);
  EXPECT_EQ(made.positions[1].net, (Money{-450_d, usd}));
  EXPECT_EQ(made.positions[1].financing, zero(usd));
  EXPECT_EQ(made.after_cut.net, (Money{350_d - 2100_d + 420_d, usd}));
}

TEST(Carry, WhatIsLeftOutIsSaidAndWhichWayItGoes) {
  BookOf of;
  of.shares("XYZ", 100, 100_d).shares("UNK", 100, 100_d).cash(-5'000_d);
  quote(of, "XYZ").yield = 0.05;
  Carry made = carried(of, at(0.06_d));
  EXPECT_EQ(made.net, 200_usd) << "all of the financing, and the income that is known";
  EXPECT_EQ(made.bound, Bound::at_least);
  EXPECT_EQ(made.income_bound, Bound::at_least);
  EXPECT_EQ(made.positions[0].bound, Bound::exact);
  EXPECT_EQ(made.positions[1].bound, Bound::at_least);
  EXPECT_EQ(made.positions[1].net, (Money{-150_d, usd}));

  of.shares("SHT", -10, 100_d);
  made = carried(of, at(0.06_d));
  EXPECT_EQ(made.bound, Bound::open);
  EXPECT_EQ(made.income_bound, Bound::at_least);
  EXPECT_EQ(made.positions[2].bound, Bound::at_most);
  quote(of, "UNK").yield = 0;
  EXPECT_EQ(carried(of, at(0.06_d)).bound, Bound::at_most);
  EXPECT_EQ(name_of(Bound::at_most), "at_most");
}

TEST(Carry, OfNothingKnownNoRatioIsMade) {
  BookOf of;
  of.shares("UNK", 100, 100_d).cash(-5'000_d);
  const Carry made = carried(of, at(0.06_d));
  EXPECT_FALSE(made.turns);
  EXPECT_FALSE(made.income_yield.value);
  EXPECT_NE(made.no_turns.find("give a yield or dividends"), std::string::npos);
  EXPECT_EQ(made.net, (Money{-300_d, usd}));
  EXPECT_EQ(made.bound, Bound::at_least);
}

TEST(Carry, WithoutTermsIncomeIsAnsweredAndCarryIsNot) {
  BookOf of;
  of.shares("XYZ", 2000, 100_d).cash(-80'000_d);
  quote(of, "XYZ").yield = 0.035;
  const Carry made = carried(of, {});
  EXPECT_EQ(made.income.long_income, 7000_usd);
  EXPECT_FALSE(made.net);
  EXPECT_FALSE(made.positions[0].net);
  EXPECT_FALSE(made.turns);
  EXPECT_DOUBLE_EQ(*made.income_yield.value, 0.035);
  EXPECT_FALSE(made.net_on_equity.value);
  EXPECT_NE(made.financing_unknown->what.find("\"schedule\""), std::string::npos);
  EXPECT_EQ(made.debits->debit, 80000_usd) << "what is owed is known all the same";
}

TEST(Carry, WithUnknownCashIncomeIsAnswered) {
  BookOf of;
  of.shares("XYZ", 2000, 100_d);
  quote(of, "XYZ").yield = 0.035;
  of.book().account.cash.reset();
  const Carry made = carried(of, at(0.06_d));
  EXPECT_EQ(made.income.long_income, 7000_usd);
  EXPECT_FALSE(made.equity);
  EXPECT_FALSE(made.debits);
  EXPECT_FALSE(made.net);
  EXPECT_NE(made.financing_unknown->what.find("cash"), std::string::npos);
}

TEST(Carry, NothingOwedCostsNothing) {
  BookOf of;
  of.shares("XYZ", 100, 100_d).cash(5'000_d);
  quote(of, "XYZ").yield = 0.05;
  const Carry made = carried(of, {});
  EXPECT_EQ(made.financing, zero(usd));
  EXPECT_EQ(made.net, 500_usd);
  EXPECT_EQ(made.turns->coverage.missing, "not applicable: nothing is owed");
  EXPECT_FALSE(made.turns->self_sustaining_debit) << "no rate is known";
  EXPECT_TRUE(carried(of, at(0.06_d)).turns->self_sustaining_debit);
}

TEST(Carry, OnEquityThatIsGoneThereIsNoReturn) {
  BookOf of;
  of.shares("XYZ", 100, 100_d).cash(-12'000_d);
  quote(of, "XYZ").yield = 0.05;
  const Carry made = carried(of, at(0.06_d));
  EXPECT_EQ(made.net, (Money{-220_d, usd}));
  EXPECT_FALSE(made.net_on_equity.value);
  EXPECT_NE(made.net_on_equity.missing.find("-2000.00 USD, which is owed"), std::string::npos);
  EXPECT_EQ(made.turns->alert, CarryAlert::breach);
}

TEST(Carry, FinancingOfNothingHeldIsNoPositions) {
  BookOf of;
  of.shares("SHT", -10, 100_d).cash(-1'000_d);
  quote(of, "SHT").yield = 0.01;
  quote(of, "SHT").borrow_rate = 0.02;
  const Carry made = carried(of, at(0.06_d));
  EXPECT_EQ(made.unattributed, 120_usd) << "6 % of 1,000 and of the 1,000 held apart";
  EXPECT_EQ(sum_of(made), made.net);
  EXPECT_FALSE(made.turns->breakeven_return.value);
}

TEST(Carry, TimeDecayStandsApart) {
  BookOf of;
  of.shares("XYZ", 100, 100_d)
      .option("XYZ", Right::call, 105_d, day + std::chrono::days{90}, -1, 3_d)
      .cash(300_d);
  quote(of, "XYZ").yield = 0.02;
  const Carry made = carried(of, at(0.06_d));
  EXPECT_LT(0, to_double(made.time_decay.a_day.amount));
  EXPECT_EQ(made.net, 200_usd);
  EXPECT_EQ(made.positions[1].income, zero(usd));
  EXPECT_EQ(made.positions[1].name, InstrumentId{"XYZ"});
}

TEST(Carry, RefusesWhatHasNoPrice) {
  BookOf of;
  of.shares("XYZ", 100, 100_d);
  of.book().market.quotes.clear();
  EXPECT_FALSE(carry(of.book(), {}));
}

TEST(ProRata, TheRestGoesToTheLargest) {
  const auto parts = pro_rata(100_usd, {1_usd, 0_usd, 1_usd, 1_usd});
  EXPECT_EQ(parts, (std::vector{33.333333334_usd, 0_usd, 33.333333333_usd, 33.333333333_usd}));
  // Beyond what a divisor holds.
  const Money vast{Decimal{100'000'000'000'000'000}, usd};
  const auto halves = pro_rata(1_usd, {vast, vast});
  EXPECT_EQ(halves, (std::vector{0.5_usd, 0.5_usd}));
}

BookOf random_book() {
  static constexpr std::array names{"AAA", "BBB", "CCC", "DDD", "EEE"};
  BookOf of;
  for (const char* name : names) {
    const auto quantity = *rc::gen::inRange<std::int64_t>(-500, 1000);
    if (quantity == 0) continue;
    of.shares(name, quantity,
              Decimal::from_nano(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000)) +
                  Decimal{*rc::gen::inRange(0, 900)});
    if (*rc::gen::inRange(0, 4) != 0) quote(of, name).yield = *rc::gen::inRange(0, 999) / 7001.0;
    if (*rc::gen::inRange(0, 2) != 0)
      quote(of, name).borrow_rate = *rc::gen::inRange(-10, 500) / 3001.0;
    if (*rc::gen::inRange(0, 3) == 0)
      of.book().account.profiles[InstrumentId{name}].return_of_capital_ratio = 0.37;
  }
  of.cash(
      Decimal::from_nano(*rc::gen::inRange<std::int64_t>(-900'000'000'000'000, 90'000'000'000)));
  return of;
}

RC_GTEST_PROP(CarryProperty, PositionsSumToTheAccount, ()) {
  BookOf of = random_book();
  CarryTerms terms{
      .financing = {.schedule = ibkr_rates(), .financing = {.benchmark_rate = 0.0433_d}}};
  terms.policy.tax_rate = 0.237_d;
  terms.policy.account_fee_rate = 0.00917_d;
  const auto made = carry(of.book(), terms);
  RC_ASSERT(made.has_value());
  RC_ASSERT(sum_of(*made) == *made->net);
  Money income = zero(usd), fee = income, tax = income, borrow = income;
  Money financing = made->unattributed;
  for (const PositionCarry& one : made->positions) {
    income = income + one.income.value_or(zero(usd));
    fee = fee + one.account_fee;
    tax = tax + one.tax;
    borrow = borrow + one.borrow_fee.value_or(zero(usd));
    financing = financing + *one.financing;
  }
  RC_ASSERT(income == made->income.long_income - made->income.substitute_payments);
  RC_ASSERT(fee == made->account_fee);
  RC_ASSERT(tax == made->tax);
  RC_ASSERT(borrow == made->income.borrow_fees);
  RC_ASSERT(financing == *made->financing);
}

RC_GTEST_PROP(CarryProperty, ADollarMoreOwedCostsItsMarginalRate, ()) {
  BookOf of;
  of.shares("XYZ", 1000, 100_d).cash(Decimal{-*rc::gen::inRange(1, 90'000)});
  quote(of, "XYZ").yield = 0.03;
  const Carry before = carried(of, at(0.06_d));
  of.cash(-1_d);
  RC_ASSERT(carried(of, at(0.06_d)).net == *before.net - 0.06_usd);
}

}  // namespace
}  // namespace plimsoll::strategy
