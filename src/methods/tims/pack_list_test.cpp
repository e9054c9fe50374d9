#include "methods/tims/pack.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

PackRef dated(const char* name, Date since) {
  auto pack = testing::open_pack();
  pack->name = name;
  pack->effective_from = since;
  return pack;
}

TEST(PackSeries, AnswersWithTheOneInForce) {
  PackList list;
  ASSERT_TRUE(list.add(dated("a", Date{2010y / January / 1})));
  ASSERT_TRUE(list.add(dated("a", Date{2020y / January / 1})));
  ASSERT_TRUE(list.add(dated("b", Date{2015y / January / 1})));
  EXPECT_EQ((*list.find("a", Date{2019y / December / 31}))->effective_from,
            Date{2010y / January / 1});
  EXPECT_EQ((*list.find("a", Date{2020y / January / 1}))->effective_from,
            Date{2020y / January / 1});
  EXPECT_EQ(list.names(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(list.all().size(), 3u);
}

TEST(PackSeries, RefusesByName) {
  PackList list;
  ASSERT_TRUE(list.add(dated("a", Date{2010y / January / 1})));
  EXPECT_FALSE(list.add(dated("a", Date{2010y / January / 1})));
  EXPECT_EQ(list.find("a", Date{2009y / December / 31}).error().reason, Reason::not_in_force);
  const auto unknown = list.find("z", Date{2020y / January / 1});
  ASSERT_FALSE(unknown);
  EXPECT_TRUE(unknown.error().what.contains("write one of: a"));
}

}  // namespace
}  // namespace plimsoll::tims
