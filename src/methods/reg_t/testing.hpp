#pragma once
// What this method's tests share: an account written down line by line, and terms for one formula.

#include <gtest/gtest.h>

#include <string>

#include "margin/answer.hpp"
#include "methods/reg_t/debt.hpp"
#include "methods/reg_t/terms.hpp"
#include "model/osi.hpp"

namespace plimsoll::reg_t::testing {

inline constexpr Date today = 2026y / March / 2;
inline constexpr Day on_the_day{today, today};
inline constexpr Date spring = 2026y / June / 19;    // under nine months off
inline constexpr Date summer = 2026y / August / 21;  // later, still under nine months
inline constexpr Date far = 2027y / June / 18;       // over nine months

inline InstrumentId id(std::string_view symbol) { return InstrumentId{symbol}; }

/// Symbols of options on a root of any name; a strike in thousandths at most.
inline InstrumentId option_id(std::string_view root, Date expiry, Right right, Decimal strike) {
  return osi_id({std::string{root}, expiry, right, strike});
}

/// An account and its market, one line a statement. Every position is in the catalog.
class Desk {
 public:
  Desk() {
    account.id = "desk";
    account.as_of = market.as_of = today;
    account.cash = std::vector<Money>{};
  }
  explicit Desk(AccountKind kind) : Desk() { account.kind = kind; }

  Desk& on(Date day) { return account.as_of = market.as_of = day, *this; }
  Desk& cash(Money amount) { return account.cash = std::vector{amount}, *this; }
  Desk& cash_unknown() { return account.cash.reset(), *this; }
  Desk& quote(std::string_view symbol, Decimal price) {
    return market.quotes[id(symbol)].price = price, *this;
  }
  Desk& describe(const Instrument& instrument) {
    return account.catalog[id_of(instrument)] = instrument, *this;
  }
  Desk& index(std::string_view symbol, Decimal level, IndexClass index_class) {
    return describe(Index{.id = id(symbol), .index_class = index_class}).quote(symbol, level);
  }
  Desk& hold(const Instrument& instrument, Quantity quantity, Holding holding = Holding::unstated) {
    describe(instrument);
    account.positions.push_back(
        {.instrument = instrument, .quantity = quantity, .holding = holding});
    return *this;
  }
  Desk& stock(std::string_view symbol, std::int64_t shares, Decimal price) {
    return hold(Stock{.id = id(symbol)}, Quantity::of(shares)).quote(symbol, price);
  }
  /// On something already described, or on a stock of that name.
  Desk& option(std::string_view underlying, std::int64_t contracts, Date expiry, Right right,
               Decimal strike, Decimal price) {
    const InstrumentId symbol = option_id(underlying, expiry, right, strike);
    const auto on = account.catalog.find(id(underlying));
    if (on == account.catalog.end()) describe(Stock{.id = id(underlying)});
    const bool index = on != account.catalog.end() && std::holds_alternative<Index>(on->second);
    hold(ListedOption{.id = symbol,
                      .underlying = id(underlying),
                      .expiry = expiry,
                      .right = right,
                      .strike = {strike, usd},
                      .style = index ? Style::european : Style::american},
         Quantity::of(contracts));
    return quote(symbol.view(), price);
  }
  Desk& call(std::string_view on, std::int64_t n, Date expiry, Decimal strike, Decimal price) {
    return option(on, n, expiry, Right::call, strike, price);
  }
  Desk& put(std::string_view on, std::int64_t n, Date expiry, Decimal strike, Decimal price) {
    return option(on, n, expiry, Right::put, strike, price);
  }
  /// The last position was opened today at `price`.
  Desk& traded_at(Decimal price) {
    return account.positions.back().trade_price = Price{price, usd}, *this;
  }

  Account account;
  MarketSnapshot market;
};

/// Terms of so many shares at a price, marginable.
inline Shares shares(std::int64_t units, Price mark) {
  return {.mark = mark, .opening = mark, .units = Quantity::of(units)};
}
inline Shares opened_at(Shares shares, Price price) { return shares.opening = price, shares; }

/// Contracts of 100, with the option they point at.
struct OneOption {
  OneOption(Right right, std::int64_t contracts, Price strike, Price mark, Price underlying,
            Date expiry = spring, Style style = Style::american)
      : option{.id = option_id("XYZ", expiry, right, strike.per_unit),
               .underlying = id("XYZ"),
               .expiry = expiry,
               .right = right,
               .strike = strike,
               .style = style},
        leg{&option, strike, mark, mark, underlying, {}, Quantity::of(contracts * 100)} {}
  OneOption(const OneOption&) = delete;
  OneOption& operator=(const OneOption&) = delete;

  OneOption& opened_at(Price price) { return leg.opening = price, *this; }
  OneOption& on(UnderlyingClass what) { return leg.on = what, *this; }

  ListedOption option;
  OptionLeg leg;
};

/// A bond, or a preferred share of par one, of so many units; prices for each unit, or for 100 of
/// principal.
inline Debt bond_held(const Bond& bond, std::int64_t units, Price mark) {
  return {.bond = &bond,
          .units = Quantity::of(units),
          .par = 1_usd_each,
          .mark = mark,
          .opening = mark,
          .per = 100_d};
}

/// What a group owes, as text a reader can compare: initial, maintenance, their risk, equity,
/// premium.
inline std::string line_of(const Margin<Money>& margin) {
  const auto text = [](Money money) { return to_text(money.amount, 2); };
  return text(margin.initial) + " " + text(margin.maintenance) + " risk " +
         text(margin.risk_initial()) + " " + text(margin.risk_maintenance()) + " equity " +
         text(margin.equity) + " premium " + text(margin.proceeds);
}

/// The same; says so where the explained reading differs in any figure.
inline std::string line_of(const Result<Margin<Money>>& plain,
                           const Result<Margin<Amount>>& explained) {
  if (!plain) return "refused: " + plain.error().what;
  if (!explained) return "only the explained reading refuses";
  const Margin<Money> same{money_of(explained->initial),      money_of(explained->maintenance),
                           money_of(explained->held_initial), money_of(explained->held_maintenance),
                           money_of(explained->equity),       money_of(explained->proceeds)};
  const std::string line = line_of(*plain);
  return line_of(same) == line ? line : line + " but explained " + line_of(same);
}

/// One rule, read both ways: `BOTH(short_stock, owed, day)`.
#define PLIMSOLL_LINE(rule, ...) line_of(rule<Money>(__VA_ARGS__), rule<Amount>(__VA_ARGS__))

}  // namespace plimsoll::reg_t::testing
