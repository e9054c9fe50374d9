#pragma once
// How much leverage, exposure over equity, the book may have by every rule, and which rule allows
// the least.

#include <optional>
#include <string>
#include <vector>

#include "money/money.hpp"
#include "strategy/book_moves.hpp"
#include "strategy/buffer.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

enum class CapRule : std::uint8_t {
  policy,              // policy.size.leverage_most
  requirement,         // today's requirement, times the buffer's target
  shock_survival,      // a fall of policy.size.shock_decline
  call_probability,    // policy.buffer.probability within policy.buffer.horizon_days
  expected_shortfall,  // of a day
  volatility_target,
  kelly,           // the most growth; an estimate of the return stands behind it
  fraction_kelly,  // the policy's fraction of it, likewise
};

std::string_view word_of(CapRule rule);

struct NamedInput {
  std::string name;  // "policy.size.shock_decline"
  double value = 0;
};

struct Cap {
  CapRule rule = CapRule::policy;
  std::optional<double> leverage = {};
  std::string missing = {};  // without leverage: the input it lacks, or why it limits nothing
  std::vector<NamedInput> inputs = {};
  /// (leverage - leverage now) × equity; below zero: too much held; nothing where no amount is so
  /// large.
  std::optional<Money> room = {};
};

struct SizeCaps {
  std::optional<double> leverage = {};  // now; nothing where equity is not above zero
  BookRisk risk = {};
  std::vector<Cap> caps = {};  // in the order of CapRule
  /// The least; nothing where none is known.
  const Cap* binding() const;
  /// The least of those that stand on no estimate of the return: what trades are held against.
  const Cap* binding_limit() const;
  const Cap* find(CapRule rule) const;
};

/// A book as caps are taken of it: today's, or what it is after a trade.
struct CapBook {
  BookRisk risk = {};
  double buffer_target = 2;
  std::optional<double> lending_rate = {}, borrowing_rate = {};  // a year
};

/// By every rule, in the order of CapRule, without rooms.
std::vector<Cap> caps_of(const Policy& policy, const CapBook& book);
/// The least of those that stand on no estimate of the return; nothing where none is known.
const Cap* least_limit(const std::vector<Cap>& caps);

struct CapTerms {
  std::optional<double> borrowing_rate = {};  // a year; nothing: the market's risk-free rate
};

/// `today` and `moves` are of the same book.
SizeCaps size_caps(const Book& book, const Policy& policy, const Buffer& today,
                   const Result<BookMoves>& moves, const CapTerms& terms);

}  // namespace plimsoll::strategy
