#include "strategy/dynamic_buffer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace plimsoll::strategy {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

template <class T>
std::string refusal(const Result<T>& answer) {
  return answer ? std::string{"none"} : answer.error().what;
}

TEST(BufferByRatio, LiesBetweenItsEnds) {
  const auto at = [](double volatility) { return *buffer_by_ratio({2, 3.5, 0.16, volatility}); };
  EXPECT_EQ(at(0), 2);
  EXPECT_EQ(at(0.12), 2);
  EXPECT_EQ(at(0.16), 2);
  EXPECT_DOUBLE_EQ(at(0.20), 2.5);
  EXPECT_DOUBLE_EQ(at(0.28), 3.5);
  EXPECT_EQ(at(0.80), 3.5);
}

TEST(BufferByRatio, RefusesWhatMeansNothing) {
  EXPECT_EQ(refusal(buffer_by_ratio({2, 1.5, 0.16, 0.2})),
            "the most multiple 1.5 is under the base multiple 2");
  EXPECT_EQ(refusal(buffer_by_ratio({2, 4, 0, 0.2})),
            "the reference volatility is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(buffer_by_ratio({2, 4, 0.16, nan})),
            "the volatility is nan; write zero or more, 20 per cent as 0.2");
  EXPECT_EQ(refusal(buffer_by_ratio({0, 4, 0.16, 0.2})),
            "the base multiple is 0; write a number above zero, 20 per cent as 0.2");
}

struct Regime {
  double index, multiple;
};

TEST(BufferByRegime, StepsAreLeftAtTheirLevels) {
  constexpr Regime regimes[] = {{9.1, 2},  {20, 2}, {20.01, 2.5}, {30, 2.5},
                                {30.1, 3}, {40, 3}, {40.01, 3.5}, {82.7, 3.5}};
  for (const Regime& row : regimes)
    EXPECT_EQ(*buffer_by_regime(usual_buffer_steps, row.index), row.multiple) << row.index;
}

TEST(BufferByRegime, RefusesWhatIsNoTable) {
  using Steps = std::vector<BufferStep>;
  EXPECT_EQ(refusal(buffer_by_regime({}, 20)),
            "there are no buffer steps; write the first from 0 on");
  EXPECT_EQ(refusal(buffer_by_regime(Steps{{20, 2}}, 15)),
            "the first buffer step is from 20 on; write the multiple from 0 on first");
  EXPECT_EQ(refusal(buffer_by_regime(Steps{{0, 2}, {30, 3}, {30, 3}}, 15)),
            "the buffer step above 30 comes after 30; write the levels rising");
  EXPECT_EQ(refusal(buffer_by_regime(Steps{{0, 2}, {20, 1.5}}, 15)),
            "the buffer falls to 1.5 above 20; in wilder markets it is no less");
  EXPECT_EQ(refusal(buffer_by_regime(Steps{{0, 0}}, 15)),
            "a buffer multiple is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(refusal(buffer_by_regime(Steps{{0, 2}, {nan, 3}}, 15)),
            "the level of a buffer step is nan; write a finite number");
  EXPECT_EQ(refusal(buffer_by_regime(usual_buffer_steps, 0)),
            "the volatility index is 0; write its points, 20 for 20 per cent");
  EXPECT_EQ(refusal(buffer_by_regime(usual_buffer_steps, nan)),
            "the volatility index is nan; write its points, 20 for 20 per cent");
}

struct Published {
  double volatility, month, year;  // the most leverage over 21 trading days and over 252
};

CallProbability one_per_cent(double volatility, double years) {
  const double loan_rate = 0.05;
  return {.most = 0.01,
          .requirement_rate = 0.3,
          .horizon = {-loan_rate - volatility * volatility / 2, volatility, years}};
}

// Published to two places, with a loan at five per cent and no expected return.
TEST(BufferByProbability, KnownLeverage) {
  constexpr Published published[] = {
      {0.16, 2.62, 1.78}, {0.20, 2.50, 1.65}, {0.40, 2.06, 1.29}, {0.80, 1.60, 1.07}};
  for (const Published& row : published) {
    const auto month = buffer_by_probability(one_per_cent(row.volatility, 21.0 / 252));
    const auto year = buffer_by_probability(one_per_cent(row.volatility, 1));
    EXPECT_NEAR(month->leverage_most, row.month, 0.005) << row.volatility;
    EXPECT_NEAR(year->leverage_most, row.year, 0.005) << row.volatility;
    EXPECT_NEAR(month->multiple * month->leverage_most * 0.3, 1, 1e-12);
  }
}

TEST(BufferByProbability, IsTheLeast) {
  const CallProbability call = one_per_cent(0.35, 0.5);
  const auto buffer = buffer_by_probability(call);
  ASSERT_TRUE(buffer);
  const risk::Barrier barrier{buffer->log_distance, call.horizon.drift, call.horizon.volatility};
  EXPECT_NEAR(risk::probability_by(barrier, call.horizon.years), 0.01, 1e-12);
  const double level = 0.7 * buffer->leverage_most / (buffer->leverage_most - 1);
  EXPECT_NEAR(std::log(level), buffer->log_distance, 1e-12);
}

TEST(BufferByProbability, OfCertaintyIsTheCallItself) {
  CallProbability call = one_per_cent(0.35, 0.5);
  call.most = 1;
  EXPECT_EQ(buffer_by_probability(call)->log_distance, 0);
  EXPECT_DOUBLE_EQ(buffer_by_probability(call)->multiple, 1);
}

TEST(BufferByProbability, RefusesWhatMeansNothing) {
  const auto changed = [](auto change) {
    CallProbability call = one_per_cent(0.2, 1);
    change(call);
    return refusal(buffer_by_probability(call));
  };
  EXPECT_EQ(changed([](CallProbability& c) { c.most = 0; }),
            "the probability of a call is 0; write one per cent as 0.01, above 0 and at most 1");
  EXPECT_EQ(changed([](CallProbability& c) { c.most = nan; }),
            "the probability of a call is nan; write one per cent as 0.01, above 0 and at most 1");
  EXPECT_EQ(changed([](CallProbability& c) { c.horizon.years = 0; }),
            "the horizon in years is 0; write a number above zero, 20 per cent as 0.2");
  EXPECT_EQ(changed([](CallProbability& c) { c.horizon.volatility = -0.2; }),
            "the volatility is -0.2; write 20 per cent as 0.2, zero or from 0.000001 to 100");
  EXPECT_EQ(changed([](CallProbability& c) { c.requirement_rate = 1; }),
            "a requirement of 1 of the value is met by no loan; write one below 1");
  EXPECT_EQ(changed([](CallProbability& c) { c.requirement_rate = 0; }),
            "the maintenance rate is 0; write a number above zero, 20 per cent as 0.2");
}

}  // namespace
}  // namespace plimsoll::strategy
