#pragma once
// What an account holds in a pool, in the pool's own arithmetic.

#include <array>

#include "market/pool.hpp"
#include "model/account.hpp"

namespace plimsoll::cross_margin {

/// Which weights and which price are asked for.
enum class Requirement : std::uint8_t { initial, maintenance, equity };

enum class Side : std::uint8_t { asset, liability };

/// Above zero, in native units of the bank's token: of each bank at most one.
struct Balance {
  const Bank* bank = nullptr;
  Side side = Side::asset;
  Fixed48 amount = {};
  // By how much its steps changed what all accounts hold of the bank, or owe, since the pool was
  // read: native units, below zero for a withdrawal or a repayment.
  Fixed48 moved = {};
  bool operator==(const Balance&) const = default;
};

struct State {
  const Pool* pool = nullptr;
  std::vector<Balance> balances = {};  // by the bank's name
};

inline constexpr std::size_t balances_most = 16;

std::unexpected<Error> does_not_fit(const Bank& bank);
/// A number that fits, or why not, of which bank.
inline Result<Fixed48> fits(std::optional<Fixed48> number, const Bank& bank) {
  if (number) return *number;
  return does_not_fit(bank);
}

inline constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
  std::array<std::int64_t, 19> all{1};
  for (std::size_t i = 1; i < all.size(); ++i) all[i] = all[i - 1] * 10;
  return all;
}();
/// Up to 18 places.
constexpr std::int64_t power_of_ten(int places) {
  return powers_of_ten.at(static_cast<std::size_t>(places));
}

/// The same of a balance, of which no more is admitted than limits::tokens_max.
Result<Fixed48> balance_fits(std::optional<Fixed48> native, const Bank& bank);

/// Native units of a whole token.
inline Fixed48 unit_of(int decimals) { return Fixed48::of(power_of_ten(decimals)); }
inline Fixed48 unit_of(const Bank& bank) { return unit_of(bank.decimals); }

/// Tokens as native units, exact. Refused: more places than the token has, an amount that does not
/// fit.
Result<Fixed48> native_units(Quantity tokens, const Bank& bank);
/// Back again; nothing is lost, as native units are whole unless interest made parts of them.
Quantity tokens_of(Fixed48 native, const Bank& bank);

/// To the nearest bit, as constants in the source of the protocol are.
Fixed48 fixed(Decimal value);

/// Refused with the nearest name, or all there are.
Result<const Bank*> bank_called(const InstrumentId& name, const Pool& pool);

/// What stands where: refused by position, unknown banks with the nearest name, two balances of one
/// bank, more than sixteen.
Loaded<State> state_of(const Account& account, const Pool& pool);

}  // namespace plimsoll::cross_margin
