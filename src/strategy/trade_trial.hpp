#pragma once
// A book after so many lots of one trade, held against every limit.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "strategy/holdings.hpp"
#include "strategy/largest_trade.hpp"
#include "strategy/size_caps.hpp"

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
  const Result<BookMoves>& moves;
  std::optional<double> borrowing_rate = {};  // a year
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
  /// What is limited together, without what of it is the candidate itself.
  struct Group {
    TradeLimit limit = TradeLimit::single_name;
    std::string of = {};
    Decimal others = {};
    double most = 0;
    bool has_candidate = false;
  };
  /// The candidate as it is held, or as a lot of it would be.
  struct Own {
    Decimal lot_exposure = {};        // of a lot, without sign
    Decimal net = {}, sizes = {};     // of what is held of it: signed, and of both sides together
    NameMoves lot = {};               // of a lot bought, an option as what it is on
    double units = 0, net_units = 0;  // likewise, without and with sign
  };

  explicit TradeTrial(const TrialBase& base) : base_{base} {}
  Result<void> place(const Candidate& candidate);
  void group(const Held& mine, const std::vector<Held>& held, const Account& account);
  double signed_lots(std::int64_t lots) const;
  BookRisk risk_at(std::int64_t lots, const Room& there) const;
  std::vector<Slack> by_leverage(std::int64_t lots, const Room& there) const;
  std::optional<Slack> by_days(std::int64_t lots) const;
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
  Own own_ = {};
  Decimal rest_ = {};  // exposure of everything else, without signs
  std::vector<Group> groups_ = {};
  std::map<std::int64_t, Account> accounts_ = {};
  std::map<std::int64_t, std::string> not_booked_ = {};
  std::map<std::pair<std::int64_t, std::size_t>, Room> rooms_ = {};
  std::size_t margin_calls_ = 0;
};

}  // namespace plimsoll::strategy
