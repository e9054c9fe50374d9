#pragma once
// What it costs to sell a part of a position, or to buy back a part of a short one: half of bid to
// ask, the sale's own mark on the price, and tax on what is gained.

#include <optional>
#include <vector>

#include "market/snapshot.hpp"
#include "model/account.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

/// Parts of one cost, in the account's currency: above zero is a cost. Tax is below zero where a
/// loss saves some.
struct SaleCost {
  Money spread;
  Money impact;
  Money tax;
  /// What leaves the account on the day. Tax is due later, and not from the broker.
  Money paid() const { return spread + impact; }
  Money total() const { return spread + impact + tax; }
};
SaleCost operator+(const SaleCost& a, const SaleCost& b);
SaleCost no_cost(Currency currency);

enum class SpreadFrom : std::uint8_t {
  quote,   // half of its ask less its bid
  policy,  // policy.cure.half_spread of the value
  none,    // funds: what is redeemed has one price
};

/// What no number stands for in the costs of a position; each is left out of the cost, never
/// nothing.
struct MissingCosts {
  bool daily_volume = false, volatility = false;  // either: no impact
  bool cost_basis = false;                        // of a part of it or all: no tax on that part
  bool holding_period = false;  // taxed as of a year or less, saving as of more than one
  bool impact() const { return daily_volume || volatility; }
};

/// The impact of selling a part of a day's volume, as a fraction of the price at the end of the
/// sale: coefficient x daily volatility x part ^ exponent (Toth and others 2011).
double end_impact(const CurePolicy& policy, double daily_volatility, double part_of_day);
/// Of the price on average over the sale: that over 1 + exponent, two thirds for the square root.
double average_impact(const CurePolicy& policy, double daily_volatility, double part_of_day);
/// From the yearly one, by the root of a 252nd of a year.
double daily_volatility(double yearly);

/// Of the instrument's own price, a day. Of an option and a warrant none is known: what is quoted
/// is of what they are on.
std::optional<double> own_volatility(const Instrument& instrument, const Quote& quote);

/// The value of a quantity at its price, in the instrument's currency: of futures what they are on.
/// Nothing where the multiplier is not known.
std::optional<Money> value_at(const Instrument& instrument, Quantity quantity, Decimal price,
                              Currency base);

class SaleCosts {
 public:
  /// Tax is none in a retirement account, and none on what is settled every day, whose gains are
  /// taxed as they come. Lots with the least tax for a unit go first: losses (of a year or less
  /// before longer ones, which save less), then the highest cost. A short position covered gains or
  /// loses as of a year or less. Refused: no price, no currency rate, an unknown multiplier.
  static Result<SaleCosts> of(const Position& position, const Account& account,
                              const MarketSnapshot& market, const CurePolicy& policy);

  /// More of the same symbol, held in another sub-account on the same side.
  void add(const SaleCosts& other);

  /// Of so many units (> 0) sold or bought back, out of what is held. Spread and tax are exact and
  /// rounded up at the ninth place; impact is a model's and rounded up too.
  SaleCost at(Quantity units) const;
  /// The same as numbers, for searches.
  double total_at(double units) const;
  double paid_at(double units) const;
  /// How many units go without a gain that is taxed; parts whose cost is not known are not counted.
  Quantity without_gains() const;

  /// The tax lots that remain once so many units are sold.
  std::vector<Lot> lots_left(Quantity units) const;

  SpreadFrom spread_from() const { return spread_from_; }
  /// Of so many units sold: what goes first may be known where the rest is not.
  MissingCosts missing(Quantity units) const;
  /// Units a day, and volatility a day, where known.
  std::optional<double> daily_volume() const { return daily_volume_; }
  std::optional<double> volatility() const { return volatility_; }
  /// One unit, in the account's currency.
  Decimal unit_value() const { return unit_value_; }

 private:
  struct TaxStep {
    Quantity units;
    Decimal each;  // tax on a unit, in the account's currency
    bool known = true;
    bool period_known = true;
    std::optional<Lot> lot = {};
  };
  void add_steps(const Position& position, const Account& account, const CurePolicy& policy,
                 Decimal rate, Price price);
  void order_steps();

  CurePolicy policy_ = {};
  Currency base_ = usd;
  Decimal unit_value_, spread_each_;
  SpreadFrom spread_from_ = SpreadFrom::policy;
  std::optional<double> daily_volume_ = {}, volatility_ = {};
  MissingCosts missing_ = {};  // of the impact
  std::vector<TaxStep> steps_ = {};
};

}  // namespace plimsoll::strategy
