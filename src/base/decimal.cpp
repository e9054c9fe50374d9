#include "base/decimal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {
namespace {

constexpr Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::unexpected<Error> not_a_number(std::string_view text) {
  const std::string shown{text.substr(0, 40)};
  return fail(
      Reason::bad_input,
      "\"" + shown + "\" is not a number; write digits with at most one point, like -1234.56");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits without the point, where the point stood, and the exponent behind an `e`.
struct Parts {
  std::string_view digits;
  bool negative;
  int exponent;
};

Result<Parts> split(std::string_view text) {
  Parts parts{text, false, 0};
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    parts.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) {
    std::string_view power = text.substr(e + 1);
    const bool minus = !power.empty() && power.front() == '-';
    if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
    if (power.empty() || power.size() > 3 || !std::ranges::all_of(power, is_digit))
      return not_a_number(parts.digits);
    for (const char c : power) parts.exponent = parts.exponent * 10 + (c - '0');
    if (minus) parts.exponent = -parts.exponent;
    text = text.substr(0, e);
  }
  const auto digits = std::ranges::count_if(text, is_digit);
  const auto points = std::ranges::count(text, '.');
  if (digits == 0 || points > 1 || digits + points != static_cast<std::ptrdiff_t>(text.size()))
    return not_a_number(parts.digits);
  parts.digits = text;
  return parts;
}

}  // namespace

Result<Int128> parse_scaled(std::string_view text, int places) {
  PLIMSOLL_TRY(parts, split(text));
  const std::size_t point = std::min(parts.digits.find('.'), parts.digits.size());
  int place = static_cast<int>(point) + parts.exponent - 1;  // power of ten of the digit at hand
  UInt128 value = 0;
  for (const char c : parts.digits) {
    if (c == '.') continue;
    if (c != '0') {
      if (place < -places)
        return fail(Reason::bad_input,
                    "\"" + std::string{text.substr(0, 40)} + "\" has more than " +
                        std::to_string(places) +
                        " decimal places; round it, nothing is cut off silently");
      if (place >= 20)
        return fail(Reason::bad_input,
                    "\"" + std::string{text.substr(0, 40)} + "\" is too large to be an amount");
      value += static_cast<UInt128>(c - '0') * static_cast<UInt128>(power_of_ten(place + places));
    }
    --place;
  }
  return detail::with_sign(value, parts.negative);
}

Result<Decimal> parse_decimal(std::string_view text) {
  PLIMSOLL_TRY(nano, parse_scaled(text, Decimal::places));
  return Decimal::from_nano(nano);
}

Decimal divide(Decimal a, Decimal b, Round round) {
  const UInt128 divisor = detail::magnitude(b.nano());
  PLIMSOLL_CHECK(divisor != 0 && divisor >> 64 == 0);
  const Int128 size =
      multiply_divide(a.nano(), Decimal::scale, static_cast<std::uint64_t>(divisor), round);
  return Decimal::from_nano(b.is_negative() ? -size : size);
}

std::string scaled_to_text(Int128 value, int places, int places_min) {
  UInt128 rest = detail::magnitude(value);
  std::string text;
  for (int place = 0; place < places; ++place, rest /= 10) {
    const char digit = static_cast<char>('0' + static_cast<int>(rest % 10));
    if (digit != '0' || !text.empty() || places - place <= places_min) text.push_back(digit);
  }
  if (!text.empty()) text.push_back('.');
  do {
    text.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  if (value < 0) text.push_back('-');
  std::ranges::reverse(text);
  return text;
}

std::string to_text(Decimal value, int places_min) {
  return scaled_to_text(value.nano(), Decimal::places, places_min);
}

std::string to_text_rounded(Decimal value, int places, Round round) {
  const Int128 unit = power_of_ten(Decimal::places - places);
  return scaled_to_text(divide(value.nano(), unit, round), places, places);
}

double to_double(Decimal value) {
  return static_cast<double>(value.nano()) / static_cast<double>(Decimal::scale);
}

Decimal decimal_of(double value) {
  PLIMSOLL_CHECK(std::abs(value) < 1e20);
  return Decimal::from_nano(
      static_cast<Int128>(std::nearbyint(value * static_cast<double>(Decimal::scale))));
}

}  // namespace plimsoll
