#include "methods/tims/deficiency.hpp"

#include "market/exchange_days.hpp"

namespace plimsoll::tims {
namespace {

std::string sum_text(Money sum) {
  return to_text_rounded(sum.amount, 2, Round::away_from_zero) + " " +
         std::string{sum.currency.code()};
}

/// Not known before the exchanges' calendar is.
std::optional<Date> due_after(Date day, int business_days) {
  if (!within_exchange_days(day)) return std::nullopt;
  return add_trading_days(day, business_days);
}

/// A demand with the paragraph that makes it.
Call called(const Citation& law, Call call) {
  call.cure +=
      " (" + std::string{law.source.text()} + " " + std::string{law.paragraph.text()} + ")";
  return call;
}

}  // namespace

Result<Money> below_minimum_equity(Money equity, Date rules) {
  PLIMSOLL_TRY(least, minimum_equity.at(rules));
  return equity < least.value ? least.value - equity : zero(equity.currency);
}

Result<std::vector<Call>> calls_on(Date day, const Standings& standings, Date rules) {
  std::vector<Call> calls;
  const Money excess = standings.equity - standings.requirement;
  if (excess.amount.is_negative()) {
    PLIMSOLL_TRY(days, deficiency_days.at(rules));
    calls.push_back(
        called(deficiency_law,
               {"margin deficiency", -excess, due_after(day, days.value.value),
                "deposit " + sum_text(-excess) +
                    ", or hedge or close what needs as much; after that day nothing may be "
                    "opened and the firm liquidates"}));
  }
  PLIMSOLL_TRY(missing, below_minimum_equity(standings.equity, rules));
  if (zero(missing.currency) < missing) {
    PLIMSOLL_TRY(days, minimum_equity_days.at(rules));
    calls.push_back(
        called(minimum_equity_law,
               {"minimum equity", missing, due_after(day, days.value.value),
                "deposit " + sum_text(missing) +
                    ", or only reduce risk until equity is back; a firm that does not watch "
                    "the account through the day asks for more"}));
  }
  return calls;
}

Result<Deficiency> advanced(const Deficiency& before, Date day, const Standings& standings,
                            Date rules) {
  const bool short_of_margin = standings.equity < standings.requirement;
  PLIMSOLL_TRY(missing, below_minimum_equity(standings.equity, rules));
  const bool short_of_equity = zero(missing.currency) < missing;
  PLIMSOLL_TRY(margin_days, deficiency_days.at(rules));
  PLIMSOLL_TRY(equity_days, minimum_equity_days.at(rules));
  const bool in_margin = before.state == State::deficient || before.state == State::liquidate;
  const bool in_equity = before.state == State::below_minimum || before.state == State::restricted;
  if (short_of_margin) {
    const Date since = in_margin ? before.since : day;
    const bool late = add_trading_days(since, margin_days.value.value) < day;
    return Deficiency{late ? State::liquidate : State::deficient, since};
  }
  if (short_of_equity) {
    const Date since = in_equity ? before.since : day;
    const bool late = add_trading_days(since, equity_days.value.value) < day;
    return Deficiency{late ? State::restricted : State::below_minimum, since};
  }
  return Deficiency{State::ok, day};
}

}  // namespace plimsoll::tims
