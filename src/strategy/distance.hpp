#pragma once
// How far prices may go before equity meets the requirement: for the whole market and for each
// name, both ways, under the method's own requirement wherever the market then is.

#include <optional>
#include <vector>

#include "strategy/requirement_shocks.hpp"

namespace plimsoll::strategy {

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

/// Refused: equity unknown, an option that cannot be valued, a method that refuses.
Result<Distance> distance(const Book& book, const DistancePolicy& policy);

/// Its `market` alone, for whoever asks of many books. Refused likewise.
Result<Reach> market_alone(const Book& book, const DistancePolicy& policy);

}  // namespace plimsoll::strategy
