#include "methods/reg_t/house/steps.hpp"

#include <gtest/gtest.h>

#include "methods/reg_t/house/testing.hpp"
#include "methods/reg_t/stock.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::vector<HouseNextStep> steps(const Desk& desk, const House& house) {
  const Met met{desk, house};
  return next_steps(*house, met.book, met.attached.measures, on_the_day).value();
}

TEST(HouseSteps, BuyingGrowsThePositionAndTheAccount) {
  const auto found =
      steps(Desk{}.stock("ABC", 600, 10_d).stock("XYZ", 400, 10_d), base_and_concentration());
  // ABC is beyond the last bound it can pass; XYZ: (4,000 + x) / (10,000 + x) = 50 %.
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, 2'000_usd);
  EXPECT_EQ(found[0].shares, Quantity::of(std::int64_t{200}));
  EXPECT_EQ(found[0].now, 0.4_d);
  EXPECT_EQ(found[0].distance, 0.1_d);
  EXPECT_EQ(found[0].cost, 600_usd);  // 10 % more of 6,000
}

/// What a step costs is what the account needs more one share past the bound than the plain rate of
/// that share.
TEST(HouseSteps, TheCostIsTheDifferencePastTheBound) {
  const House house = base_and_concentration();
  const Met at{Desk{}.stock("ABC", 600, 10_d).stock("XYZ", 600, 10_d), house};
  const Met past{Desk{}.stock("ABC", 600, 10_d).stock("XYZ", 601, 10_d), house};
  const auto need = [](const Met& met) {
    return long_stock<Money>(met.shares(1), on_the_day)->maintenance;
  };
  EXPECT_EQ(need(at), 1'800_usd);
  EXPECT_EQ(need(past), 2'404_usd);
  const auto step = steps(Desk{}.stock("ABC", 600, 10_d).stock("XYZ", 400, 10_d), house).at(0);
  EXPECT_EQ(need(past) - need(at) - 4_usd, *step.cost);
}

TEST(HouseSteps, ByPriceTheNextRowIsBelow) {
  const House house = house_of({with_steps(house_rule(10, {{"scope", "position"},
                                                           {"mode", "floor"},
                                                           {"of", "market_value"},
                                                           {"by", "price"},
                                                           {"beyond", "0.30"}}),
                                           {{"1.99", "1"}, {"4", "unknown"}})});
  const auto above = steps(Desk{}.stock("XYZ", 100, 5_d), house);
  ASSERT_EQ(above.size(), 1u);
  EXPECT_EQ(above[0].next_at, 4_d);
  EXPECT_EQ(above[0].distance, 1_d);
  EXPECT_EQ(above[0].value, 100_usd);
  EXPECT_FALSE(above[0].cost);  // the source does not say
  EXPECT_FALSE(above[0].shares);
  EXPECT_TRUE(steps(Desk{}.stock("XYZ", 100, 1_d), house).empty());
}

TEST(HouseSteps, NothingIsToldOfWhatIsMissingOrPaidInFull) {
  const House house = house_of({with_steps(house_rule(10, {{"scope", "position"},
                                                           {"mode", "add"},
                                                           {"of", "market_value"},
                                                           {"by", "ownership"},
                                                           {"beyond", "1"}}),
                                           {{"0.05", "0"}})});
  EXPECT_TRUE(steps(Desk{}.stock("XYZ", 100, 5_d), house).empty());
  EXPECT_TRUE(steps(Desk{AccountKind::cash}.stock("XYZ", 100, 5_d), house).empty());
}

}  // namespace
}  // namespace plimsoll::reg_t
