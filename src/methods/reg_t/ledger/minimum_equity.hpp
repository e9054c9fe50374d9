#pragma once
// The equity whoever borrows must have, and the calls of the maintenance rule: FINRA Rule
// 4210(b)(4) and (f)(6).

#include <optional>

#include "methods/reg_t/ledger/day.hpp"

namespace plimsoll::reg_t {

/// What the account lacks of the minimum at the close, because of what was done on `since`.
struct MinimumEquityCall {
  Date since;
  Date due;
  Money required;  // 2,000 dollars, or the cost of what was bought if less
  Money unmet;
};

/// Equity below the maintenance requirement, since a day.
struct MaintenanceCall {
  Date since;
  Date due;
  Money unmet;
};

/// A purchase, a short sale or a withdrawal that leaves less than the minimum makes a call; the
/// market alone does not.
Result<std::optional<MinimumEquityCall>> advance(std::optional<MinimumEquityCall> call,
                                                 const DayView& day);

/// The deficiency at the close; its time runs from the first day it stood.
Result<std::optional<MaintenanceCall>> advance(std::optional<MaintenanceCall> call,
                                               const DayView& day);

}  // namespace plimsoll::reg_t
