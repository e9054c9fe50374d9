#include "apps/cli/completion.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "apps/cli/commands.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

TEST(Completion, EachShellKnowsEveryCommandAndOption) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const auto script = completion(shell);
    ASSERT_TRUE(script);
    for (const Command& command : commands())
      EXPECT_TRUE(holds(*script, command.name)) << shell << " " << command.name;
    for (const Option& option : options()) {
      const std::string name = shell == std::string{"fish"}
                                   ? " -l " + std::string{option.name.substr(2)} + " "
                                   : std::string{option.name};
      EXPECT_EQ(holds(*script, name), option.release == Release::this_one) << shell << name;
    }
    EXPECT_TRUE(holds(*script, "reg_t tims span cross_margin all"));
    EXPECT_TRUE(holds(*script, "watch warn critical breach"));
    EXPECT_TRUE(holds(*script, "margin cash retirement portfolio_margin"));
  }
}

TEST(Completion, QuotesAreBalanced) {
  for (const char* shell : {"zsh", "fish"}) {
    const std::string script = *completion(shell);
    std::size_t at = 0;
    while (at < script.size()) {
      const std::size_t end = script.find('\n', at);
      std::string line = script.substr(at, end - at);
      for (const std::string_view apostrophe : {"'\\''", "\\'"})
        for (std::size_t found; (found = line.find(apostrophe)) != std::string::npos;)
          line.erase(found, apostrophe.size());
      EXPECT_EQ(std::ranges::count(line, '\'') % 2, 0) << line;
      at = end + 1;
    }
  }
}

TEST(Completion, DescriptionsKeepTheirApostrophesAndColons) {
  EXPECT_TRUE(holds(*completion("zsh"), R"('--balances[the broker'\''s balances file, where the)"));
  EXPECT_TRUE(
      holds(*completion("zsh"), R"('--explain[show how every amount was reached\: paragraph)"));
  EXPECT_TRUE(holds(*completion("zsh"), R"('import:a broker'\''s export to)"));
  EXPECT_TRUE(holds(*completion("fish"), R"(-d 'the broker\'s balances file, where the)"));
  EXPECT_TRUE(holds(*completion("fish"), "-d 'show how every amount was reached: paragraph"));
}

TEST(Completion, ImportGoesOnOfferingFiles) {
  const std::string zsh = *completion("zsh");
  EXPECT_TRUE(holds(zsh, "'*:FILE:_files'"));
  EXPECT_TRUE(holds(zsh, "'1:ACCOUNT:_files'"));
}

TEST(Completion, SpanOffersWhatToAskAndThenFiles) {
  EXPECT_TRUE(holds(*completion("bash"),
                    "span:*) COMPREPLY=($(compgen -W \"info arrays\" -- "
                    "\"$word\") $(compgen -f -- \"$word\"))"));
  EXPECT_TRUE(holds(*completion("zsh"),
                    "'1:info|arrays FILE:(info arrays)' \\\n        "
                    "'2:FILE:_files'"));
  EXPECT_TRUE(holds(*completion("fish"), "__fish_seen_subcommand_from span' -F -a 'info arrays'"));
  for (const char* shell : {"bash", "zsh", "fish"})
    EXPECT_TRUE(holds(*completion(shell), "cme hkex jscc kdpw london nse")) << shell;
}

TEST(Completion, AnotherShellIsRefused) {
  EXPECT_EQ(completion("tcsh").error().what,
            "there is no completion for \"tcsh\"; write bash, zsh or fish");
}

}  // namespace
}  // namespace plimsoll::cli
