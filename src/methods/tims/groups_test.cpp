#include "methods/tims/groups.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

class Placing : public ::testing::Test {
 protected:
  GroupsBuilder builder() const { return {*pack_, catalog_, Role::customer, day}; }
  void know(const Instrument& what) { catalog_.emplace(id_of(what), what); }
  PackRef pack_ = small_pack();
  Catalog catalog_;
};

TEST_F(Placing, PutsWhatTracksAnIndexIntoItsClassGroup) {
  know(fund("UPRO", "SPX", Decimal{3}));
  know(fund("SDS", "SPX", Decimal{-2}));
  GroupsBuilder building = builder();
  const auto index = building.place(InstrumentId{"SPX"});
  const auto threefold = building.place(InstrumentId{"UPRO"});
  const auto inverse = building.place(InstrumentId{"SDS"});
  const auto future = building.place_future(InstrumentId{"ES"});
  ASSERT_TRUE(index && threefold && inverse && future);
  EXPECT_EQ(index->class_group, threefold->class_group);
  EXPECT_EQ(index->class_group, inverse->class_group);
  EXPECT_EQ(index->class_group, future->class_group);
  EXPECT_EQ(threefold->times, 3);
  EXPECT_EQ(inverse->times, -2);
  EXPECT_EQ(building.sorted().classes.size(), 1u);
}

TEST_F(Placing, TakesTheMultipleOfThePackWhereNothingElseStatesOne) {
  auto pack = open_pack();
  pack->members[InstrumentId{"UPRO"}] = {.class_group = 0, .times = 3_d};
  pack_ = pack;
  know(stock("UPRO"));
  EXPECT_EQ(builder().place(InstrumentId{"UPRO"})->times, 3);
  catalog_.clear();
  EXPECT_EQ(builder().place(InstrumentId{"UPRO"})->times, 3) << "of options on it";
  know(fund("UPRO", "SPX", Decimal{2}));
  EXPECT_EQ(builder().place(InstrumentId{"UPRO"})->times, 2) << "what the account says wins";
}

TEST_F(Placing, FollowsAFundOnAFund) {
  know(fund("UPRO", "SPX", Decimal{3}));
  know(fund("SHRT", "UPRO", Decimal{-2}));
  GroupsBuilder building = builder();
  const auto placed = building.place(InstrumentId{"SHRT"});
  ASSERT_TRUE(placed);
  EXPECT_EQ(placed->class_group, building.place(InstrumentId{"SPX"})->class_group);
  EXPECT_EQ(placed->times, -6);
  know(fund("HEN", "EGG"));
  know(fund("EGG", "HEN"));
  const auto circle = building.place(InstrumentId{"HEN"});
  ASSERT_FALSE(circle);
  EXPECT_TRUE(circle.error().what.contains("circle")) << circle.error().what;
}

TEST_F(Placing, OfTwoFundsOnOneReferenceTheWiderRangeWinsInEitherOrder) {
  Stock broad = fund("AAA", "IDX"), narrow = fund("BBB", "IDX");
  broad.index_class = IndexClass::broad;
  know(broad);
  know(narrow);
  for (const auto& order : {std::pair{"AAA", "BBB"}, std::pair{"BBB", "AAA"}}) {
    GroupsBuilder building = builder();
    ASSERT_TRUE(building.place(InstrumentId{order.first}));
    ASSERT_TRUE(building.place(InstrumentId{order.second}));
    const Groups groups = building.sorted();
    ASSERT_EQ(groups.classes.size(), 1u);
    EXPECT_EQ(groups.classes[0].moved_by->type, equity_range);
    EXPECT_TRUE(groups.classes[0].remark.contains("widest"));
  }
}

TEST_F(Placing, WhatNoGroupNamesStandsAlone) {
  know(Index{.id = InstrumentId{"WIDE"}, .index_class = IndexClass::broad});
  know(Index{.id = InstrumentId{"BANKS"}, .index_class = IndexClass::narrow});
  know(fund("TWICE", "XYZ", Decimal{2}));
  GroupsBuilder building = builder();
  const auto wide = building.place(InstrumentId{"WIDE"});
  const auto banks = building.place(InstrumentId{"BANKS"});
  const auto xyz = building.place(InstrumentId{"XYZ"});
  const auto twice = building.place(InstrumentId{"TWICE"});
  EXPECT_EQ(xyz->class_group, twice->class_group) << "a fund on one stock is in its class group";
  const Groups groups = building.sorted();
  ASSERT_EQ(groups.classes.size(), 3u);
  const auto group_of = [&](const Result<Placed>& placed) {
    return groups.classes[building.renumbered(placed->class_group)];
  };
  EXPECT_EQ(group_of(wide).moved_by->type, broad_index_range);
  EXPECT_FALSE(group_of(wide).remark.empty());
  EXPECT_EQ(group_of(banks).moved_by->type, equity_range);
  EXPECT_EQ(group_of(xyz).moved_by->type, equity_range);
  EXPECT_EQ(groups.tops.size(), 3u);
}

TEST_F(Placing, LaysWhatOffsetsSideBySide) {
  GroupsBuilder building = builder();
  for (const char* id : {"XYZ", "RUT", "SPX", "ABC", "OEX"})
    ASSERT_TRUE(building.place(InstrumentId{id}));
  const Groups groups = building.sorted();
  std::vector<std::string> names;
  for (const ClassGroup& group : groups.classes) names.push_back(group.name);
  EXPECT_EQ(names, (std::vector<std::string>{"ABC", "XYZ", "OEX", "SPX", "RUT"}));
  EXPECT_EQ(groups.products.size(), 4u) << "two alone, broad and small";
  EXPECT_EQ(groups.tops.size(), 3u) << "two alone, and the portfolio group";
  EXPECT_EQ(groups.tops.back().name, "US");
}

TEST_F(Placing, RefusesByName) {
  know(Index{.id = InstrumentId{"XDE"}, .index_class = IndexClass::currency});
  GroupsBuilder building = builder();
  for (const char* id : {"VIX", "XDE"}) {
    const auto placed = building.place(InstrumentId{id});
    ASSERT_FALSE(placed) << id;
    EXPECT_EQ(placed.error().reason, Reason::not_covered);
  }
  EXPECT_FALSE(building.place_future(InstrumentId{"CL"}));
  GroupsBuilder early{*pack_, catalog_, Role::customer, Date{2005y / June / 30}};
  const auto placed = early.place(InstrumentId{"XYZ"});
  ASSERT_FALSE(placed);
  EXPECT_EQ(placed.error().reason, Reason::not_in_force);
  EXPECT_FALSE(placed.error().where.empty());
}

}  // namespace
}  // namespace plimsoll::tims
