#include "apps/json/place.hpp"

#include <gtest/gtest.h>

namespace plimsoll::json {
namespace {

TEST(Place, IsAJsonPointer) {
  const Place document{"account.json"};
  EXPECT_EQ(document.text(), "account.json");
  const Place positions = document / "positions";
  EXPECT_EQ(positions.text(), "account.json#/positions");
  const Place third = positions / 3;
  EXPECT_EQ(third.text(), "account.json#/positions/3");
  EXPECT_EQ((third / "quantity").text(), "account.json#/positions/3/quantity");
}

TEST(Place, EscapesAsRfc6901) {
  const Place document{"a.json"};
  EXPECT_EQ((document / "").text(), "a.json#/");
  EXPECT_EQ((document / "BRK/B").text(), "a.json#/BRK~1B");
  EXPECT_EQ((document / "a~b").text(), "a.json#/a~0b");
  EXPECT_EQ((document / "~1").text(), "a.json#/~01");
}

TEST(Place, AHostileKeyStaysOnItsLineAndShort) {
  const Place document{"a.json"};
  EXPECT_EQ((document / "x\nplimsoll: all is well\x1b[2J").text(),
            "a.json#/x?plimsoll: all is well?[2J");
  EXPECT_EQ(escaped(std::string(1'000'000, 'k')), std::string(80, 'k') + "...");
}

TEST(Place, OneLine) {
  EXPECT_EQ(one_line("a\r\nb\tc\x7f"), "a??b?c?");
  EXPECT_EQ(one_line("caf\xc3\xa9"), "caf\xc3\xa9");
}

}  // namespace
}  // namespace plimsoll::json
