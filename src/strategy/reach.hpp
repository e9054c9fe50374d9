#pragma once
// Where one driver, the whole market or a name, brings a call.

#include <optional>
#include <string>
#include <vector>

#include "strategy/crossings.hpp"
#include "strategy/curve.hpp"
#include "strategy/rates_of_value.hpp"

namespace plimsoll::strategy {

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
  double slope = 0;     // what the excess gains for a move of one, likewise
  std::vector<double> roots = {};          // every move at which it crosses, ascending
  std::optional<Edge> down = {}, up = {};  // the nearest
  double from = 0, to = 0;                 // looked for between
  std::optional<Error> stopped = {};       // why no further, down or up
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

/// "no fall of the market brings a call, nor does a rise of up to 100 %": as far as was looked.
std::string no_call(const Reach& reach);

/// Whether the search went down to nothing.
bool looked_for_any_fall(const Reach& reach);

/// Looks along drivers of one book. What it is made of outlives it.
class Reaches {
 public:
  Reaches(const Book& book, const DistancePolicy& policy, MovedMarket& moved,
          const std::vector<Held>& held)
      : book_{book}, policy_{policy}, moved_{moved}, held_{held} {}

  /// Where equity meets `multiplier` times the requirement along the driver's curve.
  Crossings found(RoomCurve& curve, const Driver& driver, double multiplier) const;
  /// Refused: an account that cannot be valued today.
  Result<Reach> reach(const Driver& driver) const;
  Result<Reach> reach(const Driver& driver, RoomCurve& curve) const;
  /// The decline by arithmetic, where the rates it stands on are those halfway and there too.
  std::optional<double> by_arithmetic(const RatesOfValue& rates, const Room& today,
                                      const Driver& driver) const;

 private:
  Result<double> worth_at(const Driver& driver, double move) const;
  Result<Money> exposure(const Driver& driver) const;
  /// Nothing where a small move has no answer.
  static double slope_of(RoomCurve& curve);
  std::optional<Edge> edge(const Crossing& crossing, RoomCurve& curve) const;
  std::optional<Price> price_at(const Driver& driver, double move) const;
  void write_volatility(Reach& made) const;

  const Book& book_;
  const DistancePolicy& policy_;
  MovedMarket& moved_;
  const std::vector<Held>& held_;
};

}  // namespace plimsoll::strategy
