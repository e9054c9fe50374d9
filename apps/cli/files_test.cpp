#include "apps/cli/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  // The process's own folder: test programs run side by side.
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  std::string in_folder(const char* name) const { return (folder_ / name).string(); }

  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_files_" + std::to_string(getpid()));
};

TEST_F(Files, WhatWasWrittenIsReadAndNamedWithoutItsFolder) {
  const std::string path = in_folder("a.csv");
  ASSERT_TRUE(write_file(path, std::string_view{"x\0y\r\n", 5}));
  const auto read = read_file(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name, "a.csv");
  EXPECT_EQ(read->bytes, (std::string{"x\0y\r\n", 5}));
  ASSERT_TRUE(write_file(path, ""));
  EXPECT_EQ(read_file(path)->bytes, "");
}

TEST_F(Files, WhatCannotBeReadIsRefusedAsItWasWritten) {
  const auto missing = read_file(in_folder("none.csv"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().what, "there is no such file");
  EXPECT_EQ(missing.error().where, in_folder("none.csv"));
  const auto folder = read_file(in_folder(""));
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().what, "it is a folder; name a file in it");
  EXPECT_FALSE(read_file(""));
}

TEST_F(Files, TheBoundIsExact) {
  const std::string path = in_folder("large.csv");
  ASSERT_TRUE(write_file(path, std::string(70'000, 'x')));
  EXPECT_TRUE(read_file(path, 70'000));
  const auto large = read_file(path, 69'999);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().where, "large.csv");
  std::istringstream in{std::string(70'000, 'x')};
  EXPECT_FALSE(read_stream(in, 69'999));
}

TEST_F(Files, AStreamIsCalledStandardInput) {
  std::istringstream in{"a,b\n"};
  const auto read = read_stream(in);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name, "standard input");
  EXPECT_EQ(read->bytes, "a,b\n");
}

TEST_F(Files, WhatCannotBeWrittenIsRefused) {
  const auto missing = write_file(in_folder("no/such/file.json"), "x");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().what,
            "the folder " + in_folder("no/such") + " does not exist; make it, or name another");
  EXPECT_EQ(missing.error().where, in_folder("no/such/file.json"));
  EXPECT_EQ(write_file(folder_.string(), "x").error().what, "it is a folder; name a file in it");
}

}  // namespace
}  // namespace plimsoll::cli
