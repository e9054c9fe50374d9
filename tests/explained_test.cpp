#include "tests/explained.hpp"

#include <gtest/gtest.h>

namespace plimsoll::testing {
namespace {

constexpr Citation rate_law{.source = "Rule 1", .paragraph = "(a)", .gist = "g"};
constexpr Citation rule_law{.source = "Rule 1", .paragraph = "(b)", .gist = "g"};
constexpr Citation losing_law{.source = "Rule 2", .paragraph = "(c)", .gist = "g"};

Amount share(Percent rate, Money base, const Citation& law) {
  return percent_of(InForce<Percent>{2000y / January / 1, rate, &law}, known<Amount>("base", base));
}

Amount sample() {
  return under(rule_law, "rule",
               plus(known<Amount>("premium", 5_usd),
                    greater_of(share(10_pct, 50_usd, losing_law),
                               reduced_by(share(20_pct, 100_usd, rate_law),
                                          known<Amount>("out of the money", 3_usd)))));
}

TEST(Explained, ShowsTheRate) {
  EXPECT_EQ(shown_label(share(20_pct, 100_usd, rate_law)), "20% of");
  EXPECT_EQ(shown_label(known<Amount>("premium", 5_usd)), "premium");
}

TEST(Explained, FollowsWhatGoverns) {
  EXPECT_EQ(governing_labels(sample()), (std::set<std::string>{"reduced by"}));
  EXPECT_EQ(laws_cited(sample()), (std::set<std::string>{"Rule 1 (a)", "Rule 1 (b)"}));
}

TEST(Explained, BelievesARightTree) {
  EXPECT_EQ(sample().money, 22_usd);
  EXPECT_TRUE(wrong_steps(sample()).empty());
}

TEST(Explained, CatchesAWrongStep) {
  Amount wrong_sum = sample();
  wrong_sum.parts[0].parts[0].money = 6_usd;
  EXPECT_EQ(wrong_steps(wrong_sum).size(), 1u);

  Amount wrong_top = sample();
  wrong_top.money = 23_usd;
  EXPECT_EQ(wrong_steps(wrong_top).size(), 1u);

  Amount wrong_winner = sample();
  Amount& choice = wrong_winner.parts[0].parts[1];
  choice.governs = 0;
  choice.money = choice.parts[0].money;
  EXPECT_EQ(wrong_steps(wrong_winner).size(), 2u);  // the choice, and the sum above it
}

}  // namespace
}  // namespace plimsoll::testing
