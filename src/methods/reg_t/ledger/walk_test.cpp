#include "methods/reg_t/ledger/walk.hpp"

#include "methods/reg_t/ledger/testing.hpp"
#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date opening = 2026y / July / 10;  // a Friday
constexpr Date monday = 2026y / July / 13;
constexpr Date tuesday = 2026y / July / 14;

Entry on(Date day, Event event) { return {{day}, std::move(event), "a.json#/entries/0"}; }
Trade trade(const InstrumentId& symbol, std::int64_t quantity, Decimal price) {
  return {symbol, Quantity::of(quantity), price};
}

/// A desk that may also trade `XYZ`.
Desk desk_with(Money cash) {
  Desk desk;
  desk.on(opening).cash(cash).describe(Stock{.id = id("XYZ")});
  return desk;
}
Walk walk_of(const Desk& desk, const LedgerTerms& terms = {}) {
  return Walk::opened(desk.account, desk.market, terms, {}).value();
}

std::string line(const LedgerDay& day) {
  const auto text = [](Money money) { return to_text(money.amount, 2); };
  return text(day.equity) + " " + text(day.reg_t) + " " + text(day.maintenance) + " sma " +
         text(day.sma) + " power " + text(day.buying_power) + (day.restricted ? " restricted" : "");
}

// The exam's account: 20,000 of stock on 10,000, worth 24,000, 18,000 and 16,000.
TEST(Walk, TheTextbookAccount) {
  Walk walk = walk_of(desk_with(10'000_usd));
  const auto next = [&](Date day, std::vector<Entry> entries) {
    return line(walk.advance(day, entries, DayOrder::as_written).value());
  };
  const InstrumentId xyz = id("XYZ");
  EXPECT_EQ(next(monday, {on(monday, trade(xyz, 200, 100_d))}),
            "10000.00 10000.00 5000.00 sma 0.00 power 0.00");
  EXPECT_EQ(next(tuesday, {on(tuesday, Mark{xyz, 120_d})}),
            "14000.00 12000.00 6000.00 sma 2000.00 power 4000.00");
  EXPECT_EQ(next(2026y / July / 15, {on(2026y / July / 15, Mark{xyz, 90_d})}),
            "8000.00 9000.00 4500.00 sma 2000.00 power 4000.00 restricted");
  EXPECT_EQ(next(2026y / July / 16, {on(2026y / July / 16, Mark{xyz, 80_d})}),
            "6000.00 8000.00 4000.00 sma 2000.00 power 4000.00 restricted");
}

TEST(Walk, AStepIsMeasuredAtItsOwnPrice) {
  // Held at 100, marked at 110, half sold at 105: 50 % of 105 is released, whatever the mark was.
  Desk desk = desk_with(-5'000_usd);
  desk.stock("XYZ", 100, 100_d);
  Walk walk = walk_of(desk);
  const LedgerDay day = walk.advance(monday,
                                     std::vector{on(monday, Mark{id("XYZ"), 110_d}),
                                                 on(monday, trade(id("XYZ"), -50, 105_d)),
                                                 on(monday, Mark{id("XYZ"), 60_d})},
                                     DayOrder::as_written)
                            .value();
  EXPECT_EQ(day.sma, 2'625_usd);
}

TEST(Walk, OneTradesDeficitIsTheCloses) {
  // Where one transaction ends the day, what the steps add up to is what the whole account says.
  for (const std::int64_t contracts : {-1, -3, -6}) {
    Desk desk = desk_with(3'000_usd);
    desk.stock("XYZ", 200, 100_d).put("XYZ", 1, spring + std::chrono::days{200}, 95_d, 4_d);
    const InstrumentId call = option_id("XYZ", 2026y / September / 18, Right::call, 105_d);
    desk.describe(ListedOption{.id = call,
                               .underlying = id("XYZ"),
                               .expiry = 2026y / September / 18,
                               .strike = 105_usd_each});
    desk.cash(-14'500_usd);
    Walk walk = walk_of(desk);
    const LedgerDay day = walk.advance(monday, std::vector{on(monday, trade(call, contracts, 3_d))},
                                       DayOrder::as_written)
                              .value();
    const Money short_of = day.equity - day.maintenance;
    EXPECT_EQ(day.intraday_deficit, short_of.amount.is_negative() ? -short_of : zero(usd))
        << contracts;
  }
}

TEST(Walk, TwoHalvesAreTheWhole) {
  const Desk desk = desk_with(10'000_usd);
  const std::vector<Entry> first{on(monday, trade(id("XYZ"), 200, 100_d))};
  const std::vector<Entry> second{on(tuesday, Mark{id("XYZ"), 85_d}),
                                  on(tuesday, CashMove{CashKind::withdrawal, -500_d})};
  Walk whole = walk_of(desk);
  ASSERT_TRUE(whole.advance(monday, first, DayOrder::as_written));
  Walk half = whole;  // laid down for the night
  EXPECT_EQ(line(whole.advance(tuesday, second, DayOrder::as_written).value()),
            line(half.advance(tuesday, second, DayOrder::as_written).value()));
}

TEST(Walk, AShortOptionsExpiryReleasesItsMargin) {
  Desk desk = desk_with(10'000_usd);
  desk.quote("XYZ", 100_d).put("XYZ", -1, monday, 95_d, 1_d);
  Walk walk = walk_of(desk);
  const InstrumentId put = option_id("XYZ", monday, Right::put, 95_d);
  const LedgerDay day =
      walk.advance(
              monday,
              std::vector{
                  on(monday,
                     OptionEnd{OptionEndKind::expiration, put, Quantity::of(std::int64_t{1}), {}})},
              DayOrder::as_written)
          .value();
  EXPECT_TRUE(walk.account().positions.empty());
  EXPECT_EQ(line(day), "10000.00 0.00 0.00 sma 10000.00 power 20000.00");
}

TEST(Walk, RefusesWhatItCannotReckon) {
  const auto refusal = [](Desk desk, const Event& event, Date day = monday) {
    Walk walk = walk_of(desk);
    const auto done = walk.advance(day, std::vector{on(day, event)}, DayOrder::as_written);
    return done ? std::string{"answered"} : done.error().where + ": " + done.error().what;
  };
  Desk desk = desk_with(10'000_usd);
  const InstrumentId call = option_id("XYZ", 2026y / September / 18, Right::call, 105_d);
  desk.describe(ListedOption{.id = call,
                             .underlying = id("XYZ"),
                             .expiry = 2026y / September / 18,
                             .strike = 105_usd_each});
  EXPECT_TRUE(refusal(desk, trade(call, -1, 3_d))
                  .starts_with("a.json#/entries/0: XYZ: no price on 2026-07-13 for XYZ"));
  Desk late = desk_with(10'000_usd);
  late.quote("XYZ", 100_d).put("XYZ", -1, opening, 95_d, 1_d);
  EXPECT_EQ(refusal(late, Mark{id("XYZ"), 101_d}),
            "XYZ   260710P00095000: it expired on 2026-07-10 and is still held; write an "
            "expiration, an exercise or an assignment");

  Desk stock = desk_with(10'000_usd);
  stock.stock("XYZ", 100, 100_d);
  EXPECT_EQ(refusal(stock, Mark{id("XYZ"), 0_d}),
            "a.json#/entries/0: a price of 0.00 is not possible here; write the last price there "
            "was");
  Desk large = desk_with(10'000_usd);
  large.hold(Stock{.id = id("XYZ")}, Quantity::of(std::int64_t{9'000'000'000})).quote("XYZ", 1_d);
  EXPECT_TRUE(refusal(large, Mark{id("XYZ"), 999'999'999_d})
                  .starts_with("a.json#/entries/0: XYZ: quantity times price comes to"));

  Desk unknown;
  unknown.on(opening).cash_unknown();
  EXPECT_FALSE(Walk::opened(unknown.account, unknown.market, {}, {}));
  Desk portfolio{AccountKind::portfolio_margin};
  EXPECT_FALSE(Walk::opened(portfolio.account, portfolio.market, {}, {}));
}

TEST(Walk, SaysWhosePriceIsOld) {
  Desk desk = desk_with(10'000_usd);
  desk.stock("XYZ", 10, 100_d).stock("ABC", 10, 50_d);
  Walk walk = walk_of(desk);
  ASSERT_TRUE(
      walk.advance(monday, std::vector{on(monday, Mark{id("XYZ"), 100_d})}, DayOrder::as_written));
  EXPECT_EQ(walk.carried_prices(), (std::map<InstrumentId, Date>{{id("ABC"), opening}}));
}

TEST(Walk, SplitsMoveNoLevel) {
  Desk desk = desk_with(-5'000_usd);
  desk.stock("XYZ", 100, 100_d);
  Walk walk = walk_of(desk);
  const LedgerDay day =
      walk.advance(monday, std::vector{on(monday, Split{id("XYZ"), 2, 1})}, DayOrder::as_written)
          .value();
  EXPECT_EQ(line(day), "5000.00 5000.00 2500.00 sma 0.00 power 0.00");
}

}  // namespace
}  // namespace plimsoll::reg_t
