#pragma once
// How many times over the equity covers the requirement, how many times it should, what would
// restore that, and what is left of it in a crisis.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {

/// A multiple asked for, by one way of finding it, and what it stood on.
struct BufferTarget {
  BufferMode mode = BufferMode::fixed;
  std::optional<double> multiple = {};
  std::string missing = {};  // the input it lacks, where there is no multiple
};

struct StressedBuffer {
  std::string name;
  double market_move = 0;
  std::optional<Room> room = {};  // nothing where the account has no value there
  std::string reason = {};        // why
  /// The market there, options valued again: what that took is not to be paid for twice.
  std::shared_ptr<const MarketSnapshot> market = {};
  std::optional<double> multiple() const;
};

struct Buffer {
  Room room;
  std::optional<Money> cash = {};  // of all currencies; nothing in a lending pool, which has none
  /// What is owed, as `debits_of` has it: what interest is charged on.
  Money debit = {};
  Money long_value, gross_value;
  /// What leverage is of: the gross value and what futures are on; in a lending pool, where what is
  /// owed is the loan, what is deposited.
  Money exposure;
  AccountKind kind = AccountKind::margin;
  double target = 2;  // the one in force, by `targets` or fixed; 1 of what is fully paid
  std::vector<BufferTarget> targets = {};
  std::vector<StressedBuffer> stressed = {};  // the hardest last
  double stress_least = 1;
  std::optional<double> market_volatility = {};  // annual

  /// equity / requirement; nothing where nothing is required.
  std::optional<double> multiple() const;
  /// excess / net liquidation value, as IBKR's cushion is defined; nothing where that is not known
  /// or not above zero.
  std::optional<double> cushion() const;
  /// requirement / equity; nothing where equity is not above zero.
  std::optional<double> utilisation() const;
  /// Debit over the most that could be owed: at that the excess is nothing. Nothing without debit,
  /// and in a lending pool, where weights say how much more.
  std::optional<double> debit_use() const;
  /// exposure / equity; nothing where equity is not above zero.
  std::optional<double> leverage() const;
  /// Equity above `target` requirements; below zero, what is missing.
  Money over_target() const;
  /// What paid in would restore the target: cash adds to equity alone.
  Money deposit() const;
  /// The stress with the least multiple among those that could be reckoned.
  const StressedBuffer* hardest() const;
};

struct BufferTerms {
  std::optional<double> borrowing_rate = {};  // a year; nothing: the market's risk-free rate
};

/// What is bought is paid for in full: nothing is borrowed, and no call comes of prices.
bool is_fully_paid(AccountKind kind);

/// What a multiple of the requirement is asked by.
struct TargetTerms {
  std::optional<double> market_volatility = {};  // annual
  std::optional<double> borrowing_rate = {};     // a year
  double requirement_rate = 0;                   // requirement / exposure
};

/// By each way of finding it, in the order of BufferMode.
std::vector<BufferTarget> buffer_targets(const BufferPolicy& policy, const TargetTerms& terms);
/// The one in force: the policy's way, fixed where that lacks an input; 1 of what is fully paid.
double target_in_force(const std::vector<BufferTarget>& targets, const BufferPolicy& policy,
                       AccountKind kind);

/// Refused: equity unknown, a method that refuses the account as it is.
Result<Buffer> buffer(const Book& book, const Policy& policy, const BufferTerms& terms);

/// The multiple of equity over requirement; nothing where nothing is required.
std::optional<double> multiple_of(const Room& room);

}  // namespace plimsoll::strategy
