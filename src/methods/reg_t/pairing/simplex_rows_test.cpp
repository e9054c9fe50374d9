#include <gtest/gtest.h>

#include <array>

#include "methods/reg_t/pairing/simplex.hpp"

namespace plimsoll::reg_t {
namespace {

using Entry = Simplex::Entry;

// Rows come after the first solve and go again; more of them than there was room for.
TEST(SimplexRowsTest, rows_come_and_go) {
  Simplex program{2, 1};
  const int x = program.add_column({-1, 0, 0}, 100);
  const int y = program.add_column({-1, 0, 0}, 100);
  std::int64_t pivots = 1'000;
  for (int most = 20; most > 0; --most) {
    program.add_row(std::array{Entry{x, 1}, Entry{y, 2}}, most, Simplex::unbounded);
    ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
    EXPECT_DOUBLE_EQ(program.least(0), -most);
  }
  std::vector<bool> drop;
  for (int row = 0; row < program.rows(); ++row) drop.push_back(program.is_basic(2 + row));
  program.drop_rows(drop);
  EXPECT_EQ(program.rows(), 1);
  program.price(y, {-3, 0, 0});
  ASSERT_EQ(program.solve(pivots), Simplex::Outcome::optimal);
  EXPECT_DOUBLE_EQ(program.value(y), 0.5);
  EXPECT_DOUBLE_EQ(program.least(0), -1.5);
}

TEST(SimplexRowsDeathTest, columns_come_before_rows) {
  Simplex program{1, 1};
  const int x = program.add_column({1, 0, 0}, 1);
  program.add_row(std::array{Entry{x, 1}}, 1, 0);
  EXPECT_DEATH(program.add_column({1, 0, 0}, 1), "broken invariant");
}

}  // namespace
}  // namespace plimsoll::reg_t
