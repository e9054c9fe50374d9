#pragma once
// Where a command runs: its streams and what it may know of the terminal. main() alone looks at the
// environment; everything below takes it from here.

#include <iosfwd>
#include <optional>
#include <string>

#include "report/text.hpp"

namespace plimsoll::cli {

struct Session {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  report::Paper paper = {};
  std::optional<std::string> profiles = {};  // PLIMSOLL_PROFILES
};

/// The program's exit status.
enum class Exit : int {
  answered = 0,
  our_failure = 1,
  bad_input = 2,  // nothing was computed
  level_reached = 3,
};

}  // namespace plimsoll::cli
