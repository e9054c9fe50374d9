#include "base/short_list.hpp"

#include <gtest/gtest.h>

namespace plimsoll {
namespace {

TEST(ShortList, HoldsWhatItIsGivenInOrder) {
  ShortList<int, 3> list{7, 8};
  EXPECT_EQ(list.size(), 2u);
  list.push_back(9);
  int sum = 0;
  for (const int item : list) sum = sum * 10 + item;
  EXPECT_EQ(sum, 789);
  EXPECT_EQ(list.front(), 7);
  EXPECT_EQ(list[2], 9);
  EXPECT_TRUE((ShortList<int, 3>{}.empty()));
}

TEST(ShortListDeathTest, OneTooManyStopsTheProgram) {
  ShortList<int, 2> full{1, 2};
  EXPECT_DEATH(full.push_back(3), "broken invariant");
}

}  // namespace
}  // namespace plimsoll
