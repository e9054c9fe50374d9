#include "market/description.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll {
namespace {

using Type = InstrumentType;
using Words = std::string_view;

constexpr std::array<std::pair<Words, Type>, 16> types{{
    {"equity", Type::equity},
    {"etf", Type::etf},
    {"etn", Type::etn},
    {"mutual_fund", Type::mutual_fund},
    {"money_market", Type::money_market},
    {"bond", Type::bond},
    {"treasury", Type::treasury},
    {"municipal", Type::municipal},
    {"convertible", Type::convertible},
    {"index", Type::index},
    {"option", Type::option},
    {"warrant", Type::warrant},
    {"future", Type::future},
    {"future_option", Type::future_option},
    {"combination", Type::combination},
    {"crypto", Type::crypto},
}};

enum class Family : std::uint8_t {
  stock,
  fund,
  bond,
  index,
  option,
  warrant,
  future,
  future_option,
  combination,
  crypto
};

constexpr Family family_of(Type type) {
  switch (type) {
    case Type::equity:
    case Type::etf:
    case Type::etn:
      return Family::stock;
    case Type::mutual_fund:
    case Type::money_market:
      return Family::fund;
    case Type::bond:
    case Type::treasury:
    case Type::municipal:
    case Type::convertible:
      return Family::bond;
    case Type::index:
      return Family::index;
    case Type::option:
      return Family::option;
    case Type::warrant:
      return Family::warrant;
    case Type::future:
      return Family::future;
    case Type::future_option:
      return Family::future_option;
    case Type::combination:
      return Family::combination;
    case Type::crypto:
      return Family::crypto;
  }
  std::unreachable();
}

/// The fields an instrument of a type has, besides those that any may have (issuer, sector, ...).
constexpr Words fields_of(Type type) {
  switch (type) {
    case Type::equity:
    case Type::etf:
    case Type::etn:
      return " currency marginable marginable_from leverage reference index_class ";
    case Type::mutual_fund:
    case Type::money_market:
      return " currency marginable marginable_from ";
    case Type::bond:
    case Type::treasury:
    case Type::municipal:
      return " currency marginable marginable_from maturity zero_coupon rating ";
    case Type::convertible:
      return " currency marginable marginable_from maturity zero_coupon rating underlying "
             "conversion_ratio ";
    case Type::index:
      return " currency index_class style settlement ";
    case Type::option:
      return " currency underlying underlying_scale expiry right strike multiplier style "
             "settlement ";
    case Type::warrant:
      return " currency marginable marginable_from underlying expiry strike multiplier ";
    case Type::future:
      return " currency product month day exchange multiplier ";
    case Type::future_option:
      return " currency product month day exchange multiplier option_month option_day right "
             "strike ";
    case Type::combination:
      return " currency product month day exchange ";
    case Type::crypto:
      return " ";
  }
  std::unreachable();
}

/// The names of the fields a description fills in, of those that belong to some types only.
std::vector<Words> stated_fields(const Description& d) {
  const std::array<std::pair<Words, bool>, 24> all{{
      {"currency", !d.currency.empty()},
      {"marginable", d.marginable.has_value()},
      {"marginable_from", d.marginable_from.has_value()},
      {"leverage", d.leverage.has_value()},
      {"reference", !d.reference.empty()},
      {"index_class", !d.index_class.empty()},
      {"underlying", !d.underlying.empty()},
      {"underlying_scale", d.underlying_scale.has_value()},
      {"expiry", d.expiry.has_value()},
      {"right", !d.right.empty()},
      {"strike", d.strike.has_value()},
      {"multiplier", d.multiplier.has_value()},
      {"style", !d.style.empty()},
      {"settlement", !d.settlement.empty()},
      {"maturity", d.maturity.has_value()},
      {"zero_coupon", d.zero_coupon.has_value()},
      {"rating", !d.rating.empty()},
      {"conversion_ratio", d.conversion_ratio.has_value()},
      {"product", !d.product.empty()},
      {"month", !d.month.empty()},
      {"day", !d.day.empty()},
      {"exchange", !d.exchange.empty()},
      {"option_month", !d.option_month.empty()},
      {"option_day", !d.option_day.empty()},
  }};
  std::vector<Words> names;
  for (const auto& [name, stated] : all)
    if (stated) names.push_back(name);
  return names;
}

/// Gathers what is wrong with one description.
class Complaints {
 public:
  explicit Complaints(const Description& description) : description_{description} {}
  void add(std::string what) {
    found_.push_back({Reason::bad_input, std::move(what), description_.where});
  }
  void one_of(Words field, const std::string& text, std::initializer_list<Words> allowed) {
    if (text.empty() || std::ranges::find(allowed, Words{text}) != allowed.end()) return;
    std::string list;
    for (const Words word : allowed)
      list.append(list.empty() ? "" : " or ").append("\"").append(word).append("\"");
    add(std::string{field} + " \"" + text.substr(0, 40) + "\" is unknown; write " + list);
  }
  void positive(Words field, const std::optional<Decimal>& value, Decimal most) {
    if (!value || (*value > Decimal{} && *value <= most)) return;
    add(std::string{field} + " " + to_text(*value, 0) +
        " is out of range; write a number above 0 " + "and at most " + to_text(most, 0));
  }
  void fraction(Words field, const std::optional<double>& value) {
    if (!value || (std::isfinite(*value) && *value >= 0 && *value <= 1)) return;
    add(std::string{field} + " is not between 0 and 1; write a fraction, 0.0003 for 0.03 %");
  }
  void symbol(Words field, const std::string& text) {
    if (text.empty()) return;
    if (const auto id = instrument_id(text); !id) add(std::string{field} + ": " + id.error().what);
  }
  void shorter_than_a_name(Words field, const std::string& text) {
    if (text.size() <= limits::name_length_max) return;
    add(std::string{field} + " is longer than " + std::to_string(limits::name_length_max) +
        " characters; shorten it");
  }
  std::vector<Error> found() && { return std::move(found_); }

 private:
  const Description& description_;
  std::vector<Error> found_;
};

void check_words(const Description& d, Complaints& complaints) {
  complaints.one_of("index_class", d.index_class, {"broad", "narrow", "currency", "interest_rate"});
  const bool of_no_stocks = d.index_class == "currency" || d.index_class == "interest_rate";
  if (of_no_stocks && instrument_type(d.type) && d.type != word_of(Type::index))
    complaints.add("index_class \"" + d.index_class +
                   "\" belongs on type \"index\" only; write \"broad\" or \"narrow\", or correct "
                   "the type");
  complaints.one_of("right", d.right, {"call", "put"});
  complaints.one_of("style", d.style, {"american", "european"});
  complaints.one_of("settlement", d.settlement, {"am", "pm"});
  complaints.one_of("rating", d.rating, {"investment_grade", "high_yield"});
  if (!d.currency.empty() && !Currency::is_code(d.currency))
    complaints.add("currency \"" + d.currency.substr(0, 40) +
                   "\" is not a code; write three to eight capitals, like USD");
  complaints.symbol("symbol", d.symbol);
  complaints.symbol("reference", d.reference);
  complaints.symbol("underlying", d.underlying);
  complaints.symbol("product", d.product);
  complaints.symbol("exchange", d.exchange);
  for (const auto& [field, text] : {std::pair<Words, const std::string&>{"issuer", d.issuer},
                                    {"sector", d.sector},
                                    {"industry", d.industry}})
    complaints.shorter_than_a_name(field, text);
}

void check_numbers(const Description& d, Complaints& complaints) {
  if (d.leverage && (d.leverage->is_zero() || abs(*d.leverage) > limits::leverage_max))
    complaints.add("leverage " + to_text(*d.leverage, 0) +
                   " is out of range; write the daily multiple, like 3 or -1, at most " +
                   to_text(limits::leverage_max, 0) + " in size");
  const bool of_futures = d.type == word_of(Type::future) || d.type == word_of(Type::future_option);
  complaints.positive("multiplier", d.multiplier,
                      of_futures ? limits::futures_multiplier_max : limits::multiplier_max);
  complaints.positive("underlying_scale", d.underlying_scale, limits::multiplier_max);
  complaints.positive("conversion_ratio", d.conversion_ratio, limits::multiplier_max);
  complaints.positive("shares_outstanding", d.shares_outstanding, limits::cash_max);
  // Options on a future may be struck below zero.
  if (d.type != word_of(Type::future_option))
    complaints.positive("strike", d.strike, limits::price_max);
  else if (d.strike && abs(*d.strike) > limits::price_max)
    complaints.add("strike " + to_text(*d.strike, 0) + " is out of range; write at most " +
                   to_text(limits::price_max, 0));
  complaints.fraction("expense_ratio", d.expense_ratio);
  complaints.fraction("return_of_capital_ratio", d.return_of_capital_ratio);
}

void take(std::string& mine, const std::string& other) {
  if (mine.empty()) mine = other;
}
template <class T>
void take(std::optional<T>& mine, const std::optional<T>& other) {
  if (!mine) mine = other;
}

bool disagree(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

}  // namespace

std::optional<InstrumentType> instrument_type(std::string_view word) {
  for (const auto& [name, type] : types)
    if (name == word) return type;
  return {};
}

std::string_view word_of(InstrumentType type) {
  for (const auto& [name, listed] : types)
    if (listed == type) return name;
  std::unreachable();
}

bool same_family(InstrumentType a, InstrumentType b) { return family_of(a) == family_of(b); }

std::vector<Error> problems(const Description& description) {
  Complaints complaints{description};
  const auto type = instrument_type(description.type);
  if (!description.type.empty() && !type) {
    std::string allowed;
    for (const auto& [name, unused] : types)
      allowed.append(allowed.empty() ? "" : ", ").append(name);
    complaints.add("type \"" + description.type.substr(0, 40) + "\" is unknown; write one of " +
                   allowed);
  }
  check_words(description, complaints);
  check_numbers(description, complaints);
  std::vector<Error> found = std::move(complaints).found();
  if (type) std::ranges::copy(misplaced(description, *type), std::back_inserter(found));
  return found;
}

std::vector<Error> misplaced(const Description& description, InstrumentType type) {
  Complaints complaints{description};
  for (const Words field : stated_fields(description)) {
    if (fields_of(type).find(" " + std::string{field} + " ") != Words::npos) continue;
    complaints.add(std::string{field} + " does not belong on type \"" + std::string{word_of(type)} +
                   "\"; remove it or correct the type");
  }
  return std::move(complaints).found();
}

bool describes_options(const Description& d) {
  if (!d.type.empty()) return instrument_type(d.type) == Type::option;
  return d.underlying_scale || d.multiplier || !d.underlying.empty();
}

Description filled(Description first, const Description& second) {
  const auto mine = instrument_type(first.type);
  const auto other = instrument_type(second.type);
  if (mine && other && !same_family(*mine, *other)) return first;
  take(first.type, second.type);
  if (!disagree(first.reference, second.reference)) take(first.index_class, second.index_class);
  if (!disagree(first.underlying, second.underlying)) {
    take(first.underlying_scale, second.underlying_scale);
    take(first.conversion_ratio, second.conversion_ratio);
  }
  for (const auto field :
       {&Description::currency, &Description::reference, &Description::underlying,
        &Description::right, &Description::style, &Description::settlement, &Description::rating,
        &Description::issuer, &Description::sector, &Description::industry, &Description::product,
        &Description::month, &Description::day, &Description::exchange, &Description::option_month,
        &Description::option_day})
    take(first.*field, second.*field);
  for (const auto field : {&Description::leverage, &Description::strike, &Description::multiplier,
                           &Description::shares_outstanding})
    take(first.*field, second.*field);
  for (const auto field : {&Description::expense_ratio, &Description::return_of_capital_ratio})
    take(first.*field, second.*field);
  for (const auto field :
       {&Description::expiry, &Description::marginable_from, &Description::maturity})
    take(first.*field, second.*field);
  for (const auto field : {&Description::marginable, &Description::zero_coupon})
    take(first.*field, second.*field);
  return first;
}

}  // namespace plimsoll
