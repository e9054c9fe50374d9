#include "strategy/policy_values.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace plimsoll::strategy {
namespace {

constexpr std::size_t name_bytes_max = 64;

/// The shortest plain form that reads back the same, with a point.
std::string plain(double value) {
  std::array<char, 400> digits{};
  const auto [end, problem] =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  std::string text{digits.data(), end};
  if (text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string whole_or_plain(double value) {
  std::string text = plain(value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

/// The number, where it is one and in range.
std::optional<Decimal> number_in(const Node& node, const Range& range,
                                 const PolicyMistakes& mistakes) {
  const bool written = node.kind == Node::Kind::string || node.kind == Node::Kind::number;
  const auto number = parse_decimal(written ? std::string_view{node.text} : std::string_view{});
  if (!number) {
    mistakes.add(node, number.error().what);
    return {};
  }
  const double value = to_double(*number);
  if (value < range.least || range.most < value) {
    mistakes.add(node, node.text.substr(0, 40) + " is out of bounds; write " +
                           whole_or_plain(range.least) + " to " + whole_or_plain(range.most));
    return {};
  }
  return *number;
}

}  // namespace

void PolicyMistakes::add(const Node& at, const std::string& what) const {
  const std::string name{file};
  errors.push_back({Reason::bad_input, key + ": " + what,
                    at.line == 0 ? name : name + ":" + std::to_string(at.line)});
}

std::string value_text(double value) { return '"' + plain(value) + '"'; }
std::string value_text(Decimal value) { return '"' + to_text(value, 2) + '"'; }
std::string value_text(int value) { return std::to_string(value); }
std::string value_text(const std::string& value) { return '"' + value + '"'; }

void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes,
                double& into) {
  if (const auto number = number_in(node, range, mistakes)) into = to_double(*number);
}

void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes,
                Decimal& into) {
  if (const auto number = number_in(node, range, mistakes)) into = *number;
}

void read_value(const Node& node, const Range& range, const PolicyMistakes& mistakes, int& into) {
  const auto number = number_in(node, range, mistakes);
  if (!number) return;
  const auto whole = static_cast<int>(number->nano() / Decimal::scale);
  if (Decimal{whole} != *number)
    return mistakes.add(node, node.text.substr(0, 40) + " is no whole number; write one");
  into = whole;
}

void read_value(const Node& node, const Range&, const PolicyMistakes& mistakes, std::string& into) {
  bool fit =
      node.kind == Node::Kind::string && !node.text.empty() && node.text.size() <= name_bytes_max;
  for (const char c : node.text)
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f) fit = false;
  if (!fit)
    return mistakes.add(node,
                        "it is no name; write one in quotes, of at most 64 characters, "
                        "without quotes or backslashes inside");
  into = node.text;
}

void weigh(double value, const Range& range, WeighedValue& into) {
  into.numbers.push_back({value, range.loosens});
}
void weigh(Decimal value, const Range& range, WeighedValue& into) {
  weigh(to_double(value), range, into);
}
void weigh(int value, const Range& range, WeighedValue& into) {
  weigh(static_cast<double>(value), range, into);
}
void weigh(const std::string& value, const Range&, WeighedValue& into) {
  into.words.push_back(value);
}

}  // namespace plimsoll::strategy
