#include "io/numbers.hpp"

#include <algorithm>
#include <string>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::string_view minus_sign = "\xE2\x88\x92";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool says_nothing(std::string_view cell) {
  if (cell.empty() || cell == "-" || cell == "--" || cell == "\xE2\x80\x94") return true;
  const std::string name = letters(cell);
  return name == "na" && cell.size() <= 4;
}

/// Takes `sign` off the front of `text`.
bool take(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(sign.size());
  return true;
}

/// Digits without the commas that group them by three; nothing where they stand elsewhere.
std::optional<std::string> ungrouped(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find_first_not_of("0123456789,"));
  if (whole.find(',') == std::string_view::npos) return std::string{text};
  std::string digits;
  std::size_t group = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i] != ',') {
      digits.push_back(whole[i]);
      ++group;
      continue;
    }
    const bool first = digits.size() == group;
    if (group == 0 || group > 3 || (!first && group != 3)) return {};
    group = 0;
  }
  if (group != 3) return {};
  return digits + std::string{text.substr(whole.size())};
}

/// The cell as a plain number, "-1234.56"; empty where it says there is none.
Result<std::optional<std::string>> plain(std::string_view cell) {
  cell = trimmed(cell);
  if (says_nothing(cell)) return std::nullopt;
  const auto refused = [&] {
    return fail(Reason::bad_input, "\"" + shown(cell) +
                                       "\" is not a number; write digits with at most one point, "
                                       "like -1234.56");
  };
  std::string_view text = cell;
  bool negative = false, signed_already = false;
  for (bool more = true; more;) {
    more = false;
    if (!signed_already && (take(text, "-") || take(text, minus_sign)))
      negative = signed_already = more = true;
    else if (!signed_already && take(text, "+")) signed_already = more = true;
    else if (take(text, "$")) more = true;
  }
  if (take(text, "(")) {
    if (signed_already || !text.ends_with(')')) return refused();
    text.remove_suffix(1);
    negative = true;
    (void)take(text, "$");
  }
  if (text.empty() || !(is_digit(text.front()) || text.front() == '.')) return refused();
  const auto digits = ungrouped(text);
  if (!digits) return refused();
  return (negative ? "-" : "") + *digits;
}

/// How many digits stand behind the point.
std::size_t places_in(std::string_view cell) {
  const std::size_t point = cell.find('.');
  if (point == std::string_view::npos) return 0;
  std::size_t end = point + 1;
  while (end < cell.size() && is_digit(cell[end])) ++end;
  return end - point - 1;
}

/// Half a unit of the digit at `places` behind the point; nothing a Decimal can hold past nine.
Decimal half_unit(std::size_t places) {
  Int128 nano = Decimal::scale / 2;
  for (std::size_t i = 0; i < places; ++i) nano /= 10;
  return Decimal::from_nano(nano);
}

}  // namespace

Decimal rounding_in(std::string_view cell) {
  return half_unit(std::max<std::size_t>(places_in(cell), 2));
}

Decimal units_rounding_in(std::string_view cell) {
  const std::size_t places = places_in(cell);
  return places == 0 ? Decimal{} : half_unit(places);
}

Result<std::optional<Decimal>> amount_in(std::string_view cell) {
  PLIMSOLL_TRY(text, plain(cell));
  if (!text) return std::nullopt;
  PLIMSOLL_TRY(value, parse_decimal(*text));
  return value;
}

Result<std::optional<Quantity>> quantity_in(std::string_view cell) {
  PLIMSOLL_TRY(text, plain(cell));
  if (!text) return std::nullopt;
  PLIMSOLL_TRY(value, parse_quantity(*text));
  return value;
}

Result<std::optional<Decimal>> quotient_in(std::string_view cell) {
  PLIMSOLL_TRY(text, plain(cell));
  if (!text) return std::nullopt;
  // Digits past the eighteenth place cannot change a rounding to nine that anybody could see.
  if (const auto point = text->find('.');
      point != std::string::npos && text->find_first_of("eE") == std::string::npos)
    text->resize(std::min(text->size(), point + 19));
  PLIMSOLL_TRY(atto, parse_scaled(*text, 18));
  return Decimal::from_nano(divide(atto, Decimal::scale, Round::half_even));
}

}  // namespace plimsoll::io
