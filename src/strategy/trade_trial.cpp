#include "strategy/trade_trial.hpp"

#include <algorithm>
#include <cmath>

#include "market/fx.hpp"
#include "model/booking.hpp"
#include "strategy/concentration.hpp"
#include "strategy/crisis_windows.hpp"
#include "strategy/liquidity.hpp"
#include "strategy/moved_market.hpp"
#include "strategy/within_reach.hpp"

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

/// Settled every day.
bool has_no_value(const Held& held) { return held.value != held.exposure; }

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
  // A lot of it as if it were held: of what is not, its own name.
  Account with = account;
  with.catalog.emplace(id_, instrument_);
  with.positions.push_back({.instrument = instrument_, .quantity = lot_});
  PLIMSOLL_TRY(held, holdings(with, base_.book.market, base_.policy.distance.default_beta));
  const Held mine = held.back();
  held.pop_back();
  std::vector<Held> same, others;
  for (const Held& one : held) {
    const bool offsets =
        has_no_value(mine) && has_no_value(one) && one.moves.name == mine.moves.name;
    (one.id == id_ || offsets ? same : others).push_back(one);
    if (one.id != id_) continue;
    const double units = to_double(account.positions[one.position].quantity.units());
    own_.units += std::abs(units);
    own_.net_units += units;
  }
  rest_ = totals(others, account.base).exposure().amount;
  own_.sizes = totals(same, account.base).exposure().amount;
  for (const Held& one : same) own_.net += one.exposure.amount;
  own_.lot_exposure = size_of(mine.exposure.amount);
  const double multiple = mine.moves.multiple;
  const Quote* named = base_.book.market.find(mine.moves.name);
  own_.lot = {mine.moves.name,
              {.exposure = to_double(mine.notional.amount) * multiple,
               .beta = multiple == 0 ? 0 : mine.moves.beta / multiple,
               .volatility = named ? named->volatility : std::nullopt}};
  group(mine, held, with);
  return {};
}

void TradeTrial::group(const Held& mine, const std::vector<Held>& held, const Account& account) {
  // As the book grows nobody else's part of it does; as it shrinks they do.
  const bool shrinks = own_.net.is_negative() ? side_ == TradeSide::buy
                                              : !own_.net.is_zero() && side_ == TradeSide::sell;
  const auto add = [&](TradeLimit limit, Grouping by, double most) {
    if (most >= 1) return;
    const auto of = [&](const Held& one) -> std::optional<std::string> {
      if (by != Grouping::name) return stated(by, one, account);
      const Instrument* on = described(account, one.moves.name);
      if (is_spread(account.positions[one.position].instrument) || (on && is_spread(*on)))
        return std::nullopt;
      return std::string{one.moves.name.view()};
    };
    std::map<std::string, Group> all;
    std::map<std::string, std::vector<Held>> others;
    const auto of_mine = of(mine);
    if (of_mine)
      all[*of_mine] = {.limit = limit, .of = *of_mine, .most = most, .has_candidate = true};
    for (const Held& one : held) {
      const auto name = of(one);
      if (one.id == id_ || !name || (name != of_mine && !shrinks)) continue;
      all.try_emplace(*name, Group{.limit = limit, .of = *name, .most = most});
      others[*name].push_back(one);
    }
    for (auto& [name, one] : all) one.others = totals(others[name], account.base).exposure().amount;
    const Decimal allowed = times(most, gross(0));
    for (auto& [name, one] : all)  // what is beyond its limit already is not this trade's to mend
      if (one.has_candidate || one.others <= allowed) groups_.push_back(std::move(one));
  };
  add(TradeLimit::single_name, Grouping::name, base_.policy.size.single_name_most);
  add(TradeLimit::issuer, Grouping::issuer, base_.policy.size.issuer_most);
  add(TradeLimit::sector, Grouping::sector, base_.policy.size.sector_most);
}

std::int64_t TradeTrial::lots_most() const {
  const bool paid_in_full = std::holds_alternative<Stock>(instrument_) ||
                            std::holds_alternative<Fund>(instrument_) ||
                            std::holds_alternative<Bond>(instrument_);
  if (!paid_in_full || own_.lot_exposure.is_zero()) return most_lots;
  // Past it the exposure alone is beyond the policy's leverage, whatever it closes on the way.
  const Decimal allowed =
      times(base_.policy.size.leverage_most, base_.today.room.equity.amount) - rest_;
  const bool opens = own_.net.is_negative() == (side_ == TradeSide::sell);
  const double closing = to_double(opens ? -own_.sizes : own_.sizes);
  const double each = to_double(own_.lot_exposure);
  const double lots =
      std::max((to_double(allowed) + closing) / each, to_double(own_.sizes) / each) + 1;
  return lots < double(most_lots) * 1'000 ? static_cast<std::int64_t>(lots) : most_lots * 1'000;
}

Quantity TradeTrial::quantity(std::int64_t lots) const { return {lot_.atto * lots}; }

Result<Money> TradeTrial::cost(std::int64_t lots) const {
  const Quantity bought = side_ == TradeSide::buy ? quantity(lots) : -quantity(lots);
  const Currency base = base_.book.account.base;
  return in_currency(cost_of(instrument_, bought, price_, base), base, base_.book.market);
}

double TradeTrial::signed_lots(std::int64_t lots) const {
  return side_ == TradeSide::buy ? double(lots) : -double(lots);
}

Decimal TradeTrial::own_gross(std::int64_t lots) const {
  const Decimal traded = multiply(own_.lot_exposure, Decimal{lots}, Round::half_even);
  const Decimal after = side_ == TradeSide::buy ? own_.net + traded : own_.net - traded;
  return own_.sizes - size_of(own_.net) + size_of(after);
}

Decimal TradeTrial::gross(std::int64_t lots) const { return rest_ + own_gross(lots); }

std::vector<Slack> TradeTrial::weights(std::int64_t lots) const {
  std::vector<Slack> all;
  const Decimal whole = gross(lots), own = own_gross(lots);
  for (const Group& one : groups_) {
    const Decimal part = one.has_candidate ? one.others + own : one.others;
    all.push_back(
        {{one.limit, one.of, ratio(part, whole), one.most}, times(one.most, whole) - part});
  }
  if (auto days = by_days(lots)) all.push_back(std::move(*days));
  return all;
}

std::optional<Slack> TradeTrial::by_days(std::int64_t lots) const {
  if (sells_at_once(instrument_)) return std::nullopt;
  const double traded = signed_lots(lots) * to_double(lot_.units());
  const double units = own_.units - std::abs(own_.net_units) + std::abs(own_.net_units + traded);
  const auto days =
      days_to_sell(units, base_.book.market.find(id_), base_.policy.cure.participation);
  const double most = base_.policy.size.liquidity_days_most;
  if (!days) return std::nullopt;
  // However little beyond is beyond.
  constexpr double hair = 1e-9;
  const double left = most < *days ? std::min(most - *days, -hair) : most - *days;
  return Slack{{TradeLimit::liquidity, {}, *days, most},
               within_reach(left).value_or(Decimal{left < 0 ? -1 : 1})};
}

BookRisk TradeTrial::risk_at(std::int64_t lots, const Room& there) const {
  Result<BookMoves> moves = base_.moves;
  NameMoves traded = own_.lot;
  traded.risk.exposure *= signed_lots(lots);
  if (moves) moves->add(traded, base_.policy.size.shock_decline);
  return risk_of(moves, {.exposure = to_double(gross(lots)),
                         .requirement = to_double(there.requirement.amount),
                         .market_volatility = base_.today.market_volatility});
}

/// What a multiple and a leverage may be depends on what the book has become.
std::vector<Slack> TradeTrial::by_leverage(std::int64_t lots, const Room& there) const {
  const Decimal equity = there.equity.amount, asked = there.requirement.amount;
  const BookRisk risk = risk_at(lots, there);
  const double target = target_in_force(
      buffer_targets(base_.policy.buffer, {.market_volatility = base_.today.market_volatility,
                                           .borrowing_rate = base_.borrowing_rate,
                                           .requirement_rate = risk.requirement}),
      base_.policy.buffer, base_.book.account.kind);
  const std::vector<Cap> caps =
      caps_of(base_.policy,
              {.risk = risk, .buffer_target = target, .borrowing_rate = base_.borrowing_rate});
  std::vector<Slack> all{
      {{TradeLimit::buffer, {}, ratio(equity, asked), target}, equity - times(target, asked)}};
  const Cap* least = least_limit(caps);
  const double most = least ? *least->leverage : base_.policy.size.leverage_most;
  const Decimal whole = gross(lots);
  all.push_back({{TradeLimit::leverage, least ? std::string{word_of(least->rule)} : std::string{},
                  ratio(whole, equity), most},
                 times(most, equity) - whole});
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
  std::vector<Slack> all{{{TradeLimit::initial, {}, to_double(initial), 0}, initial}};
  const std::vector<Slack> more = by_leverage(lots, there);
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace plimsoll::strategy
