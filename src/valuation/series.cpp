#include "valuation/series.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

#include "market/zero_rate.hpp"
#include "pricing/value.hpp"

namespace plimsoll::valuation {
namespace {

constexpr double days_a_year = 365;
/// A dividend of the day that is rolled over is still to come for the prices the rule moves to.
constexpr double soon = 1e-6;

std::string plain(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

Result<Volatility> given_one(const Series& series) {
  const double given = *series.given_volatility;
  if (given < pricing::volatility_least || pricing::volatility_most < given)
    return fail(Reason::bad_input, "its price has no volatility in it, and the one given is " +
                                       plain(given) +
                                       "; write one from 0.0001 to 20: 25 % is 0.25");
  return Volatility{given, VolatilityFrom::given};
}

Error too_dear(const Series& series, double most) {
  return {Reason::bad_input,
          "its price of " + plain(series.price) + " is not below the " + plain(most) +
              " that is the most it can be worth, whatever the " + "volatility; correct the price",
          ""};
}

bool priced_at_exercise(const Series& series) {
  constexpr double same = 1e-9;
  return series.exercise == pricing::Exercise::american &&
         std::abs(series.price - exercised(series, series.spot)) <= same * series.strike;
}

/// Sooner than by `pricing::value`, and exact enough for a volatility.
Result<double> value_of(const pricing::Contract& contract) {
  std::array<double, 1> values{};
  PLIMSOLL_TRY_VOID(pricing::values_at(contract, {&contract.option.spot, 1}, values));
  return values[0];
}

/// Every volatility up to some one gives a price of no more than exercise brings: that one, so that
/// values elsewhere are not understated. Of a call without dividends, whose least value is more:
/// where the choice to wait begins to be worth something.
Result<Volatility> largest_at_exercise(const Series& series, pricing::Contract contract) {
  constexpr double worth_nothing = 1e-6;  // of the strike
  constexpr int steps = 16;               // to 2e-4 of the volatility
  contract.option.volatility = pricing::volatility_least;
  PLIMSOLL_TRY(least, value_of(contract));
  const double most = std::max(least, series.price) + worth_nothing * series.strike;
  double low = std::log(pricing::volatility_least), high = std::log(pricing::volatility_most);
  for (int step = 0; step < steps; ++step) {
    const double middle = 0.5 * (low + high);
    contract.option.volatility = std::exp(middle);
    PLIMSOLL_TRY(value, value_of(contract));
    (value <= most ? low : high) = middle;
  }
  return Volatility{std::exp(low), VolatilityFrom::exercise};
}

}  // namespace

pricing::Option option_later(const Series& series, int roll_days) {
  return {.payoff = series.payoff,
          .spot = series.spot,
          .strike = series.strike,
          .years = (series.days - roll_days) / days_a_year,
          .rate = series.rate,
          .dividend_yield = series.yield,
          .volatility = 0};
}

std::vector<pricing::CashDividend> dividends_later(const Series& series, int roll_days) {
  std::vector<pricing::CashDividend> later;
  later.reserve(series.dividends.size());
  for (const auto& [days, amount] : series.dividends)
    later.push_back({std::max(days - roll_days, soon) / days_a_year, amount});
  return later;
}

double exercised(const Series& series, double spot) {
  return std::max(
      series.payoff == pricing::Payoff::call ? spot - series.strike : series.strike - spot, 0.0);
}

double cash_of(const Series& series) {
  double cash = 0;
  for (const auto& dividend : series.dividends) cash += dividend.amount;
  return cash;
}

Result<void> holds_dividends(const Series& series, double spot, const std::string& at) {
  if (series.dividends.empty() || cash_of(series) < spot) return {};
  const auto& greatest =
      *std::ranges::max_element(series.dividends, {}, &pricing::CashDividend::amount);
  return fail(Reason::bad_input,
              "dividends of " + plain(cash_of(series)) + " before its expiry (" +
                  plain(greatest.amount) + " ex " +
                  to_text(series.as_of + std::chrono::days{static_cast<int>(greatest.years)}) +
                  ") are no less than the " + plain(spot) + " that what it is on is worth" + at +
                  "; correct the dividend, or write a yield");
}

Result<Series> series_of(const ListedOption& option, double price, double level,
                         const SeriesMarket& market) {
  const Quote& underlying = market.underlying;
  const int days = static_cast<int>((option.expiry - market.as_of).count());
  if (days < 0)
    return fail(Reason::bad_input,
                "it expired on " + to_text(option.expiry) +
                    "; remove it, and book its exercise or assignment as shares and cash");
  Series series{
      .payoff = option.right == Right::call ? pricing::Payoff::call : pricing::Payoff::put,
      .exercise = option.style == Style::american ? pricing::Exercise::american
                                                  : pricing::Exercise::european,
      .spot = level,
      .strike = to_double(option.strike.per_unit),
      .price = price,
      .days = days,
      .given_volatility = market.own.volatility ? market.own.volatility : underlying.volatility,
      .priced_by_it = market.own.priced_by_volatility && market.own.volatility,
      .as_of = market.as_of};
  PLIMSOLL_TRY(rate, zero_rate(market.rates, days));
  series.rate = rate;
  // Cash that is known by its days and a yield would count the same money twice.
  if (underlying.dividends.empty()) series.yield = underlying.yield.value_or(0);
  for (const Dividend& dividend : underlying.dividends) {
    if (dividend.ex_date <= market.as_of || option.expiry < dividend.ex_date) continue;
    if (!(Decimal{} < dividend.amount)) continue;
    series.dividends.push_back(
        {static_cast<double>((dividend.ex_date - market.as_of).count()),
         to_double(divide(dividend.amount, option.underlying_scale, Round::half_even))});
  }
  std::ranges::stable_sort(series.dividends, {}, &pricing::CashDividend::years);
  return series;
}

Result<Volatility> volatility_in(const Series& series, int roll_days) {
  PLIMSOLL_TRY_VOID(holds_dividends(series, series.spot, ""));
  const double most = series.payoff == pricing::Payoff::call ? series.spot : series.strike;
  const bool over = series.days <= roll_days;
  if (over && most < series.price) return std::unexpected{too_dear(series, most)};
  if (over) return Volatility{0, VolatilityFrom::none};
  if (series.priced_by_it) return Volatility{*series.given_volatility, VolatilityFrom::price};
  const auto dividends = dividends_later(series, 0);
  const pricing::Contract contract{option_later(series, 0), series.exercise, dividends};
  PLIMSOLL_TRY(bounds, pricing::bounds(contract));
  if (!(series.price < bounds.most)) return std::unexpected{too_dear(series, bounds.most)};
  if (series.price == 0)
    return series.given_volatility ? given_one(series)
                                   : Result<Volatility>{Volatility{0, VolatilityFrom::none}};
  if (priced_at_exercise(series)) return largest_at_exercise(series, contract);
  auto implied = pricing::implied_volatility(contract, series.price);
  if (implied) return Volatility{*implied, VolatilityFrom::price};
  const bool below = implied.error().reason == Reason::bad_input && !(bounds.least < series.price);
  if (below && series.given_volatility) return given_one(series);
  Error error = std::move(implied).error();
  if (error.reason == Reason::bad_input)
    error.what += below ? "; correct the price, or give a volatility under market.quotes"
                        : "; correct the price";
  return std::unexpected{std::move(error)};
}

}  // namespace plimsoll::valuation
