// The pairing search against every partition of small random books.

#include <gtest/gtest.h>

#include "pairing_oracle.hpp"
#include "random_book.hpp"

namespace plimsoll::reg_t::random_book {
namespace {

Shape shape_of(int seed) {
  Shape shape;
  shape.contracts_most = 1 + seed / 7 % 3;
  shape.series = 3 + seed % (shape.contracts_most > 1 ? 3 : 7);
  shape.expiries = 1 + seed % 4;
  shape.strikes = 5 + seed % 9;
  shape.odd_shares = seed % 5 == 0;
  shape.mixed_multipliers = seed % 11 == 0;
  shape.traded_today = seed % 4 == 1;
  // The oracle counts shares in lots of a hundred.
  shape.boxed = seed % 7 == 2 && !shape.odd_shares;
  shape.stock = seed % 3 != 0 && !shape.mixed_multipliers;
  return shape;
}

/// What the answer says it did, added up again: everything used once, spreads balanced.
void expect_everything_used_once(const PairingProblem& problem, const PairingAnswer& answer) {
  std::vector<Decimal> used(problem.available.size());
  for (std::size_t i = 0; i < problem.offsets.size(); ++i) {
    ASSERT_FALSE(answer.times[i].is_negative());
    for (const Use& use : problem.offsets[i].uses)
      used[use.leg] += multiply(use.amount, answer.times[i], Round::half_even);
  }
  for (std::size_t f = 0; f < problem.families.size(); ++f) {
    Decimal balance[2];
    for (std::size_t place = 0; place < problem.families[f].legs.size(); ++place) {
      const SpreadLeg& leg = problem.spread_legs[problem.families[f].legs[place]];
      const Decimal contracts{answer.in_spread[f][place]};
      ASSERT_FALSE(contracts.is_negative());
      used[leg.leg] += contracts;
      const Decimal units = multiply(contracts, leg.multiplier, Round::half_even);
      Decimal& of_kind = balance[static_cast<std::size_t>(leg.kind)];
      of_kind = leg.side == Side::bought ? of_kind + units : of_kind - units;
    }
    ASSERT_TRUE(balance[0].is_zero() && balance[1].is_zero());
  }
  ASSERT_EQ(used, problem.available);
}

TEST(PairingOracleTest, no_partition_of_a_small_book_is_cheaper) {
  int tried = 0;
  for (int seed = 1; seed <= 15'000; ++seed) {
    const Book book = draw(static_cast<std::uint64_t>(seed), shape_of(seed));
    Oracle oracle{book};
    if (oracle.units() == 0 || oracle.units() > 8) continue;
    const PairingCost least = oracle.least();
    const PairingAnswer answer = cheapest_pairing(book.problem, {.ways = 0});
    ASSERT_EQ(to_text(answer.cost.maintenance, 2), to_text(least.maintenance, 2)) << seed;
    ASSERT_EQ(to_text(answer.cost.initial, 2), to_text(least.initial, 2)) << seed;
    ASSERT_TRUE(answer.proven) << seed;
    expect_everything_used_once(book.problem, answer);
    ASSERT_EQ(cheapest_pairing(book.problem).cost, answer.cost) << seed;  // weighing every way
    if (HasFatalFailure()) return;
    ++tried;
  }
  EXPECT_GT(tried, 10'000);
}

// One of the rare books whose least initial needs a search of its own.
TEST(PairingOracleTest, initial_is_least_even_where_maintenance_had_to_branch) {
  Shape shape = shape_of(40'634);
  shape.mixed_multipliers = false;
  const Book book = draw(40'634, shape);
  EXPECT_EQ(cheapest_pairing(book.problem, {.ways = 0}).cost, Oracle{book}.least());
}

}  // namespace
}  // namespace plimsoll::reg_t::random_book
