#pragma once
// How a central bank's rate went once, day by day: one file of profiles/paths/*.toml, so that
// today's debt can be taken along it.

#include <vector>

#include "market/rate_source.hpp"

namespace plimsoll {

/// From this day on the target stood here.
struct RateChange {
  Date day = {};
  Decimal rate = {};
};

struct RatePath {
  RateSource about = {};
  Decimal before = {};                   // the target before the first change
  std::vector<RateChange> changes = {};  // ascending by day, at least one

  Date first() const { return changes.front().day; }
  /// How far the target stood above `before`, `days` after the first change's day; below zero for
  /// cuts.
  Decimal change_after(int days) const;
  /// From before the first change to after the last.
  Decimal total() const { return changes.back().rate - before; }
  /// Whole months from the first change until past the last, at least one.
  int months() const;
};

/// Decodes one parsed file of schema "plimsoll.rate_path/1"; `file` stands in errors. Refused with
/// its line: unknown keys, days out of order, a change to the same rate, rates outside 0 to 1.
Result<RatePath> rate_path(const Node& tree, const std::string& file);

}  // namespace plimsoll
