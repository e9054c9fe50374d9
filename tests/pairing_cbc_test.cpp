// The pairing search against CBC's integer optimum on books too large to enumerate.

#include <gtest/gtest.h>

#include <cmath>

#include "pairing_cbc.hpp"
#include "random_book.hpp"

namespace plimsoll::reg_t {
namespace {

// Two of the sixty books are not settled within it. With 20,000 nodes the whole takes 98 seconds
// instead of 7, for one more second aim. A count of nodes leaves the same books out on every
// machine, where a limit of time would not.
constexpr int nodes_most = 500;
constexpr int books = 60;

random_book::Shape shape_of(int seed) {
  random_book::Shape shape;
  shape.series = 12 + seed % 4 * (seed % 3 == 0 ? 9 : 3);
  shape.expiries = 1 + seed % 5;
  shape.contracts_most = 1 + seed % 20;
  shape.stock = seed % 4 != 0;
  shape.odd_shares = seed % 3 == 0;
  shape.mixed_multipliers = seed % 6 == 0;
  shape.traded_today = seed % 8 == 6 || seed % 9 == 6;
  return shape;
}

double relative(double a, double b) { return std::abs(a - b) / std::max(1.0, std::abs(b)); }

// Where a search was cut off, CBC's optimum must lie where the answer says it may.
TEST(PairingCbc, IntegerOptimaAgree) {
  int compared = 0;
  int second_compared = 0;
  for (int seed = 1; seed <= books; ++seed) {
    const auto book = random_book::draw(static_cast<std::uint64_t>(seed), shape_of(seed));
    const PairingAnswer answer = cheapest_pairing(book.problem);
    const double maintenance = to_double(answer.cost.maintenance);
    cbc::Model first{book.problem};
    if (!first.solve(nodes_most)) continue;
    ++compared;
    if (!answer.proven) {
      EXPECT_GE(maintenance, first.least() - 1e-4) << seed;
      EXPECT_LE(maintenance - to_double(answer.better_by_at_most), first.least() + 1e-4) << seed;
      continue;
    }
    EXPECT_LE(relative(maintenance, first.least()), 1e-6)
        << seed << ": " << maintenance << " against " << first.least();
    if (seed % 3 != 0) continue;
    cbc::Model second{book.problem};
    second.most_maintenance(maintenance + 1e-6);
    second.minimise_initial();
    if (!second.solve(nodes_most)) continue;
    ++second_compared;
    EXPECT_LE(relative(to_double(answer.cost.initial), second.least()), 1e-6) << seed;
  }
  EXPECT_GE(compared, books - 2);
  EXPECT_GE(second_compared, 16);
}

}  // namespace
}  // namespace plimsoll::reg_t
