#include "methods/cross_margin/step_done.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::PoolBuilder, testing::refusal;

TEST(StepDone, AllIsTheBalanceOnThatSide) {
  PoolBuilder pool;
  pool.bank("SOL", "10", 9);
  const State state = pool.state({{"SOL", "2.5"}});
  const Bank& sol = pool.at("SOL");
  const PoolAmount all{{}, sol.name};
  EXPECT_EQ(units_of(all, state, sol, Side::asset, "None").value(), pool.units("SOL", "2.5"));
  EXPECT_EQ(refusal(units_of(all, state, sol, Side::liability, "None: of it")), "None");
  EXPECT_EQ(refusal(units_of(all, State{.pool = &pool.pool}, sol, Side::asset, "None")), "None");
  const PoolAmount some{Quantity::of(std::int64_t{7}), sol.name};
  EXPECT_EQ(units_of(some, state, sol, Side::liability, "None").value(), pool.units("SOL", "7"));
}

TEST(StepDone, MovesAreSteps) {
  EXPECT_EQ(step_of(PoolMove::deposit), Step::deposit);
  EXPECT_EQ(step_of(PoolMove::withdraw), Step::withdraw);
  EXPECT_EQ(step_of(PoolMove::borrow), Step::borrow);
  EXPECT_EQ(step_of(PoolMove::repay), Step::repay);
}

TEST(StepDone, RefusalsSayWhatThereIsInstead) {
  EXPECT_EQ(refusal(still_open(Standing::open)), "");
  EXPECT_EQ(refusal(still_open(Standing::disabled)), "AccountDisabled");
  const Error error = not_known("it is not", "write \"THIS\"").error();
  EXPECT_EQ(error.what, "it is not; write \"THIS\"");
  EXPECT_EQ(error.reason, Reason::not_covered);
}

}  // namespace
}  // namespace plimsoll::cross_margin
