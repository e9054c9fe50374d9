#pragma once
// The words a house profile may use, each list in the order of its enum.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rules/house.hpp"

namespace plimsoll {
namespace house {

inline constexpr std::array<std::string_view, 3> scopes{"position", "group", "account"};
inline constexpr std::array<std::string_view, 5> modes{"floor", "add", "multiply", "replace",
                                                       "block"};
inline constexpr std::array<std::string_view, 9> ofs{
    "market_value",  "purchase", "underlying", "underlying_least", "option", "beside_premium",
    "cost_to_close", "spread",   "credit"};
inline constexpr std::array<std::string_view, house_words> words{
    "side", "security", "option", "index", "underlying", "account", "strategy"};
inline constexpr std::array<std::string_view, house_numbers> numbers{
    "price",     "leverage",   "concentration",    "days_to_liquidate",
    "ownership", "industry",   "largest_position", "debit",
    "equity",    "margin_rate"};

/// The words a fact may be; none where any symbol will do.
std::span<const std::string_view> words_of(HouseWord word);

/// The enum a word stands for.
template <class E, std::size_t n>
std::optional<E> meaning(const std::array<std::string_view, n>& list, std::string_view word) {
  for (std::size_t i = 0; i < n; ++i)
    if (list[i] == word) return static_cast<E>(i);
  return std::nullopt;
}

/// "position, group, account"
template <class List>
std::string listed(const List& list) {
  std::string text;
  for (const auto& word : list) text += (text.empty() ? "" : ", ") + std::string{word};
  return text;
}

}  // namespace house

template <class E, std::size_t n>
std::string_view word_at(const std::array<std::string_view, n>& list, E value) {
  return list[static_cast<std::size_t>(value)];
}

}  // namespace plimsoll
