#include "strategy/policy_read.hpp"

#include <gtest/gtest.h>

#include "strategy/policy_diff.hpp"
#include "strategy/policy_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using testing::policy_tree;
using testing::tree_of;

std::vector<std::string> mistakes_in(const Node& tree) {
  const auto read = read_policy(tree, "p.toml");
  std::vector<std::string> lines;
  if (!read)
    for (const Error& error : read.error()) lines.push_back(error.where + ": " + error.what);
  return lines;
}

using Lines = std::vector<std::string>;

TEST(PolicyRead, WhatIsLeftOutHasItsDefault) {
  const auto read = read_policy(policy_tree("[buffer]\ntarget_multiple = \"2.5\"\n"), "p.toml");
  ASSERT_TRUE(read) << read.error()[0].what;
  EXPECT_EQ(read->buffer.target_multiple, 2.5);
  EXPECT_EQ(policy_changes({}, *read).size(), 1U);
  EXPECT_TRUE(read_policy(policy_tree(""), "p.toml"));
}

TEST(PolicyRead, EveryMistakeIsGiven) {
  EXPECT_EQ(mistakes_in(policy_tree("[buffer]\n"
                                    "target_multipel = \"2\"\n"
                                    "mode = \"loose\"\n"
                                    "horizon_days = 0\n"
                                    "[bufer]\n"
                                    "x = 1\n")),
            (Lines{"p.toml:3: \"target_multipel\" is no key of [buffer]; did you mean "
                   "target_multiple?",
                   "p.toml:4: buffer.mode: \"loose\" is none of its words; write fixed, ratio, "
                   "regime or probability",
                   "p.toml:5: buffer.horizon_days: 0 is out of bounds; write 1 to 2520",
                   "p.toml:6: [bufer] is no table of a policy; did you mean [buffer]?"}));
}

TEST(PolicyRead, AKeyOfAnotherTableIsShownItsPlace) {
  EXPECT_EQ(mistakes_in(policy_tree("[buffer]\nkelly_fraction = \"0.5\"\n")),
            (Lines{"p.toml:3: \"kelly_fraction\" is no key of [buffer]; it is a key of [size]; "
                   "write it there"}));
  EXPECT_EQ(mistakes_in(policy_tree("[ladder]\nxyzzy = 1\n")),
            (Lines{"p.toml:3: \"xyzzy\" is no key of [ladder]; it has rungs"}));
}

TEST(PolicyRead, TheSchemaAndItsTables) {
  EXPECT_EQ(mistakes_in(tree_of("[buffer]\n")),
            (Lines{"p.toml:1: it has no schema; write schema = \"plimsoll.policy/1\""}));
  EXPECT_EQ(mistakes_in(tree_of("schema = \"plimsoll.house/1\"\n")),
            (Lines{"p.toml:1: schema \"plimsoll.house/1\"; write schema = \"plimsoll.policy/1\""}));
  EXPECT_EQ(mistakes_in(policy_tree("buffer = \"2\"\n")),
            (Lines{"p.toml:2: buffer is not a table; write [buffer], and its keys below"}));
  const auto xyzzy = mistakes_in(policy_tree("[xyzzyxyzzy]\n"));
  ASSERT_EQ(xyzzy.size(), 1U);
  EXPECT_TRUE(
      xyzzy[0].starts_with("p.toml:2: [xyzzyxyzzy] is no table of a policy; it has "
                           "schedule, buffer, carry, "));
}

TEST(PolicyRead, ContradictionsStandWhereTheFileHasThem) {
  EXPECT_EQ(mistakes_in(policy_tree("[levels]\nwatch = \"1.75\"\nwarn = \"1.8\"\n")),
            (Lines{"p.toml:4: levels.warn: warn \"1.8\" is above watch \"1.75\"; exchange or "
                   "change them"}));
  // The key of the contradiction has its default: its table, or the file, has the place.
  EXPECT_EQ(mistakes_in(policy_tree("[levels]\nwatch = \"1.4\"\n")),
            (Lines{"p.toml:2: levels.warn: warn \"1.5\" is above watch \"1.4\"; exchange or "
                   "change them"}));
  EXPECT_EQ(mistakes_in(policy_tree("[levels]\nwatch = \"2.5\"\n")),
            (Lines{"p.toml:1: buffer.target_multiple: target_multiple \"2.0\" is below "
                   "levels.watch \"2.5\"; exchange or change them"}));
}

TEST(PolicyRead, NoContradictionIsLookedForAmongWhatCouldNotBeRead) {
  EXPECT_EQ(mistakes_in(policy_tree("[levels]\nwatch = \"x\"\nwarn = \"3\"\n")).size(), 1U);
}

}  // namespace
}  // namespace plimsoll::strategy
