#include "methods/span/array_value.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pricing/value.hpp"

namespace plimsoll::span {
namespace {

bool is_carried(ArrayModel model) { return model == ArrayModel::carried_future; }

pricing::Contract contract_at(const ArrayTerms& terms, const ScanState& state) {
  const bool american =
      terms.model == ArrayModel::american_on_spot || terms.model == ArrayModel::american_on_future;
  return {
      .option = {.payoff =
                     terms.right == Right::call ? pricing::Payoff::call : pricing::Payoff::put,
                 .spot = state.underlying,
                 .strike = terms.strike,
                 .years = state.years,
                 .rate = terms.rate,
                 .dividend_yield = is_on_future(terms.model) ? terms.rate : terms.dividend_yield,
                 .volatility = std::max(state.volatility, volatility_floor)},
      .exercise = american ? pricing::Exercise::american : pricing::Exercise::european};
}

double exercised(const ArrayTerms& terms, double underlying) {
  const double gain =
      terms.right == Right::call ? underlying - terms.strike : terms.strike - underlying;
  return std::max(gain, 0.0);
}

bool is_over(const ScanState& state) { return !(state.years > 0); }
/// Where no lognormal price can be.
bool is_nothing(double underlying) { return !(underlying >= pricing::price_least); }

/// There a call is worth nothing, and a put its exercise, at once or at expiry.
double value_below_zero(const ArrayTerms& terms, const ScanState& state) {
  if (terms.right == Right::call) return 0;
  const double level = is_on_future(terms.model) ? state.underlying : 0.0;
  const double later = exercised(terms, level) * std::exp(-terms.rate * state.years);
  const bool american =
      terms.model == ArrayModel::american_on_spot || terms.model == ArrayModel::american_on_future;
  return american ? std::max(later, exercised(terms, level)) : later;
}

/// The spot beneath a future is what its price is worth today; moved, it is carried to expiry anew.
double carried_value(const ArrayTerms& terms, const ScanState& state) {
  const double carry = terms.rate - terms.dividend_yield;
  const double spot = terms.future_price * std::exp(-carry * terms.years);
  const double moved = spot + (state.underlying - terms.underlying);
  return moved * std::exp(carry * state.years);
}

Result<void> in_range(std::string_view name, double value, double least, double most) {
  if (value >= least && value <= most) return {};
  const auto text = [](double number) {
    std::string digits = std::to_string(number);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    return digits;
  };
  return fail(Reason::bad_input, std::string{name} + " is " + text(value) +
                                     "; write a number from " + text(least) + " to " + text(most));
}

Result<void> above_zero(std::string_view name, double value) {
  if (value >= pricing::price_least && value <= pricing::price_most) return {};
  const bool negative = value <= 0;
  return fail(Reason::bad_input, std::string{name} + " is " + std::to_string(value) +
                                     (negative ? "; the model takes no price at or below zero"
                                               : "; write a price from 1e-9 to 1e12"));
}

Result<void> check_option(const ArrayTerms& terms) {
  PLIMSOLL_TRY_VOID(above_zero("underlying", terms.underlying));
  PLIMSOLL_TRY_VOID(above_zero("strike", terms.strike));
  PLIMSOLL_TRY_VOID(in_range("years", terms.years, 0, pricing::years_most));
  PLIMSOLL_TRY_VOID(
      in_range("volatility", terms.volatility, volatility_floor, pricing::volatility_most));
  PLIMSOLL_TRY_VOID(in_range("volatility_scan", terms.volatility_scan.size, 0, 10));
  return in_range("cabinet", terms.cabinet, 0, pricing::price_most);
}

Result<void> check_points(const ArrayTerms& terms) {
  if (!terms.points.empty() && terms.points.size() != clearing::RiskArray::size)
    return fail(Reason::bad_input, "there are " + std::to_string(terms.points.size()) +
                                       " scan points; an array has sixteen");
  for (const clearing::ScanPoint& point : terms.points) {
    PLIMSOLL_TRY_VOID(in_range("a scan point's price", point.price, -100, 100));
    PLIMSOLL_TRY_VOID(in_range("a scan point's volatility", point.volatility, -100, 100));
    PLIMSOLL_TRY_VOID(in_range("a scan point's weight", point.weight, 0, 100));
  }
  double weights = 0;
  for (const clearing::DeltaPoint& point : terms.delta_points) {
    PLIMSOLL_TRY_VOID(in_range("a delta point's price", point.price, -100, 100));
    PLIMSOLL_TRY_VOID(in_range("a delta point's volatility", point.volatility, -100, 100));
    PLIMSOLL_TRY_VOID(in_range("a delta point's weight", point.weight, 0, 100));
    weights += point.weight;
  }
  if (!terms.delta_points.empty() && !(weights > 0))
    return fail(Reason::bad_input, "the weights of the delta points sum to nothing");
  return {};
}

}  // namespace

Result<void> check_terms(const ArrayTerms& terms) {
  PLIMSOLL_TRY_VOID(in_range("rate", terms.rate, -pricing::rate_most, pricing::rate_most));
  PLIMSOLL_TRY_VOID(
      in_range("dividend_yield", terms.dividend_yield, -pricing::rate_most, pricing::rate_most));
  PLIMSOLL_TRY_VOID(in_range("lookahead", terms.lookahead, 0, 1));
  PLIMSOLL_TRY_VOID(in_range("extreme_multiple", terms.extreme_multiple, 0, 100));
  PLIMSOLL_TRY_VOID(in_range("extreme_cover", terms.extreme_cover, 0, 1));
  PLIMSOLL_TRY_VOID(in_range("value_factor", terms.value_factor, 1e-9, 1e9));
  const double scan_most = terms.price_scan.kind == ScanKind::ratio ? 10 : pricing::price_most;
  PLIMSOLL_TRY_VOID(in_range("price_scan", terms.price_scan.size, 0, scan_most));
  PLIMSOLL_TRY_VOID(check_points(terms));
  if (is_option(terms.model)) return check_option(terms);
  // A future's price may be below zero; a part of it is of its size.
  PLIMSOLL_TRY_VOID(
      in_range("underlying", terms.underlying, -pricing::price_most, pricing::price_most));
  if (terms.price_scan.kind == ScanKind::ratio && terms.underlying == 0)
    return fail(Reason::bad_input, "underlying is 0, of which a price scan can be no part");
  if (!is_carried(terms.model)) return {};
  PLIMSOLL_TRY_VOID(above_zero("future_price", terms.future_price));
  return in_range("years", terms.years, 0, pricing::years_most);
}

Result<double> value_at(const ArrayTerms& terms, const ScanState& state) {
  if (is_carried(terms.model)) return carried_value(terms, state);
  if (!is_option(terms.model)) return state.underlying;
  if (is_over(state)) {
    const bool spot = !is_on_future(terms.model);
    return exercised(terms, spot ? std::max(state.underlying, 0.0) : state.underlying);
  }
  if (is_nothing(state.underlying)) return value_below_zero(terms, state);
  PLIMSOLL_TRY(value, pricing::value(contract_at(terms, state)));
  return std::max(value, 0.0);
}

Result<double> delta_at(const ArrayTerms& terms, const ScanState& state) {
  if (!is_option(terms.model)) return 1.0;
  const bool call = terms.right == Right::call;
  if (is_nothing(state.underlying)) return call ? 0.0 : -1.0;
  if (is_over(state)) {
    if (state.underlying == terms.strike) return call ? 0.5 : -0.5;
    const double one = exercised(terms, state.underlying) > 0 ? 1 : 0;
    return call ? one : -one;
  }
  PLIMSOLL_TRY(greeks, pricing::greeks(contract_at(terms, state)));
  return greeks.delta;
}

}  // namespace plimsoll::span
