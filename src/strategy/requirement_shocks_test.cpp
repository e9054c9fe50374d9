#include "strategy/requirement_shocks.hpp"

#include <gtest/gtest.h>

#include "strategy/distance.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

TEST(RequirementShocks, OfARequirementRaised) {
  BookOf book{25_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const auto far = distance(book, {.requirement_multiples = {1.35}, .requirement_rates = {}});
  ASSERT_TRUE(far);
  EXPECT_NEAR(far->market.down->move, -1.0 / 3, 1e-10);
  ASSERT_EQ(far->shocks.size(), 1u);
  EXPECT_NEAR(*far->shocks[0].down, -0.24528301886792458, 1e-10);
  EXPECT_EQ(far->shocks[0].excess, (Money{32'500_d, usd}));
}

TEST(RequirementShocks, ARateThatChangesNothingSaysWhy) {
  BookOf book{30_pct};
  book.shares("XYZ", 2000, 100_d).cash(-100'000_d);
  const auto far = distance(book, {.requirement_multiples = {}, .requirement_rates = {0.4_d}});
  ASSERT_TRUE(far);
  EXPECT_TRUE(far->shocks.empty());
  ASSERT_EQ(far->no_effect.size(), 1u);
  EXPECT_EQ(far->no_effect[0].rate, 40_pct);
  EXPECT_EQ(far->no_effect[0].why,
            "the method reads no broker's rate for a security: what it asks moves as a multiple");
  BookOf shorted{30_pct};
  shorted.shares("XYZ", -2000, 100_d).cash(400'000_d);
  EXPECT_EQ(distance(shorted, {.requirement_multiples = {}, .requirement_rates = {0.4_d}})
                ->no_effect.at(0)
                .why,
            "no shares or funds are held long");
}

TEST(RequirementShocks, OfWhatIsPaidForInFullNoMoreCanBeAsked) {
  BookOf book{100_pct};
  book.shares("XYZ", 1000, 100_d).cash(5'000_d);
  book.book().account.kind = AccountKind::cash;
  const auto far = distance(book, {});
  ASSERT_TRUE(far) << far.error().what;
  EXPECT_TRUE(far->shocks.empty());
}

}  // namespace
}  // namespace plimsoll::strategy
