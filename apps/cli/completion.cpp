#include "apps/cli/completion.hpp"

#include <array>

#include "apps/cli/commands.hpp"

namespace plimsoll::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<const Option*> offered(const Command& command) {
  std::vector<const Option*> all = options_of(command);
  std::erase_if(all, [](const Option* one) { return one->release == Release::later; });
  return all;
}

std::vector<std::string> names_of(const Command& command) {
  std::vector<std::string> names;
  for (const Option* option : offered(command)) names.emplace_back(option->name);
  return names;
}

/// `text` with `mark` before each character that is one of `which`.
std::string marked(std::string_view text, std::string_view which, std::string_view mark) {
  std::string out;
  for (const char c : text) {
    if (which.find(c) != std::string_view::npos) out += mark;
    out += c;
  }
  return out;
}

/// Inside single quotes of zsh, which an apostrophe must leave and open again.
std::string zsh_quoted(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c == '\'') out += "'\\''";
    else out += c;
  return out;
}

/// The same inside the brackets or between the colons of an _arguments specification.
std::string zsh_specified(std::string_view text) { return zsh_quoted(marked(text, "\\[]:", "\\")); }

/// Inside single quotes of fish.
std::string fish_quoted(std::string_view text) { return marked(text, "\\'", "\\"); }

/// A word first, and files behind it.
bool is_view(Takes takes) { return takes == Takes::risk_view || takes == Takes::policy_view; }

bool is_file(Takes takes) { return takes == Takes::file || takes == Takes::files; }

// bash

/// The shell's words that offer what may stand where `takes` is.
std::string bash_reply(Takes takes) {
  if (is_file(takes)) return "COMPREPLY=($(compgen -f -- \"$word\"))";
  if (takes == Takes::directory) return "COMPREPLY=($(compgen -d -- \"$word\"))";
  const std::string words = joined(words_of(takes));
  if (words.empty()) return "COMPREPLY=()";
  if (is_view(takes))
    return "COMPREPLY=($(compgen -W \"" + words + "\" -- \"$word\") $(compgen -f -- \"$word\"))";
  return "COMPREPLY=($(compgen -W \"" + words + "\" -- \"$word\"))";
}

std::string bash() {
  std::string out =
      "# Completion of plimsoll for bash; source it.\n"
      "_plimsoll() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    " +
      bash_reply(Takes::command) + "\n    return\n  fi\n  case \"$before\" in\n";
  for (const Option& option : options()) {
    if (option.takes == Takes::nothing || option.release == Release::later) continue;
    const std::string brief = option.brief.empty() ? "" : "|" + std::string{option.brief};
    out += "    " + std::string{option.name} + brief + ") " + bash_reply(option.takes) +
           "; return ;;\n";
  }
  out += "  esac\n  case \"${COMP_WORDS[1]}:$word\" in\n";
  for (const Command& command : commands()) {
    const std::string name{command.name};
    out += "    " + name + ":-*) COMPREPLY=($(compgen -W \"" + joined(names_of(command)) +
           "\" -- \"$word\")) ;;\n";
    if (!command.operand.empty())
      out += "    " + name + ":*) " + bash_reply(command.operand_takes) + " ;;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _plimsoll plimsoll\n";
}

// zsh

std::string zsh_action(Takes takes) {
  if (is_file(takes)) return "_files";
  if (takes == Takes::directory) return "_files -/";
  const std::string words = joined(words_of(takes));
  return words.empty() ? " " : "(" + words + ")";
}

std::string zsh() {
  std::string out =
      "#compdef plimsoll\n"
      "# Completion of plimsoll for zsh.\n"
      "_plimsoll() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const Command& command : commands())
    out += "    '" + std::string{command.name} + ":" + zsh_quoted(command.says) + "'\n";
  out +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string{command.name} + ")\n      _arguments";
    for (const Option* option : offered(command)) {
      out += " \\\n        '" + std::string{option->name} + "[" + zsh_specified(option->says) + "]";
      if (option->takes != Takes::nothing)
        out += ":" + zsh_specified(option->value) + ":" + zsh_action(option->takes);
      out += "'";
    }
    const bool view = is_view(command.operand_takes);
    if (!command.operand.empty()) {
      out +=
          command.operands == Operands::several && !view ? " \\\n        '*:" : " \\\n        '1:";
      out += std::string{command.operand} + ":" + zsh_action(command.operand_takes) + "'";
    }
    if (view) {
      out += command.operands == Operands::two ? " \\\n        '2:" : " \\\n        '*:";
      out += "FILE:_files'";
    }
    out += " ;;\n";
  }
  return out + "  esac\n}\ncompdef _plimsoll plimsoll\n";
}

// fish

std::string fish_values(Takes takes) {
  if (takes == Takes::nothing) return "";
  if (is_file(takes)) return " -r -F";
  if (takes == Takes::directory) return " -x -a '(__fish_complete_directories)'";
  const std::string words = joined(words_of(takes));
  return words.empty() ? " -x" : " -x -a '" + words + "'";
}

std::string fish() {
  std::string out =
      "# Completion of plimsoll for fish.\n"
      "complete -c plimsoll -f\n";
  for (const Command& command : commands())
    out += "complete -c plimsoll -n __fish_use_subcommand -a " + std::string{command.name} +
           " -d '" + fish_quoted(command.says) + "'\n";
  for (const Command& command : commands()) {
    const std::string when =
        "complete -c plimsoll -n '__fish_seen_subcommand_from " + std::string{command.name} + "'";
    if (command.operand_takes == Takes::file) out += when + " -F\n";
    else if (const auto words = joined(words_of(command.operand_takes)); !words.empty())
      out += when + (is_view(command.operand_takes) ? " -F" : "") + " -a '" + words + "'\n";
    for (const Option* option : offered(command)) {
      out += when + " -l " + std::string{option->name.substr(2)};
      if (!option->brief.empty()) out += " -s " + std::string{option->brief.substr(1)};
      out += fish_values(option->takes) + " -d '" + fish_quoted(option->says) + "'\n";
    }
  }
  return out;
}

}  // namespace

Result<std::string> completion(std::string_view shell) {
  if (shell == "bash") return bash();
  if (shell == "zsh") return zsh();
  if (shell == "fish") return fish();
  return fail(Reason::bad_input, "there is no completion for \"" +
                                     std::string{shell.substr(0, 40)} +
                                     "\"; write bash, zsh or fish");
}

}  // namespace plimsoll::cli
