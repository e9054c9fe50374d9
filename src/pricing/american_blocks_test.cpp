#include "pricing/american_blocks.hpp"

#include "pricing/american_reference.hpp"
#include "pricing/european.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::written;

/// Puts on a strike of one, all different.
std::vector<Option> sixteen_puts() {
  std::vector<Option> options = testing::options_of_seed(21, block_size, 0.002, 0.1);
  for (Option& option : options) {
    option.payoff = Payoff::put;
    option.spot /= option.strike;
    option.strike = 1;
  }
  return options;
}

PutBlock block_of(const std::vector<Option>& options) {
  PutBlock block;
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    const Option& option = options[lane];
    block.moneyness[lane] = option.spot;
    block.log_moneyness[lane] = std::log(option.spot);
    block.direction[lane] = block.scale[lane] = 1;
    block.years[lane] = option.years;
    block.volatility[lane] = option.volatility;
    block.rate[lane] = option.rate;
    block.yield[lane] = option.dividend_yield;
  }
  return block;
}

const std::vector<Move> moves{Move{-0.1}, Move{0}, Move{0.1}};

template <class Boundary>
std::vector<Lanes<double>> read(const PutBlock& block) {
  Boundary boundary;
  find_boundaries({&block, 1}, {&boundary, 1});
  std::vector<Lanes<double>> prices(moves.size());
  read_prices({&block, 1}, {&boundary, 1}, moves, prices);
  return prices;
}

template <class Boundary>
void expect_reference(double error) {
  const auto options = sixteen_puts();
  const auto prices = read<Boundary>(block_of(options));
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    const AmericanReference reference{options[lane]};
    for (std::size_t j = 0; j < moves.size(); ++j)
      EXPECT_NEAR(prices[j][lane], reference.price(options[lane].spot * moves[j].up), error)
          << written(options[lane]);
  }
}
TEST(AmericanBlocks, FineIsTheReferenceToItsError) { expect_reference<FineBoundary>(2e-6); }
TEST(AmericanBlocks, PreciseIsTheReferenceToItsError) { expect_reference<PreciseBoundary>(2e-8); }

TEST(AmericanBlocks, BoundariesFallFromExpiryOn) {
  const PutBlock block = block_of(sixteen_puts());
  PreciseBoundary boundary;
  find_boundaries({&block, 1}, {&boundary, 1});
  for (std::size_t lane = 0; lane < block_size; ++lane)
    for (std::size_t node = 0; node < Precise::nodes; ++node) {
      const double before = node == 0 ? 0 : boundary.square[node - 1][lane];
      EXPECT_GT(boundary.square[node][lane], before) << lane << ' ' << node;
    }
}

template <class Boundary>
void expect_lanes_alone() {
  const auto options = sixteen_puts();
  const auto together = read<Boundary>(block_of(options));
  for (const std::size_t lane : {0u, 5u, 10u, 15u}) {
    const auto alone = read<Boundary>(block_of(std::vector<Option>(block_size, options[lane])));
    for (std::size_t j = 0; j < moves.size(); ++j)
      for (std::size_t other = 0; other < block_size; ++other)
        EXPECT_EQ(alone[j][other], together[j][lane]) << lane << ' ' << other;
  }
}
TEST(AmericanBlocks, ALaneDoesNotKnowItsNeighbours) {
  expect_lanes_alone<FineBoundary>();
  expect_lanes_alone<PreciseBoundary>();
}

TEST(AmericanBlocks, EuropeansAreInClosedForm) {
  const auto options = sixteen_puts();
  const PutBlock block = block_of(options);
  std::vector<Lanes<double>> prices(moves.size());
  read_european_prices({&block, 1}, moves, prices);
  for (std::size_t lane = 0; lane < block_size; ++lane)
    for (std::size_t j = 0; j < moves.size(); ++j) {
      Option option = options[lane];
      option.spot *= moves[j].up;
      EXPECT_NEAR(prices[j][lane], european_price(option), 2e-10) << written(option);
    }
}

// A call is a put on the strike: as its underlying rises, that falls, and a unit is worth more.
TEST(AmericanBlocks, ACallMovesTheOtherWay) {
  PutBlock block = block_of(sixteen_puts());
  const auto puts = read<FineBoundary>(block);
  block.direction.fill(-1);
  const auto calls = read<FineBoundary>(block);
  PutBlock down = block_of(sixteen_puts());
  for (std::size_t lane = 0; lane < block_size; ++lane) {
    EXPECT_EQ(calls[1][lane], puts[1][lane]);
    down.moneyness[lane] /= 1.1;
    down.log_moneyness[lane] -= std::log(1.1);
  }
  const auto fallen = read<FineBoundary>(down);
  for (std::size_t lane = 0; lane < block_size; ++lane)
    EXPECT_NEAR(calls[2][lane], 1.1 * fallen[1][lane], 1e-7);
}

TEST(AmericanBlocks, TargetsAgree) {
  const auto written_out = [](const std::vector<Lanes<double>>& prices) {
    std::vector<double> all;
    for (const auto& lanes : prices) all.insert(all.end(), lanes.begin(), lanes.end());
    return all;
  };
  const PutBlock block = block_of(sixteen_puts());
  testing::expect_targets_agree([&] { return written_out(read<FineBoundary>(block)); });
  testing::expect_targets_agree([&] { return written_out(read<PreciseBoundary>(block)); });
}

}  // namespace
}  // namespace plimsoll::pricing
