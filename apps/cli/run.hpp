#pragma once
#include <span>
#include <string>

#include "apps/cli/session.hpp"

namespace plimsoll::cli {

/// The whole program: `words` are the command line without the program's name.
Exit run(std::span<const std::string> words, Session& session);

}  // namespace plimsoll::cli
