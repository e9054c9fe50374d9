// The words of a house profile.

#include "rules/house_words.hpp"

#include <algorithm>

#include "rules/house.hpp"

namespace plimsoll {

std::string_view name_of(HouseScope scope) { return word_at(house::scopes, scope); }
std::string_view name_of(HouseMode mode) { return word_at(house::modes, mode); }
std::string_view name_of(HouseOf of) { return word_at(house::ofs, of); }
std::string_view name_of(HouseWord word) { return word_at(house::words, word); }
std::string_view name_of(HouseNumber number) { return word_at(house::numbers, number); }

namespace house {

std::span<const std::string_view> words_of(HouseWord word) {
  static constexpr std::array<std::string_view, 2> sides{"long", "short"};
  static constexpr std::array<std::string_view, 6> securities{"equity",      "etf",     "etn",
                                                              "mutual_fund", "warrant", "option"};
  static constexpr std::array<std::string_view, 2> options{"call", "put"};
  static constexpr std::array<std::string_view, 2> indices{"broad", "narrow"};
  static constexpr std::array<std::string_view, 3> accounts{"margin", "cash", "retirement"};
  static constexpr std::array<std::string_view, 3> strategies{"uncovered_option", "short_straddle",
                                                              "spread"};
  switch (word) {
    case HouseWord::side:
      return sides;
    case HouseWord::security:
      return securities;
    case HouseWord::option:
      return options;
    case HouseWord::index:
      return indices;
    case HouseWord::underlying:
      return {};
    case HouseWord::account:
      return accounts;
    case HouseWord::strategy:
      return strategies;
  }
  return {};
}

}  // namespace house
}  // namespace plimsoll
