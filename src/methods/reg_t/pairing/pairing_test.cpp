#include "methods/reg_t/pairing/pairing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plimsoll::reg_t {
namespace {

/// A book written leg by leg. Options are of one underlying; `naked` is what a sold one costs
/// alone.
class Book {
 public:
  std::uint32_t option(Kind kind, Side side, std::int64_t contracts, Decimal strike, Decimal naked,
                       std::int64_t multiplier = 100) {
    const auto leg = add(Decimal{contracts}, {naked, naked}, true);
    const auto place = static_cast<std::uint32_t>(problem.spread_legs.size());
    problem.spread_legs.push_back({leg, side, kind, strike, Decimal{multiplier}});
    if (problem.families.empty()) problem.families.emplace_back();
    problem.families[0].legs.push_back(place);
    return leg;
  }
  std::uint32_t sold_call(std::int64_t n, Decimal strike, Decimal naked = Decimal{100'000}) {
    return option(Kind::call, Side::sold, n, strike, naked);
  }
  std::uint32_t sold_put(std::int64_t n, Decimal strike, Decimal naked = Decimal{100'000}) {
    return option(Kind::put, Side::sold, n, strike, naked);
  }
  std::uint32_t bought_call(std::int64_t n, Decimal strike) {
    return option(Kind::call, Side::bought, n, strike, Decimal{});
  }
  std::uint32_t bought_put(std::int64_t n, Decimal strike) {
    return option(Kind::put, Side::bought, n, strike, Decimal{});
  }
  std::uint32_t shares(Decimal n, PairingCost each) { return add(n, each, false); }
  std::size_t offset(ShortList<Use, 4> uses, PairingCost cost) {
    problem.offsets.push_back({uses, cost, true});
    return problem.offsets.size() - 1;
  }
  /// By the search, however few the ways.
  PairingAnswer answer(const PairingLimits& limits = {.ways = 0}) const {
    return cheapest_pairing(problem, limits);
  }
  Decimal maintenance() const { return answer().cost.maintenance; }

  PairingProblem problem;

 private:
  std::uint32_t add(Decimal n, PairingCost alone, bool whole) {
    const auto leg = static_cast<std::uint32_t>(problem.available.size());
    problem.available.push_back(n);
    problem.offsets.push_back({{{leg, Decimal{1}}}, alone, whole});
    return leg;
  }
};

PairingCost both(Decimal cost) { return {cost, cost}; }

TEST(PairingTest, nothing_held_costs_nothing) {
  const PairingAnswer answer = cheapest_pairing({});
  EXPECT_EQ(answer.cost, PairingCost{});
  EXPECT_TRUE(answer.proven);
}

TEST(PairingTest, single_legs_are_alone) {
  Book book;
  book.sold_call(3, 100_d, 2'100_d);
  EXPECT_EQ(book.maintenance(), 6'300_d);
  EXPECT_EQ(book.answer().times.at(0), 3_d);
}

TEST(PairingTest, a_credit_vertical_costs_its_width) {
  Book book;
  book.sold_call(1, 100_d);
  book.bought_call(1, 105_d);
  EXPECT_EQ(book.maintenance(), 500_d);
  EXPECT_EQ(book.answer().in_spread, (std::vector<std::vector<std::int64_t>>{{1, 1}}));
}

TEST(PairingTest, a_debit_vertical_costs_nothing) {
  Book book;
  book.bought_call(1, 100_d);
  book.sold_call(1, 105_d);
  EXPECT_EQ(book.maintenance(), 0_d);
}

TEST(PairingTest, an_iron_condor_costs_its_wider_wing_once) {
  Book book;
  book.bought_put(2, 80_d);
  book.sold_put(2, 90_d);
  book.sold_call(2, 110_d);
  book.bought_call(2, 115_d);
  const PairingAnswer answer = book.answer();
  EXPECT_EQ(answer.cost.maintenance, 2'000_d);
  EXPECT_EQ(answer.in_spread, (std::vector<std::vector<std::int64_t>>{{2, 2, 2, 2}}));
}

TEST(PairingTest, a_butterfly_costs_nothing_long_and_a_wing_short) {
  Book bought;
  bought.bought_call(1, 95_d);
  bought.sold_call(2, 100_d);
  bought.bought_call(1, 105_d);
  EXPECT_EQ(bought.maintenance(), 0_d);
  Book sold;
  sold.sold_call(1, 95_d);
  sold.bought_call(2, 100_d);
  sold.sold_call(1, 105_d);
  EXPECT_EQ(sold.maintenance(), 500_d);
}

// Taken crosswise, 100/120 and 110/110, the widths are 20 and 0; in order 10 and 10.
TEST(PairingTest, two_bear_calls_cost_twenty_points_not_forty) {
  Book book;
  book.sold_call(1, 100_d);
  book.sold_call(1, 110_d);
  book.bought_call(1, 120_d);
  book.bought_call(1, 110_d);
  EXPECT_EQ(book.maintenance(), 2'000_d);
}

TEST(PairingTest, naked_beats_a_spread_wider_than_it) {
  Book book;
  book.sold_call(1, 100_d, 2'500_d);
  book.bought_call(1, 160_d);
  EXPECT_EQ(book.maintenance(), 2'500_d);
  EXPECT_EQ(book.answer().in_spread, (std::vector<std::vector<std::int64_t>>{{0, 0}}));
}

// Bought 150/130, sold 140/100: pairs cost 10 + 30 or 50 + 0, all four together lose 50 at the most
// beyond 150, less 0; the two pairs 100/130 (30) and 140/150 (10) lose 40 between them.
TEST(PairingTest, four_legs_cost_what_they_lose_together) {
  Book book;
  book.sold_call(1, 100_d);
  book.sold_call(1, 140_d);
  book.bought_call(1, 130_d);
  book.bought_call(1, 150_d);
  EXPECT_EQ(book.maintenance(), 4'000_d);
}

// The put spread loses its 50 only below, where the calls are worthless; the call spread only
// above.
TEST(PairingTest, a_universal_spread_of_four_legs_costs_fifty_points) {
  Book book;
  book.sold_put(1, 90_d, 5'600_d);
  book.bought_put(1, 40_d);
  book.sold_call(1, 110_d, 5'600_d);
  book.bought_call(1, 160_d);
  EXPECT_EQ(book.maintenance(), 5'000_d);
}

TEST(PairingTest, a_box_costs_nothing_bought_and_its_width_sold) {
  Book bought;
  bought.bought_call(1, 90_d);
  bought.sold_call(1, 110_d);
  bought.bought_put(1, 110_d);
  bought.sold_put(1, 90_d);
  EXPECT_EQ(bought.maintenance(), 0_d);
  Book sold;
  sold.sold_call(1, 90_d);
  sold.bought_call(1, 110_d);
  sold.sold_put(1, 110_d);
  sold.bought_put(1, 90_d);
  EXPECT_EQ(sold.maintenance(), 2'000_d);
}

TEST(PairingTest, a_ratio_spread_is_a_spread_and_the_rest_naked) {
  Book book;
  book.bought_call(1, 100_d);
  book.sold_call(2, 110_d, 1'500_d);
  const PairingAnswer answer = book.answer();
  EXPECT_EQ(answer.cost.maintenance, 1'500_d);
  EXPECT_EQ(answer.times, (std::vector<Decimal>{0_d, 1_d}));
  EXPECT_EQ(answer.in_spread, (std::vector<std::vector<std::int64_t>>{{1, 1}}));
}

TEST(PairingTest, a_back_spread_costs_one_width) {
  Book book;
  book.sold_call(1, 100_d);
  book.bought_call(2, 110_d);
  EXPECT_EQ(book.maintenance(), 1'000_d);
}

// 300 shares, 3 calls sold: all covered. 250 shares: two covered, one naked, 50 shares left over.
TEST(PairingTest, stock_covers_calls_once_and_in_lots) {
  struct Row {
    Decimal shares, covered, naked, left, maintenance;
  };
  for (const Row& row : {Row{300_d, 3_d, 0_d, 0_d, 7'500_d}, Row{250_d, 2_d, 1_d, 50_d, 8'250_d},
                         Row{100.5_d, 1_d, 2_d, 0.5_d, 6'512.5_d}}) {
    Book book;
    const auto call = book.option(Kind::call, Side::sold, 3, 105_d, 2'000_d);
    const auto stock = book.shares(row.shares, {25_d, 50_d});
    const auto covered =
        book.offset({{stock, 100_d}, {call, 1_d}}, {.maintenance = 2'500_d, .initial = 5'000_d});
    const PairingAnswer answer = book.answer();
    EXPECT_EQ(answer.times.at(covered), row.covered) << to_text(row.shares, 0);
    EXPECT_EQ(answer.times.at(0), row.naked);
    EXPECT_EQ(answer.times.at(1), row.left);
    EXPECT_EQ(answer.cost.maintenance, row.maintenance);
  }
}

TEST(PairingTest, stock_that_can_cover_one_of_two_covers_the_dearer) {
  Book book;
  const auto near = book.sold_call(1, 100_d, 2'500_d);
  const auto far = book.sold_call(1, 130_d, 1'000_d);
  const auto stock = book.shares(100_d, {25_d, 50_d});
  const auto first = book.offset({{stock, 100_d}, {near, 1_d}}, {2'500_d, 5'000_d});
  const auto second = book.offset({{stock, 100_d}, {far, 1_d}}, {2'500_d, 5'000_d});
  EXPECT_EQ(book.answer().times.at(first), 1_d);
  EXPECT_EQ(book.answer().times.at(second), 0_d);
  EXPECT_EQ(book.maintenance(), 3'500_d);
}

TEST(PairingTest, a_straddle_pairs_what_it_can) {
  Book book;
  const auto call = book.sold_call(3, 100_d, 2'200_d);
  const auto put = book.sold_put(2, 100_d, 2'100_d);
  const auto straddle = book.offset({{call, 1_d}, {put, 1_d}}, both(2'300_d));
  const PairingAnswer answer = book.answer();
  EXPECT_EQ(answer.times.at(straddle), 2_d);
  EXPECT_EQ(answer.cost.maintenance, 6'800_d);
}

TEST(PairingTest, units_balance_not_contracts) {
  Book book;
  book.option(Kind::call, Side::sold, 1, 100_d, 5'000_d, 100);
  book.option(Kind::call, Side::bought, 10, 110_d, Decimal{}, 10);
  EXPECT_EQ(book.maintenance(), 1'000_d);
  EXPECT_EQ(book.answer().in_spread, (std::vector<std::vector<std::int64_t>>{{1, 10}}));
  Book short_of_one;
  short_of_one.option(Kind::call, Side::sold, 1, 100_d, 5'000_d, 100);
  short_of_one.option(Kind::call, Side::bought, 9, 110_d, Decimal{}, 10);
  EXPECT_EQ(short_of_one.maintenance(), 5'000_d);
}

TEST(PairingTest, legs_of_different_families_do_not_meet) {
  Book book;
  book.sold_call(1, 100_d, 2'000_d);
  book.bought_call(1, 105_d);
  book.problem.families = {{{0}}, {{1}}};
  EXPECT_EQ(book.maintenance(), 2'000_d);
}

TEST(PairingTest, initial_decides_between_equal_maintenance) {
  Book book;
  const auto call = book.sold_call(1, 100_d, 2'000_d);
  const auto stock = book.shares(100_d, {25_d, 50_d});
  const auto dear = book.offset({{stock, 100_d}, {call, 1_d}}, {2'500_d, 5'100_d});
  const auto cheap = book.offset({{stock, 100_d}, {call, 1_d}}, {2'500_d, 5'000_d});
  EXPECT_EQ(book.answer().times.at(dear), 0_d);
  EXPECT_EQ(book.answer().times.at(cheap), 1_d);
}

// Either straddle costs the same as the four legs otherwise paired: two groups beat three.
// A spread that loses 3,000, uncovered 4,000 to keep and 2,500 to open, costs 3,000 and 2,500; with
// the other side of the account dearer, 2,500 and 3,000.
TEST(PairingTest, a_spread_may_cost_its_loss_on_one_side_and_what_is_sold_on_the_other) {
  struct Row {
    PairingCost naked;
    Charge further;
    PairingCost cost;
  };
  for (const Row& row : {Row{{4'000_d, 2'500_d}, Charge::loss_to_keep, {3'000_d, 2'500_d}},
                         Row{{2'500_d, 4'000_d}, Charge::loss_to_open, {2'500_d, 3'000_d}},
                         Row{{2'500_d, 2'600_d}, Charge::sold_legs_alone, {2'500_d, 2'600_d}}}) {
    Book book;
    const auto sold = book.sold_call(1, 100_d);
    book.bought_call(1, 130_d);
    book.problem.offsets[sold].cost = row.naked;
    book.problem.families.push_back({book.problem.families[0].legs, row.further});
    const PairingAnswer answer = book.answer();
    EXPECT_EQ(answer.cost, row.cost);
    EXPECT_EQ(answer.in_spread, (std::vector<std::vector<std::int64_t>>{{0, 0}, {1, 1}}));
  }
}

TEST(PairingTest, fewer_groups_decide_between_equal_costs) {
  Book book;
  const auto call = book.sold_call(2, 100_d, 2'000_d);
  const auto near = book.sold_put(1, 100_d, 1'000_d);
  const auto far = book.sold_put(2, 95_d, 1'000_d);
  const auto with_near = book.offset({{call, 1_d}, {near, 1_d}}, both(2'500_d));
  const auto with_far = book.offset({{call, 1_d}, {far, 1_d}}, both(2'500_d));
  const PairingAnswer answer = book.answer();
  EXPECT_EQ(answer.cost.maintenance, 6'000_d);
  EXPECT_EQ(answer.times.at(with_near), 0_d);
  EXPECT_EQ(answer.times.at(with_far), 2_d);
}

TEST(PairingTest, an_offset_that_costs_more_than_its_legs_alone_is_not_used) {
  Book book;
  const auto call = book.sold_call(1, 100_d, 2'000_d);
  const auto put = book.sold_put(1, 100_d, 2'000_d);
  const auto worse = book.offset({{call, 1_d}, {put, 1_d}}, both(4'000.01_d));
  EXPECT_EQ(book.answer().times.at(worse), 0_d);
  EXPECT_EQ(book.maintenance(), 4'000_d);
}

TEST(PairingTest, cents_are_exact_at_great_prices) {
  Book book;
  book.option(Kind::call, Side::sold, 10'000, 98'765.43_d, 1'500'000.07_d);
  book.option(Kind::call, Side::bought, 9'999, 98'765.44_d, Decimal{});
  EXPECT_EQ(book.maintenance(), 1'500'000.07_d + 9'999_d);
}

TEST(PairingTest, a_search_cut_off_says_by_how_much_it_may_be_wrong) {
  Book book;
  book.sold_call(1, 100_d, 2'000_d);
  book.bought_call(1, 105_d);
  book.sold_call(1, 110_d, 2'000_d);  // a second one, so that there is something to search
  book.bought_call(1, 115_d);
  const PairingAnswer answer = book.answer({.nodes = 0, .pivots = 0, .ways = 0});
  EXPECT_FALSE(answer.proven);
  EXPECT_LE(answer.cost.maintenance, 4'000_d);
  EXPECT_GE(answer.better_by_at_most, answer.cost.maintenance - 1'000_d);
  EXPECT_LE(answer.better_by_at_most, 4'000_d);
}

TEST(PairingTest, the_same_problem_has_the_same_answer) {
  Book book;
  for (int i = 0; i < 4; ++i) {
    book.sold_call(2, Decimal{100 + 5 * i}, 2'000_d);
    book.bought_put(1, Decimal{100 - 5 * i});
    book.bought_call(1, Decimal{110 + 5 * i});
    book.sold_put(2, Decimal{90 - 5 * i}, 2'000_d);
  }
  const PairingAnswer first = book.answer();
  const PairingAnswer second = book.answer();
  EXPECT_EQ(first.times, second.times);
  EXPECT_EQ(first.in_spread, second.in_spread);
}

// Even where the limits end the search at once.
TEST(PairingTest, twice_the_book_never_costs_more_than_twice) {
  for (const std::int64_t pivots : {0, 5, 20, 50'000}) {
    const auto cost = [&](std::int64_t times) {
      Book book;
      for (int i = 0; i < 6; ++i) {
        book.sold_call(times * (1 + i % 3), Decimal{100 + 3 * i}, Decimal{1'500 - 90 * i});
        book.bought_call(times * (1 + (i + 1) % 3), Decimal{104 + 5 * i});
        book.sold_put(times * (1 + (i + 2) % 3), Decimal{98 - 3 * i}, Decimal{1'400 - 90 * i});
        book.bought_put(times * (1 + i % 2), Decimal{95 - 4 * i});
      }
      return book.answer({.nodes = 100, .pivots = pivots, .ways = 0}).cost.maintenance;
    };
    const Decimal one = cost(1);
    EXPECT_LE(cost(2), one + one) << pivots;
    EXPECT_LE(cost(4), one + one + one + one) << pivots;
  }
}

TEST(PairingTest, one_more_bought_option_never_costs_anything) {
  Book book;
  book.sold_call(3, 100_d, 1'500_d);
  book.sold_put(2, 98_d, 1'400_d);
  book.bought_put(1, 92_d);
  Decimal before = book.maintenance();
  for (const std::int64_t strike : {130, 90, 110, 103, 101}) {
    book.bought_call(1, Decimal{strike});
    const PairingAnswer answer = book.answer();
    EXPECT_TRUE(answer.proven);
    EXPECT_LE(answer.cost.maintenance, before) << strike;
    before = answer.cost.maintenance;
  }
}

using PairingDeathTest = testing::Test;

TEST(PairingDeathTest, a_leg_that_cannot_be_alone_stops_the_program) {
  PairingProblem problem;
  problem.available = {1_d};
  EXPECT_DEATH(cheapest_pairing(problem), "broken invariant");
}

TEST(PairingDeathTest, part_of_a_contract_stops_the_program) {
  Book book;
  book.sold_call(1, 100_d);
  book.problem.available[0] = 1.5_d;
  EXPECT_DEATH(book.answer(), "broken invariant");
}

}  // namespace
}  // namespace plimsoll::reg_t
