#pragma once
// What every protocol's steps take and give.

#include "margin/whatif_report.hpp"
#include "methods/cross_margin/transition.hpp"
#include "model/pool_step.hpp"

namespace plimsoll::cross_margin {

/// Whether a bankruptcy closed the account: it then moves nothing of its own.
enum class Standing : std::uint8_t { open, disabled };

struct StepTerms {
  Date rules = {};
  Currency currency = {};  // the pool's unit of account
  Standing standing = Standing::open;
};

struct StepDone {
  State account = {};  // balances point to the banks of the pool before
  Pool pool = {};
  std::vector<StepFact> facts = {};
  Standing standing = Standing::open;
};

/// Refused by marginfi's name: AccountDisabled.
Result<void> still_open(Standing standing);

Step step_of(PoolMove move);

/// Native units asked for; without a number all of the account's balance on that side. Refused:
/// tokens with more decimals than the bank's, and where there is no such balance, as `none` says.
Result<Fixed48> units_of(const PoolAmount& amount, const State& state, const Bank& bank, Side side,
                         const std::string& none);

/// A verb the protocol does not know, with what it has instead.
std::unexpected<Error> not_known(const std::string& what, const std::string& instead);

}  // namespace plimsoll::cross_margin
