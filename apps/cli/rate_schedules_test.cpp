#include "apps/cli/rate_schedules.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "apps/cli/files.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

class RateFiles : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const char* name, const std::string& text) const {
    EXPECT_TRUE(write_file((folder_ / name).string(), text));
  }
  static std::string heading(const std::string& schema, const std::string& name) {
    return "schema = \"" + schema + "\"\nname = \"" + name +
           "\"\ntitle = \"Mine\"\nretrieved = 2026-11-20\neffective_from = 2026-11-01\n"
           "grade = \"text_read\"\n";
  }

  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_rates_" + std::to_string(getpid()));
};

TEST_F(RateFiles, CompiledInAreRead) {
  const auto list = rate_schedules(std::nullopt);
  ASSERT_TRUE(list) << list.error()[0].where << ": " << list.error()[0].what;
  EXPECT_EQ(list->names(),
            (std::vector<std::string>{"fidelity-usd", "ibkr-pro-usd", "m1-usd", "schwab-usd"}));
  EXPECT_EQ(list->all().size(), 7u);
  const auto paths = rate_paths(std::nullopt);
  ASSERT_TRUE(paths) << paths.error()[0].where << ": " << paths.error()[0].what;
  ASSERT_EQ(paths->size(), 3u);
  EXPECT_EQ((*paths)[0].about.name, "fed-2004-2006");
}

TEST_F(RateFiles, OfAFolderStandBesideThem) {
  write("mine.toml", heading("plimsoll.rates/1", "mine-usd") +
                         "currency = \"USD\"\nbenchmark = \"fed_funds\"\nmethod = \"blended\"\n"
                         "basis = 360\nposting = \"monthly\"\ntiers = [[\"\", \"0.02\"]]\n");
  write("path.toml", heading("plimsoll.rate_path/1", "a-path") +
                         "before = \"0.01\"\nchanges = [[\"2026-01-01\", \"0.02\"]]\n");
  const auto list = rate_schedules(folder_.string());
  ASSERT_TRUE(list) << list.error()[0].what;
  EXPECT_EQ(list->find("mine-usd", 2026y / November / 20)->tiers[0].spread, 0.02_d);
  EXPECT_EQ(list->names().size(), 5u);
  const auto paths = rate_paths(folder_.string());
  ASSERT_TRUE(paths) << paths.error()[0].what;
  EXPECT_EQ(paths->front().about.name, "a-path");
}

TEST_F(RateFiles, ThatAreWrongAreAllNamed) {
  write("a.toml", heading("plimsoll.rates/1", "a-usd"));
  write("b.toml", heading("plimsoll.rates/1", "b-usd"));
  write("c.toml", heading("plimsoll.rate_path/1", "fed-2022-2023") +
                      "before = \"0.01\"\nchanges = [[\"2026-01-01\", \"0.02\"]]\n");
  const auto list = rate_schedules(folder_.string());
  ASSERT_FALSE(list);
  ASSERT_EQ(list.error().size(), 2u);
  EXPECT_TRUE(list.error()[1].where.contains("b.toml")) << list.error()[1].where;
  const auto paths = rate_paths(folder_.string());
  ASSERT_FALSE(paths);
  EXPECT_EQ(paths.error()[0].what,
            "rate path \"fed-2022-2023\" is already given by profiles/paths/fed-2022-2023.toml; "
            "give one of the two another name");
}

}  // namespace
}  // namespace plimsoll::cli
