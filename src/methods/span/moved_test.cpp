#include "methods/span/moved.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::two_commodities;
using namespace clearing;

/// ZZ may move by 120 points of 100 each: its scan range of 12,000.
FileBuilder with_range() {
  FileBuilder builder = two_commodities();
  builder.file.terms.push_back({.product = 0, .future_month = december, .price_scan = 12'000.0});
  builder.file.products[1].underlying = Code{"ZZ"};
  return builder;
}

struct Places3600 {
  std::shared_ptr<const RiskFile> file;
  Index call = nowhere, future = nowhere;
  explicit Places3600(FileBuilder builder) : file{builder.built()} {
    call = *find_contract(*file, {.product = 1,
                                  .month = december,
                                  .option_month = december,
                                  .right = Right::call,
                                  .strike = 3600_d});
    future = *find_contract(*file, {.product = 0, .month = december});
  }
  Result<Decimal> at(Decimal price) const { return option_moved(*file, call, future, price); }
};

TEST(Moved, AnOptionIsOnTheFutureOfItsMonth) {
  const Places3600 known{with_range()};
  EXPECT_EQ(underlying_of(*known.file, known.file->contracts[known.call]), known.future);
  FileBuilder unnamed = two_commodities();
  EXPECT_EQ(underlying_of(*known.file, {.product = 1, .month = {2031, 1, {}}}), std::nullopt);
  const auto without = unnamed.built();
  EXPECT_EQ(underlying_of(*without, without->contracts[known.call]), std::nullopt);
}

TEST(Moved, OptionsMayBeOnCombinations) {
  FileBuilder builder = two_commodities();
  const Index strip = builder.product("ST", ProductType::combination);
  builder.future(strip, december, 100, 10_d);
  const Index option = builder.product("OS", ProductType::option_on_combination);
  builder.file.products[option].underlying = Code{"ST"};
  const auto file = builder.built();
  const auto found = underlying_of(*file, {.product = option, .month = december});
  ASSERT_TRUE(found);
  EXPECT_EQ(file->contracts[*found].product, strip);
}

// Settled at 120. With volatility unmoved it is the mean of both sides. Time alone, (-1,500 +
// 1,400)/2 = -50, is no part of the move.
TEST(Moved, FollowsItsOwnSixteenValues) {
  const Places3600 known{with_range()};
  EXPECT_EQ(known.at(3600_d).value(), 120_d);
  // Scenarios 11 and 12: (-10,500 - 8,400)/2 = -9,450; less -50: a gain of 9,400, 94 points.
  EXPECT_EQ(known.at(3720_d).value(), 214_d);
  // Scenarios 13 and 14: (4,900 + 7,600)/2 = 6,250; less -50: a loss of 63 points.
  EXPECT_EQ(known.at(3480_d).value(), 57_d);
}

TEST(Moved, PastTheFilesScenariosNothingIsKnown) {
  const Places3600 known{with_range()};
  const auto price = known.at(9000_d);
  ASSERT_FALSE(price);
  EXPECT_EQ(price.error().reason, Reason::missing_price);
}

TEST(Moved, WithoutARangeOrASettlementNothingIsKnown) {
  FileBuilder none = two_commodities();
  EXPECT_FALSE(Places3600(none).at(3601_d));
  FileBuilder unsettled = with_range();
  for (Contract& contract : unsettled.file.contracts) contract.price.reset();
  EXPECT_FALSE(Places3600(unsettled).at(3601_d));
}

}  // namespace
}  // namespace plimsoll::span
