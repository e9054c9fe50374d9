#include "apps/cli/packs.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "apps/cli/files.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

constexpr Date day{2026y / November / 20};

class ParameterPacksNamed : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  std::expected<std::vector<ParameterPacks>, std::vector<Error>> asked(
      std::vector<std::string> names, Date on = day) {
    Settings settings;
    settings.packs = std::move(names);
    return packs_asked(settings, session_, on);
  }
  std::string write(const std::string& text) {
    const std::string path = (folder_ / "own.toml").string();
    EXPECT_TRUE(write_file(path, text));
    return path;
  }

  std::istringstream in_;
  std::ostringstream out_, err_;
  Session session_{.in = in_, .out = out_, .err = err_};
  fs::path folder_ = fs::path{testing::TempDir()} / ("plimsoll_packs_" + std::to_string(getpid()));
};

TEST_F(ParameterPacksNamed, AreTheUsualOneWhereNoneIs) {
  const auto packs = asked({});
  ASSERT_TRUE(packs);
  ASSERT_EQ(packs->size(), 1u);
  EXPECT_EQ(packs->front().base->name, usual_pack);
  EXPECT_EQ(packs->front().overlay, nullptr);
  // Before its first day it is there all the same: the method says since when it answers.
  EXPECT_NE(asked({}, Date{1990y / January / 2})->front().base, nullptr);
}

TEST_F(ParameterPacksNamed, StandOverTheirBase) {
  const auto packs = asked({"occ-public", "ibkr-style", "ibkr-style"});
  ASSERT_TRUE(packs);
  ASSERT_EQ(packs->size(), 2u);
  EXPECT_EQ((*packs)[1].base->name, "occ-public");
  EXPECT_EQ((*packs)[1].overlay->name, "ibkr-style");
}

TEST_F(ParameterPacksNamed, AreRefusedByName) {
  const auto unknown = asked({"nobody"});
  ASSERT_FALSE(unknown);
  EXPECT_TRUE(holds(unknown.error().front().what, "finra-expectation, ibkr-style, occ-public"))
      << unknown.error().front().what;
  EXPECT_EQ(unknown.error().front().where, "--tims-pack");
  EXPECT_FALSE(asked({"occ-public"}, Date{2000y / January / 3}));
  const auto over_overlay = asked({write(
      "schema = \"plimsoll.tims/1\"\nname = \"own\"\ntitle = \"Own\"\nsource = \"mine\"\n"
      "retrieved = 2026-01-01\neffective_from = 2020-01-01\ngrade = \"secondary\"\n"
      "over = \"ibkr-style\"\n[[stress]]\nname = \"t\"\nreason = \"r\"\nat_least = \"0.2\"\n")});
  ASSERT_FALSE(over_overlay);
  EXPECT_TRUE(holds(over_overlay.error().front().what, "no ranges of its own"));
}

TEST_F(ParameterPacksNamed, AreReadFromAPath) {
  const auto packs = asked({write(
      "schema = \"plimsoll.tims/1\"\nname = \"own\"\ntitle = \"Own\"\nsource = \"mine\"\n"
      "retrieved = 2026-01-01\neffective_from = 2020-01-01\ngrade = \"secondary\"\n"
      "over = \"occ-public\"\n[[stress]]\nname = \"t\"\nreason = \"r\"\nat_least = \"0.2\"\n")});
  ASSERT_TRUE(packs) << packs.error().front().what;
  EXPECT_EQ(packs->front().overlay->name, "own");
}

TEST_F(ParameterPacksNamed, AreListedAsRules) {
  EXPECT_EQ(pack_names(),
            (std::vector<std::string>{"finra-expectation", "ibkr-style", "occ-public"}));
  Settings settings;
  EXPECT_TRUE(pack_series(settings, session_)->empty());
  settings.packs = {"occ-public"};
  EXPECT_EQ(pack_series(settings, session_)->size(), 1u);
  settings.packs = {"nobody"};
  EXPECT_FALSE(pack_series(settings, session_));
}

TEST_F(ParameterPacksNamed, AnswerOnTheCommandLine) {
  const Ran two =
      ran({"margin", "-", "--method", "tims", "--tims-pack", "occ-public,ibkr-style"}, one_stock);
  EXPECT_EQ(two.exit, Exit::answered) << two.err;
  EXPECT_TRUE(holds(two.out, "tims with occ-public")) << two.out;
  EXPECT_TRUE(holds(two.out, "tims with ibkr-style")) << two.out;
  EXPECT_TRUE(holds(two.out, "-15%")) << two.out;
  const Ran rules = ran({"rules", "--tims-pack", "occ-public"});
  EXPECT_EQ(rules.exit, Exit::answered) << rules.err;
  EXPECT_TRUE(holds(rules.out, "occ-public.toml:")) << rules.out;
}

}  // namespace
}  // namespace plimsoll::cli
