#include "apps/json/fields.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "apps/json/utf8.hpp"
#include "apps/json/writer.hpp"
#include "base/nearest.hpp"
#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

constexpr std::size_t shown_bytes_max = 40;

std::string shown(std::string_view text) {
  return text.size() <= shown_bytes_max
             ? in_quotes(text)
             : in_quotes(std::string{cut(text, shown_bytes_max)} + "...");
}

std::string_view kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::string:
      return "text";
    case Node::Kind::array:
      return "a list";
    case Node::Kind::object:
      return "an object";
  }
  std::unreachable();
}

void refuse_kind(const Node& node, std::string_view wanted, const Place& place, Notes& notes) {
  if (node.kind == Node::Kind::null)
    return notes.refuse(place, "this is null; leave the member out where it is unknown");
  notes.refuse(place, "this is " + std::string{kind_of(node)} + "; write " + std::string{wanted});
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// The digits of a number, bare or in a string.
std::optional<std::string_view> number_text(const Node& node, const Place& place, Notes& notes) {
  if (node.kind != Node::Kind::number && node.kind != Node::Kind::string) {
    refuse_kind(node, "a number, like \"230.10\"", place, notes);
    return {};
  }
  if (trimmed(node.text).empty()) {
    notes.refuse(place, "this is blank; write a number, or leave the member out");
    return {};
  }
  return node.text;
}

std::optional<Decimal> read_number(const Node& node, const Place& place, Notes& notes) {
  const auto text = number_text(node, place, notes);
  if (!text) return {};
  const auto value = parse_decimal(*text);
  if (value) return *value;
  notes.refuse(place, value.error().what);
  return {};
}

std::nullopt_t outside(const Node& node, const std::string& low, const std::string& high,
                       std::string_view hint, const Place& place, Notes& notes) {
  notes.refuse(place, shown(node.text) + " is outside " + low + " to " + high +
                          (hint.empty() ? "" : "; ") + std::string{hint});
  return std::nullopt;
}

}  // namespace

bool is_object(const Node& node, const Place& place, Notes& notes) {
  if (node.kind == Node::Kind::object) return true;
  refuse_kind(node, "an object, { ... }", place, notes);
  return false;
}

bool is_array(const Node& node, const Place& place, Notes& notes) {
  if (node.kind == Node::Kind::array) return true;
  refuse_kind(node, "a list, [ ... ]", place, notes);
  return false;
}

std::optional<std::string> read_text(const Node& node, const Place& place, Notes& notes) {
  return read_long_text(node, limits::name_length_max, place, notes);
}

std::optional<std::string> read_long_text(const Node& node, std::size_t bytes_max,
                                          const Place& place, Notes& notes) {
  if (node.kind != Node::Kind::string) {
    refuse_kind(node, "text in double quotes", place, notes);
    return {};
  }
  const std::string_view text = trimmed(node.text);
  if (text.empty()) {
    notes.refuse(place, "this is blank; write a name, or leave the member out");
    return {};
  }
  if (text.size() > bytes_max) {
    notes.refuse(place, shown(text) + " has " + std::to_string(text.size()) + " bytes; at most " +
                            std::to_string(bytes_max) + " are taken");
    return {};
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) continue;
    notes.refuse(place, shown(text) + " holds a control character; take it out");
    return {};
  }
  return std::string{text};
}

std::optional<Decimal> read_decimal(const Node& node, Decimal size_max, const Place& place,
                                    Notes& notes) {
  const auto value = read_number(node, place, notes);
  if (!value || abs(*value) <= size_max) return value;
  notes.refuse(place, shown(node.text) + " is too large; write at most " + to_text(size_max, 0) +
                          " in size");
  return {};
}

std::optional<Fixed48> read_fixed(const Node& node, const FixedRange& range, const Place& place,
                                  Notes& notes) {
  const auto text = number_text(node, place, notes);
  if (!text) return {};
  const auto scaled = parse_scaled(*text, Quantity::places);
  if (!scaled) {
    notes.refuse(place, scaled.error().what);
    return {};
  }
  if (*scaled < Quantity::of(range.low).atto || *scaled > Quantity::of(range.high).atto)
    return outside(node, std::to_string(range.low), std::to_string(range.high), range.hint, place,
                   notes);
  return scaled_to_fixed48(*scaled, Quantity::places);
}

std::optional<double> read_real(const Node& node, const RealRange& range, const Place& place,
                                Notes& notes) {
  const auto text = number_text(node, place, notes);
  if (!text) return {};
  if (!is_number(*text)) {
    notes.refuse(place, shown(*text) + " is not a number; write digits, like 0.28");
    return {};
  }
  double value = 0;
  const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (failed != std::errc{} || !(value >= range.low && value <= range.high))
    return outside(node, number_text_of(range.low), number_text_of(range.high), range.hint, place,
                   notes);
  return value;
}

std::optional<int> read_whole(const Node& node, WholeRange range, const Place& place,
                              Notes& notes) {
  const auto value = read_number(node, place, notes);
  if (!value) return {};
  if (*value < Decimal{range.low} || Decimal{range.high} < *value)
    return outside(node, std::to_string(range.low), std::to_string(range.high), {}, place, notes);
  if (value->nano() % Decimal::scale != 0) {
    notes.refuse(place, shown(node.text) + " is not a whole number");
    return {};
  }
  return static_cast<int>(value->nano() / Decimal::scale);
}

std::optional<Quantity> read_quantity(const Node& node, const Place& place, Notes& notes) {
  if (node.kind == Node::Kind::string && trimmed(node.text).empty()) {
    notes.refuse(place, "quantity is blank; write -1 for one short contract");
    return {};
  }
  const auto text = number_text(node, place, notes);
  if (!text) return {};
  const auto value = parse_quantity(*text);
  if (!value) {
    notes.refuse(place, value.error().what);
    return {};
  }
  return *value;
}

std::optional<Date> read_date(const Node& node, const Place& place, Notes& notes) {
  if (node.kind != Node::Kind::string) {
    refuse_kind(node, "a date in double quotes, like \"2026-11-20\"", place, notes);
    return {};
  }
  const auto date = parse_date(node.text);
  if (!date) {
    notes.refuse(place, date.error().what);
    return {};
  }
  return *date;
}

std::optional<bool> read_boolean(const Node& node, const Place& place, Notes& notes) {
  if (node.kind == Node::Kind::boolean) return node.text == "true";
  refuse_kind(node, "true or false, without quotes", place, notes);
  return {};
}

std::optional<std::size_t> read_word(const Node& node, Keys words, const Place& place,
                                     Notes& notes) {
  const auto text = read_text(node, place, notes);
  if (!text) return {};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == *text) return i;
  notes.refuse(place, shown(*text) + " is none of the words known here; write " + choice_of(words));
  return {};
}

Fields::Fields(const Node& object, const Place& place, Keys known, Notes& notes)
    : object_{object}, place_{place}, notes_{notes} {
  for (const Member& member : object.members) {
    if (std::ranges::find(known, member.key) != known.end()) continue;
    if (notes.full()) {
      notes.refuse(place / member.key, {});
      continue;
    }
    const auto meant = nearest(member.key, known);
    notes.refuse(place / member.key, "there is no member " + shown(member.key) + " here; " +
                                         (meant ? "did you mean " + in_quotes(*meant) + "?"
                                                : "take it out, or write " + choice_of(known)));
  }
}

void Fields::require(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys)
    if (find(key) == nullptr)
      notes_.refuse(place_, "the member " + in_quotes(key) + " is missing; add it");
}

std::optional<std::string> Fields::text(std::string_view key) const {
  const Node* node = find(key);
  return node ? read_text(*node, place_ / key, notes_) : std::nullopt;
}
std::optional<Decimal> Fields::decimal(std::string_view key, Decimal size_max) const {
  const Node* node = find(key);
  return node ? read_decimal(*node, size_max, place_ / key, notes_) : std::nullopt;
}
std::optional<Fixed48> Fields::fixed(std::string_view key, const FixedRange& range) const {
  const Node* node = find(key);
  return node ? read_fixed(*node, range, place_ / key, notes_) : std::nullopt;
}
std::optional<double> Fields::real(std::string_view key, const RealRange& range) const {
  const Node* node = find(key);
  return node ? read_real(*node, range, place_ / key, notes_) : std::nullopt;
}
std::optional<int> Fields::whole(std::string_view key, WholeRange range) const {
  const Node* node = find(key);
  return node ? read_whole(*node, range, place_ / key, notes_) : std::nullopt;
}
std::optional<Quantity> Fields::quantity(std::string_view key) const {
  const Node* node = find(key);
  return node ? read_quantity(*node, place_ / key, notes_) : std::nullopt;
}
std::optional<Date> Fields::date(std::string_view key) const {
  const Node* node = find(key);
  return node ? read_date(*node, place_ / key, notes_) : std::nullopt;
}
std::optional<bool> Fields::boolean(std::string_view key) const {
  const Node* node = find(key);
  return node ? read_boolean(*node, place_ / key, notes_) : std::nullopt;
}

}  // namespace plimsoll::json
