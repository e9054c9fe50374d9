#pragma once
// The commands and their options as a table. Parsing, help, completion and the manual page are all
// read from it, so none of them can forget one.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::cli {

/// What stands behind an option or where a command has an operand; completion offers it.
enum class Takes : std::uint8_t {
  nothing,  // a switch
  text,
  file,
  files,  // one each time the option is given
  directory,
  day,
  count,
  method,
  house,
  pack,
  risk_policy,
  risk_view,    // of a clearing house's file
  policy_view,  // what is done with a policy
  rate_schedule,
  level,
  broker,
  kind,
  schema,
  shell,
  command,
};

/// How many operands a command has.
enum class Operands : std::uint8_t { none, at_most_one, one, two, several };

enum class Release : std::uint8_t { this_one, later };

struct Option {
  std::string_view name;   // "--as-of"
  std::string_view brief;  // "-o", or empty
  Takes takes;
  std::string_view value;  // what help calls the value: "DATE"
  std::string_view says;
  Release release = Release::this_one;
};

struct Command {
  std::string_view name;
  std::string_view says;
  std::string_view operand;  // "ACCOUNT", or empty
  Takes operand_takes;
  Operands operands;
  std::span<const std::string_view> options;  // names, in the order help shows them
  std::string_view example;                   // a whole command line
  std::string_view details;                   // what help says below the first line
};

std::span<const Command> commands();
std::span<const Option> options();

/// Nothing where there is none of that name.
const Command* command_called(std::string_view name);
/// By name or brief form; the option must exist.
const Option& option_called(std::string_view name);

/// What `command` takes, those of later releases last: they are known so that they can be refused
/// by name.
std::vector<const Option*> options_of(const Command& command);

/// Names the contract gives to commands of later releases, so that they are not called typing
/// errors.
std::span<const std::string_view> commands_of_later_releases();

/// What may be written where `takes` stands, where that is a short list: methods, levels, shells,
/// brokers, kinds of account, schemas, commands.
std::vector<std::string> words_of(Takes takes);

}  // namespace plimsoll::cli
