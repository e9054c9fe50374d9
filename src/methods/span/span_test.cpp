#include "methods/span/span.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::account, testing::december, testing::future, testing::october, testing::option,
    testing::parameters, testing::september;

struct Known {
  const char* name = {};
  std::vector<Position> positions = {};
  Decimal maintenance = {}, initial = {};
};

TEST(Span, KnownBooks) {
  const Known table[] = {
      {"nothing", {}, 0_d, 0_d},
      {"outright", {future("ZZ", december, 2)}, 24'000_d, 26'400_d},
      {"calendar by month", {future("ZZ", september, 1), future("ZZ", october, -1)}, 250_d, 275_d},
      {"calendar by tier",
       {future("ZZ", september, -3), future("ZZ", december, 3)},
       1'200_d,
       1'320_d},
      {"months before tiers",
       {future("ZZ", september, 3), future("ZZ", october, -1), future("ZZ", december, -2)},
       1'050_d,
       1'155_d},
      {"credit between commodities",
       {future("ZZ", december, 1), future("YY", december, -1)},
       7'500_d,
       8'250_d},
      {"same side: no credit",
       {future("ZZ", december, 1), future("YY", december, 1)},
       15'000_d,
       16'500_d},
      // 30 of risk, 50 at least; sold at 150.
      {"short option minimum", {option(Right::put, 3200_d, -1)}, 200_d, 205_d},
      // Scenario 14 loses 7,600, less than the option is worth.
      {"long option", {option(Right::call, 3600_d, 1)}, 0_d, 0_d},
      // Scenario 16: 11,880 on the future, 3,100 gained on the call; sold at 12,000.
      {"covered call",
       {future("ZZ", december, 1), option(Right::call, 3600_d, -1)},
       12'000_d + 8'780_d,
       12'000_d + 9'658_d},
  };
  for (const Known& row : table) {
    const Span method{parameters()};
    const auto plain = method.compute(account(row.positions), {});
    ASSERT_TRUE(plain) << row.name << ": " << plain.error().what;
    EXPECT_EQ(to_text(plain->maintenance), to_text(Money{row.maintenance, usd})) << row.name;
    EXPECT_EQ(to_text(plain->initial), to_text(Money{row.initial, usd})) << row.name;
    const auto explained = method.explain(account(row.positions), {});
    ASSERT_TRUE(explained) << row.name;
    EXPECT_EQ(explained->maintenance.money, plain->maintenance) << row.name;
    EXPECT_EQ(explained->initial.money, plain->initial) << row.name;
  }
}

}  // namespace
}  // namespace plimsoll::span
