#include "methods/cross_margin/search.hpp"

#include <gtest/gtest.h>

namespace plimsoll::cross_margin {
namespace {

Passes up_to(std::int64_t last) {
  return [last](Fixed48 at) -> Result<bool> { return at <= Fixed48::of(last); };
}

TEST(Search, FindsTheLastThatPassesFromAnyGuess) {
  for (const std::int64_t last : {0, 1, 2, 7, 99, 100})
    for (const std::int64_t guess : {-5, 0, 1, 6, 7, 8, 50, 100, 1'000'000})
      EXPECT_EQ(largest_passing(Fixed48::of(guess), Fixed48::of(100), up_to(last)),
                Fixed48::of(last))
          << last << " from " << guess;
  EXPECT_EQ(largest_passing(Fixed48::of(1), Fixed48::of(100), up_to(1000)), Fixed48::of(100));
  EXPECT_EQ(largest_passing(Fixed48::of(1), Fixed48{}, up_to(1000)), Fixed48{});
}

TEST(Search, TriesFewWhereTheGuessIsNear) {
  int tries = 0;
  const Passes counted = [&](Fixed48 at) -> Result<bool> {
    ++tries;
    return at <= Fixed48::of(1'000'000'000);
  };
  EXPECT_EQ(largest_passing(Fixed48::of(1'000'000'001), Fixed48::of(1'000'000'000'000), counted),
            Fixed48::of(1'000'000'000));
  EXPECT_LE(tries, 3);
}

TEST(Search, FindsTheLeastThatPasses) {
  const Passes from_seven = [](Fixed48 at) -> Result<bool> { return Fixed48::of(7) <= at; };
  EXPECT_EQ(least_passing(Fixed48::of(3), Fixed48::of(100), from_seven).value(), Fixed48::of(7));
  EXPECT_EQ(least_passing(Fixed48::of(3), Fixed48::of(7), from_seven).value(), Fixed48::of(7));
  EXPECT_EQ(least_passing(Fixed48::of(3), Fixed48::of(6), from_seven).value(), std::nullopt);
}

// Of 6.5 owed: whole units below it, and then all of it.
TEST(Search, TheLeastOfADebtMayBeAllOfIt) {
  const Fixed48 debt = Fixed48::from_bits(Fixed48::of(13).bits() / 2);
  const auto least = [&](Fixed48 enough) {
    const Passes passes = [&](Fixed48 at) -> Result<bool> { return enough <= at; };
    return least_of(debt, Fixed48::of(1), passes).value();
  };
  EXPECT_EQ(least(Fixed48::of(6)), Fixed48::of(6));
  EXPECT_EQ(least(debt), debt);
  EXPECT_EQ(least(Fixed48::of(7)), std::nullopt);
}

TEST(Search, HandsARefusalOn) {
  const Passes refuses = [](Fixed48) -> Result<bool> { return fail(Reason::bad_input, "no"); };
  EXPECT_FALSE(largest_passing(Fixed48::of(3), Fixed48::of(7), refuses));
}

}  // namespace
}  // namespace plimsoll::cross_margin
