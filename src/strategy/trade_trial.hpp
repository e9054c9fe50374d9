#pragma once
// A book after so many lots of one trade, held against every limit.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "strategy/largest_trade.hpp"

namespace plimsoll::strategy {

/// Today's market first, then that of each crisis window, in their order. Refused: an option that
/// cannot be valued there.
Result<std::vector<MarketSnapshot>> trial_markets(const Book& book, const Policy& policy);

/// A limit and what is left of it in the account's currency; below zero it is not met.
struct Slack {
  LimitAt at = {};
  Decimal left = {};
};

/// What all trials of one account stand on.
struct TrialBase {
  const Book& book;
  const Policy& policy;
  const Buffer& today;
  const std::vector<MarketSnapshot>& markets;
  double leverage_most = 0;
};

class TradeTrial {
 public:
  /// Refused: no price of the candidate or of what is held.
  static Result<TradeTrial> of(const TrialBase& base, const Candidate& candidate);

  /// Where every limit is passed for certain, or the most lots there may be.
  std::int64_t lots_most() const;
  /// Limits of weights, that no method is asked for.
  std::vector<Slack> weights(std::int64_t lots) const;
  /// Limits in one market: of today's the initial requirement, the buffer and the leverage, of a
  /// crisis's its buffer. What may not be booked is a limit of size. Refused as the method refuses.
  Result<std::vector<Slack>> in_market(std::int64_t lots, std::size_t market);

  Quantity lot() const { return lot_; }
  Quantity quantity(std::int64_t lots) const;
  /// At the market, in the account's currency; below zero: received.
  Result<Money> cost(std::int64_t lots) const;
  std::size_t margin_calls() const { return margin_calls_; }

 private:
  /// A group the candidate stands in, without what of it is the candidate itself.
  struct Group {
    TradeLimit limit = TradeLimit::single_name;
    std::string of = {};
    Decimal others = {};
    double most = 0;
  };

  explicit TradeTrial(const TrialBase& base) : base_{base} {}
  Result<void> place(const Candidate& candidate);
  void group(const Candidate& candidate, const std::vector<Held>& held);
  Decimal own_gross(std::int64_t lots) const;
  Decimal gross(std::int64_t lots) const;
  Result<Account*> after(std::int64_t lots);
  Result<std::optional<Room>> room_at(std::int64_t lots, std::size_t market);

  TrialBase base_;
  Instrument instrument_ = {};
  InstrumentId id_ = {};
  TradeSide side_ = TradeSide::buy;
  Quantity lot_ = {};
  Decimal price_ = {};
  Decimal lot_value_ = {};         // in the account's currency
  Decimal net_ = {}, sizes_ = {};  // of what is held of it: signed, and of both sides together
  Decimal rest_ = {};              // gross value of everything else
  std::vector<Group> groups_ = {};
  std::map<std::int64_t, Account> accounts_ = {};
  std::map<std::int64_t, std::string> not_booked_ = {};
  std::map<std::pair<std::int64_t, std::size_t>, Room> rooms_ = {};
  std::size_t margin_calls_ = 0;
};

}  // namespace plimsoll::strategy
