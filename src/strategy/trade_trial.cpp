#include "strategy/trade_trial.hpp"

#include <algorithm>

#include "market/fx.hpp"
#include "model/booking.hpp"
#include "strategy/concentration.hpp"
#include "strategy/crisis_windows.hpp"
#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {
namespace {

constexpr std::int64_t most_lots = 1'000'000;

Decimal size_of(Decimal amount) { return abs(amount); }

Quantity lot_of(const Instrument& instrument, const CurePolicy& policy) {
  const bool units = std::holds_alternative<Stock>(instrument) ||
                     std::holds_alternative<Fund>(instrument) ||
                     std::holds_alternative<Bond>(instrument);
  if (!units) return Quantity::of(std::int64_t{1});
  const InstrumentId id = id_of(instrument);
  for (const LotSize& one : policy.lot_sizes)
    if (one.symbol == id.view()) return Quantity::of(one.units);
  return Quantity::of(policy.lot_size);
}

Decimal times(double number, Decimal amount) {
  return multiply(decimal_of(number), amount, Round::away_from_zero);
}

double ratio(Decimal over, Decimal under) {
  return under.is_zero() ? 0 : to_double(over) / to_double(under);
}

}  // namespace

Result<std::vector<MarketSnapshot>> trial_markets(const Book& book, const Policy& policy) {
  const auto all = movers(book.account, book.market, policy.distance.default_beta);
  PLIMSOLL_TRY(moved, MovedMarket::of(book, all, rule_of(policy.distance)));
  std::vector<MarketSnapshot> markets{book.market};
  for (const CrisisWindow& window : crisis_windows) {
    PLIMSOLL_TRY(there, moved.at({}, window.market_move));
    markets.push_back(*there);
  }
  return markets;
}

Result<TradeTrial> TradeTrial::of(const TrialBase& base, const Candidate& candidate) {
  TradeTrial trial{base};
  PLIMSOLL_TRY_VOID(trial.place(candidate));
  return trial;
}

Result<void> TradeTrial::place(const Candidate& candidate) {
  const Account& account = base_.book.account;
  instrument_ = candidate.instrument;
  id_ = id_of(instrument_);
  side_ = candidate.side;
  lot_ = lot_of(instrument_, base_.policy.cure);
  const Quote* quote = base_.book.market.find(id_);
  if (quote == nullptr || !quote->price)
    return std::unexpected{without_price({id_}, base_.book.market)};
  price_ = *quote->price;
  PLIMSOLL_TRY(lot_cost, in_currency(cost_of(instrument_, lot_, price_, account.base), account.base,
                                     base_.book.market));
  lot_value_ = size_of(lot_cost.amount);
  PLIMSOLL_TRY(held, holdings(account, base_.book.market, base_.policy.distance.default_beta));
  for (const Held& one : held) {
    Decimal& sum = one.id == id_ ? sizes_ : rest_;
    sum += size_of(one.value.amount);
    if (one.id == id_) net_ += one.value.amount;
  }
  group(candidate, held);
  return {};
}

void TradeTrial::group(const Candidate& candidate, const std::vector<Held>& held) {
  // Where it stands as if it were held: of what is not, its own name.
  Account account = base_.book.account;
  account.catalog.emplace(id_, candidate.instrument);
  const std::size_t last = account.positions.size();
  account.positions.push_back({.instrument = candidate.instrument, .quantity = lot_});
  const auto own = holdings(account, base_.book.market, base_.policy.distance.default_beta);
  if (!own) return;  // no level of what it is on: the method says so
  const Held& mine = (*own)[last];
  const auto add = [&](TradeLimit limit, Grouping by, double most) {
    const auto of = [&](const Held& one) -> std::optional<std::string> {
      if (by == Grouping::name) return std::string{one.moves.name.view()};
      return stated(by, one, account);
    };
    const auto name = of(mine);
    if (!name || most >= 1) return;
    Group made{.limit = limit, .of = *name, .most = most};
    for (const Held& one : held)
      if (one.id != id_ && of(one) == name) made.others += size_of(one.value.amount);
    groups_.push_back(std::move(made));
  };
  const Instrument* on = described(account, mine.moves.name);
  if (!is_spread(candidate.instrument) && !(on && is_spread(*on)))
    add(TradeLimit::single_name, Grouping::name, base_.policy.size.single_name_most);
  add(TradeLimit::issuer, Grouping::issuer, base_.policy.size.issuer_most);
  add(TradeLimit::sector, Grouping::sector, base_.policy.size.sector_most);
}

std::int64_t TradeTrial::lots_most() const {
  const bool paid_in_full = std::holds_alternative<Stock>(instrument_) ||
                            std::holds_alternative<Fund>(instrument_) ||
                            std::holds_alternative<Bond>(instrument_);
  if (!paid_in_full || lot_value_.is_zero()) return most_lots;
  // Past it the gross value alone is beyond the leverage, whatever it closes on the way.
  const Decimal allowed = times(base_.leverage_most, base_.today.room.equity.amount) - rest_;
  const bool opens = net_.is_negative() == (side_ == TradeSide::sell);
  const double closing = to_double(opens ? -sizes_ : sizes_);
  const double lots = std::max((to_double(allowed) + closing) / to_double(lot_value_),
                               to_double(sizes_) / to_double(lot_value_)) +
                      1;
  return lots < double(most_lots) * 1'000 ? static_cast<std::int64_t>(lots) : most_lots * 1'000;
}

Quantity TradeTrial::quantity(std::int64_t lots) const { return {lot_.atto * lots}; }

Result<Money> TradeTrial::cost(std::int64_t lots) const {
  const Quantity bought = side_ == TradeSide::buy ? quantity(lots) : -quantity(lots);
  const Currency base = base_.book.account.base;
  return in_currency(cost_of(instrument_, bought, price_, base), base, base_.book.market);
}

Decimal TradeTrial::own_gross(std::int64_t lots) const {
  const Decimal traded = multiply(lot_value_, Decimal{lots}, Round::half_even);
  const Decimal after = side_ == TradeSide::buy ? net_ + traded : net_ - traded;
  return sizes_ - size_of(net_) + size_of(after);
}

Decimal TradeTrial::gross(std::int64_t lots) const { return rest_ + own_gross(lots); }

std::vector<Slack> TradeTrial::weights(std::int64_t lots) const {
  std::vector<Slack> all;
  const Decimal whole = gross(lots);
  for (const Group& one : groups_) {
    const Decimal part = one.others + own_gross(lots);
    all.push_back(
        {{one.limit, one.of, ratio(part, whole), one.most}, times(one.most, whole) - part});
  }
  return all;
}

Result<Account*> TradeTrial::after(std::int64_t lots) {
  if (const auto known = accounts_.find(lots); known != accounts_.end()) return &known->second;
  if (accounts_.size() > 8) accounts_.clear();
  Account account = base_.book.account;
  account.catalog.emplace(id_, instrument_);
  const Quantity bought = side_ == TradeSide::buy ? quantity(lots) : -quantity(lots);
  const Entry entry{{account.as_of}, Trade{id_, bought, price_, {}, {}}, std::string{id_.view()}};
  if (auto booked = plimsoll::book(entry, account); !booked) return std::unexpected{booked.error()};
  return &accounts_.emplace(lots, std::move(account)).first->second;
}

Result<std::optional<Room>> TradeTrial::room_at(std::int64_t lots, std::size_t market) {
  if (lots == 0) {
    if (market == 0) return base_.today.room;
    const StressedBuffer& stressed = base_.today.stressed[market - 1];
    if (!stressed.room) return fail(Reason::not_covered, stressed.reason, stressed.name);
    return *stressed.room;
  }
  const std::pair key{lots, market};
  if (const auto known = rooms_.find(key); known != rooms_.end()) return known->second;
  const auto account = after(lots);
  if (!account) {
    not_booked_[lots] = account.error().what;
    return std::optional<Room>{};
  }
  ++margin_calls_;
  PLIMSOLL_TRY(there, room(base_.book, **account, base_.markets[market]));
  rooms_.emplace(key, there);
  return there;
}

Result<std::vector<Slack>> TradeTrial::in_market(std::int64_t lots, std::size_t market) {
  PLIMSOLL_TRY(found, room_at(lots, market));
  if (!found) return std::vector<Slack>{{{TradeLimit::size, not_booked_[lots]}, Decimal{-1}}};
  const Room& there = *found;
  const Decimal equity = there.equity.amount, asked = there.requirement.amount;
  if (market > 0) {
    const double least = base_.policy.buffer.stress_multiple_least;
    return std::vector<Slack>{{{TradeLimit::stress, std::string{crisis_windows[market - 1].name},
                                ratio(equity, asked), least},
                               equity - times(least, asked)}};
  }
  const Decimal initial = equity - there.initial.amount;
  const Decimal whole = gross(lots);
  return std::vector<Slack>{{{TradeLimit::initial, {}, to_double(initial), 0}, initial},
                            {{TradeLimit::buffer, {}, ratio(equity, asked), base_.today.target},
                             equity - times(base_.today.target, asked)},
                            {{TradeLimit::leverage, {}, ratio(whole, equity), base_.leverage_most},
                             times(base_.leverage_most, equity) - whole}};
}

}  // namespace plimsoll::strategy
