#include "io/clearing/spn_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io::spn {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::unexpected<Error> no_number(Element leaf, std::string_view text) {
  return refuse(leaf, "\"" + shown(text) + "\" is not a number; it is written like -1234.56");
}

std::unexpected<Error> too_large(Element leaf, std::string_view text) {
  return refuse(leaf, "\"" + shown(text) + "\" is larger than any such number may be");
}

/// Digits and how many of them stand behind the point.
struct Digits {
  std::int64_t value = 0;
  int places = 0;
};

/// Of plain numbers of up to 18 digits, which are all a file has but for oddities.
std::optional<Digits> plain_digits(std::string_view text) {
  const bool minus = !text.empty() && text.front() == '-';
  if (minus || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 18) return std::nullopt;
  Digits digits;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    digits.value = digits.value * 10 + (c - '0');
    if (point) ++digits.places;
  }
  if (point && text.size() == 1) return std::nullopt;
  while (digits.places > 0 && digits.value % 10 == 0) {
    digits.value /= 10;
    --digits.places;
  }
  if (minus) digits.value = -digits.value;
  return digits;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

Result<Decimal> decimal_of(Element leaf, std::string_view text, Decimal size_max) {
  Decimal value;
  const auto digits = plain_digits(text);
  if (digits && digits->places <= Decimal::places) {
    value = Decimal::from_nano(static_cast<Int128>(digits->value) *
                               power_of_ten(Decimal::places - digits->places));
  } else {
    const auto parsed = parse_decimal(text);
    if (!parsed) return refuse(leaf, parsed.error().what);
    value = *parsed;
  }
  if (abs(value) > size_max) return too_large(leaf, text);
  return value;
}

/// A value of an array; refused where it has more digits than are read.
Result<Digits> array_value(Element leaf) {
  const std::string_view text = leaf.text();
  std::optional<Digits> digits = plain_digits(text);
  if (!digits || digits->places > Decimal::places) {  // "1e-5", or wrong
    PLIMSOLL_TRY(value, decimal_of(leaf, text, money_max));
    digits = plain_digits(to_text(value, 0));
  }
  if (!digits) return refuse(leaf, "\"" + shown(text) + "\" has more than 18 digits");
  if (plimsoll::detail::magnitude(digits->value) >
      static_cast<UInt128>(1'000'000'000'000) * static_cast<UInt128>(power_of_ten(digits->places)))
    return too_large(leaf, text);
  return *digits;
}

/// A leaf with something in it.
std::optional<Element> filled(Element of, Tag tag) {
  const auto leaf = of.child(tag);
  return leaf && !leaf->text().empty() ? leaf : std::nullopt;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

}  // namespace

Result<std::optional<Decimal>> decimal(Element of, Tag tag, Decimal size_max) {
  const auto leaf = filled(of, tag);
  if (!leaf) return std::nullopt;
  return decimal_of(*leaf, leaf->text(), size_max);
}

Result<std::optional<Decimal>> quotient(Element of, Tag tag, Decimal size_max) {
  const auto leaf = filled(of, tag);
  if (!leaf) return std::nullopt;
  const std::string_view text = leaf->text();
  if (const auto digits = plain_digits(text); digits && digits->places <= Decimal::places)
    return decimal_of(*leaf, text, size_max);
  const auto scaled = parse_scaled(text, 18);
  if (!scaled) {
    PLIMSOLL_TRY(value, real(of, tag));  // more places still, or an exponent
    if (!value || std::abs(*value) > to_double(size_max)) return too_large(*leaf, text);
    return Decimal::from_nano(static_cast<Int128>(std::nearbyint(*value * Decimal::scale)));
  }
  const Decimal value =
      Decimal::from_nano(multiply_divide(*scaled, 1, Decimal::scale, Round::half_even));
  if (abs(value) > size_max) return too_large(*leaf, text);
  return value;
}

Result<std::optional<double>> real(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf) return std::nullopt;
  std::string_view text = leaf->text();
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return too_large(*leaf, text);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return no_number(*leaf, text);
  if (std::abs(value) > real_max) return too_large(*leaf, text);
  return value;
}

Result<std::optional<std::uint32_t>> number(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf) return std::nullopt;
  const std::string_view text = leaf->text();
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    return refuse(*leaf, "\"" + shown(text) + "\" is not a whole number below 4,294,967,296");
  return value;
}

Result<bool> flag(Element of, Tag tag, bool otherwise) {
  const auto leaf = filled(of, tag);
  if (!leaf) return otherwise;
  if (leaf->text() == "0" || leaf->text() == "1") return leaf->text() == "1";
  return refuse(*leaf, "\"" + shown(leaf->text()) + "\" is neither 0 nor 1");
}

Result<std::int16_t> rate_id(Element of, Tag tag) {
  PLIMSOLL_TRY(id, number(of, tag));
  if (id && *id > 32'767) return refuse(*of.child(tag), "a rate's number is at most 32767");
  return static_cast<std::int16_t>(id.value_or(0));
}

Result<clearing::Code> code(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf) return clearing::Code{};
  if (!clearing::Code::fits(leaf->text()))
    return refuse(*leaf, "\"" + shown(leaf->text()) + "\" is longer than a code's 32 bytes");
  return clearing::Code{leaf->text()};
}

Result<clearing::Code> needed_code(Element of, Tag tag) {
  PLIMSOLL_TRY(found, code(of, tag));
  if (found.empty())
    return refuse(of, "there is no " + std::string{name_of(tag)} + " in this element");
  return found;
}

Result<clearing::Code> tier_code(Element of, Tag tag) {
  PLIMSOLL_TRY(found, code(of, tag));
  std::string_view text = found.view();
  while (text.starts_with('0')) text.remove_prefix(1);
  return clearing::Code{text};
}

Result<std::optional<Currency>> currency(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf) return std::nullopt;
  if (!Currency::is_code(leaf->text()))
    return refuse(*leaf, "\"" + shown(leaf->text()) + "\" is not a currency's code, like EUR");
  return Currency::of(leaf->text());
}

std::string words(Element of, Tag tag) { return one_line(of.text(tag), limits::name_length_max); }

Result<Month> month(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf) return Month{};
  const std::string_view text = leaf->text();
  if (text.find_first_not_of('0') == std::string_view::npos) return Month{};
  const auto wrong = [&] {
    return refuse(*leaf, "\"" + shown(text) +
                             "\" is not a contract month; it is written like 202512, 20251215 or "
                             "202512W1");
  };
  if (text.size() < 6 || text.size() > 8 || !is_digits(text.substr(0, 6))) return wrong();
  const int year = two_digits(text, 0) * 100 + two_digits(text, 2);
  const int of_year = two_digits(text, 4);
  if (of_year == 99 && tag == Tag::ePe) return Month{9'999, 12, {}};
  std::string_view rest = text.substr(6);
  if (rest == "00") rest = {};
  if (year == 0 || of_year < 1 || of_year > 12) return wrong();
  if (!std::ranges::all_of(rest, detail::is_plain)) return wrong();
  return Month{static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(of_year), DayCode{rest}};
}

Result<std::optional<Date>> day(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf || leaf->text().find_first_not_of('0') == std::string_view::npos) return std::nullopt;
  const std::string text{leaf->text()};
  if (text.size() == 8 && is_digits(text)) {
    const auto date =
        parse_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
    if (date) return *date;
  }
  return refuse(*leaf, "\"" + shown(text) + "\" is not a day; it is written like 20251215");
}

Result<clearing::Side> side(Element of, Tag tag) {
  const auto leaf = filled(of, tag);
  if (!leaf || leaf->text() == "A") return clearing::Side::a;
  if (leaf->text() == "B") return clearing::Side::b;
  return refuse(*leaf, "\"" + shown(leaf->text()) + "\" is neither side A nor side B");
}

Result<clearing::Rates> rates(Element of, Decimal size_max) {
  clearing::Rates all;
  for (const Element rate : of.children(Tag::rate)) {
    PLIMSOLL_TRY(id, rate_id(rate));
    PLIMSOLL_TRY(value, decimal(rate, Tag::val, size_max));
    if (value) all.push_back({id, *value});
  }
  return all;
}

Result<clearing::RiskArray> risk_array(Element ra) {
  clearing::RiskArray array;
  PLIMSOLL_TRY(id, rate_id(ra));
  array.rate = id;
  const std::vector<Element> values = ra.children(Tag::a);
  if (values.size() != clearing::RiskArray::size)
    return refuse(ra,
                  "the array has " + std::to_string(values.size()) + " values; sixteen are read");
  std::array<Digits, clearing::RiskArray::size> digits{};
  int places = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    PLIMSOLL_TRY(value, array_value(values[i]));
    digits[i] = value;
    places = std::max(places, value.places);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Int128 scaled =
        static_cast<Int128>(digits[i].value) * power_of_ten(places - digits[i].places);
    array.digits[i] = static_cast<std::int64_t>(scaled);
    if (array.digits[i] != scaled)
      return refuse(values[i], "\"" + shown(values[i].text()) +
                                   "\" and the array's finest value differ by more digits than "
                                   "are read");
  }
  array.exponent = static_cast<std::int8_t>(-places);
  PLIMSOLL_TRY(delta, quotient(ra, Tag::d, ratio_max));
  array.composite_delta = delta.value_or(Decimal{});
  return array;
}

Result<void> scan_ranges(Element of, clearing::SeriesTerms& terms) {
  const auto scan = of.child(Tag::scanRate);
  if (!scan) return {};
  PLIMSOLL_TRY(price, real(*scan, Tag::priceScan));
  PLIMSOLL_TRY(price_ratio, real(*scan, Tag::priceScanPct));
  PLIMSOLL_TRY(volatility, real(*scan, Tag::volScan));
  PLIMSOLL_TRY(volatility_ratio, real(*scan, Tag::volScanPct));
  const auto stated = [](std::optional<double> value) { return value && *value != 0; };
  if (stated(price)) terms.price_scan = price;
  if (stated(price_ratio)) terms.price_scan_ratio = price_ratio;
  terms.volatility_scan_is_ratio = !stated(volatility) && stated(volatility_ratio);
  if (stated(volatility)) terms.volatility_scan = volatility;
  else if (stated(volatility_ratio)) terms.volatility_scan = volatility_ratio;
  return {};
}

}  // namespace plimsoll::io::spn
