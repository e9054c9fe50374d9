#pragma once
// Everything a method may know about the market, frozen. No global date, no live handle, no cache.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "model/instrument.hpp"

namespace plimsoll {

struct Dividend {
  Date ex_date;
  Decimal amount;  // per share, in the instrument's currency
};

/// What is known of one name. Model inputs are doubles: fractions a year; `yield` continuous.
struct Quote {
  std::optional<Decimal> price, bid, ask;  // per unit; bonds per 100 of principal
  /// Its price was worked out from its volatility (a market moved by a model): none is to be looked
  /// for in it again.
  bool priced_by_volatility = false;
  std::optional<double> volatility, beta, yield, borrow_rate;
  std::optional<double> adv;           // shares a day, 20-day average
  std::optional<Decimal> margin_rate;  // a broker's own maintenance rate for this security
  std::vector<Dividend> dividends;     // cash, by ex-date
  std::optional<std::string> stale_after;
  std::string where = {};  // where it was written, for messages: "market.json#/quotes/AAPL"
};

struct RatePoint {
  int days = 0;
  double rate = 0;  // zero rate, continuous, Act/365
};

struct MarketSnapshot {
  Date as_of;
  std::unordered_map<InstrumentId, Quote> quotes;
  std::map<Currency, Decimal> currencies;  // one unit of each, in the account's currency
  std::optional<double> risk_free_rate;
  std::vector<RatePoint> rate_curve;

  /// What is quoted under `id`; nothing where it is not.
  const Quote* find(const InstrumentId& id) const {
    const auto found = quotes.find(id);
    return found == quotes.end() ? nullptr : &found->second;
  }
  /// Its price in its own currency, or `missing_price` naming it.
  Result<Decimal> price(const InstrumentId& id) const;
};

/// Says of all of `ids`, at least one, that the snapshot has no price of them, what to write, and
/// of which a bid or an ask is there, which does not stand in for a price.
Error without_price(const std::set<InstrumentId>& ids, const MarketSnapshot& market);

}  // namespace plimsoll
