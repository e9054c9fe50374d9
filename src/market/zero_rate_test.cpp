#include "market/zero_rate.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

MarketSnapshot with(std::vector<RatePoint> curve, std::optional<double> flat = {}) {
  MarketSnapshot market;
  market.rate_curve = std::move(curve);
  market.risk_free_rate = flat;
  return market;
}

TEST(ZeroRate, IsLinearInRateTimesTimeAndFlatAtTheEnds) {
  const MarketSnapshot market = with({{30, 0.042}, {365, 0.039}}, 0.5);
  struct Row {
    int days;
    double rate;
  };
  for (const Row& row :
       std::vector<Row>{{0, 0.042},
                        {29, 0.042},
                        {30, 0.042},
                        {130, (0.042 * 30 + (0.039 * 365 - 0.042 * 30) * 100.0 / 335.0) / 130.0},
                        {365, 0.039},
                        {366, 0.039},
                        {3650, 0.039}})
    EXPECT_DOUBLE_EQ(zero_rate(market, row.days).value(), row.rate) << row.days;
}

TEST(ZeroRate, StandsOnTheFlatRateWhereThereIsNoCurve) {
  EXPECT_DOUBLE_EQ(zero_rate(with({}, 0.041), 100).value(), 0.041);
  EXPECT_DOUBLE_EQ(zero_rate(with({{90, 0.03}}), 1).value(), 0.03);
}

TEST(ZeroRate, IsRefusedWhereThereIsNone) {
  const auto rate = zero_rate(with({}), 10);
  ASSERT_FALSE(rate);
  EXPECT_EQ(rate.error().reason, Reason::missing_price);
  EXPECT_TRUE(rate.error().what.contains("risk_free_rate")) << rate.error().what;
}

}  // namespace
}  // namespace plimsoll
