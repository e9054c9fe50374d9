#pragma once
// The members of one object, read by name. Each reader answers nothing where the member is absent,
// and nothing and a note where it is there and wrong.

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "apps/json/notes.hpp"
#include "apps/json/place.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/fixed48.hpp"
#include "base/node.hpp"
#include "money/money.hpp"

namespace plimsoll::json {

using Keys = std::span<const std::string_view>;

/// What a model input may be. `hint` says what a value outside was probably meant as.
struct RealRange {
  double low;
  double high;
  std::string_view hint = {};
};

/// What a number of a lending protocol may be: whole bounds, `hint` as above.
struct FixedRange {
  std::int64_t low;
  std::int64_t high;
  std::string_view hint = {};
};

struct WholeRange {
  int low;
  int high;
};

/// A word of the contract and what it means here.
template <class E>
struct Word {
  std::string_view text;
  E value;
};

/// Whether `node` is an object; a note where it is not.
bool is_object(const Node& node, const Place& place, Notes& notes);
bool is_array(const Node& node, const Place& place, Notes& notes);

// One value, wherever it stands. A note and nothing where it is not what is asked for.
std::optional<std::string> read_text(const Node& node, const Place& place, Notes& notes);
/// The same of at most `bytes_max` bytes, where a text is longer than a name.
std::optional<std::string> read_long_text(const Node& node, std::size_t bytes_max,
                                          const Place& place, Notes& notes);
/// At most `size_max` above and below zero; a number, or a string holding one.
std::optional<Decimal> read_decimal(const Node& node, Decimal size_max, const Place& place,
                                    Notes& notes);
/// To 18 places; what is behind them is refused, not cut off.
std::optional<Fixed48> read_fixed(const Node& node, const FixedRange& range, const Place& place,
                                  Notes& notes);
std::optional<double> read_real(const Node& node, const RealRange& range, const Place& place,
                                Notes& notes);
std::optional<int> read_whole(const Node& node, WholeRange range, const Place& place, Notes& notes);
std::optional<Quantity> read_quantity(const Node& node, const Place& place, Notes& notes);
std::optional<Date> read_date(const Node& node, const Place& place, Notes& notes);
std::optional<bool> read_boolean(const Node& node, const Place& place, Notes& notes);
/// The index of the word it is.
std::optional<std::size_t> read_word(const Node& node, Keys words, const Place& place,
                                     Notes& notes);

class Fields {
 public:
  /// `object` is one (is_object). Notes every member not in `known`, with the key it was probably
  /// meant to be.
  Fields(const Node& object, const Place& place, Keys known, Notes& notes);

  /// Notes each of these that is absent.
  void require(std::initializer_list<std::string_view> keys) const;
  const Node* find(std::string_view key) const { return object_.find(key); }
  void refuse(std::string_view key, std::string what) const { notes_.refuse(place_ / key, what); }
  const Place& place() const { return place_; }
  Notes& notes() const { return notes_; }

  std::optional<std::string> text(std::string_view key) const;
  std::optional<Decimal> decimal(std::string_view key, Decimal size_max) const;
  std::optional<Fixed48> fixed(std::string_view key, const FixedRange& range) const;
  std::optional<double> real(std::string_view key, const RealRange& range) const;
  std::optional<int> whole(std::string_view key, WholeRange range) const;
  std::optional<Quantity> quantity(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  std::optional<bool> boolean(std::string_view key) const;

  template <class E, std::size_t n>
  std::optional<E> word(std::string_view key, const std::array<Word<E>, n>& words) const {
    const Node* node = find(key);
    if (node == nullptr) return {};
    std::array<std::string_view, n> texts;
    for (std::size_t i = 0; i < n; ++i) texts[i] = words[i].text;
    const auto found = read_word(*node, texts, place_ / key, notes_);
    return found ? std::optional{words[*found].value} : std::nullopt;
  }

 private:
  const Node& object_;
  const Place& place_;
  Notes& notes_;
};

}  // namespace plimsoll::json
