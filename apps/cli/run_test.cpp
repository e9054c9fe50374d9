#include "apps/cli/run.hpp"

#include <gtest/gtest.h>

#include "apps/cli/commands.hpp"
#include "apps/cli/ran.hpp"

namespace plimsoll::cli {
namespace {

TEST(Run, HelpInEveryForm) {
  const std::string overview = ran({"help"}).out;
  EXPECT_EQ(ran({"--help"}).out, overview);
  EXPECT_EQ(ran({"-h"}).out, overview);
  EXPECT_EQ(ran({"help", "margin"}).out, ran({"margin", "--help"}).out);
  for (const Command& command : commands()) {
    const Ran one = ran({std::string{command.name}, "--help"});
    EXPECT_EQ(one.exit, Exit::answered) << command.name;
    EXPECT_TRUE(holds(one.out, command.example)) << command.name;
  }
}

TEST(Run, HelpOnWhatIsNotThere) {
  EXPECT_TRUE(holds(ran({"help", "marign"}).err, "did you mean margin?"));
  const Ran later = ran({"help", "stress"});
  EXPECT_EQ(later.exit, Exit::bad_input);
  EXPECT_TRUE(holds(later.err, "the command stress is not in this release"));
}

TEST(Run, Version) {
  EXPECT_TRUE(ran({"--version"}).out.starts_with("plimsoll "));
  EXPECT_EQ(ran({"version"}).out, ran({"--version"}).out);
}

TEST(Run, Completion) {
  EXPECT_TRUE(holds(ran({"completion", "bash"}).out, "complete -o filenames -F _plimsoll"));
  EXPECT_EQ(ran({"completion", "tcsh"}).exit, Exit::bad_input);
}

TEST(Run, MistakesOnTheCommandLineReachAProgramToo) {
  const Ran person = ran({"margin", "a", "--explian"});
  EXPECT_EQ(person.exit, Exit::bad_input);
  EXPECT_EQ(person.out, "");
  EXPECT_EQ(person.err,
            "plimsoll: there is no option \"--explian\" of `plimsoll margin`; did you mean "
            "--explain?\n");
  const Ran program = ran({"margin", "a", "--explian", "--json"});
  EXPECT_TRUE(holds(program.out, "\"schema\": \"plimsoll.error/1\""));
  EXPECT_EQ(ran({"margin", "a", "--as-of", "x", "--fail-on", "y"}).err,
            "plimsoll: --as-of: \"x\" is not a date; write YYYY-MM-DD\n"
            "plimsoll: --fail-on: there is no level \"y\"; write watch, warn, critical or "
            "breach\n");
}

}  // namespace
}  // namespace plimsoll::cli
