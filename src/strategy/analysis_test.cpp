#include "strategy/analysis.hpp"

#include <gtest/gtest.h>

namespace plimsoll::strategy {
namespace {

TEST(Members, AreThoseAskedFor) {
  const Members some = Members::of({Member::buffer, Member::distance});
  EXPECT_TRUE(some.has(Member::buffer));
  EXPECT_TRUE(some.has(Member::distance));
  EXPECT_FALSE(some.has(Member::carry));
  EXPECT_TRUE(Members::all().has(Member::rates));
}

}  // namespace
}  // namespace plimsoll::strategy
