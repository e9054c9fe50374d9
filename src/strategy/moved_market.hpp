#pragma once
// A market after everything, or one name, has gone so far: prices of what is moved, and options on
// it valued again.

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/holdings.hpp"
#include "strategy/policy.hpp"
#include "valuation/in_market.hpp"
#include "valuation/revaluation.hpp"

namespace plimsoll::strategy {

/// How volatilities go when prices do: each option keeps its own; takes that of a strike as far
/// from the price as its own is now, from those held; or all rise as the policy's table says.
struct VolatilityRule {
  VolatilityMove mode = VolatilityMove::sticky_strike;
  std::vector<VolatilityPoint> table = {};  // by move, falling; past its ends the nearest stands
  /// By how much volatilities rise where the market moves so: 0.10 is ten points.
  double shift(double market_move) const;
};

VolatilityRule rule_of(const DistancePolicy& policy);

/// What moves: the whole market, each by its beta; or one name.
struct Driver {
  InstrumentId name = {};  // empty: the whole market
  bool is_market() const { return name.empty(); }
};

/// A floor for a price, as a part of itself: options on what is worth nothing still have a value.
inline constexpr double least_part = 1e-6;

/// How far down a search goes, below zero: as the policy says, and at most to where the floor of
/// prices is reached. Of a name that is its end: worth nothing.
inline double furthest_fall(const DistancePolicy& policy) {
  return -std::min(policy.decline_most, 1 - least_part);
}

class MovedMarket {
 public:
  /// Volatilities are looked for in the prices of options, once. Refused: an option that cannot be
  /// valued (no interest rate, a price no volatility explains), with what to give; options on
  /// futures that no clearing house's file moves.
  static Result<MovedMarket> of(const Book& book, const std::vector<Mover>& movers,
                                VolatilityRule rule);

  /// The snapshot where `driver` has moved by `move`, a fraction, time standing still. Valid until
  /// it is moved again. Refused: an option that has no value there.
  Result<const MarketSnapshot*> at(const Driver& driver, double move);

  /// The moves at which something about the driver's options changes: where a strike is reached.
  std::vector<double> kinks(const Driver& driver) const;
  /// The volatility in the price of the option on `name` that is nearest the money; nothing where
  /// none is held.
  std::optional<double> implied(const InstrumentId& name) const;
  /// Names in motion under the driver of the whole market, by symbol.
  const std::vector<Mover>& movers() const { return movers_; }

 private:
  struct Spot {
    Mover mover;
    Quote* quote = nullptr;
    Decimal price;
  };
  struct Quoted {
    std::optional<Decimal> price;
    std::optional<double> volatility;
    bool priced_by_volatility = false;
  };
  struct Option {
    InstrumentId id;
    Quote* quote = nullptr;
    Quoted quoted = {};  // as it was
    valuation::Series series;
    double volatility = 0, residue = 0;  // its price less the model's
    Moves moves;
    double scale = 1;  // units of value for one of price
  };

  /// An option on a future, as its clearing house's scenarios move it.
  struct Following {
    FutureOption option = {};
    Quote* quote = nullptr;
    Decimal price, under;  // today's, its own and the future's
    Decimal residue;       // its price less what the scenarios say of today
    Moves moves = {};
  };

  static double part_left(const Moves& moves, const Driver& driver, double move);
  double volatility_of(const Option& option, double spot, double move) const;
  Result<void> add(const Instrument& instrument, const Book& book,
                   const std::vector<Mover>& movers);
  Result<void> value_today();
  static bool follows(const Option& option, const Driver& driver);
  static void restore(Option& option);
  /// The options' values at these spots and volatilities.
  std::vector<Result<void>> values(std::span<const double> spots,
                                   std::span<const double> volatilities, std::span<double> found);
  Result<void> add_following(const FutureOption& option, const Book& book,
                             const std::vector<Mover>& movers);
  Result<void> move_following(const Driver& driver, double move);
  Result<void> move_options(const Driver& driver, double move);

  std::unique_ptr<MarketSnapshot> market_;
  VolatilityRule rule_;
  std::vector<Mover> movers_;
  std::vector<Spot> spots_;
  std::vector<Option> options_;
  std::vector<Following> following_;
  std::function<Result<Decimal>(const FutureOption&, Decimal)> option_at_;
  std::shared_ptr<pricing::BoundaryMemo> boundaries_;
  std::vector<double> valued_at_;  // the volatilities last asked for
  std::optional<valuation::Revaluation> valued_;
};

}  // namespace plimsoll::strategy
