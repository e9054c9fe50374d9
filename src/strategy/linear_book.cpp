#include "strategy/linear_book.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "strategy/ranges.hpp"

namespace plimsoll::strategy {
namespace {

/// What excess gains for a move of one of this holding.
double slope_of(const LinearHolding& holding) {
  return holding.value - holding.requirement_rate * std::abs(holding.value);
}

Result<void> check(const LinearHolding& holding) {
  PLIMSOLL_TRY_VOID(check_finite({"the value of a holding", holding.value}));
  PLIMSOLL_TRY_VOID(check_not_negative({"its maintenance rate", holding.requirement_rate}));
  return check_finite({"its beta", holding.beta});
}

Result<void> check(const LinearBook& book) {
  for (const LinearHolding& holding : book.holdings) PLIMSOLL_TRY_VOID(check(holding));
  return check_finite({"the excess", book.excess});
}

enum class Way : std::uint8_t { down, up };

/// Excess along the market's move one way, seen from the sign it has today: linear in stretches.
struct Stretch {
  double until = 0;  // size of the move, whichever way
  double slope = 0;  // what excess gains for a move of one
};

// Sums of doubles are no closer than this to what they mean.
constexpr double rounding = 1e-12;

/// A stretch ends where a holding has lost everything: from there on it moves no more.
std::vector<Stretch> stretches(std::span<const LinearHolding> holdings, Way way) {
  double slope = 0, slopes = 0;  // of those that never end; of all, without signs
  std::vector<Stretch> ends;
  for (const LinearHolding& holding : holdings) {
    const double beta = way == Way::up ? holding.beta : -holding.beta;
    const double of_market = slope_of(holding) * beta;
    slopes += std::abs(of_market);
    if (beta < 0) ends.push_back({.until = -1 / beta, .slope = of_market});
    else slope += of_market;
  }
  std::ranges::sort(ends, {}, &Stretch::until);
  constexpr double endless = std::numeric_limits<double>::infinity();
  ends.push_back({.until = endless, .slope = 0});
  // From the last to the first, each stretch has the slopes of those that end later. Long and short
  // of the same size leave none, whatever rounding does.
  for (std::size_t i = ends.size(); i-- > 0;) {
    slope += ends[i].slope;
    ends[i].slope = std::abs(slope) <= rounding * slopes ? 0 : slope;
  }
  return ends;
}

/// The size of the first move with which excess leaves the sign it has.
std::optional<double> first_zero(const LinearBook& book, Way way) {
  const double size_most = way == Way::down ? 1 : std::numeric_limits<double>::infinity();
  double reached = 0, left = std::abs(book.excess);
  for (const Stretch& stretch : stretches(book.holdings, way)) {
    const double slope = book.excess > 0 ? stretch.slope : -stretch.slope;
    const double until = std::min(stretch.until, size_most);
    const double zero =
        slope < 0 ? reached - left / slope : std::numeric_limits<double>::infinity();
    if (zero < until * (1 - rounding)) return zero;
    if (until >= size_most) break;
    // Zero where the stretch ends is one if the next goes on falling.
    left = zero <= until * (1 + rounding) ? 0 : left + slope * (until - reached);
    reached = until;
  }
  return std::nullopt;
}

}  // namespace

Result<double> excess_after(double market_move, const LinearBook& book) {
  PLIMSOLL_TRY_VOID(check(book));
  if (!(market_move >= -1) || !std::isfinite(market_move))
    return fail(Reason::bad_input, "the market's move is " + pricing::written(market_move) +
                                       "; write a fall of 30 per cent as -0.3, -1 at the least");
  double sum = book.excess;
  for (const LinearHolding& holding : book.holdings)
    sum += slope_of(holding) * std::max(-1.0, holding.beta * market_move);
  return sum;
}

Result<MarketMoves> market_moves(const LinearBook& book) {
  PLIMSOLL_TRY_VOID(check(book));
  if (book.excess == 0) return MarketMoves{.down = 0, .up = 0};
  MarketMoves moves{.down = first_zero(book, Way::down), .up = first_zero(book, Way::up)};
  if (moves.down) *moves.down = -*moves.down;
  return moves;
}

Result<std::optional<double>> own_move(const LinearHolding& holding, double excess) {
  PLIMSOLL_TRY_VOID(check({.holdings = std::span{&holding, 1}, .excess = excess}));
  const double slope = slope_of(holding);
  if (excess == 0) return std::optional{0.0};
  if (slope == 0) return std::nullopt;
  const double move = -excess / slope;
  if (move <= -1 + rounding || !std::isfinite(move)) return std::nullopt;
  return std::optional{move};
}

Result<std::optional<LongLiquidation>> liquidation_of_long(const LongOnMargin& position) {
  PLIMSOLL_TRY_VOID(check_positive({"the value", position.value}));
  PLIMSOLL_TRY_VOID(check_finite({"the debit", position.debit}));
  PLIMSOLL_TRY_VOID(check_not_negative({"the maintenance rate", position.requirement_rate}));
  if (position.debit <= 0) return std::nullopt;
  if (position.requirement_rate >= 1)
    return fail(Reason::bad_input, "a requirement of " +
                                       pricing::written(position.requirement_rate) +
                                       " of the value is met by no loan, at any value; pay the "
                                       "debit down, or write a rate below 1");
  const double value = position.debit / (1 - position.requirement_rate);
  return LongLiquidation{.value = value, .decline = 1 - value / position.value};
}

Result<double> liquidation_price_of_short(const ShortOnMargin& position) {
  PLIMSOLL_TRY_VOID(check_positive({"the number of shares", position.shares}));
  PLIMSOLL_TRY_VOID(check_finite({"the proceeds", position.proceeds}));
  PLIMSOLL_TRY_VOID(check_finite({"the cash", position.cash}));
  PLIMSOLL_TRY_VOID(check_not_negative({"the maintenance rate", position.requirement_rate}));
  const double credit = position.proceeds + position.cash;
  if (credit < 0)
    return fail(Reason::bad_input, "proceeds and cash are " + pricing::written(credit) +
                                       " together; a short position that owes cash meets its "
                                       "requirement at no price");
  return credit / (position.shares * (1 + position.requirement_rate));
}

}  // namespace plimsoll::strategy
