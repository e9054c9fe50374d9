#include "methods/cross_margin/limits.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::near, testing::number, testing::PoolBuilder, testing::refusal;

const Fixed48 unit = Fixed48::of(1);
Fixed48 one_more(Fixed48 amount) { return Fixed48::from_bits(amount.bits() + unit.bits()); }
Fixed48 one_less(Fixed48 amount) { return Fixed48::from_bits(amount.bits() - unit.bits()); }

struct Row {
  const char *deposit, *price, *accepted, *rejected, *most;
};

TEST(Limits, BorrowsOfTheProtocolsOwnTests) {
  const Row rows[] = {{"123456", "1", "12345.6", "12345.9", "12345.6"},
                      {"36", "0.5", "1.7", "1.9", "1.8"},
                      {"150", "2", "29", "31", "30"}};
  for (const Row& row : rows) {
    SCOPED_TRACE(row.deposit);
    PoolBuilder pool;
    pool.bank("A", row.price);
    const Bank& sol = pool.bank("SOL", "10", 9);
    const State state = pool.state({{"A", row.deposit}});
    const auto borrow = [&](Fixed48 amount) {
      return refusal(after(state, Step::borrow, sol, amount, day));
    };
    EXPECT_EQ(borrow(pool.units("SOL", row.accepted)), "");
    EXPECT_EQ(borrow(pool.units("SOL", row.rejected)), "RiskEngineInitRejected");
    const Limit most = most_borrowed(state, sol, day);
    EXPECT_EQ(most.amount, pool.units("SOL", row.most));
    EXPECT_EQ(borrow(most.amount), "");
    EXPECT_EQ(borrow(one_more(most.amount)), "RiskEngineInitRejected");
  }
}

TEST(Limits, BorrowOfTheGuide) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("A", "1"), "0.9", "0.95");
  testing::weigh_liabilities(pool.bank("B", "1"), "1.1", "1.05");
  EXPECT_EQ(most_borrowed(pool.state({{"A", "100"}}), pool.at("B"), day).amount,
            pool.units("B", "81.818181"));
}

TEST(Limits, TheOriginationFeeIsOwedToo) {
  PoolBuilder pool;
  pool.bank("A", "1");
  Bank& sol = pool.bank("SOL", "10", 9);
  sol.interest.origination_fee = number("0.25");
  EXPECT_EQ(most_borrowed(pool.state({{"A", "100"}}), sol, day).amount, pool.units("SOL", "8"));
}

TEST(Limits, ABankOnceBorrowedGrantsOrTakesEmode) {
  PoolBuilder pool;
  Bank& asset = pool.bank("A", "10", 9);
  testing::weigh_assets(asset, "0.5", "0.5");
  asset.emode_tag = 3;
  pool.bank("B", "10", 9).emode = {{3, number("0.75"), number("0.75")}};
  pool.bank("C", "1");
  const State alone = pool.state({{"A", "100"}});
  EXPECT_EQ(most_borrowed(alone, pool.at("B"), day).amount, pool.units("B", "75"));
  EXPECT_EQ(most_borrowed(alone, pool.at("C"), day).amount, pool.units("C", "500"));
  const Limit lost = most_borrowed(pool.state({{"A", "100"}, {"B", "-60"}}), pool.at("C"), day);
  EXPECT_TRUE(lost.amount.is_zero());
  ASSERT_TRUE(lost.because);
  EXPECT_EQ(lost.because->what.substr(0, 22), "RiskEngineInitRejected");
  EXPECT_EQ(most_borrowed(alone, day).size(), 3u);
  EXPECT_TRUE(most_borrowed(alone, day)[0].because);  // deposited: withdraw first
}

TEST(Limits, AWithdrawalLeavesTheInitialCheckPassing) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("A", "3"), "0.7", "0.8");
  pool.bank("B", "1");
  const State state = pool.state({{"A", "100"}, {"B", "-70.1"}});
  const Limit most = most_withdrawn(state, pool.at("A"), day);
  EXPECT_TRUE(near(most.amount, pool.units("A", "66.619047"), unit));
  const auto withdraw = [&](Fixed48 amount) {
    return refusal(after(state, Step::withdraw, pool.at("A"), amount, day));
  };
  EXPECT_EQ(withdraw(most.amount), "");
  EXPECT_EQ(withdraw(one_more(most.amount)), "RiskEngineInitRejected");
  EXPECT_EQ(most_withdrawn(state, day).size(), 1u);
}

TEST(Limits, OfNoDebtAllIsWithdrawnPartsOfAUnitToo) {
  PoolBuilder pool;
  pool.bank("A", "3");
  State state = pool.state({{"A", "100"}});
  state.balances[0].amount = number("100.5");
  EXPECT_EQ(most_withdrawn(state, pool.at("A"), day).amount, number("100.5"));
  EXPECT_TRUE(most_withdrawn(State{.pool = &pool.pool}, pool.at("A"), day).because);
}

TEST(Limits, OfTheUnhealthyNothingIsWithdrawn) {
  PoolBuilder pool;
  pool.bank("A", "1");
  pool.bank("B", "1");
  EXPECT_TRUE(most_withdrawn(pool.state({{"A", "1"}, {"B", "-2"}}), pool.at("A"), day).because);
}

TEST(Limits, APriceWhereHealthIsZero) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("A", "2"), "0.5", "0.5");
  pool.bank("B", "10");
  pool.bank("C", "1");
  const State state = pool.state({{"A", "100"}, {"B", "-5"}, {"C", "-25"}});
  const auto price = [&](const char* bank) {
    return price_of_zero_health(state, pool.at(bank), day).value();
  };
  EXPECT_EQ(price("A"), number("1.5"));
  EXPECT_EQ(price("B"), Fixed48::of(15));
  EXPECT_EQ(price("C"), Fixed48::of(2));
  pool.bank("D", "1");
  EXPECT_EQ(price("D"), std::nullopt);
}

TEST(Limits, WhereNoPriceDoesItThereIsNone) {
  PoolBuilder pool;
  pool.bank("A", "1");
  pool.bank("B", "1");
  pool.bank("C", "1").tier = RiskTier::isolated;
  const State rich = pool.state({{"A", "100"}, {"B", "50"}, {"C", "-10"}});
  EXPECT_EQ(price_of_zero_health(rich, pool.at("A"), day).value(), std::nullopt);
  const State isolated = pool.state({{"A", "-100"}, {"C", "10"}});
  EXPECT_EQ(price_of_zero_health(isolated, pool.at("C"), day).value(), std::nullopt);
  EXPECT_EQ(price_of_zero_health(isolated, pool.at("A"), day).value(), std::nullopt);
}

TEST(Limits, ConfidenceKeepsItsWidthToFivePerCentOfThePrice) {
  PoolBuilder pool;
  Bank& asset = pool.bank("A", "100", 9);
  Bank& debt = pool.bank("B", "1");
  const State state = pool.state({{"A", "1"}, {"B", "-50"}});
  for (const char* width : {"1", "2.6", "4"}) {
    SCOPED_TRACE(width);
    testing::widen(asset, width);
    testing::widen(debt, "0.01");
    for (Bank* bank : {&asset, &debt}) {
      const Fixed48 was = bank->price;
      const auto price = price_of_zero_health(state, *bank, day).value();
      ASSERT_TRUE(price);
      bank->price = *price;
      bank->confidence_ratio_max = Fixed48::of(1);
      const auto health = health_of(state, Requirement::maintenance, day);
      EXPECT_TRUE(near(health->health(), Fixed48{}, number("0.0000001")));
      bank->price = was;
    }
  }
}

TEST(Limits, TheLeastRepaymentThatBringsSafety) {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("A", "1"), "0.25", "0.5");
  pool.bank("B", "10", 9);
  const Bank& debt = pool.at("B");
  const State state = pool.state({{"A", "100"}, {"B", "-9.9"}});
  const auto health = [&](Fixed48 repaid, Requirement requirement) {
    return health_of(*after(state, Step::repay, debt, repaid, day), requirement, day)->health();
  };
  const auto safe = repaid_to_safety(state, debt, day).value();
  ASSERT_TRUE(safe);
  EXPECT_EQ(*safe, pool.units("B", "4.900000001"));
  EXPECT_LT(Fixed48{}, health(*safe, Requirement::maintenance));
  EXPECT_LE(health(one_less(*safe), Requirement::maintenance), Fixed48{});
  EXPECT_EQ(repaid_to_initial(state, debt, {}, day).value(), pool.units("B", "7.4"));
  EXPECT_EQ(repaid_to_initial(state, debt, Fixed48::of(5), day).value(), pool.units("B", "7.9"));
  EXPECT_EQ(repaid_to_initial(state, debt, Fixed48::of(26), day).value(), std::nullopt);
  EXPECT_EQ(repaid_to_safety(pool.state({{"A", "100"}, {"B", "-1"}}), debt, day).value(),
            Fixed48{});
  EXPECT_EQ(refusal(repaid_to_safety(state, pool.at("A"), day)), "OperationRepayOnly");
}

TEST(Limits, WhereAllOfADebtIsNotEnoughThereIsNone) {
  PoolBuilder pool;
  pool.bank("A", "1");
  pool.bank("B", "1");
  pool.bank("C", "1");
  const State state = pool.state({{"A", "10"}, {"B", "-5"}, {"C", "-20"}});
  EXPECT_EQ(repaid_to_safety(state, pool.at("B"), day).value(), std::nullopt);
  EXPECT_EQ(repaid_to_safety(state, pool.at("C"), day).value(), pool.units("C", "15.000001"));
}

TEST(Limits, TheLastOfADebtMayTakeEmodeAway) {
  PoolBuilder pool;
  Bank& asset = pool.bank("A", "1");
  testing::weigh_assets(asset, "0", "0");
  asset.emode_tag = 3;
  pool.bank("B", "1").emode = {{3, number("0.75"), number("0.75")}};
  // Without the debt the collateral is worth nothing, and health no more than zero.
  EXPECT_EQ(repaid_to_safety(pool.state({{"A", "100"}, {"B", "-80"}}), pool.at("B"), day).value(),
            pool.units("B", "5.000001"));
  EXPECT_EQ(repaid_to_safety(pool.state({{"A", "0.000001"}, {"B", "-0.000002"}}), pool.at("B"), day)
                .value(),
            std::nullopt);
}

TEST(Limits, TheLastOfADebtMayBringEmode) {
  PoolBuilder pool;
  Bank& asset = pool.bank("A", "1");
  testing::weigh_assets(asset, "0.25", "0.25");
  asset.emode_tag = 3;
  pool.bank("B", "1").emode = {{3, number("0.75"), number("0.75")}};
  pool.bank("C", "1");
  const State state = pool.state({{"A", "100"}, {"B", "-50"}, {"C", "-10"}});
  EXPECT_EQ(repaid_to_safety(state, pool.at("C"), day).value(), pool.units("C", "10"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
