#include "io/split_ratio.hpp"

#include <charconv>
#include <string>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::int64_t most = 1'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> whole(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (wrong != std::errc{} || end != digits.data() + digits.size() || value < 1 || value > most)
    return {};
  return value;
}

/// The number that ends `text`, blanks and a dash apart; with nothing before it that makes it part
/// of another.
std::optional<std::int64_t> number_before(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '-')) text.remove_suffix(1);
  std::size_t from = text.size();
  while (from > 0 && is_digit(text[from - 1])) --from;
  if (from > 0 && text[from - 1] != ' ' && text[from - 1] != '(') return {};
  return whole(text.substr(from));
}

std::optional<std::int64_t> number_after(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '-')) text.remove_prefix(1);
  std::size_t to = 0;
  while (to < text.size() && is_digit(text[to])) ++to;
  if (to < text.size() && text[to] != ' ' && text[to] != ')' && text[to] != ',') return {};
  return whole(text.substr(0, to));
}

}  // namespace

std::optional<SplitRatio> split_ratio(std::string_view text) {
  constexpr std::string_view between = "FOR";
  const std::string words = upper(text);
  std::optional<SplitRatio> found;
  for (std::size_t at = words.find(between); at != std::string::npos;
       at = words.find(between, at + 1)) {
    const std::string_view all{words};
    const auto fresh = number_before(all.substr(0, at));
    const auto old = number_after(all.substr(at + between.size()));
    if (!fresh || !old) continue;
    const SplitRatio ratio{*fresh, *old};
    if (found && *found != ratio) return {};
    found = ratio;
  }
  return found;
}

}  // namespace plimsoll::io
