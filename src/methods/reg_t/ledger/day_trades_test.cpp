#include "methods/reg_t/ledger/day_trades.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date monday = 2026y / July / 13;
const InstrumentId xyz{"XYZ"};

int day_trades(std::initializer_list<std::int64_t> quantities, std::int64_t overnight = 0) {
  DayOf day{monday};
  for (const std::int64_t quantity : quantities) day.traded("XYZ", quantity, {}, {}, {});
  Overnight held;
  if (overnight != 0) held[xyz] = Quantity::of(overnight);
  return round_trips(day.view(), held).day_trades;
}

TEST(DayTrades, ARoundTripIsOpenedAndClosedTheSameDay) {
  EXPECT_EQ(day_trades({100}), 0);
  EXPECT_EQ(day_trades({100, -100}), 1);
  EXPECT_EQ(day_trades({-50, 50}), 1);
  EXPECT_EQ(day_trades({100, 100, -200}), 1);  // two lots, one close
  EXPECT_EQ(day_trades({100, -50, -50}), 1);   // one lot, two closes in one direction
  EXPECT_EQ(day_trades({100, -50, 50, -100}), 2);
  EXPECT_EQ(day_trades({100, -150, 50}), 2);  // through zero and back
}

TEST(DayTrades, WhatWasHeldOvernightMayBeClosedBeforeAnythingNew) {
  EXPECT_EQ(day_trades({-100}, 100), 0);
  EXPECT_EQ(day_trades({-100, 100}, 100), 0);
  EXPECT_EQ(day_trades({100, -100}, 100), 1);  // bought first
  EXPECT_EQ(day_trades({100}, -100), 0);
  EXPECT_EQ(day_trades({-100, 100}, -100), 1);
}

TEST(DayTrades, SecuritiesAreCountedApart) {
  DayOf day{monday};
  day.traded("AAA", 100, {}, {}, {}).traded("BBB", -100, {}, {}, {});
  EXPECT_EQ(round_trips(day.view(), {}).day_trades, 0);
  EXPECT_EQ(round_trips(day.view(), {}).trades, 2);
}

TEST(DayTrades, MarginIsOfTheWorstMomentWhereTheOrderIsKnown) {
  DayOf day{monday};
  day.traded("AAA", 100, {}, {}, {}, 10'000_d)
      .traded("AAA", -100, {}, {}, {}, 10'000_d)
      .traded("BBB", 100, {}, {}, {}, 8'000_d)
      .leveraged(3_d)
      .traded("BBB", -100, {}, {}, {}, 8'000_d);
  EXPECT_EQ(to_text(round_trips(day.view(), {}).margin), "6000.00 USD");  // 75 % of 8,000
  EXPECT_EQ(to_text(round_trips(day.order_unknown().view(), {}).margin), "8500.00 USD");
}

/// The counts of so many day trades of so many trades.
RoundTrips counted(int day_trades, int trades, Decimal margin = {}) {
  return {day_trades, trades, dollars(margin)};
}
DayTrading advanced(DayTrading state, Date day, const RoundTrips& trips, Decimal excess = {}) {
  return advance(std::move(state), DayOf{day}.opened(level(excess, {}, {})).view(), trips).value();
}

TEST(DayTrades, TheWindowIsFiveBusinessDaysWithToday) {
  const DayTrading state = advanced({}, monday, counted(1, 2));
  EXPECT_EQ(advanced(state, 2026y / July / 17, counted(0, 0)).day_trades(), 1);
  EXPECT_EQ(advanced(state, 2026y / July / 20, counted(0, 0)).day_trades(), 0);
  // 3 July 2026 is a holiday.
  const DayTrading before = advanced({}, 2026y / July / 2, counted(1, 2));
  EXPECT_EQ(advanced(before, 2026y / July / 9, counted(0, 0)).day_trades(), 1);
  EXPECT_EQ(advanced(before, 2026y / July / 10, counted(0, 0)).day_trades(), 0);
}

TEST(DayTrades, FourMakeAPatternUnlessTheyAreSixPercentOrLess) {
  EXPECT_FALSE(advanced({}, monday, counted(3, 6)).pattern);
  EXPECT_TRUE(advanced({}, monday, counted(4, 8)).pattern);
  EXPECT_TRUE(advanced({}, monday, counted(4, 66)).pattern);
  EXPECT_FALSE(advanced({}, monday, counted(4, 67)).pattern);
  // The designation stays when the window is empty.
  EXPECT_TRUE(
      advanced(advanced({}, monday, counted(4, 8)), 2026y / August / 3, counted(0, 0)).pattern);
}

TEST(DayTrades, BeyondFourTimesTheExcessIsACall) {
  DayTrading state = advanced({}, monday, counted(4, 8, 10'000_d), 10'000_d);
  EXPECT_FALSE(state.call);  // 40,000 traded on 10,000
  state = advanced(std::move(state), 2026y / July / 14, counted(1, 2, 10'000.01_d), 10'000_d);
  ASSERT_TRUE(state.call);
  EXPECT_EQ(to_text(state.call->unmet), "0.01 USD");
  EXPECT_EQ(to_text(state.call->due), "2026-07-21");
}

TEST(DayTrades, ACallIsMetByDepositsOrEndsInCashOnly) {
  const DayTrading called = advanced({}, monday, counted(4, 8, 12'000_d), 10'000_d);
  ASSERT_TRUE(called.call);
  DayOf deposit{2026y / July / 14};
  deposit.moved(CashKind::deposit, 2'000_d);
  EXPECT_FALSE(advance(called, deposit.view(), counted(0, 0)).value().call);
  const DayTrading late = advanced(called, 2026y / July / 20, counted(0, 0));
  EXPECT_FALSE(late.call);
  EXPECT_EQ(late.cash_only_until, Date{2026y / October / 18});
}

}  // namespace
}  // namespace plimsoll::reg_t
