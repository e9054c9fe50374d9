#include "strategy/policy_text.hpp"

#include <string_view>

#include "strategy/policy_keys.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::size_t columns = 100;

/// A comment that breaks at blanks, later lines indented below the first mark.
std::string comment(std::string_view mark, std::string_view text) {
  std::string out, line = "# " + std::string{mark};
  const std::string indent = "#" + std::string(mark.size() + 1, ' ');
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (!fresh && columns < line.size() + 1 + word.size()) {
      out += line + '\n';
      line = indent;
      fresh = true;
    }
    line += (fresh ? "" : " ") + std::string{word};
    fresh = false;
  }
  return out + line + '\n';
}

std::string number_text(double value) {
  std::string text = value_text(value);
  text = text.substr(1, text.size() - 2);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string about(const PolicyKey& key, const Policy& defaults) {
  std::string facts = std::string{key.unit};
  if (const std::string shape = key.shape(); !shape.empty()) facts += "; " + shape;
  if (key.range.least < key.range.most)
    facts += "; " + number_text(key.range.least) + " to " + number_text(key.range.most);
  return comment(std::string{key.name} + ": ", key.says) + comment("  unit: ", facts) +
         comment("  default: ", key.text(defaults)) + comment("  why: ", key.reason) +
         comment("  source: ", key.source);
}

}  // namespace

std::string policy_text(const Policy& policy) {
  const Policy defaults;
  std::string text =
      comment("", "What is decided about margin before the day it matters.") +
      comment("",
              "Fractions are of 1: \"0.25\" is 25 %. A number with a point stands in quotes, a "
              "whole one may stand without. A key that is left out has its default; one that "
              "is not listed here is an error. `plimsoll policy lint` reads the file, "
              "`plimsoll policy diff` says what differs from the defaults.") +
      "schema = \"" + std::string{policy_schema} + "\"\n";
  for (const PolicySection& section : policy_sections()) {
    text += "\n" + comment("", std::string{section.says}) + "[" + std::string{section.name} + "]\n";
    for (const PolicyKey& key : section.keys)
      text += "\n" + about(key, defaults) + std::string{key.name} + " = " + key.text(policy) + "\n";
  }
  return text;
}

}  // namespace plimsoll::strategy
