#include "apps/cli/security_lists.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr Date day{2026y / 11 / 20};

class SecurityLists : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_ / "deeper"); }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const char* name, const char* text) {
    ASSERT_TRUE(write_file((folder_ / name).string(), text));
  }

  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_lists_" + std::to_string(getpid()));
};

constexpr const char* own_list = R"(
schema = "plimsoll.securities/1"
name = "mine"
source = "my own notes"
grade = "secondary"
retrieved = "2026-11-01"
effective_from = "2026-11-01"
[[security]]
symbol = "ZZZQ"
type = "etf"
leverage = "2"
reference = "SPX"
)";

TEST_F(SecurityLists, TheBuiltInOnesKnowTheUsualNames) {
  const auto lists = security_lists({});
  ASSERT_TRUE(lists) << lists.error()[0].where << ": " << lists.error()[0].what;
  for (const char* symbol : {"SPX", "SPY", "UPRO", "SPAXX"})
    EXPECT_NE(lists->find(symbol, day), nullptr) << symbol;
  EXPECT_EQ(lists->find("ZZZQ", day), nullptr);
}

TEST_F(SecurityLists, AFolderOfOnesOwnIsReadToItsDepth) {
  write("deeper/mine.toml", own_list);
  write("house.toml", "schema = \"plimsoll.house/1\"\n");
  write("notes.txt", "not a profile");
  const auto lists = security_lists(folder_.string());
  ASSERT_TRUE(lists) << lists.error()[0].where << ": " << lists.error()[0].what;
  EXPECT_NE(lists->find("ZZZQ", day), nullptr);
  EXPECT_NE(lists->find("SPX", day), nullptr);
}

TEST_F(SecurityLists, WhatIsWrongThereIsRefusedWithItsFile) {
  write("a.toml", "schema = 'x");
  write("b.toml", "name = \"no schema\"\n");
  write("c.toml", "schema = \"other/1\"\n");
  const auto lists = security_lists(folder_.string());
  ASSERT_FALSE(lists);
  ASSERT_EQ(lists.error().size(), 3u);
  EXPECT_TRUE(lists.error()[0].where.starts_with("a.toml"));
  EXPECT_TRUE(lists.error()[1].where.starts_with("b.toml"));
  EXPECT_TRUE(lists.error()[2].where.starts_with("c.toml"));
}

TEST_F(SecurityLists, AFolderThatIsNone) {
  write("file.toml", own_list);
  for (const char* name : {"nowhere", "file.toml"}) {
    const auto lists = security_lists((folder_ / name).string());
    ASSERT_FALSE(lists) << name;
    EXPECT_EQ(lists.error()[0].what, "it is not a folder; name one with profiles in it");
  }
}

}  // namespace
}  // namespace plimsoll::cli
