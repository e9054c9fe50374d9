#include "methods/span/option_following.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::december, testing::FileBuilder, testing::two_commodities;

/// ZZ is settled at 3,600 and may move by 120 points of 100 each.
RiskFiles with_range() {
  FileBuilder builder = two_commodities();
  builder.file.terms.push_back({.product = 0, .future_month = december, .price_scan = 12'000.0});
  builder.file.products[1].underlying = clearing::Code{"ZZ"};
  return {builder.built()};
}

FutureOption call(Decimal strike = 3600_d) {
  return std::get<FutureOption>(testing::option(Right::call, strike, 1).instrument);
}

TEST(OptionFollowing, TheFutureStandsAsAnInstrumentOfItsOwn) {
  const auto under = future_under(call(), with_range());
  ASSERT_TRUE(under);
  EXPECT_EQ(under->future.id, InstrumentId{"ZZ 202512"});
  EXPECT_EQ(under->future.product, InstrumentId{"ZZ"});
  EXPECT_EQ(under->future.month, december);
  EXPECT_EQ(under->future.multiplier, 100_d);
  EXPECT_EQ(under->settlement, 3600_d);
}

// The numbers between are those of `Moved.FollowsItsOwnSixteenValues`.
TEST(OptionFollowing, ThePriceIsByItsSixteenValues) {
  const RiskFiles files = with_range();
  EXPECT_EQ(option_at(call(), 3600_d, files).value(), 120_d);
  EXPECT_LT(option_at(call(), 3560_d, files).value(), 120_d);
  EXPECT_LT(120_d, option_at(call(), 3640_d, files).value());
}

TEST(OptionFollowing, PastTheScenariosNothingIsKnownAndNothingToGive) {
  const auto past = option_at(call(), 3000_d, with_range());
  ASSERT_FALSE(past);
  EXPECT_TRUE(past.error().what.contains("the file says nothing past")) << past.error().what;
  EXPECT_FALSE(past.error().what.contains("give")) << "a price of today helps nobody there";
  EXPECT_EQ(past.error().where, "C3600");
}

TEST(OptionFollowing, OfAnOptionNoFileHoldsThereIsNone) {
  EXPECT_FALSE(future_under(call(9999_d), with_range()));
  EXPECT_FALSE(future_under(call(), {}));
  const auto none = option_at(call(9999_d), 3600_d, with_range());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().reason, Reason::not_covered);
}

}  // namespace
}  // namespace plimsoll::span
