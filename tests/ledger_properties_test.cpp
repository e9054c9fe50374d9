// What must hold of any account through time, tried on random activity: the memorandum account
// never falls on moves of the market alone, a day's deficit never shrinks as the day goes on, and a
// walk laid down for the night and taken up again is the same walk.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/ledger.hpp"
#include "methods/all.hpp"

namespace plimsoll::testing {
namespace {

constexpr Date opening = 2026y / July / 10;
const std::array symbols{InstrumentId{"AAA"}, InstrumentId{"BBB"}, InstrumentId{"CCC"}};

Account account_of(Decimal cash) {
  Account account;
  account.id = "random";
  account.as_of = opening;
  account.cash = std::vector{Money{cash, usd}};
  for (const InstrumentId& symbol : symbols) account.catalog[symbol] = Stock{.id = symbol};
  const InstrumentId call{"AAA   261218C00100000"};
  account.catalog[call] = ListedOption{.id = call,
                                       .underlying = symbols[0],
                                       .expiry = 2026y / December / 18,
                                       .strike = 100_usd_each};
  return account;
}

MarketSnapshot market_of() {
  MarketSnapshot market;
  market.as_of = opening;
  for (const InstrumentId& symbol : symbols) market.quotes[symbol].price = Decimal{100};
  market.quotes[InstrumentId{"AAA   261218C00100000"}].price = Decimal{6};
  return market;
}

Decimal some_price() { return Decimal{*rc::gen::inRange<std::int64_t>(40, 200)}; }

Entry some_entry(Date day, bool market_only) {
  const InstrumentId symbol = symbols.at(*rc::gen::inRange<std::size_t>(0, symbols.size()));
  const int what = market_only ? 0 : *rc::gen::inRange(0, 6);
  if (what <= 1) return {{day}, Mark{symbol, some_price()}};
  if (what == 2)
    return {{day}, CashMove{CashKind::deposit, Decimal{*rc::gen::inRange<std::int64_t>(1, 9'000)}}};
  if (what == 3)
    return {{day},
            CashMove{CashKind::withdrawal, Decimal{-*rc::gen::inRange<std::int64_t>(1, 3'000)}}};
  const std::int64_t size = *rc::gen::inRange<std::int64_t>(1, 200);
  const bool sold = *rc::gen::arbitrary<bool>();
  if (what == 4)
    return {{day},
            Trade{InstrumentId{"AAA   261218C00100000"}, Quantity::of(sold ? -size : size),
                  Decimal{6}}};
  return {{day}, Trade{symbol, Quantity::of(sold ? -size : size), some_price()}};
}

std::vector<Entry> some_day(Date day, bool market_only = false) {
  std::vector<Entry> entries;
  const int count = *rc::gen::inRange(1, 7);
  for (int i = 0; i < count; ++i) entries.push_back(some_entry(day, market_only));
  return entries;
}

LedgerWalk some_walk() {
  const Decimal cash{*rc::gen::inRange<std::int64_t>(-1'000, 60'000)};
  return LedgerWalk::opened(account_of(cash), market_of(), {}, {}).value();
}

LedgerDay advanced(LedgerWalk& walk, Date day, std::span<const Entry> entries) {
  const auto record = walk.advance(day, entries, DayOrder::as_written);
  RC_ASSERT(record.has_value());
  return *record;
}

constexpr std::array days{Date{2026y / July / 13}, Date{2026y / July / 14}, Date{2026y / July / 15},
                          Date{2026y / July / 16}};

RC_GTEST_PROP(Ledger, TheMemorandumAccountNeverFallsWithTheMarket, ()) {
  LedgerWalk walk = some_walk();
  Money before = advanced(walk, days[0], some_day(days[0])).sma;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const Money after = advanced(walk, days[i], some_day(days[i], true)).sma;
    RC_ASSERT(!(after < before));
    before = after;
  }
}

RC_GTEST_PROP(Ledger, ADaysDeficitNeverShrinksAsItGoesOn, ()) {
  const LedgerWalk walk = some_walk();
  const std::vector<Entry> entries = some_day(days[0]);
  Money before = zero(usd);
  for (std::size_t i = 0; i <= entries.size(); ++i) {
    LedgerWalk part = walk;
    const Money deficit = advanced(part, days[0], std::span{entries}.first(i)).intraday_deficit;
    RC_ASSERT(!(deficit < before));
    before = deficit;
  }
}

RC_GTEST_PROP(Ledger, TwoHalvesAreTheWhole, ()) {
  LedgerWalk whole = some_walk();
  std::vector<std::vector<Entry>> entries;
  for (const Date day : days) entries.push_back(some_day(day));
  LedgerWalk half = whole;
  for (std::size_t i = 0; i < 2; ++i) advanced(half, days[i], entries[i]);
  LedgerWalk rest = half;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const LedgerDay one = advanced(whole, days[i], entries[i]);
    if (i < 2) continue;
    const LedgerDay other = advanced(rest, days[i], entries[i]);
    RC_ASSERT(one.equity == other.equity);
    RC_ASSERT(one.sma == other.sma);
    RC_ASSERT(one.calls.size() == other.calls.size());
    for (std::size_t c = 0; c < one.calls.size(); ++c)
      RC_ASSERT(one.calls[c].amount == other.calls[c].amount);
  }
}

RC_GTEST_PROP(Ledger, TheWorstOrderIsNoBetterThanTheWritten, ()) {
  const LedgerWalk walk = some_walk();
  // At standing prices: a price that moves in between is in no order that is not known.
  std::vector<Entry> entries;
  for (Entry& entry : some_day(days[0])) {
    if (auto* trade = std::get_if<Trade>(&entry.event);
        trade && std::ranges::find(symbols, trade->symbol) != symbols.end())
      trade->price = Decimal{100};
    if (!std::holds_alternative<Mark>(entry.event)) entries.push_back(entry);
  }
  LedgerWalk written = walk, unknown = walk;
  const auto one = written.advance(days[0], entries, DayOrder::as_written);
  const auto other = unknown.advance(days[0], entries, DayOrder::unknown);
  RC_ASSERT(one.has_value() && other.has_value());
  RC_ASSERT(!(other->intraday_deficit < one->intraday_deficit));
}

}  // namespace
}  // namespace plimsoll::testing
