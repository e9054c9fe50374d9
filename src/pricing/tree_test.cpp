#include "pricing/tree.hpp"

#include "pricing/american_reference.hpp"
#include "pricing/dividend_reference.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::options_of_seed;
using testing::written;
using Dividends = std::vector<CashDividend>;

constexpr TreeSteps usual{200, true};

std::vector<double> prices(const std::vector<Option>& options, const Dividends& dividends,
                           const std::vector<double>& moves, TreeSteps steps = usual) {
  std::vector<double> values(options.size() * moves.size());
  tree_prices(options, dividends, moves, steps, values);
  return values;
}
double price(const Option& option, const Dividends& dividends, TreeSteps steps = usual) {
  return prices({option}, dividends, {0}, steps)[0];
}
constexpr GridSize grid{.spots = 1000, .times = 300};  // is good to 1e-4
double reference(const Option& option, const Dividends& dividends) {
  return dividend_reference({option, Exercise::american, dividends}, grid).value();
}

// Hull, Options, Futures and Other Derivatives, chapter on binomial trees: a put with a dividend of
// 2.06 in three and a half months, and one without.
TEST(Tree, HullsExamples) {
  const Option put{Payoff::put, 50, 50, 5.0 / 12, 0.1, 0, 0.4};
  EXPECT_NEAR(price(put, {}), 4.284, 0.001);
  Option paying = put;
  paying.spot = 52;
  const Dividends dividend{{3.5 / 12, 2.06}};
  EXPECT_NEAR(price(paying, dividend), reference(paying, dividend), 0.001);
}

/// All of one time to expiry, at and around the money.
std::vector<Option> slice(unsigned seed, int count, double years) {
  std::vector<Option> options = options_of_seed(seed, count, 0, 0.08);
  for (Option& option : options) {
    option.years = years;
    option.spot = 80 + 0.3 * (option.spot - 50);
    option.volatility = 0.15 + 0.3 * (option.volatility - 0.08);
  }
  return options;
}

TEST(Tree, WithoutDividendsIsTheAmericanReference) {
  const auto options = slice(31, 24, 0.7);
  const auto found = prices(options, {}, {0});
  for (std::size_t i = 0; i < options.size(); ++i)
    EXPECT_NEAR(found[i], american_reference(options[i]).value(), 4e-3) << written(options[i]);
}

// McDonald and Schroder (1998).
TEST(Tree, OfACallIsThatOfAPutOnTheStrikeWhereNothingIsPaid) {
  for (const Option& option : slice(32, 8, 0.5)) {
    Option mirrored = option;
    mirrored.payoff = option.payoff == Payoff::put ? Payoff::call : Payoff::put;
    std::swap(mirrored.spot, mirrored.strike);
    std::swap(mirrored.rate, mirrored.dividend_yield);
    EXPECT_NEAR(price(option, {}), price(mirrored, {}), 4e-3) << written(option);
  }
}

constexpr double day = 1.0 / 365;

// By enough steps to show where a date is met.
TEST(Tree, MeetsExDates) {
  const auto options = slice(33, 2, 91 * day);
  for (const Dividends& dividends : {
           Dividends{{1 * day, 1.5}},                     // tomorrow
           Dividends{{91 * day, 1.5}},                    // on the day of expiry
           Dividends{{30.37 * day, 1.5}},                 // between two steps
           Dividends{{1 * day, 1}, {2 * day, 1}},         // a day apart
           Dividends{{45.5 * day, 1}, {45.5 * day, 0.5}}  // twice on one day
       }) {
    const auto found = prices(options, dividends, {0}, {800, true});
    for (std::size_t i = 0; i < options.size(); ++i)
      EXPECT_NEAR(found[i], reference(options[i], dividends), 2e-3)
          << written(options[i]) << ", first paid in " << dividends[0].years / day << " days";
  }
}

TEST(Tree, ACallIsExercisedForItsDividend) {
  const Option call{Payoff::call, 150, 100, 0.1, 0.02, 0, 0.2};
  EXPECT_NEAR(price(call, {{day, 5}}), 50 + 100 * (1 - std::exp(-0.02 / 365)), 1e-3);
  EXPECT_NEAR(price(call, {{0.1, 5}}), 150 - 100 * std::exp(-0.002), 1e-3);
}

TEST(Tree, ConvergesToTheReference) {
  const auto options = slice(34, 4, 1);
  const Dividends dividends{{0.15, 0.5}, {0.4, 0.5}, {0.65, 0.5}, {0.9, 0.5}};
  std::vector<double> exact;
  for (const Option& option : options) exact.push_back(reference(option, dividends));
  const auto error = [&](int steps) {
    const auto found = prices(options, dividends, {0}, {steps, true});
    double most = 0;
    for (std::size_t i = 0; i < options.size(); ++i)
      most = std::max(most, std::abs(found[i] - exact[i]));
    return most;
  };
  EXPECT_LE(error(100), 1e-2);
  EXPECT_LE(error(1600), 4e-4);
}

TEST(Tree, IsReadAtEveryMove) {
  const Option put{Payoff::put, 100, 105, 0.5, 0.04, 0, 0.3};
  const Dividends dividends{{0.2, 1}};
  const std::vector<double> moves{-0.3, -0.15, -0.03, 0, 0.03, 0.15, 0.4};
  const auto found = prices({put}, dividends, moves);
  const DividendReference exact{{put, Exercise::american, dividends}, grid};
  for (std::size_t j = 0; j < moves.size(); ++j)
    EXPECT_NEAR(found[j], exact.price(put.spot * (1 + moves[j])), 1e-2) << moves[j];
}

// Halfway between two nodes around the boundary too.
TEST(Tree, IsNeverWorthLessThanExercise) {
  const Option put{Payoff::put, 100, 110, 0.5, 0.045, 0, 0.15};
  std::vector<double> moves;
  for (int i = 0; i <= 150; ++i) moves.push_back(-0.001 * i);
  const auto found = prices({put}, {{0.12, 0.5}, {0.37, 0.5}}, moves);
  for (std::size_t j = 0; j < moves.size(); ++j)
    EXPECT_GE(found[j], put.strike - put.spot * (1 + moves[j])) << moves[j];
}

// So far that only exercise is left of it, or nothing.
TEST(Tree, AnswersMovesFarBeyondTheTree) {
  const Dividends dividends{{10 * day, 1}};
  const Option put{Payoff::put, 100, 100, 30 * day, 0.04, 0, 0.1};
  Option call = put;
  call.payoff = Payoff::call;
  const auto puts = prices({put}, dividends, {-0.7, 2});
  const auto calls = prices({call}, dividends, {-0.7, 2});
  Option low = put, high = call;
  low.spot = 30;
  high.spot = 300;
  EXPECT_NEAR(puts[0], reference(low, dividends), 1e-3);
  EXPECT_NEAR(puts[1], 0, 1e-9);
  EXPECT_NEAR(calls[0], 0, 1e-9);
  EXPECT_NEAR(calls[1], reference(high, dividends), 1e-3);
}

TEST(Tree, PricesAreBitForBitTheSameInAnyCompany) {
  auto options = slice(35, 11, 0.4);
  const Dividends dividends{{0.1, 0.7}, {0.35, 0.7}};
  const std::vector<double> moves{-0.1, 0, 0.1};
  const auto together = prices(options, dividends, moves);
  auto turned = options;
  std::ranges::reverse(turned);
  const auto backwards = prices(turned, dividends, moves);
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto alone = prices({options[i]}, dividends, moves);
    for (std::size_t j = 0; j < moves.size(); ++j) {
      EXPECT_EQ(together[i * moves.size() + j], alone[j]) << written(options[i]);
      EXPECT_EQ(together[i * moves.size() + j],
                backwards[(options.size() - 1 - i) * moves.size() + j]);
    }
  }
}

TEST(Tree, TargetsAgree) {
  testing::expect_targets_agree([] {
    return prices(slice(36, 8, 0.4), {{0.1, 0.7}, {0.35, 0.7}}, {-0.1, 0, 0.1}, {50, true});
  });
}

}  // namespace
}  // namespace plimsoll::pricing
