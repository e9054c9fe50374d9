#include "strategy/holdings.hpp"

#include <algorithm>
#include <map>

#include "market/fx.hpp"
#include "valuation/in_market.hpp"

namespace plimsoll::strategy {
namespace {

/// What an instrument follows before it is known what else follows the same.
Mover followed(const InstrumentId& id, const Instrument& instrument) {
  return std::visit(Match{[&](const Stock& stock) {
                            const bool tracks = !stock.reference.empty();
                            return Mover{id,
                                         {tracks ? stock.reference : id,
                                          tracks ? to_double(stock.leverage) : 1.0, 0},
                                         BetaFrom::assumed};
                          },
                          [&](const Bond& bond) {
                            const double multiple = bond.kind == BondKind::treasury ? 0 : 1;
                            return Mover{id, {id, multiple, 0}, BetaFrom::none};
                          },
                          [&](const Fund& fund) {
                            return fund.kind == FundKind::money_market
                                       ? Mover{id, {id, 0, 0}, BetaFrom::none}
                                       : Mover{id, {id, 1, 0}, BetaFrom::assumed};
                          },
                          [&](const Future& future) {
                            return Mover{id, {future.product, 1, 0}, BetaFrom::assumed};
                          },
                          [&](const auto&) { return Mover{id, {id, 1, 0}, BetaFrom::assumed}; }},
                    instrument);
}

bool has_own_price(const Instrument& instrument) {
  return !std::holds_alternative<ListedOption>(instrument) &&
         !std::holds_alternative<Warrant>(instrument) &&
         !std::holds_alternative<FutureOption>(instrument);
}

/// What alone follows a name that has no price itself is its own name.
void name_alone_by_itself(std::vector<Mover>& all) {
  std::map<InstrumentId, int> followers;
  for (const Mover& one : all) ++followers[one.moves.name];
  for (Mover& one : all)
    if (followers[one.moves.name] == 1 && one.moves.name != one.id) one.moves = {one.id, 1, 0};
}

struct Followed {
  InstrumentId reference;
  double multiple = 1;
  bool is_future = false;
};

void give_beta(Mover& one, const Followed& followed, const MarketSnapshot& market,
               double default_beta) {
  const auto& [reference, multiple, is_future] = followed;
  if (one.from == BetaFrom::none) return;
  if (const Quote* own = market.find(one.id); own && own->beta) {
    one.moves.beta = *own->beta;
    one.from = BetaFrom::quote;
    return;
  }
  if (reference == one.id) {
    one.moves.beta = one.from == BetaFrom::reference ? 1 : default_beta;
    return;
  }
  const Quote* tracked = market.find(reference);
  const bool stated = tracked && tracked->beta;
  one.moves.beta = multiple * (stated ? *tracked->beta : default_beta);
  // An index is as the market is; what a future is on need not be.
  one.from = stated || !is_future ? BetaFrom::reference : BetaFrom::assumed;
}

struct Sized {
  Money value, notional, exposure;
};

Result<Decimal> price_of(const InstrumentId& id, const MarketSnapshot& market) {
  const Quote* quote = market.find(id);
  if (quote && quote->price) return *quote->price;
  return std::unexpected{without_price({id}, market)};
}

Result<Money> own_money(Decimal price, Decimal multiplier, const Position& position,
                        const Account& account, const MarketSnapshot& market) {
  const Currency currency = currency_of(position.instrument, account.base);
  const Money money =
      Price{multiply(price, multiplier, Round::half_even), currency} * position.quantity;
  return in_currency(money, account.base, market);
}

Result<Sized> sized(const Position& position, const Account& account,
                    const MarketSnapshot& market) {
  const auto plain = [&](Decimal multiplier) -> Result<Sized> {
    PLIMSOLL_TRY(price, price_of(id_of(position.instrument), market));
    PLIMSOLL_TRY(value, own_money(price, multiplier, position, account, market));
    return Sized{value, value, value};
  };
  const auto contract = [&](const Future& future, const InstrumentId& id) -> Result<Money> {
    if (!future.multiplier)
      return fail(Reason::bad_input,
                  "its multiplier is not known; state \"multiplier\" under instruments",
                  std::string{id.view()});
    PLIMSOLL_TRY(price, price_of(id, market));
    return own_money(price, *future.multiplier, position, account, market);
  };
  return std::visit(
      Match{[&](const ListedOption& option) -> Result<Sized> {
              PLIMSOLL_TRY(price, price_of(option.id, market));
              PLIMSOLL_TRY(value, own_money(price, option.multiplier, position, account, market));
              PLIMSOLL_TRY(level, valuation::level_under(option, market));
              PLIMSOLL_TRY(under, own_money(level, option.multiplier, position, account, market));
              return Sized{value, option.right == Right::put ? -under : under, value};
            },
            [&](const Warrant& warrant) -> Result<Sized> {
              PLIMSOLL_TRY(price, price_of(warrant.id, market));
              PLIMSOLL_TRY(value, own_money(price, Decimal{1}, position, account, market));
              PLIMSOLL_TRY(level, price_of(warrant.underlying, market));
              PLIMSOLL_TRY(under, own_money(level, warrant.shares, position, account, market));
              return Sized{value, under, value};
            },
            [&](const Bond& bond) -> Result<Sized> {
              const bool by_hundred =
                  !(bond.kind == BondKind::convertible && !bond.maturity.has_value());
              return plain(by_hundred ? Decimal::from_nano(Decimal::scale / 100) : Decimal{1});
            },
            [&](const Future& future) -> Result<Sized> {
              PLIMSOLL_TRY(under, contract(future, future.id));
              return Sized{zero(account.base), under, under};
            },
            [&](const FutureOption& option) -> Result<Sized> {
              PLIMSOLL_TRY(worth, contract(option.future, option.id));
              return Sized{option.settled_daily ? zero(account.base) : worth, worth, worth};
            },
            [&](const auto&) -> Result<Sized> { return plain(Decimal{1}); }},
      position.instrument);
}

InstrumentId moved_by(const Instrument& instrument) {
  return std::visit(Match{[](const ListedOption& option) { return option.underlying; },
                          [](const Warrant& warrant) { return warrant.underlying; },
                          [](const auto& other) { return other.id; }},
                    instrument);
}

}  // namespace

std::vector<Mover> movers(const Account& account, const MarketSnapshot& market,
                          double default_beta) {
  std::vector<Mover> all;
  std::vector<Followed> tracked;  // by each
  for (const auto& [id, instrument] : account.catalog) {
    if (!has_own_price(instrument)) continue;
    all.push_back(followed(id, instrument));
    tracked.push_back({all.back().moves.name, all.back().moves.multiple,
                       std::holds_alternative<Future>(instrument)});
  }
  name_alone_by_itself(all);
  for (std::size_t i = 0; i < all.size(); ++i) give_beta(all[i], tracked[i], market, default_beta);
  return all;
}

Result<std::vector<Held>> holdings(const Account& account, const MarketSnapshot& market,
                                   double default_beta) {
  const std::vector<Mover> all = movers(account, market, default_beta);
  std::vector<Held> held;
  held.reserve(account.positions.size());
  for (std::size_t i = 0; i < account.positions.size(); ++i) {
    const Position& position = account.positions[i];
    const InstrumentId by = moved_by(position.instrument);
    const auto mover = std::ranges::lower_bound(all, by, {}, &Mover::id);
    PLIMSOLL_TRY(size, sized(position, account, market));
    const bool known = mover != all.end() && mover->id == by;
    held.push_back({.position = i,
                    .id = id_of(position.instrument),
                    .moves = known ? mover->moves : Moves{by, 1, default_beta},
                    .value = size.value,
                    .notional = size.notional,
                    .exposure = size.exposure});
  }
  return held;
}

Totals totals(const std::vector<Held>& held, Currency currency) {
  Totals sums{zero(currency), zero(currency), zero(currency)};
  std::map<InstrumentId, Money> settled_daily;
  for (const Held& one : held) {
    Money& daily = settled_daily.try_emplace(one.moves.name, zero(currency)).first->second;
    daily = daily + (one.exposure - one.value);
    Money& side = one.value.amount.is_negative() ? sums.short_value : sums.long_value;
    side = side + one.value;
  }
  for (const auto& [name, net] : settled_daily)
    sums.settled_daily = sums.settled_daily + (net.amount.is_negative() ? -net : net);
  return sums;
}

bool is_lending(AccountKind kind) { return kind == AccountKind::cross_margin; }

Money exposure_of(const Totals& totals, AccountKind kind) {
  return is_lending(kind) ? totals.long_value : totals.exposure();
}

Result<Money> cash_of(const Account& account, const MarketSnapshot& market) {
  if (!account.cash)
    return fail(Reason::bad_input, "cash is not known; give it under cash", account.id);
  Money sum = zero(account.base);
  for (const Money& one : *account.cash) {
    PLIMSOLL_TRY(own, in_currency(one, account.base, market));
    sum = sum + own;
  }
  return sum;
}

}  // namespace plimsoll::strategy
