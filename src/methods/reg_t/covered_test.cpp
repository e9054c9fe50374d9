#include "methods/reg_t/covered.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::string call_against(const Shares& held, const OneOption& call) {
  return PLIMSOLL_LINE(covered_call, held, call.leg, on_the_day);
}
std::string put_against(const Shares& owed, const OneOption& put) {
  return PLIMSOLL_LINE(covered_put, owed, put.leg, on_the_day);
}

// Cboe's manual p. 47: half of 9,238 to open. To keep, a quarter of at most the exercise price,
// which is also all the stock counts for in equity.
TEST(CoveredCall, StockCountsAtNoMoreThanTheExercisePrice) {
  const Shares held = shares(100, 92.38_usd_each);
  const std::vector<std::pair<Price, std::string>> table{
      {90_usd_each, "4619.00 2250.00 risk 4619.00 2250.00 equity 9000.00 premium 700.00"},
      {92.37_usd_each, "4619.00 2309.25 risk 4619.00 2309.25 equity 9237.00 premium 700.00"},
      {92.38_usd_each, "4619.00 2309.50 risk 4619.00 2309.50 equity 9238.00 premium 700.00"},
      {92.39_usd_each, "4619.00 2309.50 risk 4619.00 2309.50 equity 9238.00 premium 700.00"}};
  for (const auto& [strike, line] : table)
    EXPECT_EQ(call_against(held, {Right::call, 1, strike, 7_usd_each, 92.38_usd_each}), line)
        << to_text(strike.per_unit, 2);
}

TEST(CoveredCall, ByLeverageAndStanding) {
  Shares held = shares(100, 92.38_usd_each);
  const OneOption call{Right::call, 1, 90_usd_each, 7_usd_each, 92.38_usd_each};
  held.leverage = 3_d;  // 75 % of 9,238 and of 9,000
  EXPECT_EQ(call_against(held, call),
            "6928.50 6750.00 risk 6928.50 6750.00 equity 9000.00 premium 700.00");
  held.leverage = 1_d;
  held.standing = Standing::not_marginable;
  EXPECT_EQ(call_against(held, call),
            "9238.00 9000.00 risk 9238.00 9000.00 equity 9000.00 premium 700.00");
  held.standing = Standing::paid_in_cash;  // nothing is lent, so nothing is valued down
  EXPECT_EQ(call_against(held, call),
            "9238.00 9238.00 risk 9238.00 9238.00 equity 9238.00 premium 700.00");
}

TEST(CoveredCall, OpensAtTodaysPrices) {
  OneOption call{Right::call, 1, 90_usd_each, 7_usd_each, 92.38_usd_each};
  call.opened_at(6.50_usd_each);
  EXPECT_EQ(call_against(opened_at(shares(100, 92.38_usd_each), 91_usd_each), call),
            "4550.00 2250.00 risk 4550.00 2250.00 equity 9000.00 premium 650.00");
}

// Cboe's manual p. 47: 25,500 owed and 30 % of it; the put needs nothing until it is in the money.
TEST(CoveredPut, ShortStockAndWhatThePutIsInTheMoney) {
  const Shares owed = shares(100, 255_usd_each);
  const std::vector<std::pair<Price, std::string>> table{
      {250_usd_each, "38250.00 33150.00 risk 12750.00 7650.00 equity -25500.00 premium 300.00"},
      {255_usd_each, "38250.00 33150.00 risk 12750.00 7650.00 equity -25500.00 premium 300.00"},
      {255.01_usd_each, "38251.00 33151.00 risk 12751.00 7651.00 equity -25500.00 premium 300.00"},
      {260_usd_each, "38750.00 33650.00 risk 13250.00 8150.00 equity -25500.00 premium 300.00"}};
  for (const auto& [strike, line] : table)
    EXPECT_EQ(put_against(owed, {Right::put, 1, strike, 3_usd_each, 255_usd_each}), line)
        << to_text(strike.per_unit, 2);
}

// 1,000 shares of a fund at 400 on an index at 4,000; one contract of 100.
TEST(ProtectedIndex, AFundCoversByValue) {
  const auto call_on = [](Price strike) {
    const OneOption call{Right::call, 1, strike, 50_usd_each, 4'000_usd_each};
    return PLIMSOLL_LINE(protected_index_call, shares(1'000, 400_usd_each), call.leg, on_the_day);
  };
  EXPECT_EQ(call_on(3'900_usd_each),
            "200000.00 97500.00 risk 200000.00 97500.00 equity 390000.00 premium 5000.00");
  EXPECT_EQ(call_on(4'100_usd_each),
            "200000.00 100000.00 risk 200000.00 100000.00 equity 400000.00 premium 5000.00");
  const auto put_on = [](Price strike) {
    const OneOption put{Right::put, 1, strike, 50_usd_each, 4'000_usd_each};
    return PLIMSOLL_LINE(protected_index_put, shares(1'000, 400_usd_each), put.leg, on_the_day);
  };
  EXPECT_EQ(put_on(3'900_usd_each),
            "600000.00 520000.00 risk 200000.00 120000.00 equity -400000.00 premium 5000.00");
  EXPECT_EQ(put_on(4'100_usd_each),  // 10,000 in the money
            "610000.00 530000.00 risk 210000.00 130000.00 equity -400000.00 premium 5000.00");
}

TEST(ConvertibleCover, CountsAtNoMoreThanTheExercisePrice) {
  const Bond bond{.id = id("CONV"), .kind = BondKind::convertible};
  const Debt held = bond_held(bond, 10'000, 100_usd_each);
  // Cboe's manual p. 14: 25 % of 9,000.
  const OneOption low{Right::call, 1, 90_usd_each, 12_usd_each, 100_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(convertible_covered_call, held, low.leg, on_the_day),
            "5000.00 2250.00 risk 5000.00 2250.00 equity 9000.00 premium 1200.00");
  const OneOption high{Right::call, 1, 110_usd_each, 2_usd_each, 100_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(convertible_covered_call, held, high.leg, on_the_day),
            "5000.00 2500.00 risk 5000.00 2500.00 equity 10000.00 premium 200.00");
}

TEST(ConvertibleCover, CountsInFullWhereItIsPaidInCash) {
  const Bond bond{.id = id("CONV"), .kind = BondKind::convertible};
  Debt held = bond_held(bond, 10'000, 80_usd_each);
  held.standing = Standing::paid_in_cash;
  const OneOption high{Right::call, 1, 90_usd_each, 3_usd_each, 80_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(convertible_covered_call, held, high.leg, on_the_day),
            "8000.00 8000.00 risk 8000.00 8000.00 equity 8000.00 premium 300.00");
  const OneOption low{Right::call, 1, 70_usd_each, 12_usd_each, 80_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(convertible_covered_call, held, low.leg, on_the_day),
            "8000.00 8000.00 risk 8000.00 8000.00 equity 8000.00 premium 1200.00");
}

TEST(ConvertibleCover, WithoutCreditCountsAtNoMoreThanTheExercisePriceOnBothSides) {
  const Bond bond{.id = id("CONV"), .kind = BondKind::convertible};
  Debt held = bond_held(bond, 10'000, 80_usd_each);
  held.standing = Standing::not_marginable;
  const OneOption low{Right::call, 1, 70_usd_each, 12_usd_each, 80_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(convertible_covered_call, held, low.leg, on_the_day),
            "8000.00 7000.00 risk 8000.00 7000.00 equity 7000.00 premium 1200.00");
}

// The warrant itself counts nothing: its value is equity and requirement alike.
TEST(WarrantCover, WhatExercisingItCostsMore) {
  const auto against = [](Price exercise, Price strike, Price each) {
    const OneOption call{Right::call, 1, strike, 2_usd_each, 46_usd_each};
    return PLIMSOLL_LINE(warrant_covered_call, WarrantCover{exercise, shares(100, each)}, call.leg,
                         on_the_day);
  };
  EXPECT_EQ(against(50_usd_each, 45_usd_each, 4_usd_each),  // Cboe's manual p. 14: 900
            "900.00 900.00 risk 900.00 900.00 equity 400.00 premium 200.00");
  EXPECT_EQ(against(45_usd_each, 45_usd_each, 4_usd_each),
            "400.00 400.00 risk 400.00 400.00 equity 400.00 premium 200.00");
  EXPECT_EQ(against(40_usd_each, 45_usd_each, 50_usd_each),  // dearer than the exercise price
            "5000.00 4500.00 risk 5000.00 4500.00 equity 4500.00 premium 200.00");
}

TEST(ExchangeablePair, TenPercentOfTheLongSide) {
  const Bond bond{.id = id("CONV"), .kind = BondKind::convertible};
  const Debt held = bond_held(bond, 10'000, 100_usd_each);
  // 9,500 owed; half of the convertible to open, a tenth to keep.
  EXPECT_EQ(PLIMSOLL_LINE(exchangeable_pair, held, shares(100, 95_usd_each), on_the_day),
            "14500.00 10500.00 risk 5000.00 1000.00 equity 500.00 premium 0.00");
}

TEST(Covered, NamesItsRule) {
  const OneOption call{Right::call, 1, 90_usd_each, 7_usd_each, 92.38_usd_each};
  const auto covered = covered_call<Amount>(shares(100, 92.38_usd_each), call.leg, on_the_day);
  ASSERT_TRUE(covered);
  EXPECT_EQ(covered->maintenance.law, &covered_call_law);
  EXPECT_EQ(covered->initial.law, &finra_initial_law);
}

TEST(Covered, IsRefusedBeforeItsRules) {
  const OneOption call{Right::call, 1, 90_usd_each, 7_usd_each, 92.38_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(covered_call, shares(100, 92.38_usd_each), call.leg,
                          Day{today, 1974y / January / 2}),
            "refused: no text on file for 1974-01-02; the first is of 1974-01-03");
}

}  // namespace
}  // namespace plimsoll::reg_t
