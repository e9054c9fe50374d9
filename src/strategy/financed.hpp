#pragma once
// From what an account says of its financing to the schedule its debit is charged under.

#include "strategy/interest.hpp"

namespace plimsoll::strategy {

struct Financed {
  RateSchedule schedule = {};
  Decimal base = {};  // of the schedule's benchmark
};

struct FinancedAsked {
  Financing financing = {};
  Date day = {};
  Currency currency = usd;  // of the debit
};

/// A rate agreed with the broker goes before the schedule, which then says how interest is reckoned
/// and posted; without one it is simple interest on a year of 365 days, so that a year costs the
/// rate times the debit. Refused: neither rate nor schedule, a schedule that is not known or not
/// yet in force, one of another currency, a benchmark that is needed and not said.
Result<Financed> financed(const RateScheduleList& schedules, const FinancedAsked& asked);

}  // namespace plimsoll::strategy
