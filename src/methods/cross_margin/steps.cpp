#include "methods/cross_margin/steps.hpp"

#include <map>

#include "methods/cross_margin/aave_steps.hpp"
#include "methods/cross_margin/marginfi_steps.hpp"

namespace plimsoll::cross_margin {
namespace {

/// An account document holds whole native units: what is owed is rounded up to one, what is held
/// down.
Fixed48 in_whole_units(const Balance& balance) {
  constexpr Int128 unit = Int128{1} << Fixed48::fraction_bits;
  const Int128 rest = balance.amount.bits() % unit;
  const Int128 whole = balance.amount.bits() - rest;
  const bool up = balance.side == Side::liability && rest != 0;
  return Fixed48::from_bits(up ? whole + unit : whole);
}

Account with_balances(Account account, const State& state) {
  account.positions.clear();
  for (const Balance& balance : state.balances) {
    const Quantity tokens = tokens_of(in_whole_units(balance), *balance.bank);
    if (tokens.is_zero()) continue;
    const Token token{balance.bank->name};
    account.catalog.emplace(token.id, token);
    account.positions.push_back(
        {.instrument = token, .quantity = balance.side == Side::asset ? tokens : -tokens});
  }
  return account;
}

std::vector<BalanceMoved> moved_between(const Account& before, const Account& after) {
  std::map<InstrumentId, BalanceMoved> banks;
  const auto row = [&](const Position& position) -> BalanceMoved& {
    const InstrumentId bank = id_of(position.instrument);
    return banks.try_emplace(bank, BalanceMoved{bank, {}, {}}).first->second;
  };
  for (const Position& position : before.positions) row(position).before = position.quantity;
  for (const Position& position : after.positions) row(position).after = position.quantity;
  std::vector<BalanceMoved> moved;
  for (const auto& [bank, one] : banks)
    if (one.before != one.after) moved.push_back(one);
  return moved;
}

Result<StepDone> done(const State& state, const PoolStep& step, const StepTerms& terms) {
  switch (state.pool->protocol) {
    case PoolProtocol::marginfi:
      return marginfi_done(state, step, terms);
    case PoolProtocol::aave_v3:
      break;
  }
  return aave_done(state, step, terms);
}

}  // namespace

Result<Stepped> stepped(const PoolAccount& before, const PoolStep& step, Date rules) {
  const Loaded<State> state = state_of(before.account, *before.pool);
  if (!state.refused.empty()) return std::unexpected{state.refused.front()};
  PLIMSOLL_TRY(made, done(state.value, step, {rules, before.account.base, before.standing}));
  Stepped all{.later = {.account = with_balances(before.account, made.account),
                        .pool = std::make_shared<const Pool>(std::move(made.pool)),
                        .standing = made.standing}};
  all.told = {.step = to_text(step),
              .moved = moved_between(before.account, all.later.account),
              .facts = std::move(made.facts)};
  return all;
}

}  // namespace plimsoll::cross_margin
