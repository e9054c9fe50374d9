#include "apps/cli/command_policy.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "apps/cli/ran.hpp"
#include "apps/json/parse.hpp"
#include "strategy/policy_keys.hpp"

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

/// A file in a folder of its own, gone with the test.
class CommandPolicy : public ::testing::Test {
 protected:
  CommandPolicy() {
    folder_ = fs::temp_directory_path() /
              ("plimsoll_policy_" +
               std::string{::testing::UnitTest::GetInstance()->current_test_info()->name()});
    fs::create_directories(folder_);
  }
  ~CommandPolicy() override { fs::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string file(const std::string& name, const std::string& lines) const {
    std::ofstream{path(name)} << "schema = \"plimsoll.policy/1\"\n" << lines;
    return path(name);
  }

 private:
  fs::path folder_;
};

TEST_F(CommandPolicy, InitWritesAWholePolicyThatIsTheDefault) {
  const Ran printed = ran({"policy", "init"});
  EXPECT_EQ(printed.exit, Exit::answered);
  for (const auto& section : strategy::policy_sections())
    for (const auto& key : section.keys)
      EXPECT_TRUE(holds(printed.out, "\n" + std::string{key.name} + " = " + key.text({}) + "\n"))
          << key.path();
  EXPECT_EQ(ran({"policy", "lint", "-"}, printed.out).out, "ok\n");
  EXPECT_EQ(ran({"policy", "diff", "-"}, printed.out).out, "no key differs\n");

  EXPECT_EQ(ran({"policy", "init", "-o", path("p.toml")}).out, "");
  EXPECT_EQ(ran({"policy", "lint", path("p.toml")}).out, "ok\n");
  const Ran again = ran({"policy", "init", "-o", path("p.toml")});
  EXPECT_EQ(again.exit, Exit::bad_input);
  EXPECT_TRUE(holds(again.err, "it is there already; write another name")) << again.err;
  EXPECT_EQ(ran({"policy", "lint", "--policy", path("p.toml")}).out, "ok\n");
}

TEST_F(CommandPolicy, LintSaysWhichPracticesAreViolated) {
  const std::string loose = file("p.toml", "[buffer]\ntarget_multiple = \"1.8\"\n");
  const Ran page = ran({"policy", "lint", loose});
  EXPECT_EQ(page.exit, Exit::answered);
  EXPECT_EQ(page.out,
            "ok, but it violates good practices:\n"
            "  - Hold twice the maintenance: the policy's buffer.target_multiple is 1.8, the "
            "framework's at least\n    2 (framework 2.2)\n");
  const Ran json = ran({"policy", "lint", loose, "--json"});
  EXPECT_EQ(json.exit, Exit::answered);
  EXPECT_TRUE(json::parse(json.out, "lint")) << json.out;
  EXPECT_TRUE(holds(json.out, "\"practice\": \"buffer\""));
}

TEST_F(CommandPolicy, LintGivesEveryMistakeWithItsLine) {
  const std::string wrong =
      file("p.toml", "[buffer]\ntarget_multipel = \"2\"\nhorizon_days = 0\nband = \"0.2\"\n");
  const Ran page = ran({"policy", "lint", wrong});
  EXPECT_EQ(page.exit, Exit::bad_input);
  EXPECT_EQ(page.out, "");
  EXPECT_EQ(page.err,
            "plimsoll: p.toml:3: \"target_multipel\" is no key of [buffer]; did you mean "
            "target_multiple?\n"
            "plimsoll: p.toml:4: buffer.horizon_days: 0 is out of bounds; write 1 to 2520\n"
            "plimsoll: p.toml:5: \"band\" is no key of [buffer]; it is a key of [size]; write it "
            "there\n");
  EXPECT_TRUE(holds(ran({"policy", "lint", wrong, "--json"}).out, "plimsoll.error/1"));
  EXPECT_EQ(ran({"policy", "diff", wrong}).exit, Exit::bad_input);
}

TEST_F(CommandPolicy, ANumberWithAPointStandsInQuotes) {
  const Ran page = ran({"policy", "lint", file("p.toml", "[buffer]\ntarget_multiple = 2.5\n")});
  EXPECT_EQ(page.exit, Exit::bad_input);
  EXPECT_TRUE(holds(page.err, "p.toml:3")) << page.err;
}

TEST_F(CommandPolicy, DiffAgainstTheDefaultsAndBetweenTwo) {
  const std::string loose = file("loose.toml", "[size]\nadd_wait_days = 10\n");
  const std::string strict = file("strict.toml", "[size]\nadd_wait_days = 60\n");
  const Ran page = ran({"policy", "diff", loose});
  EXPECT_EQ(page.exit, Exit::answered);
  EXPECT_EQ(
      page.out,
      "key                 before  after  effect\n"
      "------------------  ------  -----  -------\n"
      "size.add_wait_days  30      10     loosens\n"
      "\n"
      "  - size.add_wait_days, days after a breach in which nothing is added; why its default: "
      "falls that\n    trigger calls come in series\n");
  EXPECT_TRUE(holds(ran({"policy", "diff", loose, strict}).out,
                    "size.add_wait_days  10      60     tightens\n"));
  EXPECT_TRUE(
      holds(ran({"policy", "diff", loose, strict, "--json"}).out, "\"effect\": \"tightens\""));
  EXPECT_EQ(ran({"policy", "diff", loose, loose}).out, "no key differs\n");
}

TEST_F(CommandPolicy, WhatIsRefusedAndWhatToWriteInstead) {
  const std::string one = file("p.toml", "");
  const struct {
    std::vector<std::string> words;
    std::string what;
  } lines[] = {
      {{"policy", "inti"}, "\"inti\" is nothing to do with a policy; write `plimsoll policy init`"},
      {{"policy", "lint"}, "`plimsoll policy lint` needs one FILE"},
      {{"policy", "lint", one, one}, "`plimsoll policy lint` needs one FILE"},
      {{"policy", "lint", one, "--policy", one}, "`plimsoll policy lint` needs one FILE"},
      {{"policy", "lint", path("none.toml")}, "there is no such file"},
      {{"policy", "lint", one, "-o", "x"}, "only `plimsoll policy init` writes a file"},
      {{"policy", "diff"}, "`plimsoll policy diff` needs one file"},
      {{"policy", "diff", one, one, one}, "`plimsoll policy diff` needs one file"},
      {{"policy", "diff", "-", "-"}, "standard input is one policy"},
      {{"policy", "init", "p.toml"}, "write `plimsoll policy init -o p.toml`"},
      {{"policy", "init", "--policy", one}, "`plimsoll policy init` reads no policy"},
      {{"policy", "init", "--json"}, "a policy is TOML"},
      {{"policy", "init", "-o", path("no/p.toml")}, "does not exist"},
  };
  for (const auto& [words, what] : lines) {
    const Ran refused = ran(words);
    EXPECT_EQ(refused.exit, Exit::bad_input) << what;
    EXPECT_TRUE(holds(refused.err, what)) << refused.err;
  }
}

}  // namespace
}  // namespace plimsoll::cli
