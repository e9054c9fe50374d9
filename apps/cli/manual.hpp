#pragma once
// Help on the screen and the manual page, both read from the table of commands.

#include <string>

#include "apps/cli/commands.hpp"
#include "report/text.hpp"

namespace plimsoll::cli {

/// What the program does and the list of commands.
std::string overview(const report::Paper& paper);

/// How one command is used: its operand, options, and a worked example.
std::string help_on(const Command& command, const report::Paper& paper);

/// plimsoll(1), as roff text. docs/man/plimsoll.1 is this, held by a test.
std::string manual_page();

}  // namespace plimsoll::cli
