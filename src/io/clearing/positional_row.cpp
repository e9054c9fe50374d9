#include "io/clearing/positional_row.hpp"

#include <algorithm>
#include <cmath>

#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

bool is_blank(std::string_view cell) { return cell.find_first_not_of(' ') == std::string::npos; }

bool has_value(std::string_view cell) { return cell.find_first_not_of(" 0") != std::string::npos; }

}  // namespace

std::optional<Decimal> scaled(std::int64_t digits, int power) {
  int shift = power + Decimal::places;
  Int128 nano = digits;
  if (digits == 0) return Decimal{};
  for (; shift < 0 && nano % 10 == 0; ++shift) nano /= 10;
  if (shift < 0 || shift > 18) return std::nullopt;
  nano *= powers_of_ten[static_cast<std::size_t>(shift)];
  const Decimal value = Decimal::from_nano(nano);
  return abs(value) <= limits::price_max ? std::optional{value} : std::nullopt;
}

void Row::complain(const Column& column, const std::string& what) {
  if (wrong_) return;
  const std::string_view cell = raw(column);
  const std::string said = is_blank(cell) ? " is blank" : " \"" + shown(cell) + "\"";
  wrong_ =
      Wrong{column, std::string{column.name} + said + (what.starts_with(';') ? "" : " ") + what};
}

void Row::complain(std::string what) {
  if (!wrong_) wrong_ = Wrong{std::nullopt, std::move(what)};
}

Error Row::error(const std::string& file) const {
  PLIMSOLL_CHECK(wrong_.has_value());
  std::string where = place(file, number_);
  if (const auto& column = wrong_->column) {
    where += ":" + std::to_string(column->first);
    if (column->last != column->first) where += "-" + std::to_string(column->last);
  }
  return {Reason::bad_input, wrong_->what, where};
}

std::optional<std::int64_t> Row::slow_digits(const Column& column) {
  const std::string_view cell = raw(column);
  if (is_blank(cell)) return std::nullopt;
  if (!std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; })) {
    complain(column, "is no number; write digits in all of its columns, or leave it blank");
    return std::nullopt;
  }
  std::int64_t number = 0;
  for (const char c : cell) number = number * 10 + (c - '0');
  return number;
}

clearing::Code Row::code_needed(const Column& column) {
  if (text(column).empty()) complain(column, "; write what it is");
  return code(column);
}

std::optional<Decimal> Row::number(const Column& column) {
  const auto read = digits(column);
  if (!read) return std::nullopt;
  const auto value = scaled(*read, -column.places);
  if (!value) complain(column, "is beyond what is read, " + to_text(limits::price_max, 0));
  return value;
}

Decimal Row::number_needed(const Column& column) {
  const auto value = number(column);
  if (!value) complain(column, "; write its digits");
  return value.value_or(Decimal{});
}

int Row::exponent(const Column& exponent, const Column& sign_column) {
  return static_cast<int>(digits(exponent).value_or(0)) * sign(sign_column);
}

std::optional<Decimal> Row::number(const Column& value, const Column& exponent_column,
                                   const Column& exponent_sign) {
  const auto read = digits(value);
  const int power = exponent(exponent_column, exponent_sign);
  if (!read) return std::nullopt;
  const auto number = scaled(*read, power - value.places);
  if (!number)
    complain(value, "with exponent " + std::to_string(power) +
                        " has more than nine places or is beyond what is read, " +
                        to_text(limits::price_max, 0));
  return number;
}

std::optional<double> Row::real(const Column& column) {
  const auto value = number(column);
  return value ? std::optional{to_double(*value)} : std::nullopt;
}

std::optional<double> Row::real(const Column& value, const Column& exponent_column,
                                const Column& exponent_sign) {
  const auto read = digits(value);
  const int power = exponent(exponent_column, exponent_sign) - value.places;
  if (!read) return std::nullopt;
  const auto zeros = static_cast<std::size_t>(std::abs(power));
  const double size = zeros < powers_of_ten.size() ? static_cast<double>(powers_of_ten[zeros])
                                                   : std::pow(10.0, std::abs(power));
  const auto whole = static_cast<double>(*read);
  const double number = power < 0 ? whole / size : whole * size;
  if (number <= to_double(limits::price_max)) return number;
  complain(value, "with its exponent is beyond what is read, " + to_text(limits::price_max, 0));
  return std::nullopt;
}

std::optional<int> Row::signed_text(const Column& column) {
  std::string_view cell = text(column);
  if (cell.empty()) return std::nullopt;
  const bool below_zero = cell.starts_with('-');
  if (below_zero || cell.starts_with('+')) cell.remove_prefix(1);
  int number = 0;
  for (const char c : cell) number = c >= '0' && c <= '9' ? number * 10 + (c - '0') : 1'000'000;
  if (cell.empty() || number >= 1000) {
    complain(column, "is no number; write it like 002 or -01");
    return std::nullopt;
  }
  return below_zero ? -number : number;
}

Month Row::month(const Column& month_column, const Column& day_column) {
  if (!has_value(raw(month_column))) return {};
  const auto number = digits(month_column);
  if (!number) return {};
  const auto year = *number / 100, month = *number % 100;
  if (month < 1 || month > 12 || year < 1900) {
    complain(month_column, "is no month; write it as CCYYMM");
    return {};
  }
  Month read{static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month)};
  if (has_value(raw(day_column))) read.day = DayCode{text(day_column)};
  return read;
}

Month Row::month_needed(const Column& month_column, const Column& day_column) {
  const Month read = month(month_column, day_column);
  if (read.empty()) complain(month_column, "; write it as CCYYMM");
  return read;
}

std::optional<Date> Row::date(const Column& column) {
  if (!has_value(raw(column))) return std::nullopt;
  const auto number = digits(column);
  if (!number) return std::nullopt;
  const std::chrono::year_month_day day{
      std::chrono::year{static_cast<int>(*number / 10000)},
      std::chrono::month{static_cast<unsigned>(*number / 100 % 100)},
      std::chrono::day{static_cast<unsigned>(*number % 100)}};
  if (!day.ok() || *number < 19000000) {
    complain(column, "is no day; write it as CCYYMMDD");
    return std::nullopt;
  }
  return Date{day};
}

clearing::Code Row::tier(const Column& column) {
  const auto number = digits(column);
  return number && *number != 0 ? clearing::Code{std::to_string(*number)} : clearing::Code{};
}

clearing::Side Row::side(const Column& column) {
  const char c = letter(column);
  if (c != 'A' && c != 'B') complain(column, "; a side is A or B");
  return c == 'B' ? clearing::Side::b : clearing::Side::a;
}

std::optional<Currency> Row::currency(const Column& column) {
  const std::string_view code = text(column);
  if (code.empty()) return std::nullopt;
  if (!Currency::is_code(code)) {
    complain(column, "is no currency; write the three letters of ISO 4217");
    return std::nullopt;
  }
  return Currency::of(code);
}

}  // namespace plimsoll::io
