#include "methods/cross_margin/bankruptcy.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder, testing::refusal;

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  pool.bank("SOL", "10", 9);
  Bank& bank = pool.bank("USDC", "1", 0);
  bank.total_assets = Fixed48::of(1000);
  bank.total_liabilities = Fixed48::of(900);
  bank.insurance_fund = Fixed48{};
  return pool;
}

TEST(Bankruptcy, DepositorsBearALossByTheShare) {
  const PoolBuilder pool = pool_of_two();
  const auto bank = socialised(pool.at("USDC"), Fixed48::of(100));
  ASSERT_TRUE(bank);
  EXPECT_EQ(bank->asset_share_value, number("0.9"));
  EXPECT_EQ(bank->total_assets, Fixed48::of(900));
}

TEST(Bankruptcy, ALossOfAllDepositsKillsTheBank) {
  const PoolBuilder pool = pool_of_two();
  EXPECT_EQ(socialised(pool.at("USDC"), Fixed48::of(1000))->asset_share_value, Fixed48{});
  EXPECT_EQ(socialised(pool.at("USDC"), Fixed48::of(2000))->asset_share_value, Fixed48{});
  EXPECT_FALSE(socialised(pool.at("USDC"), Fixed48::of(999))->asset_share_value.is_zero());
  EXPECT_FALSE(bankruptcy(pool.state({{"USDC", "-999"}}), pool.at("USDC"), day)->killed);
  EXPECT_TRUE(bankruptcy(pool.state({{"USDC", "-1000"}}), pool.at("USDC"), day)->killed);
}

TEST(Bankruptcy, TakesLessThanTenCentsAndMoreDebt) {
  const PoolBuilder pool = pool_of_two();
  const auto is = [&](std::initializer_list<std::pair<const char*, const char*>> held) {
    return is_bankrupt(pool.state(held), day).value();
  };
  EXPECT_TRUE(is({{"SOL", "0.009999999"}, {"USDC", "-1"}}));
  // Ten cents cut to their bits are less than ten cents rounded to theirs.
  EXPECT_TRUE(is({{"SOL", "0.01"}, {"USDC", "-1"}}));
  EXPECT_FALSE(is({{"SOL", "0.010000001"}, {"USDC", "-1"}}));
  EXPECT_FALSE(is({{"SOL", "0.001"}}));
  EXPECT_FALSE(is({}));
  EXPECT_TRUE(is({{"SOL", "-0.000000001"}}));
}

TEST(Bankruptcy, TheInsuranceFundPaysFirstRoundedUp) {
  PoolBuilder pool = pool_of_two();
  Bank& bank = pool.at("USDC");
  bank.insurance_fund = Fixed48::of(50);
  State state = pool.state({{"USDC", "-40"}});
  state.balances[0].amount = number("40.25");  // interest makes parts of units
  auto made = bankruptcy(state, bank, day);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->covered, number("40.25"));
  EXPECT_EQ(made->insurance_paid, Fixed48::of(41));
  EXPECT_TRUE(made->loss.is_zero());
  EXPECT_EQ(made->bank.insurance_fund, Fixed48::of(9));
  EXPECT_EQ(made->bank.asset_share_value, Fixed48::of(1));
  EXPECT_EQ(made->bank.total_liabilities, number("859.75"));
  EXPECT_TRUE(made->account.balances.empty());

  state.balances[0].amount = Fixed48::of(150);
  made = bankruptcy(state, bank, day);
  EXPECT_EQ(made->insurance_paid, Fixed48::of(50));
  EXPECT_EQ(made->loss, Fixed48::of(100));
  EXPECT_EQ(made->bank.asset_share_value, number("0.9"));
}

TEST(Bankruptcy, IsRefusedByName) {
  const PoolBuilder pool = pool_of_two();
  const Bank& usdc = pool.at("USDC");
  EXPECT_EQ(refusal(bankruptcy(pool.state({{"SOL", "1"}, {"USDC", "-100"}}), usdc, day)),
            "AccountNotBankrupt");
  EXPECT_EQ(refusal(bankruptcy(pool.state({{"SOL", "-1"}}), usdc, day)),
            "LendingAccountBalanceNotFound");
  State state = pool.state({{"SOL", "-1"}, {"USDC", "-1"}});
  state.balances[1].amount = number("0.0001");
  EXPECT_EQ(refusal(bankruptcy(state, usdc, day)), "BalanceNotBadDebt");
  state.balances[1].side = Side::asset;
  EXPECT_EQ(refusal(bankruptcy(state, usdc, day)), "BalanceNotBadDebt");
}

TEST(Bankruptcy, OfWhatIsNotStatedNothingIsReckoned) {
  PoolBuilder pool = pool_of_two();
  Bank& usdc = pool.at("USDC");
  const State state = pool.state({{"USDC", "-100"}});
  const auto why = [&] {
    const auto made = bankruptcy(state, usdc, day);
    return made ? "" : made.error().what;
  };
  usdc.insurance_fund = std::nullopt;
  EXPECT_TRUE(why().contains("write insurance_fund"));
  usdc.insurance_fund = Fixed48::of(99);
  usdc.total_assets = std::nullopt;
  EXPECT_TRUE(why().contains("write total_assets"));
  usdc.insurance_fund = Fixed48::of(100);  // no loss to bear
  EXPECT_EQ(why(), "");
  usdc.state = BankState::killed;
  EXPECT_TRUE(why().starts_with("BankKilledByBankruptcy"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
