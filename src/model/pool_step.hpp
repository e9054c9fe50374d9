#pragma once
// A step in a lending pool as a person types it: "BORROW 10 SOL", "LIQUIDATE 2 USDC FOR SOL",
// "RECEIVE SEIZE 2 SOL, 1 JITOSOL REPAY 250 USDC".

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/instrument.hpp"

namespace plimsoll {

/// So many of a bank's tokens, above zero; without a number all there is.
struct PoolAmount {
  std::optional<Quantity> tokens = {};
  InstrumentId bank = {};
  bool operator==(const PoolAmount&) const = default;
};

enum class PoolMove : std::uint8_t { deposit, withdraw, borrow, repay };

/// "DEPOSIT 5 SOL", "WITHDRAW ALL SOL": one balance of the account's own.
struct MoveStep {
  PoolMove move = PoolMove::deposit;
  PoolAmount amount = {};
  bool operator==(const MoveStep&) const = default;
};
/// "LIQUIDATE 2 USDC FOR SOL": so much collateral is taken for debt.
struct LiquidateStep {
  PoolAmount collateral = {};  // with a number
  InstrumentId debt = {};
  bool operator==(const LiquidateStep&) const = default;
};
/// "REPAY 250 USDC FOR SOL": a liquidator repays so much debt for collateral.
struct RepayForStep {
  PoolAmount debt = {};
  InstrumentId collateral = {};
  bool operator==(const RepayForStep&) const = default;
};
/// "RECEIVE SEIZE 2 SOL, 1 JITOSOL REPAY 250 USDC": one of the two lists may be empty.
struct ReceiveStep {
  std::vector<PoolAmount> seized = {}, repaid = {};
  bool operator==(const ReceiveStep&) const = default;
};
/// "BANKRUPT USDC": the debt in that bank is written off.
struct BankruptStep {
  InstrumentId debt = {};
  bool operator==(const BankruptStep&) const = default;
};
/// "ACCRUE 30 DAYS": interest of every bank.
struct AccrueStep {
  std::int64_t seconds = 0;  // 0 or more
  bool operator==(const AccrueStep&) const = default;
};

using PoolStep =
    std::variant<MoveStep, LiquidateStep, RepayForStep, ReceiveStep, BankruptStep, AccrueStep>;

/// Letters in either case; banks as they are named. Refused with what to write instead.
Result<PoolStep> parse_pool_step(std::string_view text);

/// As it may be typed, verbs in small letters: "receive seize 2 SOL repay 250 USDC".
std::string to_text(const PoolStep& step);

/// Whether it begins with one of the verbs.
bool is_pool_step(std::string_view text);

}  // namespace plimsoll
