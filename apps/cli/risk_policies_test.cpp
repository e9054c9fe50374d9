#include "apps/cli/risk_policies.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "apps/cli/files.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

class RiskPolicies : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  auto asked(std::optional<std::string> name, std::optional<std::string> profiles = {}) {
    Settings settings;
    settings.risk_policy = std::move(name);
    settings.profiles = std::move(profiles);
    return risk_policies_asked(settings, session_);
  }
  /// CME's policy with `from` written as `to`.
  std::string write(const std::string& from, const std::string& to) {
    std::string text = read_file("profiles/span/cme.toml").value().bytes;
    text.replace(text.find(from), from.size(), to);
    const std::string path = (folder_ / "own.toml").string();
    EXPECT_TRUE(write_file(path, text));
    return path;
  }

  std::istringstream in_;
  std::ostringstream out_, err_;
  Session session_{.in = in_, .out = out_, .err = err_};
  fs::path folder_ =
      fs::path{testing::TempDir()} / ("plimsoll_policies_" + std::to_string(getpid()));
};

TEST_F(RiskPolicies, AreEveryOneWhereNoneIsNamed) {
  const auto all = asked({});
  ASSERT_TRUE(all) << all.error().front().where << ": " << all.error().front().what;
  std::set<std::string> names, houses;
  for (const RiskPolicy& one : *all) {
    EXPECT_EQ(one->file, "profiles/span/" + one->name + ".toml");
    names.insert(one->name);
    for (const std::string& house : one->houses)
      EXPECT_TRUE(houses.insert(house).second) << house << " has two policies";
  }
  EXPECT_EQ(names, (std::set<std::string>{"cme", "hkex", "jscc", "kdpw", "london", "nse"}));
  EXPECT_TRUE(houses.contains("CME"));
  EXPECT_EQ(risk_policy_names().size(), all->size());
}

TEST_F(RiskPolicies, AreTheOneThatIsNamed) {
  const auto one = asked("kdpw");
  ASSERT_TRUE(one);
  ASSERT_EQ(one->size(), 1u);
  EXPECT_EQ(one->front()->name, "kdpw");
  const auto own = asked(write("name = \"cme\"", "name = \"mine\""));
  ASSERT_TRUE(own) << own.error().front().what;
  EXPECT_EQ(own->front()->name, "mine");
  EXPECT_EQ(own->front()->file, "own.toml");
}

TEST_F(RiskPolicies, AUsersOwnIsTakenInPlaceOfTheOneCompiledIn) {
  write("houses = [\"CME\"]", "houses = [\"CME\", \"SYN\"]");
  const auto all = asked({}, folder_.string());
  ASSERT_TRUE(all);
  const auto cme =
      std::ranges::find_if(*all, [](const RiskPolicy& one) { return one->name == "cme"; });
  EXPECT_EQ((*cme)->file, "own.toml");
  EXPECT_EQ((*cme)->houses.size(), 2u);
  EXPECT_EQ(all->size(), risk_policy_names().size());
}

TEST_F(RiskPolicies, AreRefusedByName) {
  const auto unknown = asked("eurex");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().front().where, "--span-policy");
  EXPECT_TRUE(
      unknown.error().front().what.contains("there is no policy \"eurex\"; write one of: "));
  EXPECT_EQ(asked("nowhere/own.toml").error().front().what, "there is no such file");
  const auto wrong = asked(write("mode = \"half_up\"", "mode = \"up\""));
  ASSERT_FALSE(wrong);
  EXPECT_TRUE(wrong.error().front().where.starts_with("own.toml:"));
}

}  // namespace
}  // namespace plimsoll::cli
