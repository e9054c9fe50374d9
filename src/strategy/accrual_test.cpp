// Days and months of interest, by hand.

#include "strategy/accrual.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::flat_file;
using plimsoll::testing::ibkr_rates;

/// 3.60 % on 100,000 is 10.00 a day.
const RateSchedule on_third_day = rate_schedule(blended_file({{"", "0"}}), "third.toml").value();
const RateSchedule at_month_end =
    rate_schedule(flat_file("0.036", {{"", "0"}}), "end.toml").value();
const BaseOnDay steady = [](Date) { return 0.036_d; };

TEST(Accrual, PostsAMonthOnTheThirdBusinessDayOfTheNext) {
  // December 2025's ten days from the 22nd: New Year and a weekend make 6 January the third day of
  // business.
  const Accrual year = accrue(on_third_day, steady,
                              {.debit = 100000_usd, .first = 2025y / December / 22, .days = 20})
                           .value();
  ASSERT_EQ(year.postings.size(), 1u);
  EXPECT_EQ(year.postings[0].day, Date{2026y / January / 6});
  EXPECT_EQ(year.postings[0].amount, 100_usd);
  EXPECT_EQ(year.by_day[14].a_day, 10_usd);     // 5 January
  EXPECT_EQ(year.by_day[15].a_day, 10.01_usd);  // 6 January: on 100,100
  EXPECT_EQ(year.by_day[15].a_year, 3653.65_usd);
  EXPECT_EQ(year.debit, 100100_usd);
  EXPECT_EQ(year.interest, 200.05_usd);
  EXPECT_EQ(year.not_posted, 100.05_usd);
  EXPECT_EQ(year.owed(), 100200.05_usd);
}

TEST(Accrual, PostsAsTheMonthEndsWhereNoDayIsSaid) {
  const Accrual year = accrue(at_month_end, steady,
                              {.debit = 100000_usd, .first = 2025y / December / 22, .days = 20})
                           .value();
  ASSERT_EQ(year.postings.size(), 1u);
  EXPECT_EQ(year.postings[0].day, Date{2025y / December / 31});
  EXPECT_EQ(year.by_day[9].a_day, 10_usd);
  EXPECT_EQ(year.by_day[10].a_day, 10.01_usd);
  EXPECT_EQ(year.interest, 200.10_usd);
}

TEST(Accrual, PaidInCashLeavesTheDebit) {
  const Accrual year = accrue(on_third_day, steady,
                              {.debit = 100000_usd,
                               .first = 2026y / January / 1,
                               .days = 365,
                               .posted = PostedInterest::paid_in_cash})
                           .value();
  EXPECT_EQ(year.debit, 100000_usd);
  EXPECT_EQ(year.interest, 3650_usd);
  EXPECT_EQ(year.postings.size(), 11u);
  EXPECT_EQ(year.not_posted, 310_usd);
}

TEST(Accrual, FollowsTheBaseByDay) {
  const BaseOnDay rises = [](Date day) {
    return day < Date{2026y / March / 2} ? 0.036_d : 0.072_d;
  };
  const Accrual two =
      accrue(on_third_day, rises, {.debit = 100000_usd, .first = 2026y / March / 1, .days = 2})
          .value();
  EXPECT_EQ(two.interest, 30_usd);
}

TEST(Accrual, OfNothingIsNothing) {
  const Accrual none =
      accrue(on_third_day, steady, {.debit = zero(usd), .first = 2026y / January / 1, .days = 90})
          .value();
  EXPECT_EQ(none.interest, zero(usd));
  EXPECT_TRUE(none.postings.empty());
}

TEST(Accrual, IsRefusedWhereItCannotBeTold) {
  EXPECT_FALSE(accrue(on_third_day, steady, {.debit = 1_usd, .first = {}, .days = 0}));
  EXPECT_FALSE(accrue(on_third_day, steady, {.debit = 1_usd, .first = {}, .days = 36'601}));
  // Interest added takes the debit over the last tier that is named.
  const RateSchedule partly =
      rate_schedule(blended_file({{"100050", "0"}, {"", "not_said"}}), "p.toml").value();
  const auto beyond =
      accrue(partly, steady, {.debit = 100000_usd, .first = 2025y / December / 22, .days = 20});
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().where, "2026-01-06, p.toml:21");
}

TEST(CostPerBasisPoint, IsADebitsTenThousandth) {
  // 600,000 × 0.0001 × 365 / 360.
  const CostPerBasisPoint point =
      cost_per_basis_point(ibkr_rates(), 0.0532_d, 600000_usd, 2026y / January / 1).value();
  EXPECT_EQ(to_text_rounded(point.held.amount, 6, Round::half_even), "60.833333");
  EXPECT_LT(point.held.amount, point.accrued.amount);
  // Compounded without pause at the marginal rate it would be 60.833 × e^(0.0632 × 365 / 360).
  EXPECT_LT(point.accrued.amount, 64.86_d);
  EXPECT_EQ(held_cost_per_basis_point(ibkr_rates(), 0.0532_d, 600000_usd), point.held);
}

TEST(CostPerBasisPoint, CountsTheTiersThatInterestCrosses) {
  // The same debit; under one schedule what is added to it is charged 50 % more.
  const RateSchedule one = rate_schedule(blended_file({{"", "0.01"}}), "one.toml").value();
  const RateSchedule dear =
      rate_schedule(blended_file({{"100000", "0.01"}, {"", "0.51"}}), "two.toml").value();
  const Date first = 2026y / January / 1;
  const CostPerBasisPoint plain = cost_per_basis_point(one, 0.05_d, 100000_usd, first).value();
  const CostPerBasisPoint crossing = cost_per_basis_point(dear, 0.05_d, 100000_usd, first).value();
  EXPECT_EQ(plain.held, crossing.held);
  EXPECT_LT(plain.accrued.amount, crossing.accrued.amount);
}

TEST(CostPerBasisPoint, IsNothingUnderTheFloor) {
  const CostPerBasisPoint point =
      cost_per_basis_point(ibkr_rates(), -0.02_d, 600000_usd, 2026y / January / 1).value();
  EXPECT_EQ(point.held, zero(usd));
  EXPECT_EQ(point.accrued, zero(usd));
}

}  // namespace
}  // namespace plimsoll::strategy
