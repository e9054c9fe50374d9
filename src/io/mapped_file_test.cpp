#include "io/mapped_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace plimsoll::io {
namespace {

TEST(MappedFile, HasAFilesBytes) {
  const std::string path = ::testing::TempDir() + "mapped_file_test.csv";
  const std::string written = "account,symbol\nA,KO\n";
  {
    std::ofstream file{path, std::ios::binary};
    file << written;
  }
  auto file = MappedFile::open(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes(), written);
  MappedFile moved = std::move(*file);
  EXPECT_EQ(moved.bytes(), written);
  { std::ofstream emptied{path, std::ios::binary}; }
  const auto empty = MappedFile::open(path);
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->bytes(), "");
}

TEST(MappedFile, WhatIsReleasedIsStillThere) {
  const std::string path = ::testing::TempDir() + "mapped_file_release_test.csv";
  const std::string written(100'000, 'x');
  {
    std::ofstream file{path, std::ios::binary};
    file << written;
  }
  const auto file = MappedFile::open(path);
  ASSERT_TRUE(file);
  file->release(50'000);
  file->release(1'000'000);
  EXPECT_EQ(file->bytes(), written);
}

TEST(MappedFile, RefusesWhatIsNoFile) {
  for (const std::string path : {"no/such/file.csv", "."}) {
    const auto file = MappedFile::open(path);
    ASSERT_FALSE(file) << path;
    EXPECT_EQ(file.error().where, path);
    EXPECT_EQ(file.error().what.substr(0, 25), "the file cannot be read: ");
  }
}

}  // namespace
}  // namespace plimsoll::io
