#include "apps/cli/pool_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

TEST(PoolFile, TheExampleIsOne) {
  const auto pool = pool_file("examples/lending/pool.json");
  ASSERT_TRUE(pool.has_value()) << pool.error().front().where << pool.error().front().what;
  EXPECT_EQ((*pool)->name, "pool.json");
  EXPECT_EQ((*pool)->banks.size(), 5u);
}

TEST(PoolFile, WhatIsNoneIsRefusedWithItsPlace) {
  const fs::path folder =
      fs::path{testing::TempDir()} / ("plimsoll_pool_" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto refusal = [&](std::string_view bytes) {
    const std::string path = (folder / "p.json").string();
    EXPECT_TRUE(write_file(path, bytes));
    const auto pool = pool_file(path);
    EXPECT_FALSE(pool.has_value()) << bytes;
    return pool ? "" : pool.error().front().where;
  };
  EXPECT_EQ(refusal("{").substr(0, 7), "p.json:");
  EXPECT_EQ(refusal(R"({"schema": "plimsoll.market/1"})"), "p.json#/schema");
  EXPECT_EQ(refusal(R"({"schema": "plimsoll.pool/1", "protocol": "marginfi",
                        "banks": {"A": {"decimals": 1}}})"),
            "p.json#/banks/A");
  fs::remove_all(folder);
  EXPECT_FALSE(pool_file((folder / "p.json").string()).has_value());
}

}  // namespace
}  // namespace plimsoll::cli
