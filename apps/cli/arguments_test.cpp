#include "apps/cli/arguments.hpp"

#include <gtest/gtest.h>

namespace plimsoll::cli {
namespace {

using Words = std::vector<std::string>;

TEST(Arguments, ACommandItsOperandAndItsOptionsInAnyOrder) {
  for (const Words& words : {Words{"margin", "a.json", "--as-of", "2026-11-20", "--json"},
                             Words{"margin", "--json", "--as-of=2026-11-20", "a.json"}}) {
    const auto read = parse_arguments(words);
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->command->name, "margin");
    EXPECT_EQ(read->operand, "a.json");
    EXPECT_EQ(read->value("--as-of"), "2026-11-20");
    EXPECT_TRUE(read->has("--json"));
    EXPECT_FALSE(read->has("--explain"));
    EXPECT_EQ(read->value("--market"), std::nullopt);
  }
}

TEST(Arguments, ADashIsAnOperandAndMethodsAddUp) {
  const auto read = parse_arguments(Words{"margin", "-", "--method", "reg_t", "--method", "tims"});
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->operand, "-");
  EXPECT_EQ(read->value("--method"), "reg_t,tims");
}

TEST(Arguments, OnlyImportTakesSeveralFiles) {
  const auto read = parse_arguments(Words{"import", "a.csv", "--json", "b.csv", "-"});
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->operand, "a.csv");
  EXPECT_EQ(read->more, (Words{"b.csv", "-"}));
  EXPECT_EQ(parse_arguments(Words{"import", "a.csv"})->more, Words{});
  EXPECT_FALSE(parse_arguments(Words{"margin", "a.csv", "b.csv"}));
}

TEST(Arguments, ADebitIsAnAmountAndNoOption) {
  for (const Words& words : {Words{"margin", "a.csv", "--cash", "-50000.00"},
                             Words{"margin", "--cash=-50000.00", "a.csv"}}) {
    const auto read = parse_arguments(words);
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->value("--cash"), "-50000.00");
    EXPECT_EQ(read->operand, "a.csv");
  }
}

TEST(Arguments, BriefFormsAndTheTwoWordsThatLookLikeOptions) {
  EXPECT_EQ(parse_arguments(Words{"import", "a.csv", "-o", "b.json"})->value("--output"), "b.json");
  EXPECT_EQ(parse_arguments(Words{"--help"})->command->name, "help");
  EXPECT_EQ(parse_arguments(Words{"-h"})->command->name, "help");
  EXPECT_EQ(parse_arguments(Words{"--version"})->command->name, "version");
  EXPECT_TRUE(parse_arguments(Words{"margin", "--help"})->has("--help"));
}

TEST(Arguments, WhatIsRefusedAndWhatToWriteInstead) {
  struct Line {
    Words words;
    std::string what;
  };
  const Line lines[] = {
      {{}, "say what to do: `plimsoll help` lists the commands"},
      {{"marign", "a"}, "there is no command \"marign\"; did you mean margin?"},
      {{"xyzzy"}, "there is no command \"xyzzy\"; `plimsoll help` lists them"},
      {{"stress", "a"}, "the command stress is not in this release; `plimsoll help` lists what is"},
      {{"--json", "margin"},
       "the command comes first, options after it: `plimsoll margin account.json --json`; "
       "\"--json\" is no command"},
      {{"margin", "a", "--explian"},
       "there is no option \"--explian\" of `plimsoll margin`; did you mean --explain?"},
      {{"rules", "--strict"},
       "there is no option \"--strict\" of `plimsoll rules`; `plimsoll help rules` lists them"},
      {{"margin", "a", "--xyzzy=1"},
       "there is no option \"--xyzzy\" of `plimsoll margin`; `plimsoll help margin` lists them"},
      {{"margin", "a", "b"}, "one ACCOUNT at a time: \"b\" is a second one"},
      {{"rules", "a"}, "`plimsoll rules` takes no \"a\""},
      {{"rules", "-"}, "`plimsoll rules` takes no \"-\""},
      {{"margin", "a", "--as-of"}, "--as-of needs its value: --as-of DATE"},
      {{"margin", "a", "--as-of="}, "--as-of needs its value: --as-of DATE"},
      {{"margin", "a", "--as-of", "2026-01-01", "--as-of", "2026-01-02"},
       "--as-of is given twice; once is enough"},
      {{"margin", "a", "--history", "h.csv"},
       "--history (price history) is not in this release; leave it out"},
      {{"compare", "a", "--history", "h.csv"},
       "--history (price history) is not in this release; leave it out"},
      {{"policy"},
       "`plimsoll policy` needs its init|lint|diff FILE, like: plimsoll policy init -o "
       "policy.toml"},
      {{"completion"},
       "`plimsoll completion` needs its SHELL, like: plimsoll completion bash > "
       "~/.local/share/bash-completion/completions/plimsoll"},
  };
  for (const Line& line : lines) {
    const auto read = parse_arguments(line.words);
    ASSERT_FALSE(read) << line.what;
    EXPECT_EQ(read.error().what, line.what);
  }
}

TEST(Arguments, HelpNeedsNoOperand) {
  for (const Command& command : commands())
    EXPECT_TRUE(parse_arguments(Words{std::string{command.name}, "--help"})) << command.name;
}

}  // namespace
}  // namespace plimsoll::cli
