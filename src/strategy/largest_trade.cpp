#include "strategy/largest_trade.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "strategy/crisis_windows.hpp"
#include "strategy/trade_trial.hpp"

namespace plimsoll::strategy {
namespace {

/// A day's page has no room for more, and each costs some twenty questions to the method.
constexpr std::size_t names_most = 12;

/// One candidate's search. A probe asks in today's market and in those crises that have bound so
/// far; the answer is held against all of them before it stands.
class Search {
 public:
  Search(TradeTrial& trial, std::size_t markets, std::size_t hardest)
      : trial_{trial}, markets_{markets}, asked_{0, hardest} {}

  Result<std::int64_t> most() {
    while (true) {
      PLIMSOLL_TRY(lots, most_by_asked());
      PLIMSOLL_TRY(other, bound_elsewhere(lots));
      if (!other) return lots;
      asked_.insert(*other);
    }
  }

  /// Of all limits after so many lots, each crisis that was asked among them.
  Result<std::vector<Slack>> limits(std::int64_t lots) {
    std::vector<Slack> all = trial_.weights(lots);
    for (const std::size_t market : asked_) {
      PLIMSOLL_TRY(more, trial_.in_market(lots, market));
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

 private:
  static bool met(const std::vector<Slack>& all) {
    return std::ranges::none_of(all, [](const Slack& one) { return one.left.is_negative(); });
  }

  Result<bool> holds(std::int64_t lots) {
    // Where a weight is beyond its limit nothing needs to be asked.
    if (!met(trial_.weights(lots))) return false;
    for (const std::size_t market : asked_) {
      PLIMSOLL_TRY(there, trial_.in_market(lots, market));
      if (!met(there)) return false;
    }
    return true;
  }

  Result<std::optional<std::size_t>> bound_elsewhere(std::int64_t lots) {
    if (lots == 0) return std::optional<std::size_t>{};
    for (std::size_t market = 0; market < markets_; ++market) {
      if (asked_.contains(market)) continue;
      PLIMSOLL_TRY(there, trial_.in_market(lots, market));
      if (!met(there)) return std::optional{market};
    }
    return std::optional<std::size_t>{};
  }

  /// Adding may help before it hurts, so it is looked for from the top: at quarters, then, where
  /// even today's book does not hold, at halves of halves.
  Result<std::int64_t> most_by_asked() {
    const std::int64_t top = trial_.lots_most();
    std::int64_t beyond = top + 1;
    for (int quarter = 4; quarter > 0; --quarter) {
      const std::int64_t lots =
          std::max<std::int64_t>(top / 4 * quarter + top % 4 * quarter / 4, 1);
      if (lots >= beyond) continue;
      PLIMSOLL_TRY(held, holds(lots));
      if (held) return between(lots, beyond);
      beyond = lots;
    }
    PLIMSOLL_TRY(today, holds(0));
    if (today) return between(0, beyond);
    while (beyond > 1) {
      const std::int64_t lots = beyond / 2;
      PLIMSOLL_TRY(held, holds(lots));
      if (held) return between(lots, beyond);
      beyond = lots;
    }
    return 0;
  }

  /// Where the limit that is passed at `beyond` is met, if it goes in a straight line.
  Result<std::int64_t> guess(std::int64_t within, std::int64_t beyond) {
    PLIMSOLL_TRY(low, limits(within));
    PLIMSOLL_TRY(high, limits(beyond));
    double least = double(beyond - within);
    for (std::size_t i = 0; i < high.size() && high.size() == low.size(); ++i) {
      if (!high[i].left.is_negative()) continue;
      const double from = to_double(low[i].left), to = to_double(high[i].left);
      if (from >= 0 && from > to)
        least = std::min(least, double(beyond - within) * from / (from - to));
    }
    return within + static_cast<std::int64_t>(std::floor(least));
  }

  /// `within` holds and `beyond` does not: closes in on where that changes.
  Result<std::int64_t> between(std::int64_t within, std::int64_t beyond) {
    for (bool straight = true; beyond - within > 1;) {
      const std::int64_t width = beyond - within;
      std::int64_t lots = within + width / 2;
      if (straight && beyond <= trial_.lots_most()) {
        PLIMSOLL_TRY(by_line, guess(within, beyond));
        lots = std::clamp(by_line, within + 1, beyond - 1);
      }
      PLIMSOLL_TRY(held, holds(lots));
      (held ? within : beyond) = lots;
      // A line that misses is followed by a half.
      straight = !straight || beyond - within <= width / 2 || beyond - within <= 2;
    }
    return within;
  }

  TradeTrial& trial_;
  std::size_t markets_;
  std::set<std::size_t> asked_;
};

std::vector<Candidate> held_long(const Book& book, const Policy& policy) {
  const auto held = holdings(book.account, book.market, policy.distance.default_beta);
  std::map<InstrumentId, std::pair<Money, const Instrument*>> values;
  if (held)
    for (const Held& one : *held) {
      const Instrument& instrument = book.account.positions[one.position].instrument;
      const auto* fund = std::get_if<Fund>(&instrument);
      const bool share =
          std::holds_alternative<Stock>(instrument) || (fund && fund->kind == FundKind::mutual);
      if (!share || one.value.amount.is_negative()) continue;
      auto& [value, what] =
          values.try_emplace(one.id, zero(book.account.base), &instrument).first->second;
      value = value + one.value;
    }
  std::vector<std::pair<Money, const Instrument*>> sorted;
  for (const auto& [id, one] : values) sorted.push_back(one);
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return b.first < a.first; });
  std::vector<Candidate> candidates;
  for (const auto& [value, instrument] : sorted)
    if (candidates.size() < names_most) candidates.push_back({*instrument});
  return candidates;
}

std::size_t hardest_of(const Buffer& today) {
  const StressedBuffer* hardest = today.hardest();
  if (hardest == nullptr) return 1;
  return static_cast<std::size_t>(hardest - today.stressed.data()) + 1;
}

std::optional<double> throttle_of(const SizePolicy& policy, const Buffer& today) {
  bool known = false;
  for (const StressedBuffer& one : today.stressed) known = known || one.room.has_value();
  if (!known) return std::nullopt;
  const StressedBuffer* hardest = today.hardest();
  if (hardest == nullptr) return 1;
  if (policy.throttle_none <= policy.throttle_full)
    return *hardest->multiple() >= policy.throttle_none ? 1.0 : 0.0;
  return std::clamp(
      (*hardest->multiple() - policy.throttle_full) / (policy.throttle_none - policy.throttle_full),
      0.0, 1.0);
}

Result<void> reckon(LargestTrade& made, TradeTrial& trial, std::size_t hardest,
                    std::optional<double> throttle) {
  Search search{trial, crisis_windows.size() + 1, hardest};
  PLIMSOLL_TRY(lots, search.most());
  made.lot = trial.lot();
  made.quantity = trial.quantity(lots);
  PLIMSOLL_TRY(cost, trial.cost(lots));
  made.cost = cost;
  if (throttle)
    made.throttled =
        trial.quantity(static_cast<std::int64_t>(std::floor(*throttle * double(lots))));
  std::vector<Slack> now = trial.weights(lots), further = trial.weights(lots + 1);
  const auto passed_one = [](const Slack& one) { return one.left.is_negative(); };
  if (std::ranges::none_of(further, passed_one)) {  // no weight stops it: the method does
    PLIMSOLL_TRY(all_now, search.limits(lots));
    PLIMSOLL_TRY(all_further, search.limits(lots + 1));
    now = std::move(all_now);
    further = std::move(all_further);
  }
  for (const Slack& passed : further) {
    if (!passed_one(passed)) continue;
    made.beyond = passed.at;
    made.at_most = passed.at;
    for (const Slack& one : now)
      if (one.at.limit == passed.at.limit && one.at.of == passed.at.of) made.at_most = one.at;
    break;
  }
  return {};
}

LargestTrade largest(const TrialBase& base, const Candidate& candidate, std::size_t hardest,
                     LargestTrades& all) {
  LargestTrade made{.id = id_of(candidate.instrument),
                    .side = candidate.side,
                    .cost = zero(base.book.account.base)};
  auto trial = TradeTrial::of(base, candidate);
  if (!trial) {
    made.refused = trial.error();
    return made;
  }
  if (auto done = reckon(made, *trial, hardest, all.throttle); !done) made.refused = done.error();
  all.margin_calls += trial->margin_calls();
  return made;
}

/// The markets of the buffer's crises, where a candidate is in them: options on it valued already.
Result<std::vector<MarketSnapshot>> known_markets(const Book& book, const Buffer& today) {
  std::vector<MarketSnapshot> markets{book.market};
  for (const StressedBuffer& one : today.stressed) {
    if (!one.market) return fail(Reason::not_covered, one.reason, one.name);
    markets.push_back(*one.market);
  }
  return markets;
}

bool is_known(const Candidate& candidate, const Account& account) {
  const InstrumentId id = id_of(candidate.instrument);
  for (const Position& position : account.positions)
    if (id_of(position.instrument) == id) return true;
  return std::holds_alternative<Stock>(candidate.instrument) && described(account, id) != nullptr;
}

/// The book with the candidate in its catalog and, of options, among what is valued.
Book with(const Book& book, const Candidate& candidate) {
  Book more = book;
  more.account.catalog.emplace(id_of(candidate.instrument), candidate.instrument);
  more.account.positions.push_back(
      {.instrument = candidate.instrument, .quantity = Quantity::of(std::int64_t{1})});
  return more;
}

}  // namespace

std::string_view word_of(TradeLimit limit) {
  switch (limit) {
    case TradeLimit::initial:
      return "initial requirement";
    case TradeLimit::buffer:
      return "buffer";
    case TradeLimit::stress:
      return "stressed buffer";
    case TradeLimit::single_name:
      return "single name";
    case TradeLimit::issuer:
      return "issuer";
    case TradeLimit::sector:
      return "sector";
    case TradeLimit::liquidity:
      return "days to sell";
    case TradeLimit::leverage:
      return "leverage";
    case TradeLimit::size:
      return "size";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

Result<LargestTrades> largest_trades(const Book& book, const Policy& policy, const Buffer& today,
                                     const TradeTerms& terms) {
  const bool lending = is_lending(book.account.kind);
  if (!book.account.cash && !lending)
    return fail(Reason::bad_input,
                "cash is not known, so no trade can be paid for; give it under cash",
                book.account.id);
  LargestTrades all{.throttle = throttle_of(policy.size, today),
                    .leverage_most = policy.size.leverage_most};
  if (const StressedBuffer* hardest = today.hardest()) {
    all.stressed_multiple = hardest->multiple();
    all.hardest = hardest->name;
  }
  if (lending) return all;
  const std::vector<Candidate> candidates =
      terms.candidates.empty() ? held_long(book, policy) : terms.candidates;
  const std::size_t hardest = hardest_of(today);
  const auto crises = known_markets(book, today);
  const auto moves = book_moves(book, policy);
  for (const Candidate& candidate : candidates) {
    std::optional<Result<std::vector<MarketSnapshot>>> anew;
    if (!is_known(candidate, book.account)) anew = trial_markets(with(book, candidate), policy);
    const auto& markets = anew ? *anew : crises;
    if (!markets) {
      all.trades.push_back({.id = id_of(candidate.instrument),
                            .side = candidate.side,
                            .cost = zero(book.account.base),
                            .refused = markets.error()});
      continue;
    }
    const TrialBase base{
        book,     policy, today,
        *markets, moves,  terms.borrowing_rate ? terms.borrowing_rate : book.market.risk_free_rate};
    all.trades.push_back(largest(base, candidate, hardest, all));
  }
  return all;
}

}  // namespace plimsoll::strategy
