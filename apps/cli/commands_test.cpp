#include "apps/cli/commands.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace plimsoll::cli {
namespace {

TEST(Commands, NamesAreUniqueAndOptionsExist) {
  std::set<std::string_view> names;
  for (const Command& command : commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name;
    EXPECT_EQ(command_called(command.name), &command);
    EXPECT_TRUE(command.example.starts_with("plimsoll ")) << command.name;
    EXPECT_FALSE(command.says.empty());
    std::set<std::string_view> given;
    for (const Option* option : options_of(command))
      EXPECT_TRUE(given.insert(option->name).second) << command.name << " " << option->name;
    EXPECT_TRUE(given.contains("--help"));
  }
  for (const std::string_view later : commands_of_later_releases())
    EXPECT_TRUE(names.insert(later).second) << later;
  EXPECT_EQ(command_called("x"), nullptr);
}

TEST(Commands, EveryOptionIsSomebodysAndSwitchesHaveNoValue) {
  std::set<std::string_view> used;
  for (const Command& command : commands())
    for (const Option* option : options_of(command)) used.insert(option->name);
  for (const Option& option : options()) {
    EXPECT_TRUE(used.contains(option.name)) << option.name;
    EXPECT_EQ(option.takes == Takes::nothing, option.value.empty()) << option.name;
    EXPECT_EQ(&option_called(option.name), &option);
  }
  EXPECT_EQ(option_called("-o").name, "--output");
}

TEST(Commands, ShortListsAreOffered) {
  const auto offers = [](Takes takes, std::string_view word) {
    const auto words = words_of(takes);
    return std::ranges::find(words, word) != words.end();
  };
  EXPECT_TRUE(offers(Takes::method, "reg_t"));
  EXPECT_TRUE(offers(Takes::method, "all"));
  EXPECT_TRUE(offers(Takes::risk_policy, "kdpw"));
  EXPECT_TRUE(offers(Takes::risk_view, "arrays"));
  EXPECT_TRUE(offers(Takes::policy_view, "diff"));
  EXPECT_TRUE(offers(Takes::rate_schedule, "ibkr-pro-usd"));
  EXPECT_TRUE(offers(Takes::broker, "fidelity"));
  EXPECT_TRUE(offers(Takes::kind, "portfolio_margin"));
  EXPECT_FALSE(offers(Takes::kind, "futures"));
  EXPECT_TRUE(offers(Takes::level, "breach"));
  EXPECT_TRUE(offers(Takes::schema, "account"));
  EXPECT_TRUE(offers(Takes::shell, "fish"));
  EXPECT_TRUE(offers(Takes::command, "compare"));
  for (const Takes takes : {Takes::nothing, Takes::text, Takes::file, Takes::files,
                            Takes::directory, Takes::day, Takes::count})
    EXPECT_TRUE(words_of(takes).empty());
}

TEST(CommandsDeathTest, AnOptionOutsideTheTable) {
  EXPECT_DEATH(option_called("--xyzzy"), "option_table");
  EXPECT_DEATH(option_called(""), "name.empty");
}

}  // namespace
}  // namespace plimsoll::cli
