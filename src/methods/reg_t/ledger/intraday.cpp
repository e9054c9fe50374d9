#include "methods/reg_t/ledger/intraday.hpp"

#include <algorithm>

#include "market/exchange_days.hpp"
#include "methods/reg_t/ledger/rates.hpp"

namespace plimsoll::reg_t {
namespace {

Money lesser(Money a, Money b) { return b < a ? b : a; }
Money not_below_zero(Money money) {
  return money.amount.is_negative() ? zero(money.currency) : money;
}

Money level_change(const Step& step) { return step.equity - step.maintenance; }

bool reduces(const Step& step) {
  return (is_trade(step) || is_withdrawal(step)) && level_change(step).amount.is_negative();
}

/// As it happened, step by step.
Money lowest_as_written(const DayView& day) {
  Money lowest = zero(day.currency);
  for (const Step& step : day.steps)
    if (reduces(step)) lowest = lesser(lowest, step.level);
  return lowest;
}

/// Everything without a time that lowers the level came first, then what has a time.
Money lowest_at_worst(const DayView& day) {
  Money level = day.open.excess_maintenance();
  Money lowest = zero(day.currency);
  const auto take = [&](const Step& step) {
    level = level + level_change(step);
    if (reduces(step)) lowest = lesser(lowest, level);
  };
  for (const Step& step : day.steps)
    if (!step.entry->moment.time && level_change(step).amount.is_negative()) take(step);
  for (const Step& step : day.steps)
    if (step.entry->moment.time) take(step);
  return lowest;
}

Result<bool> is_minor(Money deficit, const DayView& day) {
  PLIMSOLL_TRY(share, minor_deficit_of_equity.at(day.day));
  PLIMSOLL_TRY(most, minor_deficit_at_most.at(day.day));
  return !(lesser(share.value * day.close.equity, most.value) < deficit);
}

void satisfy(IntradayDeficit& deficit, const DayView& day) {
  const Money gained = day.close.excess_maintenance() - deficit.level_at_close;
  deficit.unmet = not_below_zero(lesser(deficit.amount - gained, deficit.amount));
}

bool met(const IntradayDeficit& deficit) { return deficit.unmet.amount.is_zero(); }

Result<IntradayDeficit> made(Money amount, const DayView& day) {
  PLIMSOLL_TRY(prompt, prompt_days.at(day.day));
  PLIMSOLL_TRY(whole, intraday_margin.at(day.day));
  PLIMSOLL_TRY(minor, is_minor(amount, day));
  return IntradayDeficit{.since = day.day,
                         .amount = amount,
                         .level_at_close = day.close.excess_maintenance(),
                         .unmet = amount,
                         .prompt_by = add_trading_days(day.day, prompt.value.value),
                         .ends = add_trading_days(day.day, whole.value.value),
                         .minor = minor};
}

}  // namespace

IntradayDay intraday_of(const DayView& day) {
  return {-(day.order == DayOrder::unknown ? lowest_at_worst(day) : lowest_as_written(day)),
          static_cast<int>(std::ranges::count_if(day.steps, reduces))};
}

Result<IntradayMargin> advance(IntradayMargin state, const DayView& day, bool practice) {
  PLIMSOLL_TRY(freeze, intraday_freeze_days.at(day.day));
  if (state.freeze) {
    satisfy(state.freeze->cause, day);
    if (met(state.freeze->cause) || state.freeze->until < day.day) state.freeze.reset();
  }
  for (IntradayDeficit& deficit : state.open) {
    satisfy(deficit, day);
    const bool late = !met(deficit) && !deficit.minor && deficit.prompt_by <= day.day;
    if (late && practice && !state.freeze)
      state.freeze = {deficit.prompt_by + std::chrono::days{freeze.value.value}, deficit};
  }
  std::erase_if(state.open, [&](const IntradayDeficit& deficit) {
    return met(deficit) || deficit.ends <= day.day;
  });
  if (const Money deficit = intraday_of(day).deficit; !deficit.amount.is_zero()) {
    PLIMSOLL_TRY(fresh, made(deficit, day));
    state.open.push_back(fresh);
  }
  return state;
}

}  // namespace plimsoll::reg_t
