#include "apps/cli/manual.hpp"

#include <algorithm>

#include "apps/cli/version.hpp"

namespace plimsoll::cli {
namespace {

using report::Emphasis;
using report::inked;
using report::Paper;

std::string usage_of(const Command& command) {
  std::string usage = "plimsoll " + std::string{command.name};
  const std::string operand{command.operand};
  switch (command.operands) {
    case Operands::none:
      break;
    case Operands::at_most_one:
      usage += " [" + operand + "]";
      break;
    case Operands::one:
    case Operands::two:
      usage += " " + operand;
      break;
    case Operands::several:
      usage += " " + operand + "...";
      break;
  }
  if (!command.options.empty()) usage += " [options]";
  return usage;
}

std::string spelling_of(const Option& option) {
  std::string spelling = option.brief.empty() ? "" : std::string{option.brief} + ", ";
  spelling += option.name;
  if (!option.value.empty()) spelling += " " + std::string{option.value};
  return spelling;
}

std::vector<const Option*> shown_options(const Command& command) {
  std::vector<const Option*> shown = options_of(command);
  std::erase_if(shown, [](const Option* one) { return one->release == Release::later; });
  return shown;
}

/// Two columns: the names, and what they say, wrapped behind them.
std::string entry(std::string name, std::string_view says, std::size_t column, const Paper& paper) {
  name = "  " + name;
  const std::size_t used = report::width_of(name);
  if (used + 2 > column)
    return name + "\n" + report::item(std::string(column, ' '), says, paper.width);
  name.append(column - used, ' ');
  return report::item(name, says, paper.width);
}

/// A minus sign in roff is "\-"; a line that begins with a point would be a command.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string roff_command(const Command& command) {
  std::string out = ".SS " + roff(usage_of(command)) + "\n" + roff(command.says) + ".\n";
  if (!command.details.empty()) {
    std::string details{command.details};
    std::ranges::replace(details, '\n', ' ');
    details.erase(details.find_last_not_of(' ') + 1);
    out += ".PP\n" + roff(details) + "\n";
  }
  for (const Option* option : shown_options(command))
    if (option->name != "--help")
      out += ".TP\n.B " + roff(spelling_of(*option)) + "\n" + roff(option->says) + ".\n";
  return out + ".PP\nExample:\n.PP\n.nf\n.RS\n" + roff(command.example) + "\n.RE\n.fi\n";
}

}  // namespace

std::string overview(const Paper& paper) {
  std::string out = inked("plimsoll", Emphasis::strong, paper.ink) +
                    ": margin requirements, explained\n\n"
                    "usage: plimsoll COMMAND [options]\n\n" +
                    inked("commands", Emphasis::strong, paper.ink) + "\n";
  for (const Command& command : commands())
    out += entry(std::string{command.name}, command.says, 14, paper);
  return out + "\n" + inked("example", Emphasis::strong, paper.ink) + "\n  " +
         std::string{commands().front().example} +
         "\n\n`plimsoll help COMMAND` says more. Exit status: 0 answered; 1 our failure; 2 bad "
         "input, nothing\nwas computed; 3 answered, and the level of --fail-on was reached.\n";
}

std::string help_on(const Command& command, const Paper& paper) {
  std::string out = inked(usage_of(command), Emphasis::strong, paper.ink) + "\n\n" +
                    std::string{command.says} + "\n";
  if (!command.details.empty()) out += "\n" + std::string{command.details};
  out += "\n" + inked("options", Emphasis::strong, paper.ink) + "\n";
  for (const Option* option : shown_options(command)) {
    out += entry(spelling_of(*option), option->says, 24, paper);
    std::string words;
    if (option->takes == Takes::method || option->takes == Takes::broker ||
        option->takes == Takes::level || option->takes == Takes::kind ||
        option->takes == Takes::house || option->takes == Takes::pack ||
        option->takes == Takes::risk_policy)
      for (const std::string& word : words_of(option->takes))
        words += (words.empty() ? "" : ", ") + word;
    if (!words.empty()) out += report::item(std::string(24, ' '), words, paper.width);
  }
  return out + "\n" + inked("example", Emphasis::strong, paper.ink) + "\n  " +
         std::string{command.example} + "\n";
}

std::string manual_page() {
  std::string out =
      ".TH PLIMSOLL 1 \"\" \"plimsoll " + std::string{version()} +
      "\" \"User Commands\"\n.SH NAME\nplimsoll \\- margin requirements, explained\n"
      ".SH SYNOPSIS\n.B plimsoll\n.I COMMAND\n[options]\n.SH DESCRIPTION\n"
      "Reads an account of stock, options, bonds and futures, from an account document or "
      "a broker's export,\nand answers the margin it must hold, why, and how much "
      "room is left. Every amount is traced\nto its paragraph and its line of code.\n"
      ".SH COMMANDS\n";
  for (const Command& command : commands()) out += roff_command(command);
  out +=
      ".SH EXIT STATUS\n.TP\n.B 0\nAnswered.\n.TP\n.B 1\nOur failure.\n.TP\n.B 2\nBad input: "
      "nothing was computed. Each mistake is one line on standard error.\n.TP\n.B 3\n"
      "Answered, and the level of\n.B \\-\\-fail\\-on\nwas reached.\n"
      ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhere set and not empty, nothing is coloured.\n.TP\n"
      ".B PLIMSOLL_PROFILES\nA folder of security lists, house profiles and parameter packs, "
      "where\n"
      ".B \\-\\-profiles\nis not given.\n";
  return out;
}

}  // namespace plimsoll::cli
