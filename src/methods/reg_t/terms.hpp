#pragma once
// The words the formulas of this method speak: what a group of legs owes, and a leg with the prices
// its rules read. All money is in the account's currency.

#include <optional>

#include "base/date.hpp"
#include "model/instrument.hpp"
#include "rules/amount.hpp"

namespace plimsoll::reg_t {

/// The day asked about, and the day whose rulebook is read. They differ only where somebody asks
/// what if.
struct Day {
  Date as_of;
  Date rules;
};

/// To open, at what was paid or brought today; to keep, at the market.
enum class Phase : std::uint8_t { initial, maintenance };

/// What one group owes and what it is worth as collateral.
template <Reading R>
struct Margin {
  R initial;
  R maintenance;
  R held_initial;      // of `initial`: short stock's value and the cost of long options, which are
                       // not risk
  R held_maintenance;  // the same of `maintenance`
  R equity;            // what the group adds to equity with loan value; cash is counted apart
  R proceeds;          // premium of its short options

  Money risk_initial() const { return money_of(initial) - money_of(held_initial); }
  Money risk_maintenance() const { return money_of(maintenance) - money_of(held_maintenance); }
};

template <Reading R>
R nothing(Currency currency) {
  return known<R>("nothing", zero(currency));
}

/// What credit may be had against a security.
enum class Standing : std::uint8_t { marginable, not_marginable, paid_in_cash };

struct HouseShares;  // house_terms.hpp
struct HouseOption;

/// Shares of a stock or fund, held or owed. `units` is positive either way.
struct Shares {
  Price mark;
  Price opening;  // today's trade price, or the mark
  Quantity units;
  Decimal leverage = Decimal{1};  // size of the daily multiple, never below 1
  Standing standing = Standing::marginable;
  std::optional<Percent> broker_rate = {};  // the broker's own, where the market data gives one
  std::optional<Price> sold_at = {};        // what a share owed brought, where the account says
  const HouseShares* house = nullptr;       // what the broker asks, where one was named

  Money value(Phase phase) const { return at(phase) * units; }
  Price at(Phase phase) const { return phase == Phase::initial ? opening : mark; }
};

/// What an option's percentages depend on.
struct UnderlyingClass {
  bool broad_index = false;       // a broad index, or a fund (not a note) on one
  bool note = false;              // an exchange-traded note
  Decimal leverage = Decimal{1};  // never below 1
};

/// Contracts of one series, bought or sold. `units` is positive: contracts times multiplier.
struct OptionLeg {
  const ListedOption* option = nullptr;
  Price strike;
  Price mark;
  Price opening;
  std::optional<Price> underlying;  // present wherever a rule reads it
  UnderlyingClass on;
  Quantity units;
  const HouseOption* house = nullptr;  // what the broker asks, where one was named

  Money value(Phase phase) const { return at(phase) * units; }
  Price at(Phase phase) const { return phase == Phase::initial ? opening : mark; }
  Money exercise_value() const { return strike * units; }
  /// Otherwise what it needs to open is what it needs to keep.
  bool traded_today() const { return opening != mark; }
};

template <Reading R>
R worth(Label label, const Shares& shares, Phase phase) {
  return worth<R>(label, shares.at(phase), shares.units);
}
template <Reading R>
R worth(Label label, const OptionLeg& leg, Phase phase) {
  return worth<R>(label, leg.at(phase), leg.units);
}
template <Reading R>
R exercise_value(Label label, const OptionLeg& leg) {
  return worth<R>(label, leg.strike, leg.units);
}

/// A security that covers a sold call counts at no more than the exercise price.
template <Reading R>
R at_most_exercise_value(R value, const OptionLeg& call) {
  return lesser_of(std::move(value), exercise_value<R>("exercise price", call));
}

/// What an option is in or out of the money at `underlying`.
template <Reading R>
R in_the_money(Label label, const OptionLeg& leg, Price underlying) {
  return leg.option->right == Right::put
             ? worth_of_difference<R>(label, leg.strike, underlying, leg.units)
             : worth_of_difference<R>(label, underlying, leg.strike, leg.units);
}
template <Reading R>
R out_of_the_money(Label label, const OptionLeg& leg, Price underlying) {
  return leg.option->right == Right::put
             ? worth_of_difference<R>(label, underlying, leg.strike, leg.units)
             : worth_of_difference<R>(label, leg.strike, underlying, leg.units);
}
inline Money in_the_money(const OptionLeg& leg, Price underlying) {
  return in_the_money<Money>("in-the-money amount", leg, underlying);
}

}  // namespace plimsoll::reg_t
