#include "strategy/rebalance.hpp"

#include <algorithm>

#include "strategy/ranges.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::strategy {
namespace {

/// Of the way back to the target, as much is added at once; all of it is cut at once.
constexpr double added_at_once = 0.5;

Money trade_to(double leverage, const RebalanceInputs& inputs) {
  const Decimal wanted = multiply(decimal_of(leverage), inputs.equity.amount, Round::toward_zero);
  return Money{wanted, inputs.equity.currency} - inputs.gross;
}

/// Leverage as gross value, so that an edge is an edge and no rounding of a quotient.
Money value_at(Decimal leverage, Money equity) {
  return {multiply(leverage, equity.amount, Round::half_even), equity.currency};
}

Rebalance cut(Rebalance made, const RebalanceInputs& inputs, const std::string& why) {
  made.move = RebalanceMove::cut;
  made.trade = trade_to(made.target, inputs);
  made.reason = "leverage " + told(made.leverage) + " is above " + why + "; come down to " +
                told(made.target) + " now";
  return made;
}

Rebalance add(Rebalance made, const SizePolicy& policy, const RebalanceInputs& inputs) {
  const std::string below =
      "leverage " + told(made.leverage) + " is below the band's " + told(made.band_from);
  if (inputs.last_breach) {
    const Date first = *inputs.last_breach + std::chrono::days{policy.add_wait_days};
    if (inputs.as_of < first) {
      made.add_from = first;
      made.reason = below + ", but nothing is added within " +
                    std::to_string(policy.add_wait_days) + " days of the breach on " +
                    to_text(*inputs.last_breach);
      return made;
    }
  }
  made.move = RebalanceMove::add;
  const double step = made.leverage + (made.target - made.leverage) * added_at_once;
  made.trade = trade_to(step, inputs);
  made.reason = below + "; add half of the way back to " + told(made.target) +
                (inputs.last_breach ? "" : ", if no level was breached lately");
  return made;
}

}  // namespace

std::string_view word_of(RebalanceMove move) {
  switch (move) {
    case RebalanceMove::none:
      return "no trade";
    case RebalanceMove::cut:
      return "cut";
    case RebalanceMove::add:
      return "add";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

Result<Rebalance> rebalance(const SizePolicy& policy, const RebalanceInputs& inputs) {
  PLIMSOLL_TRY_VOID(check_positive({"the target leverage", inputs.target_leverage}));
  if (!(zero(inputs.equity.currency) < inputs.equity))
    return fail(Reason::bad_input, "equity is " + to_text(inputs.equity) +
                                       ", so there is no leverage to bring back; what is owed "
                                       "comes first: see cure");
  if (inputs.last_breach && inputs.as_of < *inputs.last_breach)
    return fail(Reason::bad_input, "the last breach, " + to_text(*inputs.last_breach) +
                                       ", is after " + to_text(inputs.as_of) +
                                       ", the day asked about; correct one of them");
  const double most = inputs.leverage_most.value_or(inputs.target_leverage);
  Rebalance made{.trade = zero(inputs.equity.currency),
                 .leverage = to_double(inputs.gross.amount) / to_double(inputs.equity.amount),
                 .target = std::min(inputs.target_leverage, most)};
  made.band_from = made.target * (1 - policy.band);
  made.band_to = made.target * (1 + policy.band);
  const Decimal target = decimal_of(made.target), band = decimal_of(policy.band);
  const auto edge = [&](Decimal part) {
    return value_at(multiply(target, part, Round::half_even), inputs.equity);
  };
  // What no rule allows is not waited with until the band's end.
  if (inputs.leverage_most && value_at(decimal_of(most), inputs.equity) < inputs.gross)
    return cut(made, inputs, "the " + told(most) + " that is allowed");
  if (edge(Decimal{1} + band) < inputs.gross)
    return cut(made, inputs, "the band's " + told(made.band_to));
  if (inputs.gross < edge(Decimal{1} - band)) return add(made, policy, inputs);
  made.reason = "leverage " + told(made.leverage) + " is inside the band of " +
                told(made.band_from) + " to " + told(made.band_to);
  return made;
}

}  // namespace plimsoll::strategy
