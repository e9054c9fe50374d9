#include "methods/cross_margin/totals.hpp"

#include <algorithm>

namespace plimsoll::cross_margin {
namespace {

std::string in_tokens(Fixed48 native, const Bank& bank) {
  return plimsoll::to_text(tokens_of(native, bank)) + " " + std::string{bank.name.view()};
}

Fixed48 amount_in(const State& state, const Balance& like) {
  for (const Balance& one : state.balances)
    if (one.bank->name == like.bank->name && one.side == like.side) return one.amount;
  return {};
}

/// By the bank's name: the pool has banks of its own.
Result<void> move(Pool& pool, const Balance& balance, Fixed48 more) {
  Bank& bank = pool.banks.at(balance.bank->name);
  auto& total = balance.side == Side::asset ? bank.total_assets : bank.total_liabilities;
  PLIMSOLL_TRY(now, moved_by(total, more, bank));
  total = now;
  return {};
}

}  // namespace

Result<std::optional<Fixed48>> moved_by(std::optional<Fixed48> total, Fixed48 more,
                                        const Bank& bank) {
  if (!total) return total;
  PLIMSOLL_TRY(sum, fits(plus(*total, more), bank));
  return std::optional{std::max(Fixed48{}, sum)};
}

Result<std::optional<Fixed48>> total_assets(const Balance& balance) {
  const bool its = balance.side == Side::asset;
  return moved_by(balance.bank->total_assets, its ? balance.moved : Fixed48{}, *balance.bank);
}

Result<std::optional<Fixed48>> total_liabilities(const Balance& balance) {
  const bool its = balance.side == Side::liability;
  return moved_by(balance.bank->total_liabilities, its ? balance.moved : Fixed48{}, *balance.bank);
}

Result<void> within_deposits(const Balance& balance, std::string_view name) {
  const Bank& bank = *balance.bank;
  PLIMSOLL_TRY(held, total_assets(balance));
  PLIMSOLL_TRY(owed, total_liabilities(balance));
  if (!held || !owed || *owed <= *held) return {};
  return fail(Reason::bad_input,
              std::string{name} + ": " + in_tokens(*owed, bank) +
                  " would be owed in the bank and " + in_tokens(*held, bank) +
                  " deposited; no more leaves it than nobody has borrowed",
              std::string{bank.name.view()});
}

Result<Pool> moved_pool(const State& before, const State& after) {
  Pool pool = *before.pool;
  for (const Balance& was : before.balances)
    PLIMSOLL_TRY_VOID(
        move(pool, was, Fixed48::from_bits(amount_in(after, was).bits() - was.amount.bits())));
  for (const Balance& is : after.balances)
    if (amount_in(before, is).is_zero()) PLIMSOLL_TRY_VOID(move(pool, is, is.amount));
  return pool;
}

}  // namespace plimsoll::cross_margin
