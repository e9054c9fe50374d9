#include "methods/cross_margin/steps.hpp"

#include "base/nearest.hpp"

namespace plimsoll::cross_margin {
namespace {

Result<const Bank*> bank_called(const InstrumentId& name, const Pool& pool) {
  const auto found = pool.banks.find(name);
  if (found != pool.banks.end()) return &found->second;
  std::vector<std::string_view> names;
  for (const auto& [known, bank] : pool.banks) names.push_back(known.view());
  const auto near = nearest(name.view(), names);
  return fail(
      Reason::bad_input,
      "the pool " + pool.name + " has no bank called so; " +
          (near ? "is " + std::string{*near} + " meant?" : "its banks are " + choice_of(names)),
      std::string{name.view()});
}

/// An account document holds whole native units: what is owed is rounded up to one, what is held
/// down.
Fixed48 in_whole_units(const Balance& balance) {
  constexpr Int128 unit = Int128{1} << Fixed48::fraction_bits;
  const Int128 rest = balance.amount.bits() % unit;
  const Int128 whole = balance.amount.bits() - rest;
  const bool up = balance.side == Side::liability && rest != 0;
  return Fixed48::from_bits(up ? whole + unit : whole);
}

Result<State> moved(const State& state, const Pool& pool, const PoolStep& step, Date rules) {
  PLIMSOLL_TRY(bank, bank_called(step.bank, pool));
  PLIMSOLL_TRY(amount, native_units(step.tokens, *bank));
  switch (step.verb) {
    case PoolVerb::deposit:
      return after(state, Step::deposit, *bank, amount, rules);
    case PoolVerb::withdraw:
      return after(state, Step::withdraw, *bank, amount, rules);
    case PoolVerb::borrow:
      return after(state, Step::borrow, *bank, amount, rules);
    case PoolVerb::repay:
      return after(state, Step::repay, *bank, amount, rules);
    case PoolVerb::liquidate:
      break;
  }
  PLIMSOLL_TRY(debt, bank_called(step.against, pool));
  PLIMSOLL_TRY(made, liquidated(state, {bank, debt, amount}, rules));
  return made.account;
}

}  // namespace

Result<Account> stepped(const Account& account, const Pool& pool, const PoolStep& step,
                        Date rules) {
  const Loaded<State> state = state_of(account, pool);
  if (!state.refused.empty()) return std::unexpected{state.refused.front()};
  PLIMSOLL_TRY(made, moved(state.value, pool, step, rules));
  Account later = account;
  later.positions.clear();
  for (const Balance& balance : made.balances) {
    const Quantity tokens = tokens_of(in_whole_units(balance), *balance.bank);
    const Token token{balance.bank->name};
    later.catalog.emplace(token.id, token);
    later.positions.push_back(
        {.instrument = token, .quantity = balance.side == Side::asset ? tokens : -tokens});
  }
  return later;
}

}  // namespace plimsoll::cross_margin
