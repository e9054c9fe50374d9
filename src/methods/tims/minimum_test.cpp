#include "methods/tims/minimum.hpp"

#include <gtest/gtest.h>

namespace plimsoll::tims {
namespace {

constexpr Date day{2026y / November / 20};

TEST(Minimum, IsSoMuchForEachContractAndOfBoughtOnesNoMoreThanTheirValue) {
  struct Row {
    const char* what;
    std::int64_t units;
    std::optional<Money> value;
    Role role;
    Money least;
  };
  for (const Row& row :
       std::vector<Row>{{"two hundred sold", 20'000, {}, Role::customer, 7'500_usd},
                        {"one sold", 100, {}, Role::customer, 37.50_usd},
                        {"a broker's", 100, {}, Role::broker_dealer, 25_usd},
                        {"a market-maker's", 100, {}, Role::market_maker, 25_usd},
                        {"bought, worth more", 100, 40_usd, Role::customer, 37.50_usd},
                        {"bought, worth a penny less", 100, 37.49_usd, Role::customer, 37.49_usd},
                        {"bought, worth nothing", 100, 0_usd, Role::customer, 0_usd}}) {
    const Contracts contracts{Quantity::of(row.units), row.value};
    EXPECT_EQ(least_of<Money>(contracts, row.role, day).value(), row.least) << row.what;
    EXPECT_EQ(least_of<Amount>(contracts, row.role, day)->money, row.least) << row.what;
  }
}

TEST(Minimum, IsNotKnownBeforeJuly2005) {
  const Contracts one{Quantity::of(100), {}};
  const auto least = least_of<Money>(one, Role::customer, Date{2005y / June / 30});
  ASSERT_FALSE(least);
  EXPECT_EQ(least.error().reason, Reason::not_in_force);
  EXPECT_TRUE(least_of<Money>(one, Role::customer, Date{2005y / July / 1}));
}

}  // namespace
}  // namespace plimsoll::tims
