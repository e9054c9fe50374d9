#pragma once
// From argv to a command, its operand and its options: words only, no meaning yet.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "apps/cli/commands.hpp"
#include "base/result.hpp"

namespace plimsoll::cli {

struct Arguments {
  const Command* command = nullptr;
  std::optional<std::string> operand;
  std::vector<std::string> more;  // operands behind it, of a command that takes several
  std::map<std::string_view, std::string> values;  // by option name; a switch that is on is ""

  bool has(std::string_view option) const { return values.contains(option); }
  std::optional<std::string> value(std::string_view option) const {
    const auto found = values.find(option);
    return found == values.end() ? std::nullopt : std::optional{found->second};
  }
};

/// `words` without the program's name; the command comes first. "--help" and "--version" in its
/// place mean the commands help and version. Refused: what no command or option is called (with
/// the nearest that is), an option without its value or given twice, a second operand where one is
/// taken, what is not in this release.
Result<Arguments> parse_arguments(std::span<const std::string> words);

}  // namespace plimsoll::cli
