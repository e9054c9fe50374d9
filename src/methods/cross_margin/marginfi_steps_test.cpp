#include "methods/cross_margin/marginfi_steps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "methods/cross_margin/limits.hpp"
#include "methods/cross_margin/steps.hpp"
#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder;

/// Prices and weights of the protocol's own liquidation test.
PoolBuilder pool_of_two() {
  PoolBuilder pool;
  testing::weigh_assets(pool.bank("USDC", "1"), "0.25", "0.5");
  pool.bank("SOL", "10", 9);
  for (Bank* bank : {&pool.at("USDC"), &pool.at("SOL")}) {
    const char* name = bank->name.view() == "SOL" ? "SOL" : "USDC";
    bank->total_assets = pool.units(name, "1000");
    bank->total_liabilities = pool.units(name, "500");
    bank->insurance_fund = pool.units(name, "0.001");
  }
  return pool;
}

Result<StepDone> done(const State& state, const char* text, Standing standing = Standing::open) {
  return marginfi_done(state, parse_pool_step(text).value(), {day, usd, standing});
}
std::string refused(const State& state, const char* text, Standing standing = Standing::open) {
  return testing::refusal(done(state, text, standing));
}

std::string fact(const StepDone& made, std::string_view name) {
  const auto found = std::ranges::find(made.facts, name, &StepFact::name);
  if (found == made.facts.end()) return "none";
  return found->value + (found->unit.empty() ? "" : " " + found->unit);
}
const Bank& bank_in(const StepDone& made, const char* name) {
  return made.pool.banks.at(InstrumentId{name});
}

TEST(MarginfiSteps, ALiquidationIsToldWhole) {
  const PoolBuilder pool = pool_of_two();
  const auto made =
      done(pool.state({{"USDC", "100"}, {"SOL", "-9.9"}}), "LIQUIDATE 2 USDC FOR SOL");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(fact(*made, "collateral_taken"), "2 USDC");
  EXPECT_EQ(fact(*made, "debt_repaid"), "0.19 SOL");
  EXPECT_EQ(fact(*made, "debt_taken_by_liquidator"), "0.195 SOL");
  EXPECT_EQ(fact(*made, "insurance"), "0.005 SOL");
  EXPECT_EQ(fact(*made, "liquidator_part"), "0.05 USD");
  EXPECT_EQ(fact(*made, "maintenance_health_before"), "-49.00 USD");
  EXPECT_EQ(balance_of(made->account, pool.at("USDC"))->amount, pool.units("USDC", "98"));
  // What is taken stays deposited; the debt the liquidator takes is more than is repaid.
  EXPECT_EQ(bank_in(*made, "USDC").total_assets, pool.units("USDC", "1000"));
  EXPECT_TRUE(testing::near(*bank_in(*made, "SOL").total_liabilities, pool.units("SOL", "500.005"),
                            Fixed48::of(1)));
  EXPECT_TRUE(testing::near(*bank_in(*made, "SOL").insurance_fund, pool.units("SOL", "0.006"),
                            Fixed48::of(1)));
}

TEST(MarginfiSteps, AReceiverSeizesAndRepays) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.at("SOL"), "0.1", "0.1");
  const State state = pool.state({{"SOL", "2"}, {"USDC", "-5.05"}});
  const auto made = done(state, "RECEIVE SEIZE 0.2 SOL REPAY 1.5 USDC, 0.5 USDC");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(fact(*made, "value_seized"), "2.00 USD");
  EXPECT_EQ(fact(*made, "value_repaid"), "2.00 USD");
  EXPECT_EQ(fact(*made, "seized_for_one_repaid"), "1");
  EXPECT_EQ(fact(*made, "most_seized_for_one_repaid"), "1.05");
  EXPECT_EQ(fact(*made, "closed_out"), "false");
  EXPECT_EQ(bank_in(*made, "SOL").total_assets, pool.units("SOL", "999.8"));
  EXPECT_EQ(bank_in(*made, "USDC").total_liabilities, pool.units("USDC", "498"));
  EXPECT_EQ(refused(state, "RECEIVE SEIZE 0.22 SOL REPAY 2 USDC"), "LiquidationPremiumTooHigh");
  EXPECT_EQ(refused(state, "RECEIVE SEIZE ALL USDC"), "NoAssetFound");
  EXPECT_EQ(refused(state, "RECEIVE REPAY ALL SOL"), "NoLiabilityFound");
  EXPECT_EQ(refused(state, "RECEIVE REPAY ALL USDC"), "HealthyAccount");
  EXPECT_TRUE(done(state, "RECEIVE SEIZE ALL SOX").error().what.contains("is SOL meant?"));
}

TEST(MarginfiSteps, OfAReceiverWhoRepaysNothingNoRatioIsTold) {
  PoolBuilder pool = pool_of_two();
  testing::weigh_assets(pool.at("SOL"), "0.1", "0.1");
  // Worth a bit, and weighted none: its going changes no health.
  testing::weigh_assets(pool.bank("DUST", "0.000000000000005", 0), "0.5", "0.5");
  const State state = pool.state({{"SOL", "0.4"}, {"USDC", "-5.05"}, {"DUST", "1"}});
  const auto made = done(state, "RECEIVE SEIZE ALL DUST");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(fact(*made, "value_repaid"), "0.00 USD");
  EXPECT_EQ(fact(*made, "seized_for_one_repaid"), "none");
  EXPECT_EQ(fact(*made, "closed_out"), "true");
}

TEST(MarginfiSteps, ABankruptcyWritesTheDebtOff) {
  PoolBuilder pool = pool_of_two();
  pool.at("USDC").insurance_fund = pool.units("USDC", "40");
  const State state = pool.state({{"USDC", "-140"}, {"SOL", "-1"}});
  const auto made = done(state, "BANKRUPT USDC");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(fact(*made, "debt"), "140 USDC");
  EXPECT_EQ(fact(*made, "covered"), "40 USDC");
  EXPECT_EQ(fact(*made, "insurance_paid"), "40 USDC");
  EXPECT_EQ(fact(*made, "loss"), "100 USDC");
  EXPECT_EQ(fact(*made, "share_value_before"), "1");
  EXPECT_EQ(fact(*made, "share_value_after"), "0.9");
  EXPECT_EQ(fact(*made, "bank_killed"), "false");
  EXPECT_EQ(made->standing, Standing::disabled);
  EXPECT_EQ(bank_in(*made, "USDC").total_assets, pool.units("USDC", "900"));
  EXPECT_EQ(bank_in(*made, "USDC").total_liabilities, pool.units("USDC", "360"));
  EXPECT_EQ(made->account.balances.size(), 1u);
  EXPECT_EQ(refused(state, "BANKRUPT X"),
            "the pool test has no bank called so; its banks are SOL "
            "or USDC");
  EXPECT_EQ(refused(pool.state({{"USDC", "5"}}), "BANKRUPT USDC"), "AccountNotBankrupt");
}

TEST(MarginfiSteps, ABankThatLosesAllDepositsIsKilled) {
  const PoolBuilder pool = pool_of_two();
  const auto made = done(pool.state({{"USDC", "-1000.001"}}), "BANKRUPT USDC");
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(fact(*made, "bank_killed"), "true");
  EXPECT_EQ(fact(*made, "share_value_after"), "0");
  EXPECT_EQ(bank_in(*made, "USDC").state, BankState::killed);
  const auto less = done(pool.state({{"USDC", "-1000.000999"}}), "BANKRUPT USDC");
  EXPECT_EQ(fact(*less, "bank_killed"), "false");
}

TEST(MarginfiSteps, ADisabledAccountMovesNothingOfItsOwn) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"USDC", "-140"}, {"SOL", "-1"}});
  for (const char* text : {"DEPOSIT 1 SOL", "REPAY ALL SOL", "RECEIVE REPAY 1 SOL"})
    EXPECT_EQ(refused(state, text, Standing::disabled), "AccountDisabled") << text;
  EXPECT_TRUE(done(state, "BANKRUPT SOL", Standing::disabled));
}

TEST(MarginfiSteps, ALiquidationByDebtIsAaves) {
  const PoolBuilder pool = pool_of_two();
  const auto made = done(pool.state({}), "REPAY 1 USDC FOR SOL");
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.error().what.contains("write \"LIQUIDATE 2 SOL FOR USDC\""));
}

TEST(MarginfiSteps, AllOfNothingIsRefused) {
  const PoolBuilder pool = pool_of_two();
  const State state = pool.state({{"USDC", "5"}});
  EXPECT_EQ(refused(state, "WITHDRAW ALL SOL"), "NoAssetFound");
  EXPECT_EQ(refused(state, "REPAY ALL USDC"), "NoLiabilityFound");
}

TEST(MarginfiSteps, InterestIsToldByBank) {
  PoolBuilder pool = pool_of_two();
  for (Bank* bank : {&pool.at("USDC"), &pool.at("SOL")})
    bank->interest.curve = {{Fixed48{}, Fixed48{}}, {Fixed48::of(1), number("0.5")}};
  const auto made = done(pool.state({{"USDC", "100"}, {"SOL", "-1"}}), "ACCRUE 365 DAYS");
  ASSERT_TRUE(made) << made.error().what;
  ASSERT_EQ(made->facts.size(), 2u);
  EXPECT_EQ(made->facts[0].name + " " + made->facts[0].bank, "borrowing_rate SOL");
  EXPECT_EQ(made->facts[0].value, "0.25");
  EXPECT_EQ(made->facts[1].name + " " + made->facts[1].bank, "lending_rate USDC");
  EXPECT_EQ(made->facts[1].value, "0.125");
}

/// What the answer says has to be repaid does it, typed as a step, and a native unit less does not.
RC_GTEST_PROP(MarginfiSteps, RepayingToSafetyDoesAndAUnitLessDoesNot, ()) {
  PoolBuilder pool = pool_of_two();
  testing::reprice(pool.at("SOL"), Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1000)));
  const Fixed48 held = Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
  const Fixed48 owed = Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
  State state{.pool = &pool.pool};
  state = with_balance(state, {&pool.at("USDC"), Side::asset, held});
  state = with_balance(state, {&pool.at("SOL"), Side::liability, owed});
  const Bank& sol = pool.at("SOL");
  const auto least = repaid_to_safety(state, sol, day).value();
  RC_PRE(least && !least->is_zero());
  const auto health_after = [&](Fixed48 repaid) {
    const MoveStep step{PoolMove::repay, {tokens_of(repaid, sol), sol.name}};
    const auto made = marginfi_done(state, step, {day, usd, Standing::open}).value();
    return health_of(made.account, Requirement::maintenance, day).value().health();
  };
  RC_ASSERT(Fixed48{} < health_after(*least));
  if (Fixed48::of(1) < *least)
    RC_ASSERT(health_after(Fixed48::from_bits(least->bits() - Fixed48::of(1).bits())) <= Fixed48{});
}

}  // namespace
}  // namespace plimsoll::cross_margin
