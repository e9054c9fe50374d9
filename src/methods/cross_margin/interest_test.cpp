#include "methods/cross_margin/interest.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::near, testing::number, testing::PoolBuilder;

const Fixed48 bit = number("0.00000000001");

Bank with_curve() {
  PoolBuilder pool;
  Bank& bank = pool.bank("USDC", "1");
  bank.interest.curve = {{number("0"), number("0.05")},
                         {number("0.2"), number("0.1")},
                         {number("0.6"), number("0.15")},
                         {number("1"), number("0.4")}};
  bank.total_assets = Fixed48::of(1000);
  bank.total_liabilities = Fixed48::of(400);
  return bank;
}

TEST(Interest, RunsAlongItsCurve) {
  const Bank bank = with_curve();
  const std::pair<const char*, const char*> rows[] = {
      {"0", "0.05"},    {"0.1", "0.075"}, {"0.2", "0.1"}, {"0.4", "0.125"},
      {"0.8", "0.275"}, {"1", "0.4"},     {"1.5", "0.4"}};
  for (const auto& [used, rate] : rows)
    EXPECT_TRUE(near(base_rate(bank.interest, number(used), bank).value(), number(rate), bit))
        << used;
}

TEST(Interest, LendersEarnByWhatIsBorrowedAndBorrowersPayFeesToo) {
  Bank bank = with_curve();
  bank.interest.protocol_rate_fee = number("0.1");
  bank.interest.insurance_fixed_fee = number("0.01");
  const auto rates = interest_rates(bank);
  ASSERT_TRUE(rates);
  EXPECT_TRUE(near(rates->utilisation, number("0.4"), bit));
  EXPECT_TRUE(near(rates->lending, number("0.05"), bit));
  EXPECT_TRUE(near(rates->fees, number("0.0225"), bit));
  EXPECT_TRUE(near(rates->borrowing, number("0.1475"), bit));
}

TEST(Interest, OfAnEmptyBankIsTheFirstRate) {
  Bank bank = with_curve();
  bank.total_assets = bank.total_liabilities = Fixed48{};
  EXPECT_TRUE(near(interest_rates(bank)->base, number("0.05"), bit));
}

TEST(Interest, OfABankThatDoesNotSayWhatIsBorrowedIsNotKnown) {
  for (const bool assets : {true, false}) {
    Bank bank = with_curve();
    (assets ? bank.total_assets : bank.total_liabilities) = std::nullopt;
    const auto rates = interest_rates(bank);
    ASSERT_FALSE(rates);
    EXPECT_TRUE(rates.error().what.contains("write total_assets and total_liabilities"));
  }
}

TEST(Interest, AccruesSimplyOverTime) {
  const Bank bank = with_curve();
  const auto later = accrued(bank, 31'536'000);
  ASSERT_TRUE(later);
  EXPECT_TRUE(near(later->asset_share_value, number("1.05"), bit));
  EXPECT_TRUE(near(later->liability_share_value, number("1.125"), bit));
  EXPECT_TRUE(near(*later->total_assets, Fixed48::of(1050), number("0.00000001")));
  EXPECT_TRUE(near(*later->total_liabilities, Fixed48::of(450), number("0.00000001")));
  EXPECT_EQ(accrued(bank, 0)->asset_share_value, Fixed48::of(1));
  EXPECT_FALSE(accrued(bank, -1));
}

TEST(Interest, ACurveThatFallsIsRefused) {
  Bank bank = with_curve();
  bank.interest.curve[2].rate = number("0.09");
  EXPECT_FALSE(interest_rates(bank));
  bank = with_curve();
  bank.interest.curve[2].utilisation = number("0.2");
  EXPECT_FALSE(interest_rates(bank));
  bank.interest.curve.clear();
  EXPECT_FALSE(interest_rates(bank));
}

}  // namespace
}  // namespace plimsoll::cross_margin
