#pragma once
// For tests: a small pack, a market and accounts, without files.

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "methods/tims/book.hpp"
#include "methods/tims/tims.hpp"
#include "model/osi.hpp"

namespace plimsoll::tims::testing {

inline constexpr Date day{2026y / November / 20};
inline constexpr Date first{2005y / July / 1};

inline std::shared_ptr<Pack> open_pack() {
  auto pack = std::make_shared<Pack>();
  pack->name = "test";
  pack->file = "test.toml";
  pack->effective_from = first;
  const auto range = [&](const char* type, Role role, Decimal down, Decimal up) {
    pack->ranges.push_back({.type = type,
                            .role = role,
                            .down = down,
                            .up = up,
                            .since = first,
                            .label = std::string{"range of "} + type});
  };
  for (const Role role : {Role::customer, Role::broker_dealer, Role::market_maker}) {
    const bool broker = role == Role::broker_dealer;
    range("high_cap", role, broker ? 0.10_d : 0.08_d, broker ? 0.10_d : 0.06_d);
    range(broad_index_range, role, 0.10_d, 0.10_d);
    range(equity_range, role, 0.15_d, 0.15_d);
  }
  pack->portfolio_groups = {{.name = "US", .offset = 0.5_d, .above = {}}};
  pack->product_groups = {
      {.name = "broad", .offset = 0.9_d, .range = "high_cap", .above = 0},
      {.name = "small", .offset = 0.75_d, .range = broad_index_range, .above = 0},
      {.name = "unknown", .offset = 0_d, .range = "", .above = {}, .note = "not public"}};
  const auto members = [&](const char* name, std::size_t product,
                           std::vector<std::string> symbols) {
    for (const std::string& symbol : symbols)
      pack->members.emplace(InstrumentId{symbol},
                            PackMember{.class_group = pack->class_groups.size()});
    pack->class_groups.push_back(
        {.name = name, .product_group = product, .members = std::move(symbols), .futures = {}});
  };
  members("SPX", 0, {"SPX", "SPY"});
  members("OEX", 0, {"OEX", "OEF"});
  members("RUT", 1, {"RUT", "IWM"});
  members("VIX", 2, {"VIX"});
  pack->futures.emplace(InstrumentId{"ES"}, 0);
  return pack;
}
inline PackRef small_pack() { return open_pack(); }

inline Stock stock(const char* id, StockKind kind = StockKind::equity) {
  return {.id = InstrumentId{id}, .kind = kind};
}
inline Stock fund(const char* id, const char* reference, Decimal leverage = Decimal{1}) {
  return {.id = InstrumentId{id},
          .kind = StockKind::etf,
          .leverage = leverage,
          .reference = InstrumentId{reference}};
}
inline ListedOption option(const char* on, Right right, Decimal strike,
                           Date expiry = Date{2027y / January / 15},
                           Style style = Style::european) {
  return {.id = osi_id({on, expiry, right, strike}),
          .underlying = InstrumentId{on},
          .expiry = expiry,
          .right = right,
          .strike = {strike, usd},
          .style = style};
}

/// An account and its market, written position by position.
class Desk {
 public:
  Desk() {
    account.id = "desk";
    account.as_of = market.as_of = day;
    account.kind = AccountKind::portfolio_margin;
    account.cash = std::vector<Money>{{Decimal{1'000'000}, usd}};
    market.risk_free_rate = 0.04;
  }
  Desk& hold(const Instrument& what, std::int64_t quantity, Decimal price) {
    account.positions.push_back({.instrument = what, .quantity = Quantity::of(quantity)});
    return know(what, price);
  }
  Desk& know(const Instrument& what, Decimal price) {
    account.catalog.emplace(id_of(what), what);
    market.quotes[id_of(what)].price = price;
    return *this;
  }
  ValuedTerms terms(Packs packs = {small_pack(), nullptr}) const {
    return {account.as_of, account.as_of, usd, account.role, std::move(packs)};
  }
  std::shared_ptr<const Valued> valued(Packs packs = {small_pack(), nullptr}) const {
    std::vector<const Instrument*> instruments;
    for (const Position& position : account.positions) instruments.push_back(&position.instrument);
    return Valued::of(instruments, account.catalog, market, terms(std::move(packs)));
  }
  Result<Answer<Money>> answer(Packs packs = {small_pack(), nullptr}) const {
    return Tims{{.rules = {}, .packs = std::move(packs)}}.compute(account, market);
  }

  Account account;
  MarketSnapshot market;
};

inline Money dollars(const char* text) { return {parse_decimal(text).value(), usd}; }

}  // namespace plimsoll::tims::testing
