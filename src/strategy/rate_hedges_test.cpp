// What each hedge locks and leaves, by hand.

#include "strategy/rate_hedges.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::ibkr_rates;
using plimsoll::testing::schwab_rates;

const RateSchedule plain = rate_schedule(blended_file({{"", "0"}}), "plain.toml").value();

TEST(PayDown, SavesTheDearestTierLast) {
  // 150,000 at 5 %: 50,000 of it at 6 %, the rest at 6.5 %.
  const PayDown hedge = pay_down(ibkr_rates(), 0.05_d, 150000_usd, 36000_usd).value();
  EXPECT_EQ(hedge.debit, 114000_usd);
  EXPECT_EQ(hedge.saves_a_year, 2190_usd);  // 36,000 × 6 % × 365 / 360
  EXPECT_EQ(to_text_rounded(hedge.residual_per_basis_point.amount, 6, Round::half_even),
            "11.558333");
  const PayDown all = pay_down(ibkr_rates(), 0.05_d, 150000_usd, 150000_usd).value();
  EXPECT_EQ(all.residual_per_basis_point, zero(usd));
}

TEST(PayDown, MayCostMoreUnderAFlatSchedule) {
  const PayDown hedge = pay_down(schwab_rates(), 0.065_d, 25000_usd, 1_usd).value();
  EXPECT_TRUE(hedge.saves_a_year.amount.is_negative());
}

TEST(PayDown, IsUpToTheDebit) {
  EXPECT_FALSE(pay_down(plain, 0.05_d, 100_usd, 100.01_usd));
  EXPECT_FALSE(pay_down(plain, 0.05_d, 100_usd, zero(usd)));
  EXPECT_FALSE(pay_down(plain, 0.05_d, 100_usd, {1_d, "EUR"}));
}

/// 1,000 wide for 960 over a year.
const BoxQuote year_box{.low_strike = 5000_d,
                        .high_strike = 6000_d,
                        .credit = 960_d,
                        .today = 2026y / January / 2,
                        .expiry = 2027y / January / 2};

TEST(ShortBox, LocksARateForItsTerm) {
  const ShortBox box = short_box(plain, 0.05_d, 200000_usd, year_box).value();
  EXPECT_EQ(box.raises, 96000_usd);
  EXPECT_EQ(box.repays, 100000_usd);
  EXPECT_EQ(box.interest, 4000_usd);
  EXPECT_EQ(box.days, 365);
  EXPECT_EQ(box.rate, (Percent{0.041666667_d}));
  EXPECT_EQ(box.rate_on_basis, (Percent{0.041095890_d}));
  EXPECT_EQ(box.debit, 104000_usd);
  // 96,000 × 5 % × 365 / 360 = 4,866.67 is not paid.
  EXPECT_EQ(to_text_rounded(box.saves_over_term.amount, 2, Round::half_even), "866.67");
  EXPECT_EQ(to_text_rounded(box.residual_per_basis_point.amount, 6, Round::half_even), "10.544444");
}

TEST(ShortBox, OfHalfAYearIsAnnualised) {
  BoxQuote half = year_box;
  half.expiry = half.today + std::chrono::days{73};
  half.credit = 992_d;
  const ShortBox box = short_box(plain, 0.05_d, 200000_usd, half).value();
  EXPECT_EQ(box.rate, (Percent{0.040322581_d}));  // 8 / 992 × 5
}

TEST(ShortBox, AboveTheDebitSavesNoMoreThanTheDebitCosts) {
  const ShortBox box = short_box(plain, 0.05_d, 48000_usd, year_box).value();
  EXPECT_EQ(box.debit, zero(usd));
  EXPECT_EQ(box.residual_per_basis_point, zero(usd));
  EXPECT_EQ(to_text_rounded(box.saves_over_term.amount, 2, Round::half_even), "-1566.67");
}

TEST(ShortBox, IsRefusedWhereTheQuoteCannotBe) {
  const auto refused = [](auto change) {
    BoxQuote quote = year_box;
    change(quote);
    return !short_box(plain, 0.05_d, 200000_usd, quote).has_value();
  };
  EXPECT_TRUE(refused([](BoxQuote& quote) { quote.high_strike = 5000_d; }));
  EXPECT_TRUE(refused([](BoxQuote& quote) { quote.credit = 1000_d; }));
  EXPECT_TRUE(refused([](BoxQuote& quote) { quote.credit = 0_d; }));
  EXPECT_TRUE(refused([](BoxQuote& quote) { quote.expiry = quote.today; }));
  EXPECT_TRUE(refused([](BoxQuote& quote) { quote.contracts = 0; }));
  EXPECT_TRUE(refused([](BoxQuote& quote) { quote.multiplier = 0_d; }));
  EXPECT_FALSE(refused([](BoxQuote&) {}));
}

TEST(FuturesHedges, SellTheNearestWholeNumber) {
  // 1,000,000 for a year is 100 a basis point: four futures of 25.
  const FuturesHedge even = futures_hedge({.debit = 1000000_usd, .years = 1_d}).value();
  EXPECT_EQ(even.exact, 4_d);
  EXPECT_EQ(even.contracts, 4);
  EXPECT_EQ(even.per_basis_point, 100_usd);
  EXPECT_EQ(even.residual_per_basis_point, zero(usd));
  // 600,000 for half a year at a beta of 0.9 is 27.
  const FuturesHedge odd =
      futures_hedge({.debit = 600000_usd, .years = 0.5_d, .beta = 0.9_d}).value();
  EXPECT_EQ(odd.exact, 1.08_d);
  EXPECT_EQ(odd.contracts, 1);
  EXPECT_EQ(odd.residual_per_basis_point, 2_usd);
  const FuturesHedge over =
      futures_hedge({.debit = 1000000_usd, .years = 0.25_d, .future = fed_funds_thirty_days})
          .value();
  EXPECT_EQ(over.contracts, 1);
  EXPECT_EQ(over.residual_per_basis_point, -16.67_usd);
  const FuturesHedge small = futures_hedge({.debit = 40000_usd, .years = 1_d}).value();
  EXPECT_EQ(small.contracts, 0);
  EXPECT_EQ(small.residual_per_basis_point, 4_usd);
}

TEST(FuturesHedges, AreOfDollarsAndOfTime) {
  EXPECT_FALSE(futures_hedge({.debit = {1_d, "EUR"}, .years = 1_d}));
  EXPECT_FALSE(futures_hedge({.debit = -1_usd, .years = 1_d}));
  EXPECT_FALSE(futures_hedge({.debit = 1_usd, .years = 0_d}));
  EXPECT_FALSE(futures_hedge({.debit = 1_usd, .years = 1_d, .beta = 101_d}));
}

}  // namespace
}  // namespace plimsoll::strategy
