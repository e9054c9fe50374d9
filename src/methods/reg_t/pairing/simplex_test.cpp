#include "methods/reg_t/pairing/simplex.hpp"

#include <gtest/gtest.h>

#include <array>

namespace plimsoll::reg_t {
namespace {

using Entry = Simplex::Entry;

// min -3x - 2y, x + y <= 4, x + 3y <= 6, x <= 3: x = 3, y = 1.
TEST(SimplexTest, a_textbook_problem) {
  Simplex program{2, 2};
  const int x = program.add_column({-3, 0, 0}, 3);
  const int y = program.add_column({-2, 0, 0}, 10);
  program.add_row(std::array{Entry{x, 1}, Entry{y, 1}}, 4, Simplex::unbounded);
  program.add_row(std::array{Entry{x, 1}, Entry{y, 3}}, 6, Simplex::unbounded);
  std::int64_t pivots = 100;
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.value(x), 3);
  EXPECT_DOUBLE_EQ(program.value(y), 1);
  EXPECT_DOUBLE_EQ(program.least(0), -11);
}

// x + y = 2 costs the same everywhere; the second member prefers y, the third would prefer x.
TEST(SimplexTest, later_members_decide_between_equals) {
  Simplex program{2, 1};
  const int x = program.add_column({1, 1, 0}, 2);
  const int y = program.add_column({1, 0.5, 1}, 2);
  program.add_row(std::array{Entry{x, 1}, Entry{y, 1}}, 2, 0);
  std::int64_t pivots = 100;
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.value(y), 2);
  EXPECT_DOUBLE_EQ(program.least(0), 2);
  EXPECT_DOUBLE_EQ(program.least(1), 1);
}

TEST(SimplexTest, moved_bounds_and_prices_are_followed) {
  Simplex program{2, 1};
  const int x = program.add_column({-2, 0, 0}, 5);
  const int y = program.add_column({-1, 0, 0}, 5);
  program.add_row(std::array{Entry{x, 1}, Entry{y, 1}}, 6, Simplex::unbounded);
  std::int64_t pivots = 100;
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.least(0), -11);
  program.bound(x, 0, 2);
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.least(0), -8);
  program.price(y, {1, 0, 0});
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.least(0), -4);
  EXPECT_DOUBLE_EQ(program.value(y), 0);
}

TEST(SimplexTest, what_cannot_be_is_said) {
  Simplex program{1, 1};
  const int x = program.add_column({1, 0, 0}, 1);
  program.add_row(std::array{Entry{x, 1}}, 2, 0);
  std::int64_t pivots = 100;
  EXPECT_EQ(program.solve(pivots), Simplex::Outcome::infeasible);
  std::int64_t none = 0;
  Simplex cut_off{1, 1};
  const int y = cut_off.add_column({1, 0, 0}, 3);
  cut_off.add_row(std::array{Entry{y, 1}}, 2, 0);
  EXPECT_EQ(cut_off.solve(none), Simplex::Outcome::out_of_pivots);
}

}  // namespace
}  // namespace plimsoll::reg_t
