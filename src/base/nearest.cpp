#include "base/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll {
namespace {

constexpr std::size_t word_bytes_max = 32;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edits between two short words, a swap of neighbours counting as one.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, word_bytes_max + 1>, word_bytes_max + 1> slips{};
  for (std::size_t i = 0; i <= a.size(); ++i) slips[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) slips[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
      slips[i][j] =
          std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, slips[i - 1][j - 1] + other});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1]))
        slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
    }
  }
  return slips[a.size()][b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view written,
                                        std::span<const std::string_view> known) {
  if (written.empty() || written.size() > word_bytes_max) return {};
  std::optional<std::string_view> best;
  std::size_t best_slips = std::max<std::size_t>(1, written.size() / 3) + 1;
  for (const std::string_view word : known) {
    if (word.size() > word_bytes_max) continue;
    const std::size_t slips = slips_between(written, word);
    if (slips < best_slips && slips < word.size()) {
      best = word;
      best_slips = slips;
    }
  }
  return best;
}

std::string choice_of(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

}  // namespace plimsoll
