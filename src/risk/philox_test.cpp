#include "risk/philox.hpp"

#include <gtest/gtest.h>

#include <set>

namespace plimsoll::risk {
namespace {

// The authors' own vectors (Random123, kat_vectors, philox4x32 of 10 rounds).
TEST(Philox, KnownAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
            (PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox({ones, ones, ones, ones}, {ones, ones}),
            (PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, IsKnownWhenCompiled) {
  static_assert(philox({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);
  static_assert(key_of(0x299f31d0'a4093822) == PhiloxKey{0xa4093822, 0x299f31d0});
}

TEST(Uniforms, LieInsideAndSpread) {
  double sum = 0, squares = 0;
  constexpr int draws = 20'000;
  for (std::uint64_t path = 0; path < draws; ++path)
    for (const double uniform : uniforms({.path = path, .place = 3}, key_of(7))) {
      EXPECT_GT(uniform, 0);
      EXPECT_LT(uniform, 1);
      sum += uniform;
      squares += uniform * uniform;
    }
  // Four standard errors of forty thousand numbers.
  EXPECT_NEAR(sum / (2 * draws), 0.5, 4 * 0.288675 / 200);
  EXPECT_NEAR(squares / (2 * draws), 1.0 / 3, 4 * 0.298142 / 200);
}

TEST(Uniforms, DifferByPathPlaceAndSeed) {
  std::set<double> seen;
  constexpr std::uint64_t far = std::uint64_t{1} << 40;  // beyond the counters' lower words
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, far})
    for (const std::uint64_t path : {std::uint64_t{0}, std::uint64_t{1}, far})
      for (const std::uint64_t place : {std::uint64_t{0}, std::uint64_t{1}, far})
        for (const double uniform : uniforms({path, place}, key_of(seed))) seen.insert(uniform);
  EXPECT_EQ(seen.size(), 54u);
}

}  // namespace
}  // namespace plimsoll::risk
