#include "pricing/american_reference.hpp"

#include <iterator>
#include <utility>

#include "pricing/european.hpp"
#include "pricing/testing.hpp"

namespace plimsoll::pricing {
namespace {

using testing::any_option;
using testing::any_within_limits;
using testing::known_values;
using testing::written;

double price(const Option& option, const ReferenceAccuracy& accuracy = {}) {
  return american_reference(option, accuracy).value();
}

class KnownTable : public ::testing::TestWithParam<const char*> {};

TEST_P(KnownTable, IsMet) {
  const auto rows = known_values(GetParam());
  EXPECT_GE(rows.size(), 200u);
  for (const auto& [option, value, tolerance] : rows)
    EXPECT_NEAR(price(option), value, tolerance) << written(option);
}

INSTANTIATE_TEST_SUITE_P(AmericanReference, KnownTable,
                         ::testing::Values("american_grid.csv", "american_published.csv"));

// Rates from -1 to 10 per cent: every kind of boundary. Below zero, two that meet.
TEST(AmericanReference, HasConverged) {
  std::vector<Option> options = testing::options_of_seed(7, 40, -0.01, 0.1);
  std::ranges::copy(testing::options_of_seed(8, 6, -0.05, 0), std::back_inserter(options));
  for (const Option& option : options)
    EXPECT_NEAR(price(option), price(option, finest), 1e-6) << written(option);
}

// Beyond what is traded the equation is solved too, and the value is between its bounds.
RC_GTEST_PROP(AmericanReference, AnswersAnythingWithinTheLimits, ()) {
  const Option option = any_within_limits();
  RC_PRE(check(option).has_value());
  const AmericanReference reference{option};
  const double value = reference.price(option.spot);
  const bool call = option.payoff == Payoff::call;
  const double exercise = call ? option.spot - option.strike : option.strike - option.spot;
  const double most =
      call ? option.spot * std::exp(std::max(-option.dividend_yield, 0.0) * option.years)
           : option.strike * std::exp(std::max(-option.rate, 0.0) * option.years);
  RC_ASSERT(std::isfinite(value));
  RC_ASSERT(value >= std::max({european_price(option), exercise, 0.0}));
  RC_ASSERT(value <= most * (1 + 1e-12));
  RC_ASSERT(reference.is_solved());
}

// McDonald and Schroder (1998).
RC_GTEST_PROP(AmericanReference, OfACallIsThatOfAPutOnTheStrike, ()) {
  const Option option = any_option();
  Option mirrored = option;
  mirrored.payoff = option.payoff == Payoff::call ? Payoff::put : Payoff::call;
  std::swap(mirrored.spot, mirrored.strike);
  std::swap(mirrored.rate, mirrored.dividend_yield);
  RC_ASSERT(std::abs(price(option) - price(mirrored)) <= 1e-9 * option.strike);
}

RC_GTEST_PROP(AmericanReference, IsMonotoneAndConvexInTheSpotAndTheStrike, ()) {
  const Option option = any_option();
  const AmericanReference reference{option};
  const double sign = option.payoff == Payoff::call ? 1 : -1;
  const auto in_order = [&](double low, double middle, double high, double way) {
    return way * (middle - low) >= -1e-7 && way * (high - middle) >= -1e-7 &&
           low + high - 2 * middle >= -1e-7;
  };
  const double apart = *testing::between(0.01, 0.2);
  const auto of_spot = [&](double times) { return reference.price(option.spot * times); };
  RC_ASSERT(in_order(of_spot(1 - apart), of_spot(1), of_spot(1 + apart), sign));
  const auto of_strike = [&](double times) {
    Option other = option;
    other.strike *= times;
    return price(other);
  };
  RC_ASSERT(in_order(of_strike(1 - apart), of_strike(1), of_strike(1 + apart), -sign));
}

RC_GTEST_PROP(AmericanReference, IsWorthMoreWithMoreTime, ()) {
  const Option option = any_option();
  Option longer = option;
  longer.years *= *testing::between(1, 1.5);
  RC_ASSERT(price(longer) >= price(option) - 1e-7);
}

TEST(AmericanReference, IsTheEuropeanWhereExerciseNeverPays) {
  const Option call{Payoff::call, 90, 100, 1, 0.05, 0, 0.3};
  EXPECT_EQ(price(call), european_price(call));
  EXPECT_FALSE(AmericanReference{call}.exercised(1));
  const Option put{Payoff::put, 90, 100, 1, -0.01, 0.02, 0.3};
  EXPECT_EQ(price(put), european_price(put));
}

TEST(AmericanReference, PricesMeetExerciseAtTheBoundaryAndTouchIt) {
  for (const Payoff payoff : {Payoff::put, Payoff::call}) {
    const Option option{payoff, 100, 100, 1, 0.05, 0.08, 0.3};
    const AmericanReference reference{option};
    const auto exercised = reference.exercised(1);
    ASSERT_TRUE(exercised);
    const bool put = payoff == Payoff::put;
    const double at = put ? exercised->most : exercised->least, outside = put ? 1 : -1;
    const auto worth = [&](double spot) { return std::abs(spot - option.strike); };
    EXPECT_EQ(reference.price(at - outside), worth(at - outside));
    EXPECT_NEAR(reference.price(at + outside * 1e-6), worth(at + outside * 1e-6), 1e-7);
    EXPECT_NEAR(reference.price(at + outside * 1e-3), worth(at + outside * 1e-3), 1e-6);
    EXPECT_GT(reference.price(at + outside), worth(at + outside) + 1e-3);
  }
}

TEST(AmericanReference, IsExercisedBetweenTwoBoundariesUntilTheyMeet) {
  const Option put{Payoff::put, 80, 100, 5, -0.005, -0.01, 0.2};
  const AmericanReference reference{put};
  const auto soon = reference.exercised(1e-8), before = reference.exercised(0.25);
  ASSERT_TRUE(soon && before);
  EXPECT_NEAR(soon->least, 50, 0.01);
  EXPECT_NEAR(soon->most, 100, 0.05);
  EXPECT_GT(before->least, soon->least);
  EXPECT_LT(before->most, soon->most);
  EXPECT_FALSE(reference.exercised(2));
  // The mirrored call.
  const AmericanReference call{{Payoff::call, 100, 80, 5, -0.01, -0.005, 0.2}};
  EXPECT_NEAR(call.price(100), reference.price(80), 1e-9);
  const auto of_call = call.exercised(0.25);
  ASSERT_TRUE(of_call);
  EXPECT_NEAR(of_call->least, 80 / (before->most / 100), 1e-9);
  EXPECT_NEAR(of_call->most, 80 / (before->least / 100), 1e-9);
}

TEST(AmericanReference, RefusesWhatCheckRefuses) {
  const auto refused = american_reference({Payoff::put, 100, 100, 1, 0.05, 0, 0});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("volatility"), std::string::npos);
}

}  // namespace
}  // namespace plimsoll::pricing
