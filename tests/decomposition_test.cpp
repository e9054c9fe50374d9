// The whole-account decomposition against brute force: books small enough to weigh every partition
// of their legs, priced by a second writing of the rules. PLIMSOLL_BOOKS says how many.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "decomposition_oracle.hpp"
#include "methods/reg_t/offsets.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t::testing {
namespace {

constexpr std::uint64_t seed = 4210;

int books_asked_for() {
  const char* number = std::getenv("PLIMSOLL_BOOKS");
  return number ? std::atoi(number) : 50'000;
}

std::string written(const SmallBook& book) {
  std::string text = name_of(book.on) + " at " + to_text(cents(book.level), 2);
  for (const Unit& unit : book.units) {
    text += unit.sold ? "; -" : "; +";
    if (unit.kind == Unit::Kind::shares) {
      text += std::to_string(book.lot) + " shares";
    } else {
      text += unit.kind == Unit::Kind::call ? "C " : "P ";
      text += to_text(cents(unit.strike), 2) + " " + to_text(expiry_of(unit.expiry));
    }
    text += " @ " + to_text(cents(unit.mark), 2);
    if (unit.opening != unit.mark) text += " (today " + to_text(cents(unit.opening), 2) + ")";
  }
  return text;
}

std::string written(const Answer<Money>& answer) {
  std::string text;
  for (const Group<Money>& group : answer.groups) {
    text += std::string{group.strategy.text()} + " [";
    for (const Leg& leg : group.legs)
      text += std::string{leg.id.view()} + " x " + to_text(leg.quantity) + ", ";
    text += "] " + to_text(group.initial) + " / " + to_text(group.maintenance) + "\n";
  }
  return text;
}

Money ten_thousandths(std::int64_t amount) {
  return {Decimal::from_nano(Int128{amount} * (Decimal::scale / 10'000)), usd};
}

std::map<std::pair<InstrumentId, Holding>, Quantity> held(const Account& account) {
  std::map<std::pair<InstrumentId, Holding>, Quantity> sum;
  for (const Position& position : account.positions)
    sum[{id_of(position.instrument), position.holding}] = position.quantity;
  return sum;
}
std::map<std::pair<InstrumentId, Holding>, Quantity> grouped(const Answer<Money>& answer) {
  std::map<std::pair<InstrumentId, Holding>, Quantity> sum;
  for (const Group<Money>& group : answer.groups)
    for (const Leg& leg : group.legs) {
      Quantity& all = sum[{leg.id, leg.holding}];
      all = all + leg.quantity;
    }
  return sum;
}

void expect_every_strategy(const std::map<std::string, int>& strategies_met) {
  for (const char* strategy : {"long stock",
                               "short stock",
                               "short against the box",
                               "long call",
                               "long put",
                               "uncovered call",
                               "uncovered put",
                               "short straddle",
                               "short strangle",
                               "covered call",
                               "covered put",
                               "index call covered by fund",
                               "index put covered by fund",
                               "protective put",
                               "protective call",
                               "conversion",
                               "reverse conversion",
                               "collar",
                               "bull call spread",
                               "bear call spread",
                               "bull put spread",
                               "bear put spread",
                               "calendar spread",
                               "diagonal spread",
                               "long butterfly",
                               "iron condor",
                               "box spread",
                               "long European box",
                               "multi-leg spread"})
    EXPECT_TRUE(strategies_met.contains(strategy)) << strategy << " never came up";
}

/// What the search takes from both excesses, even where there are few enough ways to weigh them
/// all.
Taken4 taken_by_search(const Desk& desk) {
  const Book book = priced(desk.account, desk.market);
  Decimal maintenance, initial;
  for (const Cluster& cluster : clusters(book, desk.account)) {
    const auto question = question_of(cluster, book, desk.account, on_the_day);
    const PairingAnswer answer = cheapest_pairing(question->problem, {.ways = 0});
    EXPECT_TRUE(answer.proven);
    maintenance += answer.cost.maintenance;
    initial += answer.cost.initial;
  }
  const auto ten_thousandths_of = [](Decimal amount) {
    return static_cast<std::int64_t>(amount.nano() / (Decimal::scale / 10'000));
  };
  return {ten_thousandths_of(maintenance), ten_thousandths_of(initial)};
}

TEST(Decomposition, LeavesAsMuchExcessAsAnyPartition) {
  const RegT method{{}};
  SmallBooks books{seed};
  std::map<std::string, int> classes_met, strategies_met;
  int wrong = 0, traded = 0, more_groups = 0;
  const int asked = books_asked_for();
  for (int i = 0; i < asked && wrong < 10; ++i) {
    const SmallBook book = books.next();
    const Desk desk = desk_of(book);
    const auto answer = method.compute(desk.account, desk.market);
    ASSERT_TRUE(answer) << answer.error().what;
    ASSERT_TRUE(answer->complete()) << written(book);
    const Taken4 least = least_taken(book);
    const Money cash = ten_thousandths(book.cash * 100);
    const Money initial = cash - ten_thousandths(least.initial);
    const bool same = *answer->excess_maintenance() == cash - ten_thousandths(least.maintenance) &&
                      *answer->excess_initial() == initial;
    EXPECT_TRUE(same) << "book " << i << ": " << written(book) << "\nexcess "
                      << to_text(*answer->excess_maintenance()) << " and "
                      << to_text(*answer->excess_initial()) << ", brute force "
                      << to_text(cash - ten_thousandths(least.maintenance)) << " and "
                      << to_text(initial) << "\n"
                      << written(*answer);
    const Taken4 searched = taken_by_search(desk);
    EXPECT_EQ(searched.maintenance, least.maintenance) << i << written(book);
    EXPECT_EQ(searched.initial, least.initial) << i << written(book);
    EXPECT_EQ(grouped(*answer), held(desk.account)) << written(book) << "\n" << written(*answer);
    wrong += same ? 0 : 1;
    traded += book.traded_today ? 1 : 0;
    more_groups += std::ssize(answer->groups) > least.groups ? 1 : 0;
    EXPECT_GE(std::ssize(answer->groups), least.groups) << written(book) << "\n"
                                                        << written(*answer);
    ++classes_met[name_of(book.on)];
    for (const Group<Money>& group : answer->groups)
      ++strategies_met[std::string{group.strategy.text()}];
  }
  for (const auto& [name, count] : classes_met) RecordProperty(name, count);
  for (const auto& [name, count] : strategies_met) RecordProperty(name, count);
  RecordProperty("opened today", traded);
  RecordProperty("more groups than needed", more_groups);
  if (asked < 10'000) return;  // too few for everything to come up
  // Wide spreads are put together last, of what the rest leaves: rarely, another choice among
  // equals would have left more of them.
  EXPECT_LE(more_groups * 5'000, asked);
  EXPECT_EQ(classes_met.size(), std::size_t{classes});
  expect_every_strategy(strategies_met);
}

// Here the program's own solution was whole, and taking a billionth of a share too many from its
// rounding it was refused. One book in a million.
TEST(Decomposition, TakesNoMoreSharesThanThereAre) {
  SmallBooks books{seed};
  for (int i = 0; i < 967'090; ++i) books.next();
  const SmallBook book = books.next();
  const Desk desk = desk_of(book);
  const auto answer = RegT{{}}.compute(desk.account, desk.market);
  ASSERT_TRUE(answer);
  const Taken4 least = least_taken(book);
  const Money cash = ten_thousandths(book.cash * 100);
  EXPECT_EQ(*answer->excess_maintenance(), cash - ten_thousandths(least.maintenance));
  EXPECT_EQ(*answer->excess_initial(), cash - ten_thousandths(least.initial));
  EXPECT_EQ(taken_by_search(desk).maintenance, least.maintenance);
}

TEST(Decomposition, DoesNotDependOnTheOrderOfPositions) {
  const RegT method{{}};
  SmallBooks books{seed + 1};
  std::mt19937_64 random{seed};
  for (int i = 0; i < 300; ++i) {
    const SmallBook book = books.next();
    Desk desk = desk_of(book);
    const auto first = method.compute(desk.account, desk.market);
    std::ranges::shuffle(desk.account.positions, random);
    const auto second = method.compute(desk.account, desk.market);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(written(*first), written(*second)) << written(book);
    EXPECT_EQ(first->excess_maintenance(), second->excess_maintenance());
    EXPECT_EQ(first->excess_initial(), second->excess_initial());
  }
}

TEST(Decomposition, BothReadingsAgree) {
  const RegT method{{}};
  SmallBooks books{seed + 2};
  for (int i = 0; i < 300; ++i) {
    const SmallBook book = books.next();
    const Desk desk = desk_of(book);
    const auto plain = method.compute(desk.account, desk.market);
    const auto explained = method.explain(desk.account, desk.market);
    ASSERT_TRUE(plain && explained);
    EXPECT_EQ(plain->initial, explained->initial.money) << written(book);
    EXPECT_EQ(plain->maintenance, explained->maintenance.money) << written(book);
    EXPECT_EQ(plain->risk_initial, explained->risk_initial.money);
    EXPECT_EQ(plain->risk_maintenance, explained->risk_maintenance.money);
    EXPECT_EQ(plain->equity, money_of(explained->equity));
    EXPECT_EQ(plain->groups.size(), explained->groups.size());
  }
}

}  // namespace
}  // namespace plimsoll::reg_t::testing
