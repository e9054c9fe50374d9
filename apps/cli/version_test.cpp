#include "apps/cli/version.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace plimsoll::cli {
namespace {

TEST(Version, ThreeNumbers) {
  EXPECT_EQ(std::ranges::count(version(), '.'), 2);
  EXPECT_EQ(version().find_first_not_of("0123456789."), std::string_view::npos);
}

}  // namespace
}  // namespace plimsoll::cli
