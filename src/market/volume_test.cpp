#include "market/volume.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace plimsoll {
namespace {

TEST(Volume, IsTheQuotesOrNothing) {
  struct Row {
    std::optional<double> adv;
    std::optional<Decimal> shares;
  };
  const std::vector<Row> rows{
      {std::nullopt, std::nullopt},
      {51'000'000.0, 51'000'000_d},
      {0.5, 0.5_d},
      {0.0, std::nullopt},
      {-1.0, std::nullopt},
      {1e-12, std::nullopt},  // nothing, to nine places
      {1e16, std::nullopt},
      {std::numeric_limits<double>::quiet_NaN(), std::nullopt},
  };
  for (const Row& row : rows) {
    Quote quote;
    quote.adv = row.adv;
    EXPECT_EQ(shares_a_day(quote), row.shares) << row.adv.value_or(-2);
  }
}

}  // namespace
}  // namespace plimsoll
