#include "pricing/slice_kernel.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "pricing/american.hpp"
#include "pricing/european.hpp"

namespace plimsoll::pricing {
namespace {

/// A slice whose boundary lies so far below that nothing is exercised: prices are European, and
/// what comes back can be told from the closed form.
SliceBoundary far_below() {
  SliceBoundary slice{};
  for (auto& node : slice.series) node[0] = 30;
  return slice;
}

TEST(SliceKernel, FindsTheVolatilityInEachLane) {
  PutBlock block;
  Lanes<double> prices, found, known;
  Lanes<double> volatility;
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    volatility[lane] = 0.1 + 0.08 * static_cast<double>(lane);
    const Option put{Payoff::put, 100, 104, 0.5, 0.02, 0.02, volatility[lane]};
    put_at(put, block, lane);
    prices[lane] = european_price(put) / put.strike;
    block.volatility[lane] = 0.4;
  }
  solve_volatilities(far_below(), block, prices, found, known);
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    EXPECT_EQ(known[lane], 1);
    EXPECT_NEAR(found[lane], volatility[lane], 1e-6) << lane;
  }
}

TEST(SliceKernel, APriceAtExerciseHasNone) {
  PutBlock block;
  Lanes<double> prices, found, known;
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    put_at({Payoff::put, 50, 100, 0.5, 0.02, 0.02, 0.3}, block, lane);
    prices[lane] = 0.5;
  }
  solve_volatilities(far_below(), block, prices, found, known);
  for (std::size_t lane = 0; lane < block_size; ++lane) EXPECT_EQ(known[lane], 0);
}

}  // namespace
}  // namespace plimsoll::pricing
