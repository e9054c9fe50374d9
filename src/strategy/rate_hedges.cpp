#include "strategy/rate_hedges.hpp"

#include <algorithm>
#include <string>

namespace plimsoll::strategy {
namespace {

constexpr int year_days = 365;

Money times(Decimal each, Decimal count, Currency currency) {
  return {multiply(each, count, Round::half_even), currency};
}

Result<void> possible(const BoxQuote& quote) {
  const Decimal width = quote.high_strike - quote.low_strike;
  if (quote.low_strike.is_negative() || width <= Decimal{})
    return fail(Reason::bad_input, "the box's exercise prices are " + to_text(quote.low_strike, 0) +
                                       " and " + to_text(quote.high_strike, 0) +
                                       "; write the lower first");
  if (quote.credit <= Decimal{} || width <= quote.credit)
    return fail(Reason::bad_input,
                "the box brings in " + to_text(quote.credit, 0) + " and repays " +
                    to_text(width, 0) +
                    "; write a credit above zero and below what is repaid: a box that lends for "
                    "nothing is a wrong quote");
  if (quote.expiry <= quote.today)
    return fail(Reason::bad_input, "the box expires on " + to_text(quote.expiry) + ", not after " +
                                       to_text(quote.today));
  if (quote.contracts < 1 || quote.multiplier <= Decimal{})
    return fail(Reason::bad_input, "there are " + std::to_string(quote.contracts) + " boxes of " +
                                       to_text(quote.multiplier, 0) +
                                       " units; write one or more of each");
  return {};
}

/// A year's simple rate of `interest` on `raised` over `days`.
Percent yearly(Decimal interest, Decimal raised, int days, int basis) {
  return {Decimal::from_nano(
      divide(interest.nano() * Decimal::scale * basis, raised.nano() * days, Round::half_even))};
}

}  // namespace

Result<PayDown> pay_down(const RateSchedule& schedule, Decimal base, Money debit, Money amount) {
  if (amount.currency != debit.currency || amount.amount <= Decimal{} || debit < amount)
    return fail(Reason::bad_input, to_text(amount) + " cannot be paid on a debit of " +
                                       to_text(debit) + "; write an amount up to the debit");
  PayDown hedge{.debit = debit - amount};
  PLIMSOLL_TRY(before, interest_cost(schedule, base, debit));
  PLIMSOLL_TRY(after, interest_cost(schedule, base, hedge.debit));
  PLIMSOLL_TRY(residual, held_cost_per_basis_point(schedule, base, hedge.debit));
  hedge.saves_a_year = before.a_year - after.a_year;
  hedge.residual_per_basis_point = residual;
  return hedge;
}

Result<ShortBox> short_box(const RateSchedule& schedule, Decimal base, Money debit,
                           const BoxQuote& quote) {
  PLIMSOLL_TRY_VOID(possible(quote));
  const Currency currency = schedule.currency;
  const Decimal units = multiply(quote.multiplier, Decimal{quote.contracts}, Round::half_even);
  const Decimal width = quote.high_strike - quote.low_strike;
  ShortBox box{.raises = times(quote.credit, units, currency),
               .repays = times(width, units, currency),
               .days = static_cast<int>((quote.expiry - quote.today).count())};
  box.interest = box.repays - box.raises;
  box.rate = yearly(width - quote.credit, quote.credit, box.days, year_days);
  box.rate_on_basis = yearly(width - quote.credit, quote.credit, box.days, schedule.basis);
  PLIMSOLL_TRY(before, interest_cost(schedule, base, debit));
  box.debit = {std::max(debit.amount - box.raises.amount, Decimal{}), currency};
  PLIMSOLL_TRY(after, interest_cost(schedule, base, box.debit));
  PLIMSOLL_TRY(residual, held_cost_per_basis_point(schedule, base, box.debit));
  box.saves_over_term =
      times((before.a_day - after.a_day).amount, Decimal{box.days}, currency) - box.interest;
  box.residual_per_basis_point = residual;
  return box;
}

Result<FuturesHedge> futures_hedge(const FuturesAsked& asked) {
  const auto outside = [](Decimal number) { return number <= Decimal{} || Decimal{100} < number; };
  if (asked.debit.currency != usd || asked.debit.amount.is_negative())
    return fail(Reason::bad_input, "the debit is " + to_text(asked.debit) +
                                       "; these futures are on rates of the dollar: write a debit "
                                       "in USD, zero or above");
  if (outside(asked.years) || outside(asked.beta))
    return fail(Reason::bad_input, "the hedge is for " + to_text(asked.years, 0) +
                                       " years at a beta of " + to_text(asked.beta, 0) +
                                       "; write numbers above 0 and up to 100");
  const Decimal dollar_years = multiply(multiply(asked.debit.amount, asked.years, Round::half_even),
                                        asked.beta, Round::half_even);
  const Decimal cost = multiply(dollar_years, 0.0001_d, Round::half_even);
  FuturesHedge hedge{.exact = divide(cost, asked.future.per_basis_point, Round::half_even),
                     .per_basis_point = {cost, usd}};
  hedge.contracts =
      static_cast<std::int64_t>(divide(hedge.exact.nano(), Decimal::scale, Round::half_even));
  hedge.residual_per_basis_point =
      hedge.per_basis_point - times(asked.future.per_basis_point, Decimal{hedge.contracts}, usd);
  return hedge;
}

}  // namespace plimsoll::strategy
