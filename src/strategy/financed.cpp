#include "strategy/financed.hpp"

namespace plimsoll::strategy {
namespace {

/// What is known of a rate agreed with nobody named.
RateSchedule agreed(const FinancedAsked& asked) {
  RateSchedule schedule;
  schedule.about.name = "financing.rate";
  schedule.about.title = "the rate the account says";
  schedule.about.source = "the account document";
  schedule.about.retrieved = schedule.about.effective_from = asked.day;
  schedule.about.file = "financing.rate";
  schedule.currency = asked.currency;
  schedule.basis = 365;
  return schedule;
}

}  // namespace

Result<Financed> financed(const RateScheduleList& schedules, const FinancedAsked& asked) {
  const Financing& said = asked.financing;
  if (!said.schedule && !said.rate)
    return fail(Reason::missing_price,
                "what the debit is charged is not said; add \"financing\": {\"rate\": 0.0825} for "
                "8.25 % a year, or {\"schedule\": \"NAME\"} with one of: " +
                    words_listed(schedules.names()),
                "financing");
  RateSchedule schedule = agreed(asked);
  if (said.schedule) {
    auto named = schedules.find(*said.schedule, asked.day);
    if (!named) {
      if (named.error().where.empty()) named.error().where = "financing.schedule";
      return std::unexpected{std::move(named).error()};
    }
    if (named->currency != asked.currency)
      return fail(Reason::bad_input,
                  "rate schedule \"" + *said.schedule + "\" is for " +
                      std::string{named->currency.code()} + " and the debit is in " +
                      std::string{asked.currency.code()} +
                      "; name one of its currency, or write "
                      "financing.rate",
                  "financing.schedule");
    schedule = *std::move(named);
  }
  if (said.rate) return Financed{flat_at(*said.rate, schedule), *said.rate};
  PLIMSOLL_TRY(base, base_of(schedule, said));
  return Financed{std::move(schedule), base};
}

}  // namespace plimsoll::strategy
