#include "market/multiple_in_name.hpp"

#include <algorithm>
#include <vector>

namespace plimsoll {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Words in capitals, cut at anything but letters, digits, points and signs.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool letter = upper >= 'A' && upper <= 'Z';
    const bool starts_number = words.back().empty() && (c == '-' || c == '+');
    if (letter || is_digit(c) || c == '.' || starts_number) words.back() += upper;
    else if (!words.back().empty()) words.emplace_back();
  }
  return words;
}

/// "2X", "1.5X", "-1X": not "1X", which is what a share is.
bool is_multiple(std::string_view word) {
  const bool negative = word.starts_with('-');
  if (negative || word.starts_with('+')) word.remove_prefix(1);
  if (word.size() < 2 || word.back() != 'X' || !is_digit(word.front())) return false;
  word.remove_suffix(1);
  if (!std::ranges::all_of(word, [](char c) { return is_digit(c) || c == '.'; })) return false;
  return negative || word != "1";
}

}  // namespace

std::string multiple_in_name(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  const auto has_start = [&](std::string_view start) {
    return std::ranges::any_of(words, [&](const auto& word) { return word.starts_with(start); });
  };
  // "Ultra short" bonds and "bear" markets are other people's words too.
  const bool of_proshares = has_start("PROSH");
  const bool daily = has_start("DAILY") || has_start("DIREXION");
  for (const std::string& word : words) {
    const bool says_so = is_multiple(word) || word.starts_with("ULTRAPRO") ||
                         word.starts_with("LEVERAGED") || word == "INVERSE" ||
                         (of_proshares && word.starts_with("ULTRA")) ||
                         (daily && (word == "BULL" || word == "BEAR"));
    if (says_so) return word;
  }
  return {};
}

}  // namespace plimsoll
