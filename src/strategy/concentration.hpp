#pragma once
// How much of a book is one thing: a name, an issuer, a sector, what moves together, what cannot be
// sold in a day. Weights are of the gross market value, |long| + |short|, options at their price
// and futures at what they are on; in a lending pool, of what is deposited. The limits are the
// policy's.

#include <optional>
#include <string>
#include <vector>

#include "margin/answer.hpp"
#include "strategy/book.hpp"
#include "strategy/holdings.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

enum class Grouping : std::uint8_t { name, issuer, sector, industry, cluster };

enum class LimitState : std::uint8_t {
  within,
  breach,
  not_limited,  // the policy has no limit of it, or it is spread over many names
  not_stated,   // what it belongs to is not known, so no limit can be held against it
};

std::string_view word_of(Grouping by);
std::string_view word_of(LimitState state);

/// One group's part of the book.
struct Weight {
  std::string of;  // a symbol, a sector; "not stated" and "spread over many" hold the rest
  std::vector<InstrumentId> members = {};
  Money gross;
  double of_gross = 0;
  std::optional<double> of_equity = {};  // nothing where equity is not above zero
  LimitState state = LimitState::not_limited;
  /// What more of it may be added with borrowed money until its limit; below zero, what must be
  /// sold to be back at it, the loan paid down. Nothing without a limit.
  std::optional<Money> room = {};
};

struct Weights {
  Grouping by = Grouping::name;
  std::optional<double> limit = {};  // of the gross value
  std::vector<Weight> rows = {};     // the greatest first
  /// Sum of squared weights; nothing where some are not stated.
  std::optional<double> hhi = {};
  std::optional<double> effective() const;  // 1 / hhi: as many equal ones would be as concentrated
  bool breached() const;
};

/// How far one name alone must move for nothing of the equity to be left. Positions in the name
/// together: shares, funds and futures in proportion, options valued again there.
struct NameLoss {
  InstrumentId name;
  /// The most that a fall of it takes, wherever on the way to nothing that is; of names no fall of
  /// which takes anything, what is held of them, below zero where that is short.
  Money exposure;
  Money loss_at_nothing;            // what is lost if the name is worth nothing; below zero: gained
  std::optional<double> fall = {};  // from 0 to 1; nothing: not even at nothing
  std::optional<double> rise = {};  // of names that are short on balance
};

/// How long it takes to sell all of one position, at the policy's share of a day's volume.
struct LiquidityDays {
  InstrumentId id;
  Money gross;
  double days = 0;
  LimitState state = LimitState::within;
  /// More of it until the limit of days; below zero, what is over it; nothing where no amount is so
  /// large.
  std::optional<Money> room = {};
};

struct Correlation {
  InstrumentId a, b;
  double of_returns = 0;
};

struct ConcentrationInputs {
  Room room;                                                  // today
  std::optional<std::vector<Correlation>> correlations = {};  // of names; from a price history
};

struct Concentration {
  Money gross;
  Money equity;
  std::vector<Weights> by = {};               // in the order of Grouping; cluster where it is known
  std::vector<NameLoss> wiping = {};          // the nearest first
  std::vector<LiquidityDays> liquidity = {};  // the slowest first
  /// Days until 95 % of the gross value is sold, every position at its pace; nothing where the
  /// volume of some is not known.
  std::optional<double> days_for_most = {};
  double participation = 0;
  std::optional<double> liquidity_limit = {};
  std::vector<NotApplied> not_applied = {};

  const Weights* find(Grouping grouping) const;
};

/// Whether what an instrument's price follows is many names, so that no limit of one is held
/// against it: funds on a broad index, mutual and money market funds, Treasuries.
bool is_spread(const Instrument& instrument);

/// Under which issuer, sector or industry an instrument stands; nothing where no profile of it, or
/// of what it is on, says.
std::optional<std::string> stated(Grouping by, const Held& held, const Account& account);

/// Refused: a price or a currency rate that is missing.
Result<Concentration> concentration(const Book& book, const Policy& policy,
                                    const ConcentrationInputs& inputs);

}  // namespace plimsoll::strategy
