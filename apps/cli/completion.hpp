#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace plimsoll::cli {

/// A script for "bash", "zsh" or "fish" that completes commands, options and, where they are a
/// short list, their values; read from the table of commands.
Result<std::string> completion(std::string_view shell);

}  // namespace plimsoll::cli
