#pragma once
// Short options that nothing held answers for.

#include <vector>

#include "model/account.hpp"

namespace plimsoll::strategy {

/// Of the short calls, or puts, on one underlying: units of it without cover.
struct Uncovered {
  InstrumentId on;
  Right right = Right::call;
  Decimal units;  // >= 0
};

/// One for each underlying and right of which options are short, by symbol. A call is covered by
/// shares, a put by shares that are short, each by an option of its right that is held and does not
/// expire before it; which covers which is chosen so that the least stays bare. Strikes are not
/// looked at: what is between them is a loss that is known.
std::vector<Uncovered> uncovered(const Account& account);

/// Whether `after` has more without cover than `before`, of any underlying and right.
bool barer(const std::vector<Uncovered>& after, const std::vector<Uncovered>& before);

}  // namespace plimsoll::strategy
