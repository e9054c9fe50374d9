#pragma once
// How far prices may go before equity meets the requirement: for the whole market and for each
// name, both ways, under the method's own requirement wherever the market then is.

#include <optional>
#include <string>
#include <vector>

#include "strategy/crossings.hpp"
#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {

/// What if more were asked: what is asked now, times something; or at least a rate of what is held
/// long in shares and funds, as a broker states it for a security.
struct RequirementShock {
  double multiple = 1;
  std::optional<Percent> rate = {};
};

/// Where the account is called.
struct Edge {
  double move = 0;                  // of the driver, below zero down
  bool jump = false;                // the requirement leaps there
  Money equity = {};                // on the side where it is called
  std::optional<Price> price = {};  // of the name, where it is one instrument
};

/// One driver's answer.
struct Reach {
  InstrumentId name = {};                // empty: the whole market
  std::vector<InstrumentId> moved = {};  // what follows it, by symbol
  Money exposure = {};  // what positions gain for a move of one at today's prices, options by
                        // delta; to the cent
  std::vector<double> roots = {};          // every move at which it crosses, ascending
  std::optional<Edge> down = {}, up = {};  // the nearest
  double from = 0, to = 0;                 // looked for between
  std::optional<Error> stopped = {};       // why no further
  std::optional<double> volatility = {};   // annual, of the driver
  /// Of a name: its volatility as its own quote states it, and how it follows the market.
  std::optional<double> quoted_volatility = {};
  double beta = 0;
  /// The decline by arithmetic, below zero, where every requirement is a rate of a value and is the
  /// same rate halfway and at the decline: a second calculation of `down`.
  std::optional<double> closed_form = {};

  /// The smaller of both ways; nothing where there is none.
  std::optional<double> nearest() const;
  bool nearest_is_down() const { return down && (!up || -down->move <= up->move); }
  /// The nearest in days' typical moves: over volatility times the root of a 252nd of a year.
  std::optional<double> daily_sigmas() const;
};

struct ShockedReach {
  RequirementShock shock;
  Money requirement;  // today, under it
  Money excess;
  std::optional<double> down = {}, up = {};
};

/// A least rate of shares and funds that the policy asks about and that changes nothing here.
struct RateWithoutEffect {
  Percent rate = {};
  std::string_view why;
};

/// The account after the whole market has moved by a tenth, for a sentence.
struct AfterATenth {
  static constexpr double move = 0.10;
  std::optional<Room> down = {}, up = {};
};

struct Distance {
  Room room;  // today
  Reach market;
  AfterATenth after = {};
  std::vector<Reach> names = {};                  // the nearest first
  std::vector<ShockedReach> shocks = {};          // of the whole market
  std::vector<RateWithoutEffect> no_effect = {};  // and so not among the shocks
  std::vector<InstrumentId> assumed_beta = {};
  std::vector<InstrumentId> steady = {};  // tokens that keep their price while the market moves
  VolatilityRule volatility = {};
  /// The excess is below zero already; what is missing is its size.
  bool called() const { return room.excess().amount.is_negative(); }
  /// Of one of its answers; nothing where the account is called already, which is no distance.
  std::optional<double> daily_sigmas(const Reach& reach) const;
};

/// "no fall of the market brings a call, nor does a rise of up to 100 %": as far as was looked.
std::string no_call(const Reach& reach);

/// Refused: equity unknown, an option that cannot be valued, a method that refuses.
Result<Distance> distance(const Book& book, const DistancePolicy& policy);

/// Its `market` alone, for whoever asks of many books. Refused likewise.
Result<Reach> market_alone(const Book& book, const DistancePolicy& policy);

}  // namespace plimsoll::strategy
