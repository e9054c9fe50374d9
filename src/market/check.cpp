#include "market/check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "market/stale.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll {
namespace {

PriceRange range_of_quote(const InstrumentId& id, const Account& account) {
  if (const Instrument* instrument = described(account, id)) return price_range(*instrument);
  // What the account does not know may be quoted all the same; an option's symbol says what it is.
  return {.zero = looks_like_osi(id.view())};
}

/// Gathers what is wrong with one quote.
class QuoteCheck {
 public:
  QuoteCheck(const InstrumentId& id, PriceRange range, std::vector<Error>& found)
      : symbol_{id.view()}, range_{range}, found_{found} {}

  void prices(const Quote& quote) {
    amount("price", quote.price);
    if (quote.price && quote.price->is_zero() && !range_.zero)
      add("price is zero, which only an option's can be; write the last price there was; what is "
          "held and no longer trades counts nothing: write 0.0001 and \"marginable\": false under "
          "instruments");
    amount("bid", quote.bid);
    amount("ask", quote.ask);
    if (quote.bid && quote.ask && *quote.bid > *quote.ask)
      add("bid " + to_text(*quote.bid, 2) + " is above ask " + to_text(*quote.ask, 2) +
          "; correct one, or leave both out");
    for (const Dividend& dividend : quote.dividends)
      if (dividend.amount.is_negative() || dividend.amount > limits::price_max)
        add("the dividend of " + to_text(dividend.ex_date) +
            " is out of range; write the cash paid for one share");
  }

  void freshness(const Quote& quote) {
    if (quote.stale_after && !day_of(*quote.stale_after))
      add("stale_after \"" + quote.stale_after->substr(0, 40) +
          "\" is neither a day nor a time; write it like 2026-11-20 or 2026-11-20T21:00:00Z");
  }

  void model_inputs(const Quote& quote) {
    not_negative("volatility", quote.volatility, "a fraction a year, 0.28 for 28 %");
    not_negative("adv", quote.adv, "shares a day");
    finite("beta", quote.beta);
    finite("yield", quote.yield);
    finite("borrow_rate", quote.borrow_rate);
    if (quote.margin_rate &&
        (quote.margin_rate->is_negative() || *quote.margin_rate > limits::margin_rate_max))
      add("margin_rate " + to_text(*quote.margin_rate, 0) +
          " is out of range; write a fraction, 0.3 for 30 %");
  }

 private:
  void add(std::string what) { found_.push_back({Reason::bad_input, std::move(what), symbol_}); }

  void amount(const std::string& name, const std::optional<Decimal>& value) {
    if (!value) return;
    if (value->is_negative() && !range_.below_zero)
      add(name + " " + to_text(*value, 2) + " is below zero; only a future's can be");
    if (abs(*value) > limits::price_max)
      add(name + " " + to_text(*value, 2) + " is above " + to_text(limits::price_max, 0) +
          "; write the price of one unit");
  }
  void finite(const std::string& name, const std::optional<double>& value) {
    if (value && !std::isfinite(*value)) add(name + " is not a finite number");
  }
  void not_negative(const std::string& name, const std::optional<double>& value,
                    const std::string& unit) {
    if (value && !(std::isfinite(*value) && *value >= 0))
      add(name + " is not a finite number of at least zero; write " + unit);
  }

  std::string symbol_;
  PriceRange range_;
  std::vector<Error>& found_;
};

void check_currencies(const MarketSnapshot& market, const Account& account,
                      std::vector<Error>& found) {
  for (const auto& [currency, rate] : market.currencies) {
    const std::string code{currency.code()};
    const std::string base{account.base.code()};
    if (rate <= Decimal{} || rate > limits::exchange_rate_max)
      found.push_back({Reason::bad_input,
                       "the rate of " + code + ", " + to_text(rate, 0) +
                           ", is out of range; write what one unit is worth in " + base +
                           ", above 0 and at most " + to_text(limits::exchange_rate_max, 0),
                       code});
    else if (currency == account.base && rate != Decimal{1})
      found.push_back({Reason::bad_input,
                       code + " is the account's own currency, and its rate is not 1; remove it",
                       code});
  }
}

void check_rates(const MarketSnapshot& market, std::vector<Error>& found) {
  if (market.risk_free_rate && !std::isfinite(*market.risk_free_rate))
    found.push_back({Reason::bad_input, "it is not a finite number", "risk_free_rate"});
  for (const RatePoint& point : market.rate_curve)
    if (point.days <= 0 || !std::isfinite(point.rate))
      found.push_back({Reason::bad_input,
                       "the point at " + std::to_string(point.days) +
                           " days needs a finite rate and at least one day",
                       "rate_curve"});
}

/// How many units of a price one unit of quantity may stand for, at most: contracts, principal and
/// conversions.
Decimal units_of(const Instrument& instrument) {
  return std::visit(
      Match{
          [](const Stock&) { return Decimal{1}; },
          [](const Fund&) { return Decimal{1}; },
          [](const Bond& bond) {
            return std::max(Decimal{1}, bond.conversion_ratio.value_or(Decimal{1}));
          },
          [](const Warrant& warrant) { return std::max(Decimal{1}, warrant.shares); },
          [](const Index&) { return Decimal{1}; },
          [](const ListedOption& option) { return option.multiplier; },
          [](const Future& future) { return future.multiplier.value_or(Decimal{1}); },
          [](const FutureOption& option) { return option.future.multiplier.value_or(Decimal{1}); },
          [](const Combination&) { return Decimal{1}; },
          [](const Token&) { return Decimal{1}; },
      },
      instrument);
}

/// What an instrument is on, or nothing.
InstrumentId underlying_of(const Instrument& instrument) {
  if (const auto* option = std::get_if<ListedOption>(&instrument)) return option->underlying;
  if (const auto* bond = std::get_if<Bond>(&instrument)) return bond->underlying;
  if (const auto* warrant = std::get_if<Warrant>(&instrument)) return warrant->underlying;
  return {};
}

/// The largest of the prices a position may be reckoned at. What is out of bounds is refused by
/// itself and left out here.
Decimal largest_price(const MarketSnapshot& market, const Position& position) {
  Decimal largest;
  const auto consider = [&](const std::optional<Decimal>& price) {
    if (price && abs(*price) <= limits::price_max) largest = std::max(largest, abs(*price));
  };
  for (const InstrumentId& id : {id_of(position.instrument), underlying_of(position.instrument)})
    if (const Quote* quote = market.find(id))
      for (const auto& price : {quote->price, quote->bid, quote->ask}) consider(price);
  if (const auto* option = std::get_if<ListedOption>(&position.instrument))
    consider(option->strike.per_unit);
  if (const auto* option = std::get_if<FutureOption>(&position.instrument))
    consider(option->strike.per_unit);
  if (const auto* warrant = std::get_if<Warrant>(&position.instrument))
    consider(warrant->exercise.per_unit);
  if (position.trade_price) consider(position.trade_price->per_unit);
  if (position.average_cost) consider(position.average_cost->per_unit);
  return largest;
}

/// At most what one unit of the instrument's currency is worth; 1 where no rate in bounds is known.
Decimal largest_rate(const MarketSnapshot& market, Currency from) {
  const auto found = market.currencies.find(from);
  if (found == market.currencies.end() || found->second > limits::exchange_rate_max)
    return Decimal{1};
  return std::max(Decimal{1}, found->second);
}

/// Each factor is inside its bounds, and so their product fits a Decimal; only sums of many such
/// products would not.
void check_values(const MarketSnapshot& market, const Account& account, std::vector<Error>& found) {
  for (const Position& position : account.positions) {
    const Price price{largest_price(market, position), account.base};
    const Decimal rate = largest_rate(market, currency_of(position.instrument, account.base));
    const Decimal units = units_of(position.instrument);
    const Money in_units = price * abs(position.quantity);
    // One factor after the other: a value that is too large already is not made larger.
    Decimal value = multiply(in_units.amount, units, Round::away_from_zero);
    if (!(limits::value_max < value)) value = multiply(value, rate, Round::away_from_zero);
    if (value > limits::value_max)
      found.push_back({Reason::bad_input,
                       "quantity times price comes to " +
                           to_text_rounded(value, 0, Round::toward_zero) + ", above " +
                           to_text(limits::value_max, 0) + "; correct the one that is wrong",
                       std::string{id_of(position.instrument).view()}});
  }
}

}  // namespace

PriceRange price_range(const Instrument& instrument) {
  return std::visit(
      Match{
          [](const Stock&) { return PriceRange{}; },
          [](const Fund&) { return PriceRange{}; },
          [](const Bond&) { return PriceRange{}; },
          [](const Warrant&) { return PriceRange{}; },
          [](const Index&) { return PriceRange{}; },
          [](const ListedOption&) { return PriceRange{.zero = true}; },
          [](const Future&) { return PriceRange{.below_zero = true, .zero = true}; },
          [](const FutureOption&) { return PriceRange{.zero = true}; },
          [](const Combination&) { return PriceRange{.below_zero = true, .zero = true}; },
          [](const Token&) { return PriceRange{}; },
      },
      instrument);
}

Result<void> values_in_bounds(const MarketSnapshot& market, const Account& account) {
  std::vector<Error> found;
  check_values(market, account, found);
  if (found.empty()) return {};
  return std::unexpected{std::move(found.front())};
}

std::vector<Error> check(const MarketSnapshot& market, const Account& account) {
  std::vector<InstrumentId> ids;
  ids.reserve(market.quotes.size());
  for (const auto& [id, quote] : market.quotes) ids.push_back(id);
  std::ranges::sort(ids);
  std::vector<Error> found;
  for (const InstrumentId& id : ids) {
    QuoteCheck quote_check{id, range_of_quote(id, account), found};
    const Quote& quote = market.quotes.at(id);
    quote_check.prices(quote);
    quote_check.freshness(quote);
    quote_check.model_inputs(quote);
  }
  check_currencies(market, account, found);
  check_rates(market, found);
  check_values(market, account, found);
  return found;
}

}  // namespace plimsoll
