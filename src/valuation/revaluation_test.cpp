#include "valuation/revaluation.hpp"

#include <gtest/gtest.h>

#include "pricing/value.hpp"

namespace plimsoll::valuation {
namespace {

Series series(pricing::Payoff payoff, pricing::Exercise exercise, double strike, int days,
              std::vector<pricing::CashDividend> dividends = {}) {
  return {.payoff = payoff,
          .exercise = exercise,
          .spot = 100,
          .strike = strike,
          .price = 5,
          .rate = 0.04,
          .yield = dividends.empty() ? 0.02 : 0,
          .days = days,
          .dividends = std::move(dividends),
          .as_of = Date{2026y / November / 20}};
}

/// Every sort there is, more than one block of them.
std::vector<SeriesAt> every_sort() {
  std::vector<SeriesAt> all;
  for (const auto payoff : {pricing::Payoff::call, pricing::Payoff::put})
    for (const auto exercise : {pricing::Exercise::american, pricing::Exercise::european})
      for (const double strike : {70.0, 95.0, 130.0})
        for (const int days : {1, 2, 90}) {
          all.push_back({series(payoff, exercise, strike, days), 0.05});  // below what is measured
          all.push_back({series(payoff, exercise, strike, days), 0.3});
          all.push_back({series(payoff, exercise, strike, days, {{1, 0.8}}), 0.3});
        }
  return all;
}

constexpr std::array spots{0.001, 60.0, 100.0, 101.5, 180.0, 5000.0};

TEST(Revaluation, TogetherIsAsAloneToTheBit) {
  const auto options = every_sort();
  for (const int roll : {0, 1}) {
    Revaluation all{options, roll};
    std::vector<double> at, values(options.size() * spots.size());
    for (std::size_t i = 0; i < options.size(); ++i)
      at.insert(at.end(), spots.begin(), spots.end());
    const auto outcomes = all.values(at, values);
    for (std::size_t i = 0; i < options.size(); ++i) {
      std::array<double, spots.size()> alone{};
      const auto outcome =
          values_later(options[i].series, options[i].volatility, roll, spots, alone);
      ASSERT_EQ(outcomes[i].has_value(), outcome.has_value()) << i;
      for (std::size_t j = 0; outcome && j < spots.size(); ++j)
        EXPECT_EQ(values[i * spots.size() + j], alone[j]) << i << " at " << spots[j];
    }
  }
}

TEST(Revaluation, IsWhatTheReferenceSays) {
  for (const SeriesAt& one : every_sort()) {
    if (one.series.days < 2 || !one.series.dividends.empty()) continue;
    pricing::Contract contract{option_later(one.series, 1), one.series.exercise};
    contract.option.volatility = one.volatility;
    std::array<double, spots.size()> values{};
    ASSERT_TRUE(values_later(one.series, one.volatility, 1, spots, values));
    for (std::size_t j = 0; j < spots.size(); ++j) {
      contract.option.spot = spots[j];
      EXPECT_NEAR(values[j], pricing::value(contract).value(),
                  pricing::precise_error * std::max(spots[j], one.series.strike));
      EXPECT_LE(0, values[j]) << "an option is never worth less than nothing";
    }
  }
}

TEST(Revaluation, OneThatIsRefusedDoesNotTouchTheOthers) {
  const Series put = series(pricing::Payoff::put, pricing::Exercise::american, 95, 90);
  Series broken = put;
  broken.rate = 7;
  Revaluation all{{{put, 0.3}, {broken, 0.3}, {put, 0.3}}, 0};
  std::array<double, 3> values{-1, -1, -1};
  const auto outcomes = all.values(std::array{100.0, 100.0, -4.0}, values);
  EXPECT_TRUE(outcomes[0]);
  std::array<double, 1> alone{};
  ASSERT_TRUE(values_later(put, 0.3, 0, std::array{100.0}, alone));
  EXPECT_EQ(values[0], alone[0]);
  ASSERT_FALSE(outcomes[1]);
  EXPECT_TRUE(outcomes[1].error().what.contains("the rate is 7")) << outcomes[1].error().what;
  ASSERT_FALSE(outcomes[2]);
  EXPECT_TRUE(outcomes[2].error().what.contains("the spot is -4")) << outcomes[2].error().what;
  EXPECT_TRUE(outcomes[2].error().what.contains("moved as the rule asks"));
}

TEST(Revaluation, OfNothingIsNothing) { EXPECT_TRUE((Revaluation{{}, 0}.values({}, {}).empty())); }

}  // namespace
}  // namespace plimsoll::valuation
