#pragma once
// What a debit costs under a rate schedule. Rates are simple, fractions of one a year, on the
// schedule's own basis; a year of cost is 365 days of it, whatever the basis.

#include <optional>
#include <vector>

#include "market/rate_schedule.hpp"
#include "model/financing.hpp"
#include "money/money.hpp"

namespace plimsoll::strategy {

/// The rate a schedule's spreads stand on: the account's benchmark, or the broker's base, the
/// account's before the schedule's. Refused where a benchmark is needed and not said.
Result<Decimal> base_of(const RateSchedule& schedule, const Financing& financing);

/// One rate for the whole debit, as agreed with a broker, as a schedule of its own: a base of that
/// rate with nothing on top, interest reckoned and posted as `like` has it.
RateSchedule flat_at(Decimal rate, const RateSchedule& like);

/// A part of the debit and what it is charged.
struct InterestTier {
  Money from = {};
  std::optional<Money> up_to = {};  // nothing: all beyond
  Money amount = {};                // of the debit, in this tier
  Percent rate = {};                // a year
  Money a_day = {};
};

/// A larger debit that costs less, which flat schedules have below a bound where the rate falls.
struct CheaperDebit {
  Money debit = {};          // the bound: the least of the cheaper tier
  Money more = {};           // to borrow to get there
  Money saves_a_year = {};   // above zero
  Money cheaper_above = {};  // debits above this one and below `debit` cost more than it
};

struct Interest {
  Money debit = {};
  Decimal base = {};                     // as counted: floored where the schedule floors it
  std::vector<InterestTier> tiers = {};  // those the debit reaches; of a flat schedule one
  Money a_day = {}, a_year = {};
  std::optional<Percent> effective = {};  // of the whole debit; nothing where there is none
  std::optional<Percent> marginal = {};   // of the next dollar; nothing where the source says none
  std::optional<Money> to_next_tier =
      {};  // to borrow until the next tier begins; nothing: none does
  /// To pay down to the bound below, in or under which the tier before's rate holds: a flat debit
  /// must go under it. Nothing where no tier is below.
  std::optional<Money> to_lower_tier = {};
  std::optional<CheaperDebit> cheaper = {};  // the one that saves most
};

/// `debit` is what is owed, zero or above, in the schedule's currency; `base` is of the schedule's
/// benchmark and may be below zero only where the schedule floors it. Interest is rounded up, away
/// from the borrower, at the ninth decimal. Refused: a debit below zero or in another currency, a
/// debit that reaches a tier whose rate the source does not name, a rate that comes below zero.
Result<Interest> interest(const RateSchedule& schedule, Decimal base, Money debit);

/// The cost of a day and of 365, no more.
struct InterestCost {
  Money a_day = {}, a_year = {};
};
Result<InterestCost> interest_cost(const RateSchedule& schedule, Decimal base, Money debit);

}  // namespace plimsoll::strategy
