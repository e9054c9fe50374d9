#include "pricing/boundary_memo.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "pricing/american.hpp"

namespace plimsoll::pricing {
namespace {

/// More than a block, some of them twice, some of them only the reference's.
std::vector<Option> options() {
  std::vector<Option> all;
  for (int i = 0; i < 40; ++i)
    all.push_back({.payoff = i % 2 == 0 ? Payoff::put : Payoff::call,
                   .spot = 100,
                   .strike = 80.0 + i % 20,
                   .years = 0.25,
                   .rate = 0.04,
                   .dividend_yield = 0.03,
                   .volatility = i % 9 == 0 ? 0.05 : 0.2 + 0.01 * (i % 20)});
  return all;
}

std::vector<double> prices(const Americans& all) {
  constexpr std::array moves{-0.9, -0.2, 0.0, 0.3};
  std::vector<double> found(all.size() * moves.size());
  all.prices(moves, found);
  return found;
}

TEST(BoundaryMemo, ChangesNoNumber) {
  const auto all = options();
  const auto without = prices(Americans::exact(all));
  BoundaryMemo memo;
  EXPECT_EQ(prices(Americans::exact(all, &memo)), without) << "nothing was known";
  const std::size_t known = memo.size();
  EXPECT_LT(known, all.size()) << "twice the same is known once";
  EXPECT_EQ(prices(Americans::exact(all, &memo)), without) << "all of it was known";
  EXPECT_EQ(memo.size(), known);
  const std::span<const Option> some{all.data() + 3, 5};
  EXPECT_EQ(prices(Americans::exact(some, &memo)), prices(Americans::exact(some)));
}

TEST(BoundaryMemo, ForgetsBeforeItGrowsBeyondBounds) {
  BoundaryMemo memo;
  Option option = options()[1];
  std::vector<Option> many;
  for (int i = 0; i < 5000; ++i) {
    option.volatility = 0.1 + i * 1e-4;
    many.push_back(option);
  }
  for (std::size_t i = 0; i < many.size(); i += 500)
    Americans::exact(std::span{many}.subspan(i, 500), &memo);
  EXPECT_LE(memo.size(), BoundaryMemo::most);
  EXPECT_EQ(prices(Americans::exact({many.data(), 3}, &memo)),
            prices(Americans::exact({many.data(), 3})));
}

}  // namespace
}  // namespace plimsoll::pricing
