#include "apps/cli/profile_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

class ProfileFiles : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const char* name, const char* text) {
    ASSERT_TRUE(write_file((folder_ / name).string(), text));
  }
  fs::path folder_ =
      fs::path{testing::TempDir()} / ("plimsoll_profiles_" + std::to_string(getpid()));
};

TEST_F(ProfileFiles, OfOneSchemaCompiledInAndOfAFolder) {
  write("own.toml", "schema = \"plimsoll.house/1\"\n");
  write("list.toml", "schema = \"plimsoll.securities/1\"\n");
  write("other.toml", "schema = \"somebody.else/1\"\n");
  write("none.toml", "name = \"none\"\n");
  const auto built_in = profile_files("plimsoll.house/1", std::nullopt);
  EXPECT_GE(built_in.value.size(), 5u);
  EXPECT_TRUE(built_in.refused.empty());
  const auto all = profile_files("plimsoll.house/1", folder_.string());
  EXPECT_EQ(all.value.size(), built_in.value.size() + 1);
  EXPECT_EQ(all.value.back().name, "own.toml");
  ASSERT_EQ(all.refused.size(), 2u);
  EXPECT_EQ(all.refused[0].where, "none.toml");
  EXPECT_EQ(all.refused[0].what, "it has no schema; write schema = \"plimsoll.house/1\"");
  EXPECT_EQ(all.refused[1].where, "other.toml:1");
  EXPECT_FALSE(profile_files("plimsoll.house/1", (folder_ / "nowhere").string()).refused.empty());
}

TEST_F(ProfileFiles, OneFileByItsPath) {
  write("own.toml", "schema = \"plimsoll.house/1\"\n");
  EXPECT_EQ(profile_file((folder_ / "own.toml").string()).value().name, "own.toml");
  EXPECT_FALSE(profile_file((folder_ / "nowhere.toml").string()));
}

}  // namespace
}  // namespace plimsoll::cli
