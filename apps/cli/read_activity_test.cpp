#include "apps/cli/read_activity.hpp"

#include <gtest/gtest.h>

#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

const std::string fixtures = PLIMSOLL_SOURCE_DIR "/tests/fixtures/";
constexpr Date opening = 2026y / November / 20;

struct Read {
  std::expected<ReadActivity, std::vector<Error>> read;
  std::string err;
};
Read read(const std::string& path, Settings settings = {}, Date since = opening) {
  std::istringstream in;
  std::ostringstream out, err;
  Session session{.in = in, .out = out, .err = err};
  auto activity = read_activity(path, settings, since, session);
  return {std::move(activity), err.str()};
}

TEST(ReadActivity, ADocument) {
  const auto [activity, err] = read(fixtures + "activity/week.json");
  ASSERT_TRUE(activity);
  ASSERT_EQ(activity->activity.entries.size(), 3u);
  EXPECT_TRUE(activity->activity.entries[1].where.ends_with("week.json#/entries/1"));
  EXPECT_EQ(err, "");
}

TEST(ReadActivity, ABrokersHistory) {
  const auto [history, err] = read(fixtures + "fidelity_history/margin.csv");
  ASSERT_TRUE(history);
  EXPECT_EQ(history->activity.order, DayOrder::unknown);
  EXPECT_EQ(history->activity.entries.size(), 17u);
  EXPECT_TRUE(holds(err, "recognised as Fidelity history CSV; 26 rows: 18 read, 8 skipped, 0 "));
  ASSERT_EQ(history->caveats.size(), 1u);
  EXPECT_TRUE(holds(history->caveats[0].text, "were added up"));
}

// What the account holds already is not counted again.
TEST(ReadActivity, AHistoryFromTheAccountsDayOn) {
  const auto [history, err] =
      read(fixtures + "fidelity_history/margin.csv", {}, 2026y / November / 30);
  ASSERT_TRUE(history);
  EXPECT_EQ(history->activity.entries.size(), 4u);
  EXPECT_EQ(history->caveats.back().text,
            "13 of the history's entries are of 2026-11-30 or before it, which the account holds "
            "already; they are left out");
}

TEST(ReadActivity, OneOfSeveralAccounts) {
  EXPECT_FALSE(read(fixtures + "fidelity_history/accounts.csv").read);
  Settings settings;
  settings.account = "0002";
  const auto [history, err] = read(fixtures + "fidelity_history/accounts.csv", settings);
  ASSERT_TRUE(history);
  EXPECT_EQ(history->activity.entries.size(), 1u);
}

TEST(ReadActivity, WhatCannotBeRead) {
  EXPECT_FALSE(read("/nowhere.json").read);
  EXPECT_FALSE(read(fixtures + "account.json").read);
  EXPECT_FALSE(read(fixtures + "other.xml").read);
  const auto [history, err] = read(fixtures + "fidelity_history/bad_rows.csv");
  ASSERT_FALSE(history);
  EXPECT_EQ(history.error().size(), 14u);
  EXPECT_EQ(history.error()[0].where, "bad_rows.csv:2");
}

}  // namespace
}  // namespace plimsoll::cli
