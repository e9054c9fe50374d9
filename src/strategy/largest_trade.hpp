#pragma once
// The largest trade after which everything still holds: the requirement, the buffer, the buffer in
// every crisis, the policy's limits. By the method itself, wherever the requirement jumps.

#include <optional>
#include <string>
#include <vector>

#include "strategy/buffer.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::strategy {

enum class TradeSide : std::uint8_t { buy, sell };

struct Candidate {
  Instrument instrument;  // held, or quoted in the market
  TradeSide side = TradeSide::buy;
};

enum class TradeLimit : std::uint8_t {
  initial,      // equity over what a new position asks, in money
  buffer,       // equity over maintenance
  stress,       // the same after a crisis
  single_name,  // of the gross value
  issuer,
  sector,
  liquidity,  // days to sell all of it
  leverage,   // exposure over equity, by the cap that allows the book the least after the trade
  size,       // the most units any position may have here: nothing else binds
};

std::string_view word_of(TradeLimit limit);

/// One limit, and how a book stands against it.
struct LimitAt {
  TradeLimit limit = TradeLimit::size;
  std::string of = {};  // which crisis, name, sector or cap
  double value = 0;     // in the limit's unit
  double allowed = 0;
};

struct LargestTrade {
  InstrumentId id;
  TradeSide side = TradeSide::buy;
  Quantity lot = {};       // what it is counted in
  Quantity quantity = {};  // the most, zero or more, in whole lots
  Money cost;              // of it, at the market; below zero: received
  /// The policy's throttle times it, in whole lots; nothing where the throttle is not known.
  std::optional<Quantity> throttled = {};
  LimitAt at_most = {};               // what stops it, as it stands after the trade
  LimitAt beyond = {};                // and one lot further
  std::optional<Error> refused = {};  // why no trade could be reckoned
};

struct LargestTrades {
  /// clamp((b - full) / (none - full), 0, 1), with b today's multiple in the hardest crisis:
  /// 1 where nothing is required there; nothing where no crisis could be reckoned.
  std::optional<double> throttle = {};
  std::optional<double> stressed_multiple = {};
  std::string hardest = {};
  double leverage_most = 0;  // of the book as it is; a trade is held to what it then is
  std::vector<LargestTrade> trades = {};
  std::size_t margin_calls = 0;  // how often the method was asked
};

struct TradeTerms {
  std::vector<Candidate> candidates = {};     // empty: more of each share and fund held long
  std::optional<double> borrowing_rate = {};  // a year; nothing: the market's risk-free rate
};

/// Each candidate alone, paid for or received in cash at the market's price, nothing for fees.
/// Every cap and limit is taken again of the book after the trade: with those prices and terms it
/// would stand within all of them. A lending pool, where trades are loans, has none. `today` is of
/// the same book. Refused: cash unknown, a price missing of what is held; what only
/// one candidate lacks stands in its trade.
Result<LargestTrades> largest_trades(const Book& book, const Policy& policy, const Buffer& today,
                                     const TradeTerms& terms);

}  // namespace plimsoll::strategy
