#include "methods/tims/series.hpp"

#include <algorithm>

#include "market/zero_rate.hpp"
#include "pricing/value.hpp"

namespace plimsoll::tims {
namespace {

constexpr double days_a_year = 365;
/// A dividend of the day that is rolled over is still to come for the prices the rule moves to.
constexpr double soon = 1e-6;

pricing::Option plain_option(const Series& series, double days) {
  return {.payoff = series.payoff,
          .spot = series.spot,
          .strike = series.strike,
          .years = days / days_a_year,
          .rate = series.rate,
          .dividend_yield = series.yield,
          .volatility = 0};
}

/// Dividends with their times in years, seen `roll_days` later.
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

}  // namespace

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
      .given_volatility = market.own.volatility ? market.own.volatility : underlying.volatility};
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
  if (series.days <= roll_days) return Volatility{};
  const auto dividends = dividends_later(series, 0);
  const pricing::Contract contract{plain_option(series, series.days), series.exercise, dividends};
  auto implied = pricing::implied_volatility(contract, series.price);
  if (implied) return Volatility{*implied, false};
  if (series.given_volatility && implied.error().reason == Reason::bad_input)
    return Volatility{
        std::clamp(*series.given_volatility, pricing::volatility_least, pricing::volatility_most),
        true};
  Error error = std::move(implied).error();
  if (error.reason == Reason::bad_input)
    error.what += "; correct the price, or give a volatility under market.quotes";
  return std::unexpected{std::move(error)};
}

Result<void> values_later(const Series& series, double volatility, int roll_days,
                          std::span<const double> spots, std::span<double> values) {
  if (series.days <= roll_days) {
    for (std::size_t k = 0; k < spots.size(); ++k) values[k] = exercised(series, spots[k]);
    return {};
  }
  const auto dividends = dividends_later(series, roll_days);
  pricing::Contract contract{plain_option(series, series.days - roll_days), series.exercise,
                             dividends};
  contract.option.volatility =
      std::clamp(volatility, pricing::volatility_least, pricing::volatility_most);
  auto valued = pricing::values_at(contract, spots, values);
  if (valued) return {};
  Error error = std::move(valued).error();
  error.what = "moved as the rule asks, it cannot be valued: " + error.what;
  return std::unexpected{std::move(error)};
}

}  // namespace plimsoll::tims
