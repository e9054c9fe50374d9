#include "methods/cross_margin/aave_limits.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder, testing::refusal;

const Fixed48 unit = Fixed48::of(1);
Fixed48 one_more(Fixed48 amount) { return Fixed48::from_bits(amount.bits() + unit.bits()); }
Fixed48 one_less(Fixed48 amount) { return Fixed48::from_bits(amount.bits() - unit.bits()); }

PoolBuilder pool_of_two() {
  PoolBuilder pool;
  pool.pool.protocol = PoolProtocol::aave_v3;
  Bank& eth = pool.bank("ETH", "2000", 18);
  testing::weigh_assets(eth, "0.75", "0.875");
  eth.liquidation_bonus = number("0.05");
  testing::weigh_assets(pool.bank("USDC", "1"), "0.75", "0.78125");
  return pool;
}

std::string why(const Result<Limit>& found) {
  const Limit limit = found.value();
  EXPECT_TRUE(limit.amount.is_zero());
  return limit.because ? limit.because->what.substr(0, limit.because->what.find(':')) : "";
}

TEST(AaveLimits, BorrowsToTheLoanToValue) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "10"}, {"USDC", "-14000"}});
  EXPECT_EQ(aave_most_borrowed(state, pool.at("USDC"))->amount, pool.units("USDC", "1000"));
  EXPECT_EQ(why(aave_most_borrowed(state, pool.at("ETH"))).substr(0, 15), "it is deposited");
}

TEST(AaveLimits, NothingByName) {
  PoolBuilder pool = pool_of_two();
  const auto refused = [&](std::initializer_list<std::pair<const char*, const char*>> held) {
    return why(aave_most_borrowed(pool.state(held), pool.at("USDC")));
  };
  EXPECT_EQ(refused({}), "CollateralBalanceIsZero");
  EXPECT_EQ(refused({{"ETH", "1"}, {"USDC", "-1500"}}), "CollateralCannotCoverNewBorrow");
  EXPECT_EQ(refused({{"ETH", "1"}, {"USDC", "-1751"}}),
            "HealthFactorLowerThanLiquidationThreshold");
  pool.at("USDC").state = BankState::reduce_only;
  EXPECT_EQ(refused({{"ETH", "1"}}), "ReserveFrozen");
  pool.at("USDC").state = BankState::paused;
  EXPECT_EQ(refused({{"ETH", "1"}}), "ReservePaused");
}

/// What is owed of a token of eighteen decimals is far from the last number there is; what the
/// arithmetic bounds is no limit of the protocol's, and is not told as one.
TEST(AaveLimits, OfEighteenDecimalsThereIsMoreThanATrifleOrARefusal) {
  PoolBuilder pool = pool_of_two();
  pool.bank("DAI", "1", 18);
  const Bank& dai = pool.at("DAI");
  EXPECT_TRUE(near(aave_most_borrowed(pool.state({{"ETH", "400"}}), dai)->amount,
                   pool.units("DAI", "600000"), Fixed48::of(1'000'000)));
  EXPECT_TRUE(
      aave_most_borrowed(pool.state({{"ETH", "500"}}), dai).error().what.contains("does not fit"));
}

TEST(AaveLimits, NoMoreThanTheReserveHasLeft) {
  PoolBuilder pool = pool_of_two();
  pool.at("USDC").total_assets = pool.units("USDC", "1000");
  pool.at("USDC").total_liabilities = pool.units("USDC", "400");
  EXPECT_EQ(aave_most_borrowed(pool.state({{"ETH", "10"}}), pool.at("USDC"))->amount,
            pool.units("USDC", "600"));
}

TEST(AaveLimits, ABorrowMayLeaveEmode) {
  PoolBuilder pool = pool_of_two();
  Bank& staked = pool.bank("WSTETH", "2000", 18);
  testing::weigh_assets(staked, "0.5", "0.75");
  for (Bank* bank : {&staked, &pool.at("ETH")}) {
    bank->emode_tag = 1;
    bank->emode = {{1, number("0.875"), number("0.9375")}};
  }
  const State state = pool.state({{"WSTETH", "10"}, {"ETH", "-4"}});
  EXPECT_TRUE(near(aave_most_borrowed(state, pool.at("ETH"))->amount, pool.units("ETH", "4.75"),
                   Fixed48::of(10'000)));
  // Outside it is 10,000, of which 8,000 are owed.
  EXPECT_EQ(aave_most_borrowed(state, pool.at("USDC"))->amount, pool.units("USDC", "2000"));
}

TEST(AaveLimits, WithdrawsToAHealthFactorOfOne) {
  PoolBuilder pool = pool_of_two();
  const State owing = pool.state({{"ETH", "10"}, {"USDC", "-14000"}});
  EXPECT_EQ(aave_most_withdrawn(owing, pool.at("ETH"))->amount, pool.units("ETH", "2"));
  EXPECT_EQ(aave_most_withdrawn(pool.state({{"ETH", "10"}}), pool.at("ETH"))->amount,
            pool.units("ETH", "10"));
  EXPECT_EQ(why(aave_most_withdrawn(pool.state({{"ETH", "1"}, {"USDC", "-1751"}}), pool.at("ETH"))),
            "HealthFactorLowerThanLiquidationThreshold");
  EXPECT_EQ(why(aave_most_withdrawn(owing, pool.at("USDC"))), "NotEnoughAvailableUserBalance");
  pool.at("ETH").state = BankState::paused;
  EXPECT_EQ(why(aave_most_withdrawn(owing, pool.at("ETH"))), "ReservePaused");
}

TEST(AaveLimits, PricesAtWhichTheHealthFactorIsOne) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"ETH", "8"}, {"USDC", "-7000"}});
  const Healths healths = aave_healths(state).value();
  EXPECT_EQ(aave_price_of_zero_health(healths, pool.at("ETH")), Fixed48::of(1000));
  EXPECT_EQ(aave_price_of_zero_health(healths, pool.at("USDC")), Fixed48::of(2));
  const Healths free = aave_healths(pool.state({{"ETH", "8"}})).value();
  EXPECT_EQ(aave_price_of_zero_health(free, pool.at("ETH")), std::nullopt);
  EXPECT_EQ(aave_price_of_zero_health(free, pool.at("USDC")), std::nullopt);
  PoolBuilder covered = pool_of_two();
  covered.bank("DAI", "1");
  const State rich = covered.state({{"DAI", "10"}, {"ETH", "1"}, {"USDC", "-1"}});
  EXPECT_EQ(aave_price_of_zero_health(aave_healths(rich).value(), covered.at("ETH")), std::nullopt)
      << "the others suffice";
}

TEST(AaveLimits, TheLeastRepaymentAndOneUnitLess) {
  const PoolBuilder pool = pool_of_two();
  const Bank& usdc = pool.at("USDC");
  const State state = pool.state({{"ETH", "10"}, {"USDC", "-18000"}});
  const Fixed48 least = aave_repaid_to_safety(state, usdc).value().value();
  EXPECT_EQ(least, pool.units("USDC", "500"));
  EXPECT_EQ(aave_repaid_to_safety(pool.state({{"ETH", "10"}, {"USDC", "-1"}}), usdc).value(),
            Fixed48{});
  EXPECT_EQ(refusal(aave_repaid_to_safety(state, pool.at("ETH"))), "NoDebtOfSelectedType");
  PoolBuilder two = pool_of_two();
  two.bank("DAI", "1");
  const State both = two.state({{"ETH", "1"}, {"DAI", "-1"}, {"USDC", "-18000"}});
  EXPECT_EQ(aave_repaid_to_safety(both, two.at("DAI")).value(), std::nullopt);
  two.at("DAI").state = BankState::paused;
  EXPECT_EQ(refusal(aave_repaid_to_safety(both, two.at("DAI"))), "ReservePaused");
}

TEST(AaveLimits, TheMostALiquidatorRepays) {
  const PoolBuilder pool = pool_of_two();
  const auto most = [&](const char* eth, const char* usdc) {
    return aave_most_liquidated(pool.state({{"ETH", eth}, {"USDC", usdc}}), pool.at("ETH"),
                                pool.at("USDC"), day);
  };
  EXPECT_EQ(most("10", "-18000")->debt_repaid, pool.units("USDC", "9000"));   // 0.9722: half
  EXPECT_EQ(most("10", "-19000")->debt_repaid, pool.units("USDC", "19000"));  // 0.9211: all
  EXPECT_EQ(refusal(most("10", "-1")), "HealthFactorNotBelowThreshold");
}

TEST(AaveLimits, WhereAllWouldLeaveDustTheMostThatLeavesNone) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.at("ETH"), "0.5", "0.975");
  const State state = pool.state({{"ETH", "1"}, {"USDC", "-2000"}});  // 0.975: half
  const auto made = aave_most_liquidated(state, pool.at("ETH"), pool.at("USDC"), day);
  ASSERT_TRUE(made) << made.error().what;
  // Half would take 1,050 and leave 950 of collateral; 1,000 may be taken.
  EXPECT_EQ(made->debt_repaid, pool.units("USDC", "952.380952"));
  EXPECT_FALSE(aave_liquidated(
      state, {&pool.at("ETH"), &pool.at("USDC"), one_more(made->debt_repaid)}, day));
}

RC_GTEST_PROP(AaveLimits, AtTheLimitItStandsAndAUnitMoreDoesNot, ()) {
  PoolBuilder pool = pool_of_two();
  pool.bank("DAI", "0.9973", 6);
  const auto amount = [] { return Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1LL << 44)); };
  State state{.pool = &pool.pool};
  state = with_balance(state, {&pool.at("USDC"), Side::asset, amount()});
  state = with_balance(state, {&pool.at("DAI"), Side::liability, amount()});
  const auto debt_at = [&](Fixed48 more) {
    const Fixed48 owed = plus(balance_of(state, pool.at("DAI"))->amount, more).value();
    return aave_account(with_balance(state, {&pool.at("DAI"), Side::liability, owed})).value();
  };
  const Limit borrow = aave_most_borrowed(state, pool.at("DAI")).value();
  if (!borrow.because) {
    RC_ASSERT(debt_at(borrow.amount).debt <= debt_at(borrow.amount).borrow_limit);
    const AaveAccount beyond = debt_at(one_more(borrow.amount));
    RC_ASSERT(beyond.borrow_limit < beyond.debt);
  }
  const auto repaid = aave_repaid_to_safety(state, pool.at("DAI"));
  RC_ASSERT(repaid.has_value() && repaid->has_value());
  if ((*repaid)->is_zero()) return;
  RC_ASSERT(!debt_at(-**repaid).liquidatable());
  RC_ASSERT(debt_at(-one_less(**repaid)).liquidatable());
}

}  // namespace
}  // namespace plimsoll::cross_margin
