#pragma once
// Texts, days, numbers and words of a profile's tree, each refused with its line. What they mean,
// their owner says.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/node.hpp"
#include "base/result.hpp"

namespace plimsoll {

/// "position, group, account"
template <class List>
std::string words_listed(const List& list) {
  std::string text;
  for (const auto& word : list) text += (text.empty() ? "" : ", ") + std::string{word};
  return text;
}

class ProfileNodes {
 protected:
  explicit ProfileNodes(std::string file) : file_{std::move(file)} {}

  std::unexpected<Error> refuse(const Node& at, std::string what) const {
    return fail(Reason::bad_input, std::move(what),
                at.line == 0 ? file_ : file_ + ":" + std::to_string(at.line));
  }
  Result<std::string> text_in(const Node& table, const std::string& key) const {
    const Node* node = table.find(key);
    if (!node) return refuse(table, "\"" + key + "\" is missing; write " + key + " = \"...\"");
    if (node->kind != Node::Kind::string || node->text.empty())
      return refuse(*node, key + " is not text; write it in quotes");
    return node->text;
  }
  Result<Date> date_in(const Node& table, const std::string& key) const {
    PLIMSOLL_TRY(text, text_in(table, key));
    const auto day = parse_date(text);
    if (!day) return refuse(*table.find(key), key + ": " + day.error().what);
    return *day;
  }
  /// Any number that fits.
  Result<Decimal> signed_number_of(const std::string& key, const Node& node) const {
    const bool written = node.kind == Node::Kind::string || node.kind == Node::Kind::number;
    const auto number = parse_decimal(written ? std::string_view{node.text} : std::string_view{});
    if (!number) return refuse(node, key + ": " + number.error().what);
    return *number;
  }
  Result<Decimal> number_of(const std::string& key, const Node& node) const {
    PLIMSOLL_TRY(number, signed_number_of(key, node));
    if (number.is_negative() || Decimal{1'000'000'000} < number)
      return refuse(node, key + " is " + node.text + "; write a number from 0 to 1000000000");
    return number;
  }
  /// The enum whose words, in its order, are `list`.
  template <class E, std::size_t n>
  Result<E> word_in(const std::array<std::string_view, n>& list, const Node& table,
                    const std::string& key) const {
    PLIMSOLL_TRY(text, text_in(table, key));
    const auto at = std::ranges::find(list, text);
    if (at != list.end()) return static_cast<E>(at - list.begin());
    return refuse(*table.find(key), key + " \"" + text.substr(0, 40) +
                                        "\" is unknown; write one of: " + words_listed(list));
  }
  template <std::size_t n>
  Result<void> known_keys(const Node& table, const std::array<std::string_view, n>& keys,
                          std::string_view of_what) const {
    if (table.kind != Node::Kind::object)
      return refuse(table, std::string{of_what} + " is not a table");
    for (const auto& [key, node] : table.members)
      if (std::ranges::find(keys, key) == keys.end())
        return refuse(node, "\"" + key.substr(0, 40) + "\" is no key of " + std::string{of_what} +
                                "; it has: " + words_listed(keys));
    return {};
  }
  const std::string& file() const { return file_; }

 private:
  std::string file_;
};

}  // namespace plimsoll
