// Breakevens by hand, and what is not applicable.

#include "strategy/breakeven.hpp"

#include <gtest/gtest.h>

namespace plimsoll::strategy {
namespace {

/// 200,000 held, 80,000 owed at 6 %, a yield of 3.5 %, a fee of 9 basis points.
CarryPosed posed() {
  return {.long_value = 200000_usd,
          .debit = 80000_usd,
          .income = 7000_usd,
          .tax = 0_usd,
          .costs = {.interest = 4800_usd,
                    .account_fee = 180_usd,
                    .borrow_fees = 0_usd,
                    .substitute_payments = 0_usd}};
}

TEST(Breakevens, KnownAnswer) {
  const Breakevens made = breakevens(posed(), {}, std::nullopt);
  EXPECT_DOUBLE_EQ(*made.financed.value, 0.4);
  EXPECT_DOUBLE_EQ(*made.income_yield.value, 0.035);
  EXPECT_DOUBLE_EQ(*made.rate.value, 0.06);
  EXPECT_DOUBLE_EQ(*made.breakeven_yield.value, 0.0249);
  EXPECT_DOUBLE_EQ(*made.breakeven_rate.value, 0.08525);
  EXPECT_DOUBLE_EQ(*made.breakeven_return.value, -0.0101) << "2,020 of 200,000 to lose";
  EXPECT_DOUBLE_EQ(*made.coverage.value, 7000.0 / 4800);
  EXPECT_NEAR(*made.distance.value, (0.035 - 0.0249) / 0.0249, 1e-12);
  EXPECT_EQ(made.alert, CarryAlert::none);
  // 7,000 / (1.5 x 6 %) = 77,777.78.
  EXPECT_EQ(to_text_rounded(made.self_sustaining_debit->amount, 2, Round::half_even), "77777.78");
}

/// The carry of the same book at another yield and rate: nothing at either breakeven.
double carry_at(double yield, double rate, const CarryPosed& of, double tax_rate) {
  const auto size = [](Money money) { return to_double(money.amount); };
  return yield * size(of.long_value) * (1 - tax_rate) - rate * size(of.debit) -
         size(of.costs.account_fee) - size(of.costs.borrow_fees) -
         size(of.costs.substitute_payments);
}

TEST(Breakevens, CarryIsNothingThereWithShortsAndTax) {
  CarryPosed of = posed();
  of.costs.borrow_fees = 300_usd;
  of.costs.substitute_payments = 500_usd;
  of.tax = 1400_usd;
  const Breakevens made = breakevens(of, {.tax_rate = 0.2_d}, std::nullopt);
  EXPECT_NEAR(carry_at(*made.breakeven_yield.value, 0.06, of, 0.2), 0, 1e-9);
  EXPECT_NEAR(carry_at(0.035, *made.breakeven_rate.value, of, 0.2), 0, 1e-9);
  EXPECT_NEAR(*made.breakeven_return.value * 200'000, -carry_at(0.035, 0.06, of, 0.2), 1e-9);
}

TEST(Breakevens, WithoutADebitTheyDoNotApply) {
  CarryPosed of = posed();
  of.debit = of.costs.interest = 0_usd;
  const Breakevens made = breakevens(of, {}, 0.05);
  for (const Figure* one :
       {&made.rate, &made.breakeven_yield, &made.breakeven_rate, &made.coverage, &made.distance}) {
    EXPECT_FALSE(one->value);
    EXPECT_EQ(one->missing, "not applicable: nothing is owed");
  }
  EXPECT_FALSE(made.alert);
  EXPECT_EQ(made.financed.value, 0.0);
  // 7,000 / (1.5 x 5 %): what the income would carry at what the first dollar costs.
  EXPECT_EQ(to_text_rounded(made.self_sustaining_debit->amount, 2, Round::half_even), "93333.33");
  EXPECT_FALSE(breakevens(of, {}, std::nullopt).self_sustaining_debit);
  EXPECT_FALSE(breakevens(of, {}, std::nullopt).no_self_sustaining_debit.empty());
}

TEST(Breakevens, WithoutACostNoneIsInfinite) {
  CarryPosed of = posed();
  of.costs.interest = of.costs.account_fee = 0_usd;
  const Breakevens made = breakevens(of, {}, std::nullopt);
  EXPECT_FALSE(made.coverage.value);
  EXPECT_FALSE(made.distance.value);
  EXPECT_FALSE(made.self_sustaining_debit);
  CarryPosed nothing = posed();
  nothing.long_value = 0_usd;
  EXPECT_FALSE(breakevens(nothing, {}, std::nullopt).breakeven_return.value);
  EXPECT_FALSE(breakevens(nothing, {}, std::nullopt).breakeven_yield.value);
  EXPECT_FALSE(breakevens(posed(), {.tax_rate = 1_d}, std::nullopt).breakeven_yield.value);
}

TEST(Breakevens, BelowZeroNoRateIsLowEnough) {
  CarryPosed of = posed();
  of.income = 100_usd;
  const Figure rate = breakevens(of, {}, std::nullopt).breakeven_rate;
  EXPECT_FALSE(rate.value);
  EXPECT_EQ(rate.missing, "no rate is low enough: other costs are above the income");
}

TEST(Breakevens, AlertsAtTheirThresholds) {
  struct Row {
    Money income;  // for costs of 2,400
    CarryAlert alert;
  };
  CarryPosed of{.long_value = 100'000_usd,
                .debit = 40'000_usd,
                .income = {},
                .tax = 0_usd,
                .costs = {.interest = 2400_usd,
                          .account_fee = 0_usd,
                          .borrow_fees = 0_usd,
                          .substitute_payments = 0_usd}};
  for (const auto& [income, alert] :
       {Row{3000_usd, CarryAlert::none}, Row{2999.99_usd, CarryAlert::warn},
        Row{2640_usd, CarryAlert::warn}, Row{2639.99_usd, CarryAlert::critical},
        Row{2400.01_usd, CarryAlert::critical}, Row{2400_usd, CarryAlert::breach},
        Row{100_usd, CarryAlert::breach}}) {
    of.income = income;
    EXPECT_EQ(alert_at(of, {}), alert) << to_text(income);
    EXPECT_EQ(breakevens(of, {}, std::nullopt).alert, alert);
  }
  of.income = 3000_usd;
  EXPECT_EQ(breakevens(of, {}, std::nullopt).distance.value, 0.25) << "and no hair less";
  EXPECT_EQ(name_of(CarryAlert::critical), "critical");
}

}  // namespace
}  // namespace plimsoll::strategy
