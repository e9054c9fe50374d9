#include "pricing/dividend_grid.hpp"

#include <array>
#include <random>
#include <vector>

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::written;

double grid_price(const Option& option, std::span<const CashDividend> dividends,
                  GridSteps accuracy) {
  double value = 0;
  grid_prices({&option, 1}, dividends, std::array{0.0}, accuracy, {&value, 1});
  return value;
}

/// A half each quarter.
std::vector<CashDividend> quarterly(double first, double years) {
  std::vector<CashDividend> dividends;
  for (double at = first; at < years; at += 0.25) dividends.push_back({at, 0.5});
  return dividends;
}

constexpr GridSize converged{.spots = 1600, .times = 400};

TEST(DividendGrid, IsTheReferenceOfStocks) {
  std::mt19937_64 random{31};
  const auto between = [&](double least, double most) {
    return least + (most - least) * static_cast<double>(random() >> 11) * 0x1p-53;
  };
  constexpr int options = 24;
  double squares = 0;
  for (int i = 0; i < options; ++i) {
    Option option{i % 2 == 0 ? Payoff::call : Payoff::put, 100, 100, 0, 0, 0, 0};
    option.years = std::exp(between(std::log(7.0 / 365), std::log(2.0)));
    option.rate = between(0, 0.06);
    option.volatility = between(0.12, 0.8);
    option.strike *= std::exp(between(-1.5, 1.5) * option.volatility * std::sqrt(option.years));
    const auto dividends = quarterly(between(0, 0.25), option.years);
    const double known =
        dividend_reference({option, Exercise::american, dividends}, converged).value();
    EXPECT_NEAR(grid_price(option, dividends, fine_grid), known, 3e-4) << written(option);
    const double error = grid_price(option, dividends, {}) - known;
    EXPECT_LE(std::abs(error), 5e-3) << written(option);
    squares += error * error;
  }
  EXPECT_LE(std::sqrt(squares / options), 3e-4);
}

TEST(DividendGrid, IsTheReferenceOfAnything) {
  for (const Option& option : testing::options_of_seed(32, 15, -0.01, 0.1)) {
    const CashDividend dividends[] = {
        {0.2 * option.years, 1}, {0.5 * option.years, 0.5}, {0.9 * option.years, 2}};
    EXPECT_NEAR(grid_price(option, dividends, fine_grid),
                dividend_reference({option, Exercise::american, dividends}, converged).value(),
                5e-4)
        << written(option);
  }
}

TEST(DividendGrid, WithoutDividendsIsTheAmericanReference) {
  for (const Option& option : testing::options_of_seed(33, 60, -0.01, 0.1))
    EXPECT_NEAR(grid_price(option, {}, fine_grid), american_reference(option).value(), 5e-4)
        << written(option);
}

TEST(DividendGrid, ReadsMovedSpotsWhereverTheyGo) {
  const auto dividends = quarterly(0.1, 0.5);
  constexpr std::array moves{-0.6, -0.15, -0.05, 0.0, 0.05, 0.15, 2.0};
  for (const Payoff payoff : {Payoff::call, Payoff::put})
    for (const double volatility : {0.05, 0.4}) {
      const Option option{payoff, 100, 98, 0.5, 0.04, 0, volatility};
      std::array<double, moves.size()> values{};
      grid_prices({&option, 1}, dividends, moves, fine_grid, values);
      for (std::size_t j = 0; j < moves.size(); ++j) {
        Option moved = option;
        moved.spot *= 1 + moves[j];
        EXPECT_NEAR(values[j], grid_price(moved, dividends, fine_grid), 2e-4) << written(moved);
      }
    }
}

// Of the two grids the ends lie apart: a spot between them is on one alone, and neither's.
TEST(DividendGrid, NothingStandsOutWhereItsGridsEnd) {
  const CashDividend paid{0.005, 0.65};
  std::vector<double> moves;
  for (int i = -200; i <= 200; ++i) moves.push_back(0.001 * i);
  std::vector<double> values(moves.size());
  for (const GridSteps& steps : {GridSteps{120, 24, 4.25}, GridSteps{600, 100, 5}, fine_grid})
    for (const double strike : {118.3, 131.0, 144.5})
      for (const Payoff payoff : {Payoff::call, Payoff::put}) {
        const Option option{payoff, 131.5, strike, 0.038, 0.043, 0, 0.23};
        grid_prices({&option, 1}, {&paid, 1}, moves, steps, values);
        const double direction = payoff == Payoff::call ? 1 : -1;
        for (std::size_t j = 1; j < moves.size(); ++j) {
          const double rise = direction * (values[j] - values[j - 1]);
          EXPECT_GE(rise, -2e-3) << written(option) << moves[j];
          EXPECT_LE(rise, option.spot * 0.001 + 2e-3) << written(option) << moves[j];
        }
      }
}

TEST(DividendGrid, DoesNotDependOnTheCompany) {
  std::vector<Option> options = testing::options_of_seed(34, 37, 0, 0.1);
  for (Option& option : options) option.years = 0.7;
  const auto dividends = quarterly(0.2, 0.7);
  constexpr std::array moves{-0.1, 0.1};
  std::vector<double> together(options.size() * moves.size());
  grid_prices(options, dividends, moves, {}, together);
  for (std::size_t i = 0; i < options.size(); ++i) {
    std::array<double, moves.size()> alone{};
    grid_prices({&options[i], 1}, dividends, moves, {}, alone);
    for (std::size_t j = 0; j < moves.size(); ++j)
      EXPECT_EQ(alone[j], together[i * moves.size() + j]) << written(options[i]);
  }
  grid_prices({}, dividends, moves, {}, {});
}

TEST(DividendGrid, TheGridIsChosenByDollarsAndStrike) {
  EXPECT_EQ(grid_within(1e-3, Payoff::put, 20).spots, 200);
  EXPECT_EQ(grid_within(1e-3, Payoff::put, 100).spots, 600);
  EXPECT_EQ(grid_within(1e-3, Payoff::call, 100).spots, 300);
  EXPECT_EQ(grid_within(1e-3, Payoff::put, 1000).spots, 1600);
  EXPECT_EQ(grid_within(1e-9, Payoff::put, 1000).spots, 1600);
}

// The chain of a stock of 80 dollars: calls and puts in turn, as an exchange lists them.
TEST(DividendGrid, AChainIsPricedWithinTheDollarsAsked) {
  const auto dividends = quarterly(0.15, 0.8);
  std::vector<Option> chain;
  for (const double strike : {60.0, 85.0, 120.0})
    for (const Payoff payoff : {Payoff::call, Payoff::put})
      chain.push_back({payoff, 80, strike, 0.8, 0.045, 0, 0.35});
  constexpr std::array moves{-0.15, 0.0, 0.15};
  std::vector<double> expected, values(chain.size() * moves.size());
  for (const Option& option : chain) {
    const DividendReference reference{{option, Exercise::american, dividends}, converged};
    for (const double move : moves) expected.push_back(reference.price(option.spot * (1 + move)));
  }
  for (const double dollars : {3e-3, 1e-3, 3e-4}) {
    grid_prices_within(dollars, chain, dividends, moves, values);
    for (std::size_t i = 0; i < values.size(); ++i)
      EXPECT_NEAR(values[i], expected[i], dollars) << written(chain[i / moves.size()]);
  }
  grid_prices_within(1e-3, {}, dividends, moves, {});
}

// Two dividends of one day are one; of the day of expiry a call has the use, and a put not.
TEST(DividendGrid, DaysOfDividends) {
  const Option call{Payoff::call, 150, 100, 0.1, 0.02, 0, 0.2};
  const CashDividend apart[] = {{0.05, 2}, {0.05, 3}}, once{0.05, 5}, last{0.1, 5};
  EXPECT_EQ(grid_price(call, apart, fine_grid), grid_price(call, {&once, 1}, fine_grid));
  EXPECT_NEAR(grid_price(call, {&last, 1}, fine_grid), 150 - 100 * std::exp(-0.002), 1e-6);
  const Option put{Payoff::put, 50, 100, 0.1, 0.02, 0, 0.2};
  EXPECT_NEAR(grid_price(put, {&last, 1}, fine_grid),
              100 * std::exp(-0.002) - 50 + 5 * std::exp(-0.002), 1e-6);
}

RC_GTEST_PROP(DividendGrid, AnswersAnythingWithinTheLimits, ()) {
  const Option option = testing::any_within_limits();
  const CashDividend dividend{option.years * *testing::between(0, 1),
                              option.spot * *testing::between(0.001, 0.9)};
  const Contract contract{option, Exercise::american, {&dividend, 1}};
  RC_PRE(check(contract).has_value());
  const double value = grid_price(option, contract.dividends, {});
  const double exercise =
      option.payoff == Payoff::call ? option.spot - option.strike : option.strike - option.spot;
  RC_ASSERT(std::isfinite(value));
  RC_ASSERT(value >= std::max(exercise, 0.0) * (1 - 1e-12));
}

}  // namespace
}  // namespace plimsoll::pricing
