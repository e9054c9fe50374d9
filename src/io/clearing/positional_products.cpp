// Combined commodities, products and what is said of one expiry: 2, P, B and X.

#include <cmath>

#include "io/clearing/positional_records.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

using namespace clearing;

std::optional<CombinationMethod> combination_method(char code) {
  switch (code) {
    case 'S':
      return CombinationMethod::split;
    case 'D':
      return CombinationMethod::delta;
    case 'M':
      return CombinationMethod::modified;
    default:
      return std::nullopt;
  }
}

/// Complains where it is none.
ProductKey product_key(Row& row, const Column& exchange, const Column& product,
                       const Column& type) {
  const auto read = product_type(row.text(type));
  if (!read) row.complain(type, "; a type is FUT, PHY, CMB, OOF, OOP, OOC, ...");
  return {row.code_needed(exchange), row.code_needed(product), read.value_or(ProductType::future)};
}

void read_links(Row& row, CombinedCommodity& commodity) {
  constexpr auto exchange = column("2", "exchange_acronym");
  constexpr auto codes = columns<6>("2", "product_", "_code"),
                 types = columns<6>("2", "product_", "_type"),
                 locators = columns<6>("2", "product_", "_array_decimal_locator"),
                 signs = columns<6>("2", "product_", "_array_decimal_sign");
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (row.text(codes[i]).empty()) continue;
    // A locator counts decimals; with a minus, the zeros that are left off.
    const auto locator = static_cast<int>(row.digits(locators[i]).value_or(0)) * row.sign(signs[i]);
    commodity.products.push_back({.product = product_key(row, exchange, codes[i], types[i]),
                                  .array_exponent = static_cast<std::int8_t>(-locator)});
  }
}

PriceForm price_form(Row& row, const Column& locator, const Column& alignment) {
  const PriceForm form{row.signed_text(locator).value_or(0), row.letter(alignment)};
  if (!is_readable(form))
    row.complain(alignment, "with " + std::to_string(form.places) +
                                " decimals; known are blank, 0, and C or K with 2 or 3");
  if (form.places > Decimal::places || form.places < -Decimal::places)
    row.complain(locator, "; between -9 and 9 decimals are read");
  return form;
}

std::optional<Valuation> valuation(std::string_view word) {
  if (word == "EQTY") return Valuation::premium_style;
  if (word.starts_with("FUT")) return Valuation::futures_style;
  return std::nullopt;
}

std::optional<Style> style(std::string_view word) {
  if (word == "AMER") return Style::american;
  if (word == "EURO") return Style::european;
  return std::nullopt;
}

/// Nothing where it is blank or zero: no volatility, no time.
std::optional<double> unless_zero(std::optional<double> value) {
  return value && *value != 0 ? value : std::nullopt;
}

bool is_percent(Row& row, const Column& method) {
  const char c = row.letter(method);
  if (c != ' ' && c != 'A' && c != 'P') row.complain(method, "; blank, A and P are known");
  return c == 'P';
}

void read_ranges(Row& row, SeriesTerms& terms) {
  constexpr auto volatility = column("B", "base_vol"),
                 volatility_power = column("B", "base_vol_exponent"),
                 volatility_power_sign = column("B", "base_vol_exponent_sign"),
                 range = column("B", "vol_scan_range"),
                 range_power = column("B", "vol_scan_exponent"),
                 range_power_sign = column("B", "vol_scan_exponent_sign"),
                 range_method = column("B", "vol_scan_quote_method"),
                 price = column("B", "price_scan_range"),
                 price_power = column("B", "price_scan_exponent"),
                 price_power_sign = column("B", "price_scan_exponent_sign"),
                 price_method = column("B", "price_scan_quote_method");
  if (row.raw(volatility) != "99999999")
    terms.volatility = unless_zero(row.real(volatility, volatility_power, volatility_power_sign));
  terms.volatility_scan = row.real(range, range_power, range_power_sign);
  terms.volatility_scan_is_ratio = is_percent(row, range_method);
  if (terms.volatility_scan && terms.volatility_scan_is_ratio) *terms.volatility_scan /= 100;
  const auto scan = row.real(price, price_power, price_power_sign);
  if (!scan) return;
  if (is_percent(row, price_method)) terms.price_scan_ratio = *scan / 100;
  else terms.price_scan = scan;
}

}  // namespace

void read_commodity(Row& row, Gathered& gathered) {
  constexpr auto exchange = column("2", "exchange_acronym"),
                 code = column("2", "combined_commodity"), risk = column("2", "risk_exponent"),
                 currency = column("2", "pb_currency_iso"),
                 style_column = column("2", "option_margin_style"),
                 limit = column("2", "limit_option_value"),
                 method = column("2", "combination_margin_method");
  CombinedCommodity said{.code = row.code_needed(code), .exchange = row.code_needed(exchange)};
  said.risk_exponent = static_cast<std::int8_t>(row.digits(risk).value_or(0));
  const auto bond_currency = row.currency(currency);
  if (!bond_currency) row.complain(currency, "; write the performance bond's currency");
  said.currency = bond_currency.value_or(usd);
  if (row.letter(style_column) == 'P') said.option_style = Valuation::premium_style;
  if (row.letter(style_column) == 'F') said.option_style = Valuation::futures_style;
  said.limit_option_value = row.letter(limit) == 'Y';
  said.combination_method =
      combination_method(row.letter(method)).value_or(CombinationMethod::split);
  read_links(row, said);
  if (!row.is_sound()) return;
  CombinedCommodity& known = gathered.commodity(row, said.code);
  if (known.line != 0 &&
      (known.risk_exponent != said.risk_exponent || known.currency != said.currency))
    return row.complain(code, "has another risk exponent or currency in line " +
                                  std::to_string(known.line) + "; one of the two is wrong");
  for (const ProductLink& link : said.products) known.products.push_back(link);
  if (known.line != 0) return;
  known.exchange = said.exchange;
  known.currency = said.currency;
  known.risk_exponent = said.risk_exponent;
  known.option_style = said.option_style;
  known.limit_option_value = said.limit_option_value;
  known.combination_method = said.combination_method;
  known.line = row.number();
}

void read_product(Row& row, Gathered& gathered) {
  constexpr auto exchange = column("P", "exchange_acronym"), code = column("P", "product_code"),
                 type = column("P", "product_type"), short_name = column("P", "short_name"),
                 long_name = column("P", "long_name"),
                 factor = column("P", "contract_value_factor"),
                 factor_power = column("P", "cvf_exponent"),
                 factor_power_sign = column("P", "cvf_exponent_sign"),
                 cabinet = column("P", "cabinet_option_value"),
                 currency = column("P", "settlement_currency_iso"),
                 exercise = column("P", "exercise"), value = column("P", "valuation_method"),
                 settlement = column("P", "settlement_method"),
                 own = column("P", "variable_tick_option_flag");
  GatheredProduct said;
  clearing::Product& product = said.product;
  product.key = product_key(row, exchange, code, type);
  const auto name = row.text(long_name);
  product.name = std::string{name.empty() ? row.text(short_name) : name};
  product.currency = row.currency(currency);
  const auto value_factor = row.number(factor, factor_power, factor_power_sign);
  if (!value_factor) row.complain(factor, "; without it no price is worth anything");
  product.value_factor = value_factor.value_or(Decimal{});
  product.own_factors = row.letter(own) == 'Y';
  const auto least = row.number(cabinet);
  if (least && !least->is_zero()) product.cabinet = least;
  product.valuation = valuation(row.text(value));
  if (is_option(product.key.type)) product.style = style(row.text(exercise));
  product.settlement = std::string{row.text(settlement)};
  product.line = row.number();
  said.settlement = price_form(row, column("P", "settlement_decimal_locator"),
                               column("P", "settlement_alignment_code"));
  said.strike =
      price_form(row, column("P", "strike_decimal_locator"), column("P", "strike_alignment_code"));
  if (!row.is_sound()) return;
  const auto [known, is_new] = gathered.products.try_emplace(product.key, said);
  if (!is_new)
    row.complain(code, "has a P record in line " + std::to_string(known->second.product.line) +
                           " already; keep one of the two");
}

void read_terms(Row& row, Gathered& gathered) {
  constexpr auto exchange = column("B", "exchange_acronym"), code = column("B", "product_code"),
                 type = column("B", "product_type"), month = column("B", "futures_month"),
                 day = column("B", "futures_day_or_week"),
                 option_month = column("B", "option_month"),
                 option_day = column("B", "option_day_or_week"),
                 multiplier = column("B", "extreme_move_multiplier"),
                 cover = column("B", "extreme_move_cover_fraction"),
                 rate = column("B", "interest_rate"), years = column("B", "time_to_expiration"),
                 lookahead = column("B", "lookahead_time"),
                 scale = column("B", "delta_scaling_factor"),
                 expiry = column("B", "expiration_date"),
                 underlying = column("B", "underlying_product"),
                 model = column("B", "pricing_model"), yield = column("B", "coupon_or_div_yield"),
                 factor = column("B", "swap_or_contract_value_factor"),
                 factor_power = column("B", "svf_exponent"),
                 factor_power_sign = column("B", "svf_exponent_sign");
  GatheredTerms said{.product = product_key(row, exchange, code, type), .terms = {}};
  SeriesTerms& terms = said.terms;
  terms.future_month = row.month(month, day);
  terms.option_month = row.month(option_month, option_day);
  read_ranges(row, terms);
  terms.extreme_multiplier = row.real(multiplier);
  terms.extreme_cover = row.real(cover);
  terms.rate = row.real(rate);
  terms.years = row.real(years);
  terms.lookahead = row.real(lookahead);
  terms.dividend_yield = row.real(yield);
  terms.delta_scale = row.number(scale);
  if (terms.delta_scale && terms.delta_scale->is_zero()) terms.delta_scale.reset();
  terms.expiry = row.date(expiry);
  terms.underlying = row.code(underlying);
  terms.pricing_model = std::string{row.text(model)};
  const auto value_factor = row.number(factor, factor_power, factor_power_sign);
  if (value_factor && !value_factor->is_zero()) terms.value_factor = value_factor;
  terms.line = row.number();
  if (row.is_sound()) gathered.terms.push_back(std::move(said));
}

void read_combination_method(Row& row, Gathered& gathered) {
  constexpr auto method = column("X", "combination_margining_method"),
                 product = column("X", "combination_product");
  const auto read = combination_method(row.letter(method));
  const Code code = row.code_needed(product);
  if (!read) row.complain(method, "; S, D and M are known");
  if (row.is_sound()) gathered.combination_methods[code] = *read;
}

}  // namespace plimsoll::io
