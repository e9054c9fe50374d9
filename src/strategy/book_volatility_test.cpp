#include "strategy/book_volatility.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace plimsoll::strategy {
namespace {

TEST(BookVolatility, OfANameIsWhatTheMarketDoesNotExplain) {
  // 0.6² = (1.5 x 0.2)² + 0.27
  EXPECT_DOUBLE_EQ(*volatility_beside({1, 1.5, 0.6}, 0.2), std::sqrt(0.27));
  EXPECT_DOUBLE_EQ(*volatility_beside({1, 1.5, 0.6}, std::nullopt), 0.6) << "nothing is explained";
  EXPECT_EQ(volatility_beside({1, 1.5, 0.25}, 0.2), 0) << "less than its beta says";
  EXPECT_EQ(volatility_beside({1, 1.5, {}}, 0.2), std::nullopt);
}

TEST(BookVolatility, NamesAreIndependentBesideTheMarket) {
  const std::vector<NameRisk> names{{30, 1, 0.5}, {-40, 1, 0.5}, {30, 1, {}}};
  const double each = std::sqrt(0.25 - 0.04);
  EXPECT_DOUBLE_EQ(volatility_beside(names, 0.2, 100), 0.5 * each);  // 0.3² + 0.4² is 0.5²
  EXPECT_EQ(volatility_beside(names, 0.2, 0), 0) << "nothing is held";
  EXPECT_EQ(volatility_beside(std::vector<NameRisk>{{30, 1, {}}}, 0.2, 30), 0);
  EXPECT_DOUBLE_EQ(with_beside(-0.3, 0.4), 0.5);
  EXPECT_EQ(with_beside(-0.3, 0), 0.3);
}

}  // namespace
}  // namespace plimsoll::strategy
