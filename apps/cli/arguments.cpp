#include "apps/cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/nearest.hpp"

namespace plimsoll::cli {
namespace {

std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& known) {
  const auto near = nearest(written, known);
  return near ? "; did you mean " + std::string{*near} + "?" : "";
}

std::string in_quotes(std::string_view word) {
  return "\"" + std::string{word.substr(0, 60)} + "\"";
}

Error mistake(std::string what) { return {Reason::bad_input, std::move(what), ""}; }

Result<const Command*> command_of(std::string_view word) {
  if (word == "--help" || word == "-h") word = "help";
  if (word == "--version" || word == "-V") word = "version";
  if (const Command* command = command_called(word)) return command;
  const auto later = commands_of_later_releases();
  if (std::ranges::find(later, word) != later.end())
    return fail(Reason::not_covered, "the command " + std::string{word} +
                                         " is not in this release; `plimsoll help` lists what is");
  if (word.starts_with('-'))
    return fail(Reason::bad_input,
                "the command comes first, options after it: `plimsoll margin "
                "account.json --json`; " +
                    in_quotes(word) + " is no command");
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string guess = did_you_mean(word, names);
  return fail(Reason::bad_input, "there is no command " + in_quotes(word) +
                                     (guess.empty() ? "; `plimsoll help` lists them" : guess));
}

std::vector<std::string_view> option_names(const Command& command) {
  std::vector<std::string_view> names;
  for (const Option* option : options_of(command)) names.push_back(option->name);
  return names;
}

/// A word no option and no operand took.
Error leftover(const Command& command, const std::string& word) {
  const std::string name{command.name};
  if (!word.starts_with('-') || word == "-") {
    if (command.operand.empty())
      return mistake("`plimsoll " + name + "` takes no " + in_quotes(word));
    return mistake("one " + std::string{command.operand} + " at a time: " + in_quotes(word) +
                   " is a second one");
  }
  const std::string option = word.substr(0, word.find('='));
  const std::string guess = did_you_mean(option, option_names(command));
  return mistake("there is no option " + in_quotes(option) + " of `plimsoll " + name + "`" +
                 (guess.empty() ? "; `plimsoll help " + name + "` lists them" : guess));
}

/// What the library holds for each option until it has read the words.
struct Slot {
  const Option* option;
  std::vector<std::string> given;
  bool on = false;
};

CLI::Option* add(Slot& slot, CLI::App& app) {
  const std::string names =
      (slot.option->brief.empty() ? "" : std::string{slot.option->brief} + ",") +
      std::string{slot.option->name};
  if (slot.option->takes == Takes::nothing) return app.add_flag(names, slot.on);
  return app.add_option(names, slot.given)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
}

Error without_value(const Option& option) {
  const std::string name{option.name};
  return mistake(name + " needs its value: " + name + " " + std::string{option.value});
}

/// The library's own sentences name the option; ours add what to write.
Error refusal_of(const CLI::ParseError& error, const Command& command) {
  std::string what = error.what();
  for (const Option* option : options_of(command))
    if (option->takes != Takes::nothing && what.find(option->name) != std::string::npos)
      return without_value(*option);
  std::ranges::replace(what, '\n', ' ');
  return mistake(what + "; `plimsoll help " + std::string{command.name} + "` says how it is used");
}

Result<Arguments> gathered(const Command& command, const std::vector<Slot>& slots,
                           const std::vector<std::string>& operands) {
  Arguments read{.command = &command, .operand = {}, .more = {}, .values = {}};
  for (const Slot& slot : slots) {
    const Option& option = *slot.option;
    if (!slot.on && slot.given.empty()) continue;
    if (option.release == Release::later)
      return fail(Reason::not_covered, std::string{option.name} + " (" + std::string{option.says} +
                                           ") is not in this release; leave it out");
    if (slot.given.size() > 1 && option.takes != Takes::method && option.takes != Takes::house &&
        option.takes != Takes::pack && option.takes != Takes::files)
      return fail(Reason::bad_input, std::string{option.name} + " is given twice; once is enough");
    std::string value;
    // A path may hold a comma; none holds the end of a line that a person would type.
    const std::string_view between = option.takes == Takes::files ? "\n" : ",";
    for (const std::string& one : slot.given)
      value += (value.empty() ? std::string{} : std::string{between}) + one;
    if (option.takes != Takes::nothing && value.empty())
      return std::unexpected{without_value(option)};
    read.values[option.name] = value;
  }
  if (!operands.empty()) {
    read.operand = operands.front();
    read.more.assign(operands.begin() + 1, operands.end());
  }
  const bool two = command.operands == Operands::two;
  const bool needed =
      two || command.operands == Operands::one || command.operands == Operands::several;
  const bool lacking = (needed && !read.operand) || (two && read.more.empty());
  if (lacking && !read.has("--help"))
    return fail(Reason::bad_input, "`plimsoll " + std::string{command.name} + "` needs its " +
                                       std::string{command.operand} +
                                       ", like: " + std::string{command.example});
  return read;
}

}  // namespace

Result<Arguments> parse_arguments(std::span<const std::string> words) {
  if (words.empty())
    return fail(Reason::bad_input, "say what to do: `plimsoll help` lists the commands");
  PLIMSOLL_TRY(command, command_of(words.front()));

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<Slot> slots;
  for (const Option* option : options_of(*command)) slots.push_back({option, {}, false});
  for (Slot& slot : slots) add(slot, app);

  // The library takes its words last first.
  std::vector<std::string> reversed(words.rbegin(), words.rend() - 1);
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) { return std::unexpected{refusal_of(error, *command)}; }
  std::vector<std::string> operands;
  for (const std::string& word : app.remaining()) {
    const bool is_option = word.starts_with('-') && word != "-";
    const std::size_t most = command->operands == Operands::two ? 2 : 1;
    const bool one_too_many = operands.size() >= most && command->operands != Operands::several;
    if (is_option || command->operands == Operands::none || one_too_many)
      return std::unexpected{leftover(*command, word)};
    operands.push_back(word);
  }
  return gathered(*command, slots, operands);
}

}  // namespace plimsoll::cli
