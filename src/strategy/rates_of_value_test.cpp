#include "strategy/rates_of_value.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

struct Read {
  std::vector<Held> held;
  Answer<Money> answer;
  Room today;
  std::optional<RatesOfValue> rates;
};

/// The flat margin, with a group for each position as a method would make them.
Read read(Book& book) {
  Read all{.held = holdings(book.account, book.market, 1).value(),
           .answer = book.margin(book.account, book.market).value(),
           .today = room(book).value(),
           .rates = {}};
  for (const Held& one : all.held)
    all.answer.groups.push_back({.strategy = "position",
                                 .legs = {{one.id, book.account.positions[one.position].quantity}},
                                 .initial = 25_pct * one.value,
                                 .maintenance = 25_pct * one.value,
                                 .proceeds = zero(usd),
                                 .net_deposit = zero(usd)});
  all.rates = rates_of_value(all.answer, all.held, book.account);
  return all;
}

TEST(RatesOfValue, OfSharesAreTheirGroups) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d, 1.2).shares("BBB", 500, 100_d, 0.8).cash(-90'000_d);
  const Read all = read(book.book());
  ASSERT_TRUE(all.rates);
  EXPECT_DOUBLE_EQ(all.rates->holdings[0].requirement_rate, 0.25);
  EXPECT_NEAR(*closed_form_decline(*all.rates, all.today),
              -22'500.0 / (1.2 * 75'000 + 0.8 * 37'500), 1e-12);
  EXPECT_NEAR(*closed_form_decline(*all.rates, all.today, InstrumentId{"AAA"}), -0.3, 1e-12);
}

TEST(RatesOfValue, AreTheSameToACent) {
  const RatesOfValue a{.holdings = {{1'000, 0.25, 1}, {0.5, 0.3, 1}}};
  EXPECT_TRUE(same_rates(a, {.holdings = {{200, 0.25004, 1}, {0.5, 0.9, 1}}}));
  EXPECT_FALSE(same_rates(a, {.holdings = {{200, 0.2502, 1}, {0.5, 0.3, 1}}}));
  EXPECT_FALSE(same_rates(a, {.holdings = {{1'000, 0.25, 1}}}));
}

TEST(RatesOfValue, AreNoneWithOptionsOrMoreThanGroups) {
  BookOf book{25_pct};
  book.shares("AAA", 1000, 100_d).cash(-50'000_d);
  Read all = read(book.book());
  all.answer.risk_maintenance = all.answer.risk_maintenance + 1_usd;
  EXPECT_FALSE(rates_of_value(all.answer, all.held, book.book().account));
  book.option("AAA", Right::call, 110_d, Date{2027y / January / 15}, 1, 2_d);
  EXPECT_FALSE(read(book.book()).rates);
}

}  // namespace
}  // namespace plimsoll::strategy
