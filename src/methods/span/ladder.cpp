#include "methods/span/ladder.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

/// A bound without a day holds the whole month.
bool before(Month of, Month bound) {
  if (bound.day.empty()) return std::tie(of.year, of.month) < std::tie(bound.year, bound.month);
  return of < bound;
}
bool after(Month of, Month bound) {
  if (bound.day.empty()) return std::tie(bound.year, bound.month) < std::tie(of.year, of.month);
  return bound < of;
}

Decimal on_side(Decimal delta, Sign sign) {
  const Decimal wanted = sign == Sign::bought ? delta : -delta;
  return std::max(wanted, Decimal{});
}

}  // namespace

bool in_month(Month of, Month asked) { return !before(of, asked) && !after(of, asked); }

bool Reach::holds(Month of) const {
  if (month) return *month == of;
  return tier == nullptr || (!before(of, tier->first) && !after(of, tier->last));
}

void Ladder::add(Month month, Decimal first, Decimal left) {
  const auto at = std::ranges::lower_bound(rungs_, month, {}, &Rung::month);
  if (at == rungs_.end() || at->month != month) {
    rungs_.insert(at, {month, first, left, {}});
    return;
  }
  at->first += first;
  at->left += left;
}

Decimal Ladder::left(const Reach& reach, Sign sign) const {
  Decimal sum;
  for (const Rung& rung : rungs_)
    if (reach.holds(rung.month)) sum += on_side(rung.left, sign);
  return sum;
}

Decimal Ladder::net_left(const Reach& reach) const {
  Decimal sum;
  for (const Rung& rung : rungs_)
    if (reach.holds(rung.month)) sum += rung.left;
  return sum;
}

Decimal Ladder::net_first(const Reach& reach) const {
  Decimal sum;
  for (const Rung& rung : rungs_)
    if (reach.holds(rung.month)) sum += rung.first;
  return sum;
}

template <class Taken>
void Ladder::take(const Reach& reach, Sign sign, Decimal deltas, Taken taken) {
  for (Rung& rung : rungs_) {
    if (!reach.holds(rung.month)) continue;
    const Decimal here = std::min(deltas, on_side(rung.left, sign));
    if (here.is_zero()) continue;
    rung.left += sign == Sign::bought ? -here : here;
    taken(rung, here);
    deltas -= here;
  }
}

void Ladder::take(const Reach& reach, Sign sign, Decimal deltas) {
  take(reach, sign, deltas, [](Rung&, Decimal) {});
}
void Ladder::take_in_calendar(const Reach& reach, Sign sign, Decimal deltas) {
  take(reach, sign, deltas, [](Rung& rung, Decimal here) { rung.in_calendars += here; });
}

}  // namespace plimsoll::span
