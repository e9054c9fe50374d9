#pragma once
// Where a book of shares meets its requirement, in closed form: positions whose value and whose
// requirement move in proportion to a price. It is the second opinion on books without options, and
// the first guess on those with them.
//
// Moves are plain ratios: -0.3 is a fall of 30 %. Values are in one currency, signed: short is
// negative. Each function is `bad_input` for a number outside of what its parameters say.

#include <optional>
#include <span>

#include "base/result.hpp"

namespace plimsoll::strategy {

struct LinearHolding {
  double value = 0;             // signed
  double requirement_rate = 0;  // maintenance, of the value without its sign; zero or more
  double beta = 1;              // its move for a move of the market of one
};

struct LinearBook {
  std::span<const LinearHolding> holdings = {};
  double excess = 0;  // today's equity less today's requirement
};

/// The moves nearest to today at which excess is zero and leaves its sign: none where no such fall,
/// or rise, does. Excess of zero is there today, and both are zero. Below zero the account is in
/// call today, and these are the moves that would end it. Excess that is used up only as everything
/// is lost, as without a loan, is no call.
struct MarketMoves {
  std::optional<double> down = {};  // above -1, zero at most
  std::optional<double> up = {};    // zero or more
  bool operator==(const MarketMoves&) const = default;
};

/// Of the whole market, each holding moving by its beta but losing no more than all of its value
/// (beta × move is -1 at the least; of a short: gaining no more). Requirements move with the
/// values.
Result<MarketMoves> market_moves(const LinearBook& book);

/// Excess after the market moved so, -1 at the least.
Result<double> excess_after(double market_move, const LinearBook& book);

/// The move of this one holding, others standing still, at which excess is zero:
/// -excess / (value - rate × |value|). None where that is a fall of all or more, or where the
/// holding moves excess not at all.
Result<std::optional<double>> own_move(const LinearHolding& holding, double excess);

/// One long position against a loan.
struct LongOnMargin {
  double value = 0;             // above zero
  double debit = 0;             // what is owed; zero or less: nothing is
  double requirement_rate = 0;  // zero or more, below 1: at 1 no value meets it
};

struct LongLiquidation {
  double value = 0;    // debit / (1 - rate)
  double decline = 0;  // positive: the fall until there; negative: the rise that would end a call
};

/// None where nothing is owed.
Result<std::optional<LongLiquidation>> liquidation_of_long(const LongOnMargin& position);

/// One short position.
struct ShortOnMargin {
  double shares = 0;            // sold short; above zero
  double proceeds = 0;          // what they were sold for
  double cash = 0;              // beside that
  double requirement_rate = 0;  // zero or more
};

/// The price a share at which the requirement meets equity: (proceeds + cash) / (shares (1 +
/// rate)). `bad_input` where proceeds and cash are below zero together: no price meets it.
Result<double> liquidation_price_of_short(const ShortOnMargin& position);

}  // namespace plimsoll::strategy
