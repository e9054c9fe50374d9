#include "methods/cross_margin/state.hpp"

#include <algorithm>

#include "base/nearest.hpp"
#include "model/limits.hpp"

namespace plimsoll::cross_margin {
namespace {

Result<Balance> balance_of(const Position& position, const Pool& pool) {
  PLIMSOLL_TRY(bank, bank_called(id_of(position.instrument), pool));
  const Side side = position.quantity.is_negative() ? Side::liability : Side::asset;
  PLIMSOLL_TRY(amount, native_units(abs(position.quantity), *bank));
  return Balance{bank, side, amount};
}

}  // namespace

std::unexpected<Error> does_not_fit(const Bank& bank) {
  return fail(Reason::bad_input,
              "its amount times its price does not fit the protocol's 80 bits before the point; "
              "correct the one that is wrong",
              std::string{bank.name.view()});
}

Result<Fixed48> balance_fits(std::optional<Fixed48> native, const Bank& bank) {
  PLIMSOLL_TRY(amount, fits(native, bank));
  const auto tokens = over(amount, unit_of(bank));
  if (tokens &&
      *tokens <= Fixed48::of(static_cast<std::int64_t>(limits::tokens_max.atto / Quantity::scale)))
    return amount;
  return fail(
      Reason::bad_input,
      "it would come to more than " + to_text(limits::tokens_max) + " tokens; correct the amount",
      std::string{bank.name.view()});
}

Result<Fixed48> native_units(Quantity tokens, const Bank& bank) {
  const std::int64_t unit = power_of_ten(Quantity::places - bank.decimals);
  const auto [whole, rest] =
      detail::divided(detail::magnitude(tokens.atto), static_cast<std::uint64_t>(unit));
  if (rest != 0)
    return fail(Reason::bad_input,
                to_text(tokens) + " has more decimals than the " + std::to_string(bank.decimals) +
                    " its token has; nothing is cut off",
                std::string{bank.name.view()});
  return fits(scaled_to_fixed48(detail::with_sign(whole, tokens.atto < 0), 0), bank);
}

Quantity tokens_of(Fixed48 native, const Bank& bank) {
  const Int128 unit = power_of_ten(Quantity::places - bank.decimals);
  return {multiply_divide(native.bits(), unit, std::uint64_t{1} << Fixed48::fraction_bits,
                          Round::toward_zero)};
}

Fixed48 fixed(Decimal value) {
  return Fixed48::from_bits(multiply_divide(value.nano(), Int128{1} << Fixed48::fraction_bits,
                                            Decimal::scale, Round::half_even));
}

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

Loaded<State> state_of(const Account& account, const Pool& pool) {
  Loaded<State> state;
  state.value.pool = &pool;
  state.value.balances.reserve(account.positions.size());
  for (const Position& position : account.positions) {
    if (position.quantity.is_zero()) continue;
    auto balance = balance_of(position, pool);
    if (balance) state.value.balances.push_back(*balance);
    else state.refused.push_back(std::move(balance).error());
  }
  auto& balances = state.value.balances;
  std::ranges::sort(balances, {},
                    [](const Balance& one) -> const InstrumentId& { return one.bank->name; });
  const auto twice = std::ranges::adjacent_find(balances, {}, &Balance::bank);
  if (twice != balances.end())
    state.refused.push_back({Reason::bad_input,
                             "two balances of one bank; a bank is held as an asset or owed, never "
                             "both: write the net",
                             std::string{twice->bank->name.view()}});
  if (pool.protocol == PoolProtocol::marginfi && balances.size() > balances_most)
    state.refused.push_back({Reason::bad_input,
                             std::to_string(balances.size()) +
                                 " balances; an account of the protocol has at most " +
                                 std::to_string(balances_most),
                             account.id});
  return state;
}

}  // namespace plimsoll::cross_margin
