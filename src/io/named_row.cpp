#include "io/named_row.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

using Text = std::string Description::*;
using Number = std::optional<Decimal> Description::*;
using Day = std::optional<Date> Description::*;
using Flag = std::optional<bool> Description::*;
using Fraction = std::optional<double> Description::*;

constexpr std::array<std::pair<std::string_view, Text>, 18> texts{
    {{"type", &Description::type},
     {"currency", &Description::currency},
     {"reference", &Description::reference},
     {"index_class", &Description::index_class},
     {"underlying", &Description::underlying},
     {"right", &Description::right},
     {"style", &Description::style},
     {"settlement", &Description::settlement},
     {"rating", &Description::rating},
     {"issuer", &Description::issuer},
     {"sector", &Description::sector},
     {"industry", &Description::industry},
     {"product", &Description::product},
     {"month", &Description::month},
     {"exchange", &Description::exchange},
     {"option_month", &Description::option_month},
     {"day", &Description::day},
     {"option_day", &Description::option_day}}};
constexpr std::array<std::pair<std::string_view, Number>, 6> numbers{
    {{"leverage", &Description::leverage},
     {"underlying_scale", &Description::underlying_scale},
     {"strike", &Description::strike},
     {"multiplier", &Description::multiplier},
     {"conversion_ratio", &Description::conversion_ratio},
     {"shares_outstanding", &Description::shares_outstanding}}};
constexpr std::array<std::pair<std::string_view, Day>, 3> days{
    {{"expiry", &Description::expiry},
     {"marginable_from", &Description::marginable_from},
     {"maturity", &Description::maturity}}};
constexpr std::array<std::pair<std::string_view, Flag>, 2> flags{
    {{"marginable", &Description::marginable}, {"zero_coupon", &Description::zero_coupon}}};
constexpr std::array<std::pair<std::string_view, Fraction>, 2> fractions{
    {{"expense_ratio", &Description::expense_ratio},
     {"return_of_capital_ratio", &Description::return_of_capital_ratio}}};

constexpr std::array<std::pair<std::string_view, std::optional<double> Quote::*>, 5> models{
    {{"volatility", &Quote::volatility},
     {"beta", &Quote::beta},
     {"yield", &Quote::yield},
     {"borrow_rate", &Quote::borrow_rate},
     {"adv", &Quote::adv}}};
constexpr std::array<std::pair<std::string_view, std::optional<Decimal> Quote::*>, 3> quotes{
    {{"bid", &Quote::bid}, {"ask", &Quote::ask}, {"margin_rate", &Quote::margin_rate}}};

template <class Table>
void add_names(std::vector<std::string_view>& names, const Table& table) {
  for (const auto& [name, member] : table) names.push_back(name);
}

template <class Value>
Result<Value> whole_text(std::string_view cell, std::string_view column) {
  Value value{};
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool all = problem == std::errc{} && end == cell.data() + cell.size();
  if (!all || !(value - value == Value{}))  // neither infinite nor not a number
    return fail(Reason::bad_input, std::string{column} + " \"" + shown(cell) +
                                       "\" is not a number; write digits with at most one point");
  return value;
}

}  // namespace

std::vector<std::string_view> description_columns() {
  std::vector<std::string_view> names;
  add_names(names, texts);
  add_names(names, numbers);
  add_names(names, days);
  add_names(names, flags);
  add_names(names, fractions);
  return names;
}

std::vector<std::string_view> quote_columns() {
  std::vector<std::string_view> names;
  add_names(names, models);
  add_names(names, quotes);
  return names;
}

std::string_view NamedRow::at(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  return found == columns_.end() ? std::string_view{}
                                 : row_.at(static_cast<std::size_t>(found - columns_.begin()));
}

Result<std::optional<Decimal>> NamedRow::decimal(std::string_view column) const {
  const std::string_view cell = at(column);
  if (cell.empty()) return std::nullopt;
  auto value = parse_decimal(cell);
  if (!value) return fail(Reason::bad_input, std::string{column} + ": " + value.error().what);
  return *value;
}

Result<std::optional<Date>> NamedRow::day(std::string_view column) const {
  const std::string_view cell = at(column);
  if (cell.empty()) return std::nullopt;
  auto value = parse_date(cell);
  if (!value) return fail(Reason::bad_input, std::string{column} + ": " + value.error().what);
  return *value;
}

Result<std::optional<Description>> NamedRow::description() const {
  Description said;
  bool any = false;
  for (const auto& [name, member] : texts) said.*member = at(name);
  for (const auto& [name, member] : texts) any = any || !(said.*member).empty();
  // Which days there are is for whoever knows the month.
  for (const std::string_view name : {"day", "option_day"})
    if (at(name).size() > 2)
      return fail(Reason::bad_input,
                  std::string{name} + " \"" + shown(at(name)) +
                      "\" is no day of a contract; write one of the month, or a week, like W3");
  for (const auto& [name, member] : numbers) {
    PLIMSOLL_TRY(value, decimal(name));
    said.*member = value;
    any = any || value;
  }
  for (const auto& [name, member] : days) {
    PLIMSOLL_TRY(value, day(name));
    said.*member = value;
    any = any || value;
  }
  for (const auto& [name, member] : flags) {
    const std::string_view cell = at(name);
    if (cell.empty()) continue;
    if (cell != "true" && cell != "false")
      return fail(Reason::bad_input,
                  std::string{name} + " \"" + shown(cell) + "\" is neither true nor false");
    said.*member = cell == "true";
    any = true;
  }
  for (const auto& [name, member] : fractions) {
    if (at(name).empty()) continue;
    PLIMSOLL_TRY(value, whole_text<double>(at(name), name));
    said.*member = value;
    any = true;
  }
  if (!any) return std::nullopt;
  return said;
}

Result<std::optional<Quote>> NamedRow::quote() const {
  Quote said;
  bool any = false;
  for (const auto& [name, member] : quotes) {
    PLIMSOLL_TRY(value, decimal(name));
    if (value && (value->is_negative() || *value > limits::price_max))
      return fail(Reason::bad_input, std::string{name} + " is below zero or too large");
    said.*member = value;
    any = any || value;
  }
  for (const auto& [name, member] : models) {
    if (at(name).empty()) continue;
    PLIMSOLL_TRY(value, whole_text<double>(at(name), name));
    said.*member = value;
    any = true;
  }
  if (!any) return std::nullopt;
  return said;
}

}  // namespace plimsoll::io
