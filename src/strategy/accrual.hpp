#pragma once
// Interest as a broker books it: every calendar day on the debit, added to it once a month. What
// has accrued is owed already, and bears no interest until it is added.

#include <cstdint>
#include <functional>
#include <vector>

#include "strategy/interest.hpp"

namespace plimsoll::strategy {

/// What becomes of a month's interest.
enum class PostedInterest : std::uint8_t {
  added_to_debit,  // and bears interest from then on
  paid_in_cash,    // from dividends or deposits: the debit stays as it is
};

struct AccrualAsked {
  Money debit = {};
  Date first = {};  // the first day that is charged
  int days = 0;     // at least 1, at most 36,600
  PostedInterest posted = PostedInterest::added_to_debit;
};

struct Posting {
  Date day = {};
  Money amount = {};
};

struct Accrual {
  Money debit = {};       // after the last day, with what was posted where it is added
  Money not_posted = {};  // accrued and owed, not yet part of the debit
  Money interest = {};    // of all days
  std::vector<InterestCost> by_day = {};  // a year: of that day's debit and rate
  std::vector<Posting> postings = {};

  Money owed() const { return debit + not_posted; }
};

/// The schedule's base rate on each day.
using BaseOnDay = std::function<Decimal(Date)>;

/// A month's interest is posted on the schedule's business day of the next month, before that day
/// is charged; where the schedule names none, on the month's last day, once it is charged: the
/// earliest and so the dearest. Business days are the exchanges'. Refused as `interest` refuses:
/// then the refusal's day is in `where`.
Result<Accrual> accrue(const RateSchedule& schedule, const BaseOnDay& base,
                       const AccrualAsked& asked);

/// What one basis point more on the base costs a year on a debit held as it is, zero or above.
Result<Money> held_cost_per_basis_point(const RateSchedule& schedule, Decimal base, Money debit);

/// What one basis point more on the base costs a year, zero or above.
struct CostPerBasisPoint {
  Money held = {};     // the debit held as it is
  Money accrued = {};  // a year from `first` with interest added, and so with the tiers it crosses
};
Result<CostPerBasisPoint> cost_per_basis_point(const RateSchedule& schedule, Decimal base,
                                               Money debit, Date first);

}  // namespace plimsoll::strategy
