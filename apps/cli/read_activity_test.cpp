#include "apps/cli/read_activity.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

std::expected<Activity, std::vector<Error>> read(const std::string& path) {
  std::istringstream in;
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err};
  return read_activity(path, Settings{}, session);
}

TEST(ReadActivity, ADocument) {
  const auto activity = read(PLIMSOLL_SOURCE_DIR "/tests/fixtures/activity/week.json");
  ASSERT_TRUE(activity);
  ASSERT_EQ(activity->entries.size(), 3u);
  EXPECT_TRUE(activity->entries[1].where.ends_with("week.json#/entries/1"));
}

TEST(ReadActivity, WhatCannotBeRead) {
  EXPECT_FALSE(read("/nowhere.json"));
  EXPECT_FALSE(read(PLIMSOLL_SOURCE_DIR "/tests/fixtures/account.json"));
  EXPECT_FALSE(read(PLIMSOLL_SOURCE_DIR "/tests/fixtures/other.xml"));
}

}  // namespace
}  // namespace plimsoll::cli
