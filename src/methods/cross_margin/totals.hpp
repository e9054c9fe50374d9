#pragma once
// What all accounts hold and owe in a bank, as the steps of one account move it.

#include <string_view>

#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

/// A total of so much more, or less: of totals that do not hold what is taken out of them nothing
/// is left. Nothing where it is not stated. Refused: what does not fit.
Result<std::optional<Fixed48>> moved_by(std::optional<Fixed48> total, Fixed48 more,
                                        const Bank& bank);

/// What is deposited in the bank, with what the balance put in or took out since the pool was read.
/// Native units; nothing where the pool does not state it.
Result<std::optional<Fixed48>> total_assets(const Balance& balance);
/// What is owed in it, likewise.
Result<std::optional<Fixed48>> total_liabilities(const Balance& balance);

/// No more may be owed than is deposited, where the pool states both. Refused under the `name` the
/// protocol has for it.
Result<void> within_deposits(const Balance& balance, std::string_view name);

/// The pool once an account stands as in `after` instead of `before`: the totals of each bank
/// change by what the account's balance in it does. Refused: what does not fit.
Result<Pool> moved_pool(const State& before, const State& after);

}  // namespace plimsoll::cross_margin
