// What is charged: cash by currency, short sales held apart, agreed rates, and what is not said.

#include "strategy/debit.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::ibkr_rates;
using plimsoll::testing::with;
using testing::BookOf;

constexpr Currency eur{"EUR"};

Debits owed(BookOf& of, const FinancingTerms& terms) {
  const auto made = debits_of(of.book(), terms);
  EXPECT_TRUE(made) << made.error().what;
  return made.value_or(Debits{});
}
FinancingTerms at_ibkr() {
  return {.schedule = ibkr_rates(), .financing = {.benchmark_rate = 0.0532_d}};
}

TEST(Debits, ByTheTiersOfItsSchedule) {
  BookOf of;
  of.cash(-600'000_d);
  const Debits made = owed(of, at_ibkr());
  EXPECT_EQ(made.debit, 600000_usd);
  EXPECT_EQ(made.cost_a_year, 38953.611111112_usd);
  ASSERT_EQ(made.currencies.size(), 1u);
  EXPECT_EQ(made.currencies[0].schedule, "a-usd");
  EXPECT_EQ(made.currencies[0].basis, 360);
}

TEST(Debits, AnAgreedRateAloneIsOfAYear) {
  BookOf of;
  of.cash(-80'000_d);
  const Debits made = owed(of, {.financing = {.rate = 0.06_d}});
  EXPECT_EQ(made.cost_a_year, 4800_usd);
  EXPECT_TRUE(made.currencies[0].schedule.empty());
}

TEST(Debits, AnAgreedRateStandsOnTheSchedulesBasis) {
  BookOf of;
  of.cash(-72'000_d);
  FinancingTerms terms = at_ibkr();
  terms.financing.rate = 0.05_d;
  EXPECT_EQ(owed(of, terms).cost_a_year, 3650_usd) << "72,000 x 5 % x 365 / 360";
}

TEST(Debits, WhatAShortSaleBroughtDoesNotLowerIt) {
  BookOf of;
  of.shares("XYZ", -100, 200_d).cash(-60'000_d);
  const FinancingTerms terms{.financing = {.rate = 0.06_d}};
  const Debits made = owed(of, terms);
  EXPECT_EQ(made.currencies[0].held_apart, 20000_usd);
  EXPECT_EQ(made.debit, 80000_usd);

  FinancingTerms agreed = terms;
  agreed.short_proceeds = ShortProceeds::reduce_debit;
  EXPECT_EQ(owed(of, agreed).debit, 60000_usd);
}

TEST(Debits, ADebitHidesInsideTheCreditOfAShortSale) {
  BookOf of;
  of.shares("XYZ", -100, 200_d).cash(15'000_d);
  EXPECT_EQ(owed(of, {.financing = {.rate = 0.06_d}}).debit, 5000_usd);
}

TEST(Debits, APremiumReceivedDoes) {
  BookOf of;
  of.quoted("XYZ", 100_d)
      .option("XYZ", Right::call, 105_d, testing::day + std::chrono::days{30}, -10, 3_d)
      .cash(-1000_d);
  EXPECT_EQ(owed(of, {.financing = {.rate = 0.06_d}}).debit, 1000_usd);
}

TEST(Debits, ABondShortIsByAHundred) {
  BookOf of;
  const Bond bond{.id = InstrumentId{"BOND"}};
  of.book().account.positions.push_back({.instrument = bond, .quantity = Quantity::of(-10'000)});
  of.book().market.quotes[bond.id].price = 98_d;
  EXPECT_EQ(owed(of, {.financing = {.rate = 0.06_d}}).debit, 9800_usd);
}

TEST(Debits, OneCurrencysCreditDoesNotLowerAnothersDebit) {
  BookOf of;
  of.cash(50'000_d);
  of.book().account.cash->push_back({-10'000_d, eur});
  of.book().market.currencies[eur] = 1.10_d;
  const RateSchedule euros =
      rate_schedule(with(with(blended_file({{"5000", "0.02"}, {"", "0.01"}}), "currency", "EUR"),
                         "basis", "365"),
                    "eur.toml")
          .value();
  FinancingTerms terms = at_ibkr();
  terms.others = {{eur, euros, {.benchmark_rate = 0.03_d}}};
  const Debits made = owed(of, terms);
  EXPECT_EQ(made.debit, 11000_usd);
  ASSERT_EQ(made.currencies.size(), 2u);
  EXPECT_EQ(made.currencies[0].interest->a_year, (Money{450_d, eur})) << "5,000 at 5 and at 4 %";
  EXPECT_EQ(made.cost_a_year, 495_usd);
  EXPECT_EQ(made.currencies[1].debit, zero(usd));
  EXPECT_EQ(made.currencies[1].interest->marginal, 6.82_pct) << "what the first dollar would cost";
}

TEST(Debits, AScheduleIsNoTermsForAnotherCurrency) {
  BookOf of;
  of.book().account.cash->push_back({-10'000_d, eur});
  of.book().market.currencies[eur] = 1.10_d;
  const Debits made = owed(of, at_ibkr());
  EXPECT_FALSE(made.cost_a_year);
  ASSERT_TRUE(made.unknown);
  EXPECT_NE(made.unknown->what.find("debit of 10000.00 EUR"), std::string::npos)
      << made.unknown->what;
  FinancingTerms agreed = at_ibkr();
  agreed.financing.rate = 0.04_d;
  EXPECT_EQ(owed(of, agreed).cost_a_year, 440_usd) << "agreed for the whole debit";
}

TEST(Debits, WithoutTermsItSaysWhatToGive) {
  BookOf of;
  of.cash(-80'000_d);
  const Debits made = owed(of, {});
  EXPECT_EQ(made.debit, 80000_usd);
  EXPECT_FALSE(made.cost_a_year);
  EXPECT_NE(made.unknown->what.find("\"schedule\""), std::string::npos);
  const Debits no_benchmark = owed(of, {.schedule = ibkr_rates()});
  EXPECT_NE(no_benchmark.unknown->what.find("benchmark_rate"), std::string::npos);
}

TEST(Debits, NothingOwedCostsNothingWhateverIsKnown) {
  BookOf of;
  of.cash(100_d);
  const Debits made = owed(of, {});
  EXPECT_EQ(made.debit, zero(usd));
  EXPECT_EQ(made.currencies[0].credit, 100_usd);
  EXPECT_EQ(made.cost_a_year, zero(usd));
  EXPECT_FALSE(made.unknown);
}

TEST(Debits, Refused) {
  BookOf unknown;
  unknown.book().account.cash.reset();
  EXPECT_FALSE(debits_of(unknown.book(), {}));
  BookOf no_rate;
  no_rate.book().account.cash->push_back({-10'000_d, eur});
  EXPECT_FALSE(debits_of(no_rate.book(), {.financing = {.rate = 0.04_d}}));
  BookOf unpriced;
  unpriced.shares("XYZ", -1, 10_d);
  unpriced.book().market.quotes.clear();
  EXPECT_FALSE(debits_of(unpriced.book(), {}));
}

/// 2,500 XYZ lent, 100,000 USDC borrowed; what the bank charges as told.
BookOf pool_book(Result<Decimal> borrowing) {
  BookOf of;
  of.book().account.kind = AccountKind::cross_margin;
  of.book().account.cash.reset();
  for (const auto& [name, tokens, price] :
       {std::tuple{"XYZ", 2500, 100_d}, std::tuple{"USDC", -100'000, 1_d}}) {
    of.book().market.quotes[InstrumentId{name}].price = price;
    of.book().account.positions.push_back(
        {.instrument = Token{.id = InstrumentId{name}}, .quantity = Quantity::of(tokens)});
  }
  of.book().pool = {{InstrumentId{"XYZ"}, {.lending = 0.02_d, .borrowing = 0.03_d}},
                    {InstrumentId{"USDC"}, {.lending = 0.05_d, .borrowing = borrowing}}};
  return of;
}

TEST(Debits, OfALendingPoolAreWhatIsBorrowedAtTheBanksRate) {
  BookOf of = pool_book(0.08_d);
  const Debits made = owed(of, {});
  EXPECT_EQ(made.debit, 100'000_usd);
  EXPECT_EQ(made.cost_a_year, 8000_usd);
  EXPECT_TRUE(made.currencies.empty());
  ASSERT_EQ(made.loans.size(), 1u);
  EXPECT_EQ(made.loans[0].bank, InstrumentId{"USDC"});
  EXPECT_EQ(made.loans[0].rate, 0.08_d);
}

TEST(Debits, OfALendingPoolWhoseRateIsNotSaidAreNotFree) {
  BookOf of = pool_book(fail(Reason::bad_input, "its interest curve has no points", "#/USDC"));
  const Debits made = owed(of, {});
  EXPECT_EQ(made.debit, 100'000_usd);
  EXPECT_FALSE(made.cost_a_year);
  ASSERT_TRUE(made.unknown);
  EXPECT_EQ(
      made.unknown->what,
      "the pool file does not say what borrowing USDC costs; write interest, total_assets and "
      "total_liabilities of its bank, or what all that is borrowed is charged: "
      "\"financing\": {\"rate\": 0.06}");
  EXPECT_EQ(owed(of, {.financing = {.rate = 0.06_d}}).cost_a_year, 6000_usd);
}

TEST(Debits, InALendingPoolCashIsNotRead) {
  BookOf of = pool_book(0.08_d);
  of.book().account.cash = std::vector<Money>{1'000'000_usd};
  EXPECT_EQ(owed(of, {}).debit, 100'000_usd);
}

TEST(Debits, EachCurrencyHasItsOwnTermsOrIsNamed) {
  BookOf of;
  of.cash(-50'000_d);
  of.book().account.cash->push_back({-5'000_d, "EUR"});
  of.book().market.currencies[eur] = 1.1_d;
  FinancingTerms terms = at_ibkr();
  const Debits unsaid = owed(of, terms);
  ASSERT_TRUE(unsaid.unknown);
  EXPECT_TRUE(unsaid.unknown->what.contains("\"by_currency\": {\"EUR\": {\"rate\": 0.06}}"))
      << unsaid.unknown->what;
  terms.others = {{.currency = eur, .financing = {.rate = 0.06_d}}};
  const Debits made = owed(of, terms);
  // 5,000 EUR at 6 % are 300 EUR, 330 USD; 50,000 USD at 6.82 % x 365 / 360.
  EXPECT_EQ(made.currencies[0].cost_a_year, 330_usd);
  EXPECT_EQ(made.cost_a_year, *made.currencies[1].cost_a_year + 330_usd);
}

}  // namespace
}  // namespace plimsoll::strategy
