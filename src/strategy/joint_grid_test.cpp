// Rates, prices and dividends at once: every combination, in order.

#include "strategy/joint_grid.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;

const RateSchedule plain = rate_schedule(blended_file({{"", "0"}}), "plain.toml").value();

JointAsked grid() {
  return {.debit = 100000_usd,
          .base = 0.036_d,
          .income_a_year = 4000_usd,
          .rate_shifts = {0_d, 0.036_d, -0.05_d},
          .price_moves = {0, -0.3},
          .dividend_cuts = {0_pct, 30_pct},
          .excess = [](double move) -> std::optional<Money> {
            return move < 0 ? -10000_usd : 50000_usd;
          }};
}

TEST(JointGrid, HasEveryCombinationInOrder) {
  const auto cells = joint_grid(plain, grid()).value();
  ASSERT_EQ(cells.size(), 12u);
  EXPECT_EQ(cells[0].interest_a_year, 3650_usd);
  EXPECT_EQ(cells[0].carry_a_year, 350_usd);
  EXPECT_DOUBLE_EQ(*cells[0].coverage, 4000.0 / 3650);
  EXPECT_EQ(cells[0].excess, 50000_usd);
  EXPECT_EQ(cells[0].excess_in_a_year, 50350_usd);
  EXPECT_EQ(cells[1].dividend_cut, 30_pct);
  EXPECT_EQ(cells[1].income_a_year, 2800_usd);
  EXPECT_EQ(cells[1].carry_a_year, -850_usd);
  EXPECT_DOUBLE_EQ(cells[2].price_move, -0.3);
  EXPECT_EQ(cells[2].excess, -10000_usd);
  EXPECT_EQ(cells[3].excess_in_a_year, -10850_usd);
  EXPECT_EQ(cells[2].interest_a_year, cells[0].interest_a_year);  // debit does not move with prices
  EXPECT_EQ(cells[7].rate_shift, 0.036_d);
  EXPECT_EQ(cells[7].carry_a_year, 2800_usd - 7300_usd);
  // Five per cent down from 3.6 is zero: nothing is due, and nothing covers it.
  EXPECT_EQ(cells[8].interest_a_year, zero(usd));
  EXPECT_FALSE(cells[8].coverage);
}

TEST(JointGrid, AsksForExcessOnceAPriceMove) {
  int asked = 0;
  JointAsked some = grid();
  some.excess = [&](double) -> std::optional<Money> {
    ++asked;
    return std::nullopt;
  };
  const auto cells = joint_grid(plain, some).value();
  EXPECT_EQ(asked, 2);
  EXPECT_FALSE(cells[0].excess);
  some.excess = {};
  EXPECT_FALSE(joint_grid(plain, some).value()[0].excess);
}

TEST(JointGrid, LeavesUnknownIncomeUnknown) {
  JointAsked some = grid();
  some.income_a_year = {};
  const auto cells = joint_grid(plain, some).value();
  EXPECT_EQ(cells[0].interest_a_year, 3650_usd);
  EXPECT_EQ(cells[0].excess, 50000_usd);
  EXPECT_FALSE(cells[0].income_a_year);
  EXPECT_FALSE(cells[0].carry_a_year);
  EXPECT_FALSE(cells[0].coverage);
  EXPECT_FALSE(cells[0].excess_in_a_year);
}

TEST(JointGrid, RefusesWhatCannotBe) {
  JointAsked wrong = grid();
  wrong.dividend_cuts = {101_pct};
  EXPECT_TRUE(joint_grid(plain, wrong).error().what.contains("cut by 101%"));
  wrong = grid();
  wrong.price_moves = {-1.01};
  EXPECT_TRUE(joint_grid(plain, wrong).error().what.contains("-1 or above"));
  wrong = grid();
  wrong.income_a_year = Money{1_d, "EUR"};
  EXPECT_TRUE(joint_grid(plain, wrong).error().what.contains("convert one"));
  wrong = grid();
  wrong.debit = -1_usd;
  EXPECT_FALSE(joint_grid(plain, wrong));
}

TEST(JointGrid, OtherCostsAreNotCutAndNotCovered) {
  JointAsked with = grid();
  with.costs_a_year = 500_usd;
  const auto cells = joint_grid(plain, with).value();
  const auto without = joint_grid(plain, grid()).value();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    EXPECT_EQ(cells[i].carry_a_year, *without[i].carry_a_year - 500_usd);
    EXPECT_EQ(cells[i].coverage, without[i].coverage);
  }
}

}  // namespace
}  // namespace plimsoll::strategy
