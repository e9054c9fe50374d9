#include "methods/cross_margin/emode.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder, testing::refusal;

EmodeWeights weights(const char* init, const char* maint) { return {number(init), number(maint)}; }

TEST(Emode, OfTwoBanksIsTheLeastOfEachWeight) {
  const std::vector<Emode> granted{{{101, weights("0.7", "0.75")}}, {{101, weights("0.6", "0.8")}}};
  EXPECT_EQ(reconciled(granted), (Emode{{101, weights("0.6", "0.75")}}));
}

TEST(Emode, ATagOneBankDoesNotGrantIsNotGranted) {
  const std::vector<Emode> granted{{{99, weights("0.7", "0.75")}}, {{101, weights("0.6", "0.8")}}};
  EXPECT_TRUE(reconciled(granted).empty());
  EXPECT_TRUE(reconciled(std::vector<Emode>{}).empty());
}

TEST(Emode, OnlyBorrowedBanksGrant) {
  PoolBuilder pool;
  pool.bank("SOL", "10").emode = {{101, number("0.9"), number("0.95")}};
  pool.bank("USDC", "1");
  EXPECT_TRUE(reconciled(pool.state({{"SOL", "5"}})).empty());
  EXPECT_EQ(reconciled(pool.state({{"SOL", "-5"}})).size(), 1u);
  EXPECT_TRUE(reconciled(pool.state({{"SOL", "-5"}, {"USDC", "-1"}})).empty());
}

struct Walk {
  PoolBuilder pool;
  State state = {};

  Walk() {
    Bank& collateral = pool.bank("SolEq", "10", 9);
    testing::weigh_assets(collateral, "0.4", "0.4");
    collateral.emode_tag = 101;
    pool.bank("SOL", "10", 9);
    pool.bank("USDC", "1");
    state = pool.state({{"SolEq", "1000"}});
  }
  /// The refusal; the account moves on where there is none.
  std::string step(Step step, const char* bank, const char* tokens) {
    const auto made = after(state, step, pool.at(bank), pool.units(bank, tokens), day);
    if (made) state = *made;
    return refusal(made);
  }
};

TEST(Emode, WalkOfTheProtocolsOwnTest) {
  Walk walk;
  const std::string rejected = "RiskEngineInitRejected";
  EXPECT_EQ(walk.step(Step::borrow, "SOL", "399"), "");
  EXPECT_EQ(walk.step(Step::borrow, "SOL", "2"), rejected);
  walk.pool.at("SOL").emode = {{101, number("0.9"), number("0.9")}};
  EXPECT_EQ(walk.step(Step::borrow, "SOL", "500"), "");
  EXPECT_EQ(walk.step(Step::borrow, "SOL", "2"), rejected);
  EXPECT_EQ(walk.step(Step::borrow, "USDC", "2"), rejected);
  EXPECT_EQ(walk.step(Step::repay, "SOL", "550"), "");
  EXPECT_EQ(walk.step(Step::borrow, "USDC", "500"), "");
  EXPECT_EQ(walk.step(Step::borrow, "SOL", "400"), rejected);
  EXPECT_EQ(walk.step(Step::repay, "USDC", "500"), "");
  EXPECT_EQ(walk.step(Step::borrow, "SOL", "550"), "");
}

}  // namespace
}  // namespace plimsoll::cross_margin
