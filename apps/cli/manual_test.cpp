#include "apps/cli/manual.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "apps/cli/files.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

TEST(Manual, TheOverviewListsEveryCommand) {
  const std::string page = overview({});
  for (const Command& command : commands())
    EXPECT_TRUE(holds(page, "\n  " + std::string{command.name} + "  ")) << command.name;
}

TEST(Manual, HelpShowsEveryOptionOfThisReleaseAndAnExample) {
  for (const Command& command : commands()) {
    const std::string page = help_on(command, {});
    EXPECT_TRUE(page.starts_with("plimsoll " + std::string{command.name}));
    EXPECT_TRUE(holds(page, command.example));
    for (const Option* option : options_of(command))
      EXPECT_EQ(holds(page, option->name), option->release == Release::this_one) << option->name;
  }
  EXPECT_TRUE(holds(help_on(*command_called("margin"), {}), "\n  --as-of DATE          the day "));
  EXPECT_TRUE(help_on(*command_called("import"), {}).starts_with("plimsoll import FILE... [opt"));
  EXPECT_TRUE(help_on(*command_called("margin"), {}).starts_with("plimsoll margin ACCOUNT [opt"));
  EXPECT_TRUE(help_on(*command_called("help"), {}).starts_with("plimsoll help [COMMAND]"));
  EXPECT_TRUE(holds(help_on(*command_called("import"), {}), "margin, cash, retirement, portfolio"));
  EXPECT_TRUE(holds(help_on(*command_called("margin"), {}), "watch, warn, critical, breach"));
}

TEST(Manual, ThePageInTheRepositoryIsThisOne) {
  const std::string path = "docs/man/plimsoll.1";
  if (std::getenv("UPDATE") != nullptr) { ASSERT_TRUE(write_file(path, manual_page())); }
  const auto page = read_file(path);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->bytes, manual_page()) << "UPDATE=1 writes it anew";
}

TEST(Manual, RoffIsNotConfusedByWhatItPrints) {
  const std::string page = manual_page();
  EXPECT_TRUE(page.starts_with(".TH PLIMSOLL 1 "));
  EXPECT_TRUE(holds(page, ".B \\-\\-as\\-of DATE\n"));
  for (std::size_t at = 0; (at = page.find("\n'", at)) != std::string::npos; ++at)
    ADD_FAILURE() << page.substr(at, 40);
}

}  // namespace
}  // namespace plimsoll::cli
