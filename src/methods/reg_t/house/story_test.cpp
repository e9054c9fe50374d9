#include "methods/reg_t/house/story.hpp"

#include <gtest/gtest.h>

#include "methods/reg_t/house/testing.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

TEST(HouseStory, TheGroupingIsTheLeastUnderTheHousesNumbers) {
  // By the law the put alone needs less than covering it lets the stock need; a house that asks
  // much of uncovered puts turns that round.
  const Desk desk = Desk{}
                        .put("XYZ", -1, spring, 50_d, 1_d)
                        .put("XYZ", 1, spring, 20_d, 0.10_d)
                        .quote("XYZ", 60_d);
  const auto groups = [&](House house) {
    return RegT{{std::nullopt, std::move(house)}}.compute(desk.account, desk.market)->groups;
  };
  EXPECT_EQ(groups({}).size(), 1u);
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "option"}, {"each", "25"}})});
  const auto grouped = groups(house);
  ASSERT_EQ(grouped.size(), 1u);
  EXPECT_EQ(grouped[0].maintenance, 2'500_usd);
}

TEST(HouseStory, ForSearchesTheSumsAreTheSameAndNothingIsTold) {
  const Desk desk = Desk{}.stock("XYZ", 100, 50_d).put("XYZ", -1, spring, 40_d, 1_d);
  const House house = base_and_concentration();
  const auto whole = RegT{{std::nullopt, house}}.compute(desk.account, desk.market);
  const auto sums = RegT{{std::nullopt, house, HouseTold::sums}}.compute(desk.account, desk.market);
  EXPECT_EQ(sums->maintenance, whole->maintenance);
  EXPECT_EQ(sums->risk_initial, whole->risk_initial);
  EXPECT_EQ(sums->not_applied.size(), whole->not_applied.size());
  EXPECT_FALSE(whole->detail.children.empty());
  EXPECT_TRUE(sums->detail.children.empty());
}

TEST(HouseStory, WithoutAHouseNothingIsSaidOfOne) {
  const Desk desk = Desk{}.stock("XYZ", 100, 50_d);
  const auto law = RegT{{}}.compute(desk.account, desk.market);
  EXPECT_TRUE(law->detail.children.empty());
  EXPECT_TRUE(law->not_applied.empty());
  EXPECT_TRUE(law->owners.empty());
}

TEST(HouseStory, TheAnswerKeepsTheProfileItsLinesPointInto) {
  const Desk desk = Desk{}.stock("XYZ", 100, 50_d);
  auto answer = RegT{{std::nullopt, base_and_concentration()}}.explain(desk.account, desk.market);
  ASSERT_EQ(answer->owners.size(), 1u);
  const Amount& asked = answer->groups[0].maintenance.parts.at(1);
  EXPECT_EQ(asked.label.text(), "A Broker asks");
  EXPECT_EQ(asked.where.file.text(), "broker.toml");
  EXPECT_EQ(asked.money, 2'000_usd);
}

}  // namespace
}  // namespace plimsoll::reg_t
