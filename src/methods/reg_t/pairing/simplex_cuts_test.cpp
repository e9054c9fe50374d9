#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "methods/reg_t/pairing/simplex.hpp"

namespace plimsoll::reg_t {
namespace {

using Entry = Simplex::Entry;

// max x + y, 2x + 2y <= 5, both whole: 2.5 without the cut, 2 with it, and no whole point is lost.
TEST(SimplexCutsTest, a_cut_takes_the_part_and_leaves_the_whole) {
  Simplex program{2, 1};
  const int x = program.add_column({-1, -0.01, 0}, 2);
  const int y = program.add_column({-1, 0, 0}, 2);
  program.add_row(std::array{Entry{x, 2}, Entry{y, 2}}, 5, Simplex::unbounded);
  std::int64_t pivots = 100;
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.least(0), -2.5);
  std::vector<Entry> entries;
  double right_side = 0;
  const int fractional = program.is_basic(x) ? x : y;
  ASSERT_TRUE(program.cut(fractional, {true, true, false}, entries, right_side));
  for (int a = 0; a <= 2; ++a)
    for (int b = 0; a + b <= 2; ++b) {
      double sum = 0;
      for (const Entry& entry : entries) sum += entry.value * (entry.column == x ? a : b);
      EXPECT_LE(sum, right_side) << a << ", " << b;
    }
  program.add_row(entries, right_side, Simplex::unbounded);
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_NEAR(program.least(0), -2, 1e-6);
}

TEST(SimplexCutsTest, a_whole_value_is_not_cut) {
  Simplex program{1, 1};
  const int x = program.add_column({-1, 0, 0}, 9);
  program.add_row(std::array{Entry{x, 1}}, 3, Simplex::unbounded);
  std::int64_t pivots = 100;
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  std::vector<Entry> entries;
  double right_side = 0;
  EXPECT_FALSE(program.cut(x, {true, true}, entries, right_side));
}

}  // namespace
}  // namespace plimsoll::reg_t
