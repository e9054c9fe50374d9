#include "methods/cross_margin/step_done.hpp"

namespace plimsoll::cross_margin {

Result<void> still_open(Standing standing) {
  if (standing == Standing::open) return {};
  return fail(Reason::bad_input,
              "AccountDisabled: a bankruptcy closed the account; it moves nothing any more");
}

Step step_of(PoolMove move) {
  switch (move) {
    case PoolMove::deposit:
      return Step::deposit;
    case PoolMove::withdraw:
      return Step::withdraw;
    case PoolMove::borrow:
      return Step::borrow;
    case PoolMove::repay:
      return Step::repay;
  }
  return Step::deposit;
}

Result<Fixed48> units_of(const PoolAmount& amount, const State& state, const Bank& bank, Side side,
                         const std::string& none) {
  if (amount.tokens) return native_units(*amount.tokens, bank);
  const Balance* held = balance_of(state, bank);
  if (held == nullptr || held->side != side)
    return fail(Reason::bad_input, none, std::string{bank.name.view()});
  return held->amount;
}

std::unexpected<Error> not_known(const std::string& what, const std::string& instead) {
  return fail(Reason::not_covered, what + "; " + instead);
}

}  // namespace plimsoll::cross_margin
