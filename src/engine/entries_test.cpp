#include "engine/entries.hpp"

#include <gtest/gtest.h>

namespace plimsoll::engine {
namespace {

constexpr Date opening = 2026y / July / 10;  // a Friday
constexpr Date monday = 2026y / July / 13;
const InstrumentId xyz{"XYZ"};

Trade trade(std::int64_t quantity = 1) { return {xyz, Quantity::of(quantity), Decimal{100}}; }
Entry entry(Date day, Event event, const char* where = "e0") {
  return {{day}, std::move(event), where};
}

std::string mistake(std::vector<Entry> entries) {
  const auto errors = mistakes_in({.entries = std::move(entries)}, opening);
  if (errors.empty()) return "none";
  EXPECT_EQ(errors.size(), 1u);
  return errors.front().where + ": " + errors.front().what;
}

TEST(Entries, MayBeWalked) {
  EXPECT_EQ(mistake({entry(monday, trade()), entry(monday, trade(2)),
                     entry(2026y / July / 14, Mark{xyz, Decimal{1}})}),
            "none");
}

TEST(Entries, ComeAfterTheOpeningDay) {
  EXPECT_EQ(mistake({entry(opening, trade())}),
            "e0: it is of 2026-07-10 and the account already stands at the close of 2026-07-10; "
            "leave it out, or date the account before it");
}

TEST(Entries, AreInTimeOrder) {
  EXPECT_EQ(mistake({entry(2026y / July / 14, trade(), "e0"), entry(monday, trade(), "e1")}),
            "e1: it stands after an entry of a later time, e0; write the entries in time order");
  // What has no time is of the close.
  Entry ten = entry(monday, trade(), "e1");
  ten.moment.time = std::chrono::hours{10};
  EXPECT_EQ(mistake({ten, entry(monday, trade(2), "e2")}), "none");
  EXPECT_TRUE(mistake({entry(monday, trade(2), "e0"), ten}).starts_with("e1: it stands after"));
}

TEST(Entries, AreNotTheSameTwice) {
  EXPECT_EQ(mistake({entry(monday, trade(), "e0"), entry(monday, trade(2), "e1"),
                     entry(monday, trade(), "e2")}),
            "e2: it is the same as e0; if both happened, add them up or give them their times");
  EXPECT_EQ(mistake({entry(monday, trade()), entry(2026y / July / 14, trade())}), "none");
  Entry ten = entry(monday, trade()), eleven = ten;
  ten.moment.time = std::chrono::hours{10};
  eleven.moment.time = std::chrono::hours{11};
  EXPECT_EQ(mistake({ten, eleven}), "none");
}

TEST(Entries, TradesAreOnDaysTheExchangesAreOpen) {
  EXPECT_EQ(mistake({entry(2026y / July / 11, trade())}),
            "e0: the exchanges are closed on 2026-07-11 (Saturday); correct the day of the trade");
  EXPECT_EQ(mistake({entry(2026y / July / 11, CashMove{CashKind::deposit, Decimal{1}})}), "none");
}

TEST(Entries, OfAClosedDayCountOnTheNextOpenOne) {
  const auto days =
      by_day({.entries = {entry(2026y / July / 11, Mark{xyz, Decimal{1}}), entry(monday, trade()),
                          entry(2026y / July / 14, trade())}});
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days.at(monday).size(), 2u);
  EXPECT_EQ(days.at(2026y / July / 14).size(), 1u);
}

}  // namespace
}  // namespace plimsoll::engine
