// Finance Guru's own published numbers, its thresholds on either side, and no debit.

#include "strategy/finance_guru.hpp"

#include <gtest/gtest.h>

namespace plimsoll::strategy {
namespace {

TEST(FinanceGuru, ItsPublishedNumbers) {
  const GuruFigures made = guru_figures({.total_account_value = 100000_usd,
                                         .net_debit = {-10'000_d, usd},
                                         .interest_a_year = 1200_usd,
                                         .dividends_a_year = 3000_usd});
  EXPECT_EQ(made.monthly_interest_cost, 100_usd);
  EXPECT_DOUBLE_EQ(*made.coverage_ratio, 2.5);
  EXPECT_DOUBLE_EQ(*made.portfolio_margin_ratio, 10);
  EXPECT_EQ(made.colour, MarginColour::green);
}

TEST(FinanceGuru, ColoursOnEitherSideOfTheirThresholds) {
  EXPECT_EQ(colour_of(4), MarginColour::green);
  EXPECT_EQ(colour_of(3.9999), MarginColour::yellow);
  EXPECT_EQ(colour_of(3), MarginColour::yellow);
  EXPECT_EQ(colour_of(2.9999), MarginColour::red);
  EXPECT_EQ(colour_of(2.5), MarginColour::red);
  EXPECT_EQ(colour_of(2.4999), MarginColour::critical);
  EXPECT_EQ(colour_of(-1), MarginColour::critical);
  EXPECT_EQ(name_of(MarginColour::yellow), "yellow");
}

TEST(FinanceGuru, NothingOwedHasNoRatio) {
  const GuruFigures made = guru_figures({.total_account_value = 100000_usd,
                                         .net_debit = 500_usd,
                                         .interest_a_year = 0_usd,
                                         .dividends_a_year = 3000_usd});
  EXPECT_FALSE(made.portfolio_margin_ratio);
  EXPECT_FALSE(made.colour);
  EXPECT_FALSE(made.coverage_ratio);
  EXPECT_EQ(made.monthly_interest_cost, 0_usd);
}

TEST(FinanceGuru, WhatIsNotKnownIsNotMade) {
  const GuruFigures made =
      guru_figures({.total_account_value = 100000_usd, .net_debit = {-10'000_d, usd}});
  EXPECT_TRUE(made.portfolio_margin_ratio);
  EXPECT_FALSE(made.monthly_interest_cost);
  EXPECT_FALSE(made.coverage_ratio);
}

}  // namespace
}  // namespace plimsoll::strategy
