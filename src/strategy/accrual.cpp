#include "strategy/accrual.hpp"

#include "market/exchange_days.hpp"

namespace plimsoll::strategy {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int days_max = 36'600;
constexpr int year_days = 365;
constexpr Decimal basis_point = 0.0001_d;

Date first_of_month(Date day) {
  const year_month_day date{day};
  return Date{date.year() / date.month() / 1};
}

/// The day in `day`'s month on which the month before is posted.
std::optional<Date> posting_day(const RateSchedule& schedule, Date day) {
  if (!schedule.posting_business_day) return {};
  return add_trading_days(first_of_month(day) - days{1}, *schedule.posting_business_day);
}

/// One account while its days are walked.
struct Walk {
  Accrual so_far;
  PostedInterest posted;
  Money this_month = {}, months_before = {};

  void post(Date day, Money& amount) {
    if (amount.amount.is_zero()) return;
    so_far.postings.push_back({day, amount});
    if (posted == PostedInterest::added_to_debit) so_far.debit = so_far.debit + amount;
    amount = zero(amount.currency);
  }
};

}  // namespace

Result<Accrual> accrue(const RateSchedule& schedule, const BaseOnDay& base,
                       const AccrualAsked& asked) {
  if (asked.days < 1 || days_max < asked.days)
    return fail(Reason::bad_input, "interest is asked for over " + std::to_string(asked.days) +
                                       " days; write 1 to " + std::to_string(days_max));
  const Money nothing = zero(schedule.currency);
  Walk walk{.so_far = {.debit = asked.debit,
                       .not_posted = nothing,
                       .interest = nothing,
                       .by_day = {},
                       .postings = {}},
            .posted = asked.posted,
            .this_month = nothing,
            .months_before = nothing};
  std::optional<Date> posts_on = posting_day(schedule, asked.first);
  for (int i = 0; i < asked.days; ++i) {
    const Date day = asked.first + days{i};
    if (i > 0 && day == first_of_month(day)) {
      walk.months_before = walk.months_before + walk.this_month;
      walk.this_month = nothing;
      posts_on = posting_day(schedule, day);
    }
    if (day == posts_on) walk.post(day, walk.months_before);
    auto cost = interest_cost(schedule, base(day), walk.so_far.debit);
    if (!cost) {
      cost.error().where = to_text(day) + ", " + cost.error().where;
      return std::unexpected{std::move(cost).error()};
    }
    walk.so_far.by_day.push_back(*cost);
    walk.so_far.interest = walk.so_far.interest + cost->a_day;
    walk.this_month = walk.this_month + cost->a_day;
    const Date next = day + days{1};
    if (!schedule.posting_business_day && next == first_of_month(next))
      walk.post(day, walk.this_month);
  }
  walk.so_far.not_posted = walk.months_before + walk.this_month;
  return std::move(walk.so_far);
}

Result<Money> held_cost_per_basis_point(const RateSchedule& schedule, Decimal base, Money debit) {
  PLIMSOLL_TRY(now, interest_cost(schedule, base, debit));
  PLIMSOLL_TRY(then, interest_cost(schedule, base + basis_point, debit));
  return then.a_year - now.a_year;
}

Result<CostPerBasisPoint> cost_per_basis_point(const RateSchedule& schedule, Decimal base,
                                               Money debit, Date first) {
  const Decimal raised = base + basis_point;
  PLIMSOLL_TRY(held, held_cost_per_basis_point(schedule, base, debit));
  const AccrualAsked year{.debit = debit, .first = first, .days = year_days};
  PLIMSOLL_TRY(accrued_now, accrue(schedule, [&](Date) { return base; }, year));
  PLIMSOLL_TRY(accrued_then, accrue(schedule, [&](Date) { return raised; }, year));
  return CostPerBasisPoint{held, accrued_then.interest - accrued_now.interest};
}

}  // namespace plimsoll::strategy
