#pragma once
// Deltas by month, and what spreads take of them.

#include "market/clearing/commodity.hpp"

namespace plimsoll::span {

enum class Sign : std::int8_t { bought = 1, sold = -1 };
constexpr Sign opposite(Sign sign) { return sign == Sign::bought ? Sign::sold : Sign::bought; }

struct Rung {
  Month month = {};
  Decimal first = {};         // before any spread
  Decimal left = {};          // signed
  Decimal in_calendars = {};  // size of what spreads between months took
};

/// Whether a month is the one asked for; one asked for without a day is every day of it.
bool in_month(Month of, Month asked);

/// Which months are meant: all of them, one, or a tier's.
struct Reach {
  const clearing::Tier* tier = nullptr;
  std::optional<Month> month = {};
  bool holds(Month of) const;
};

class Ladder {
 public:
  void add(Month month, Decimal delta) { add(month, delta, delta); }
  /// Of another ladder, where spreads took of it already.
  void add(Month month, Decimal first, Decimal left);
  /// In order of month.
  const std::vector<Rung>& rungs() const { return rungs_; }
  bool empty() const { return rungs_.empty(); }

  /// Size of what is left on one side.
  Decimal left(const Reach& reach, Sign sign) const;
  /// Signed.
  Decimal net_left(const Reach& reach) const;
  Decimal net_first(const Reach& reach) const;

  /// Takes so much, above zero, of one side, from the front month on; no more than is there.
  void take(const Reach& reach, Sign sign, Decimal deltas);
  void take_in_calendar(const Reach& reach, Sign sign, Decimal deltas);

 private:
  template <class Taken>
  void take(const Reach& reach, Sign sign, Decimal deltas, Taken taken);

  std::vector<Rung> rungs_;
};

}  // namespace plimsoll::span
