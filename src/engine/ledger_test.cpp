#include "engine/ledger.hpp"

#include <gtest/gtest.h>

namespace plimsoll::engine {
namespace {

constexpr Date opening = 2026y / July / 10;  // a Friday
constexpr Date monday = 2026y / July / 13;
const InstrumentId xyz{"XYZ"};

LedgerRequest request_of(std::vector<Event> on_monday) {
  LedgerRequest request;
  request.account.id = "desk";
  request.account.as_of = opening;
  request.account.cash = std::vector{DraftCash{"USD", Decimal{10'000}}};
  request.market.as_of = opening;
  for (Event& event : on_monday)
    request.activity.entries.push_back(
        {{monday},
         std::move(event),
         "activity.json#/entries/" + std::to_string(request.activity.entries.size())});
  return request;
}

Trade trade(std::int64_t quantity, Decimal price) { return {xyz, Quantity::of(quantity), price}; }

std::string refusal(const LedgerRequest& request) {
  const auto report = ledger(request, SecurityList{});
  return report ? "answered" : report.error().front().where + ": " + report.error().front().what;
}

TEST(Ledger, WalksEveryDayTheExchangesAreOpen) {
  LedgerRequest request = request_of({trade(200, Decimal{100})});
  request.activity.entries.push_back({{2026y / July / 20}, Mark{xyz, Decimal{120}}, "last"});
  const auto report = ledger(request, SecurityList{});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->days.size(), 6u);
  EXPECT_EQ(report->days.front().day, monday);
  EXPECT_EQ(report->days.back().day, Date{2026y / July / 20});
  EXPECT_EQ(report->days[4].equity, 10'000_usd);
  EXPECT_EQ(report->days[5].sma, 2'000_usd);
  ASSERT_EQ(report->caveats.size(), 2u);
  EXPECT_TRUE(report->caveats[0].text.starts_with("taken as ordinary marginable equities"));
  EXPECT_EQ(report->caveats[1].text,
            "on days without a mark or a trade the last known price stands: XYZ");
}

TEST(Ledger, GoesOnToTheDayAsked) {
  LedgerRequest request = request_of({trade(200, Decimal{100})});
  request.until = 2026y / July / 15;
  EXPECT_EQ(ledger(request, SecurityList{})->days.size(), 3u);
}

TEST(Ledger, SaysThatTheOrderOfADayIsNotKnown) {
  LedgerRequest request = request_of({trade(200, Decimal{100})});
  request.activity.order = DayOrder::unknown;
  EXPECT_TRUE(ledger(request, SecurityList{})->caveats.back().text.starts_with("the order of a"));
}

TEST(Ledger, RefusesWithThePlace) {
  EXPECT_EQ(refusal(request_of({trade(0, Decimal{100})})),
            "activity.json#/entries/0: on 2026-07-13: the quantity is zero; write how much was "
            "bought, or below zero for sold");
  LedgerRequest early = request_of({trade(1, Decimal{100})});
  early.account.as_of = monday;
  EXPECT_TRUE(refusal(early).starts_with("activity.json#/entries/0: it is of 2026-07-13"));
  LedgerRequest unknown = request_of({trade(1, Decimal{100})});
  unknown.account.cash.reset();
  EXPECT_TRUE(refusal(unknown).starts_with("desk: cash is not known"));
  LedgerRequest old = request_of({});
  old.account.as_of = 1979y / December / 31;
  EXPECT_NE(refusal(old), "answered");
  LedgerRequest endless = request_of({});
  endless.until = 2206y / July / 10;
  EXPECT_TRUE(refusal(endless).contains("more than 60 years after 2026-07-10; correct the year"));
  LedgerRequest unreadable = request_of({});
  unreadable.refused = {{Reason::bad_input, "blank", "a.csv:2"}};
  EXPECT_EQ(refusal(unreadable), "a.csv:2: blank");
}

TEST(Ledger, WhatIsTradedAndNotHeldIsResolvedLikeAPosition) {
  LedgerRequest request = request_of({Trade{InstrumentId{"ZZZ1 261218C00005000"}, {}, {}}});
  request.activity.entries[0].event =
      Trade{InstrumentId{"ZZZ7  261218C00005000"}, Quantity::of(std::int64_t{1}), Decimal{1}};
  EXPECT_TRUE(refusal(request).contains("multiplier of this option is unknown"))
      << refusal(request);
}

}  // namespace
}  // namespace plimsoll::engine
