#include "io/history.hpp"

#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

const std::array<std::pair<const char*, const char*>, 4> files{
    {{"fidelity_history/margin.csv", "fidelity"},
     {"schwab_history/margin.csv", "schwab"},
     {"ibkr_flex_history/margin.xml", "ibkr-flex"},
     {"ibkr_activity_history/margin.csv", "ibkr-activity"}}};

TEST(History, RecognisedByItsContent) {
  Lines names;
  for (const auto& [path, broker] : files) {
    EXPECT_TRUE(is_history(fixture(path))) << path;
    const auto told = import_activity(fixture(path), {.broker = broker, .account = {}});
    const auto sniffed = import_activity(fixture(path), {});
    EXPECT_EQ(row_count(told.value), row_count(sniffed.value)) << path;
    EXPECT_GT(sniffed.value.rows.rows_read, 0u) << path;
    names.emplace_back(broker);
  }
  std::ranges::sort(names);
  EXPECT_EQ(history_brokers(), names);
}

// Positions come first: a statement that holds both is an account.
TEST(History, WhatIsNoHistory) {
  for (const char* path : {"fidelity/margin.csv", "schwab/margin.csv", "ibkr_flex/margin.xml",
                           "ibkr_activity/margin.csv", "unknown.csv", "account.json", "other.xml",
                           "fidelity/empty.csv", "fidelity/utf16.csv"})
    EXPECT_FALSE(is_history(fixture(path))) << path;
}

TEST(History, RefusedAsAWhole) {
  const auto refused = [](const char* path, ActivityOptions options = {}) {
    const auto loaded = import_activity(fixture(path), options);
    EXPECT_EQ(loaded.value.rows.rows_total, 0u) << path;
    return loaded.refused.empty() ? "" : refused_lines(loaded.refused)[0];
  };
  EXPECT_EQ(refused("unknown.csv"),
            "unknown.csv no known history. Looked for: Fidelity (a heading with Run Date and "
            "Action), Schwab (a heading with Date, Action, Fees & Comm, Amount), Interactive "
            "Brokers (XML with FlexQueryResponse, or rows that begin \"Statement,Header\"), an "
            "activity document (JSON, plimsoll.activity/1)");
  EXPECT_EQ(refused("fidelity/empty.csv"), "empty.csv the file is empty");
  EXPECT_EQ(refused("fidelity/utf16.csv"), "utf16.csv the file is UTF-16 text");
  EXPECT_EQ(refused("unknown.csv", {.broker = "vanguard", .account = {}}),
            "--broker histories of \"vanguard\" are not read");
  EXPECT_EQ(refused("unknown.csv", {.broker = "fidelity", .account = {}}),
            "unknown.csv it has no heading with Run Date and Action");
  EXPECT_EQ(refused("unknown.csv", {.broker = "schwab", .account = {}}),
            "unknown.csv it has no heading with Date, Action and Amount");
  EXPECT_NE(refused("ibkr_flex/truncated.xml", {.broker = "ibkr-flex", .account = {}}), "");
}

// Cut anywhere, a history is refused, or holds no entry the whole does not hold.
TEST(History, CutAtAnyByte) {
  for (const auto& [path, broker] : files) {
    const Input whole = fixture(path);
    const std::size_t entries =
        import_activity(whole, {.broker = broker, .account = {}}).value.activity.entries.size();
    for (std::size_t length = 0; length < whole.bytes.size(); length += 7) {
      const auto cut = import_activity({whole.name, whole.bytes.substr(0, length)},
                                       {.broker = broker, .account = {}});
      const FileRows& rows = cut.value.rows;
      EXPECT_EQ(rows.rows_read + rows.skipped.size() + rows.rows_refused, rows.rows_total);
      EXPECT_LE(cut.value.activity.entries.size(), entries + 1) << path << " at " << length;
    }
  }
}

}  // namespace
}  // namespace plimsoll::io
