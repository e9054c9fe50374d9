#include "methods/cross_margin/accrual.hpp"

#include <algorithm>

namespace plimsoll::cross_margin {
namespace {

Fixed48 share_value(const Bank& bank, Side side) {
  return side == Side::asset ? bank.asset_share_value : bank.liability_share_value;
}

bool holds(const State& state, const Bank& bank) {
  return std::ranges::any_of(state.balances,
                             [&](const Balance& one) { return one.bank->name == bank.name; });
}

}  // namespace

Result<Fixed48> shares_of(const Balance& balance) {
  const Bank& bank = *balance.bank;
  const Fixed48 value = share_value(bank, balance.side);
  if (value.is_zero())
    return fail(Reason::bad_input, "its shares are worth nothing: nothing accrues on them",
                std::string{bank.name.view()});
  PLIMSOLL_TRY(shares, fits(over(balance.amount, value), bank));
  PLIMSOLL_TRY(amount, fits(times(shares, value), bank));
  if (balance.side == Side::liability || amount == balance.amount) return shares;
  // The bit the division cut off would cost a whole unit.
  return Fixed48::from_bits(shares.bits() + 1);
}

Result<Accrued> accrued(const State& state, std::int64_t seconds) {
  Accrued made{.account = state, .pool = *state.pool};
  for (auto& [name, bank] : made.pool.banks) {
    auto later = accrued(bank, seconds);
    if (later) bank = *std::move(later);
    else if (holds(state, bank)) return std::unexpected{std::move(later).error()};
  }
  for (Balance& balance : made.account.balances) {
    PLIMSOLL_TRY(shares, shares_of(balance));
    const Bank& later = made.pool.banks.at(balance.bank->name);
    PLIMSOLL_TRY(amount, fits(times(shares, share_value(later, balance.side)), later));
    balance.amount = amount;
  }
  return made;
}

}  // namespace plimsoll::cross_margin
