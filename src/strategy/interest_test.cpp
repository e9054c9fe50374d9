// Interest by tier: published worked examples, both sides of each bound, and what is refused.

#include "strategy/interest.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::blended_file;
using plimsoll::testing::flat_file;
using plimsoll::testing::ibkr_rates;
using plimsoll::testing::schwab_rates;
using plimsoll::testing::with;

constexpr Currency gbp{"GBP"};

Interest asked(const RateSchedule& schedule, Decimal base, Money debit) {
  const auto answer = interest(schedule, base, debit);
  EXPECT_TRUE(answer) << answer.error().what;
  return answer.value_or(Interest{});
}

TEST(Interest, IsTheBrokersWorkedExample) {
  // interactivebrokers.ca, Interest Charged: Examples: 600,000 at 5.32 %: 18.94 + 87.78 = 106.72.
  const Interest at = asked(ibkr_rates(), 0.0532_d, 600000_usd);
  ASSERT_EQ(at.tiers.size(), 2u);
  EXPECT_EQ(at.tiers[0].amount, 100000_usd);
  EXPECT_EQ(at.tiers[0].rate, 6.82_pct);
  EXPECT_EQ(at.tiers[0].a_day, 18.944444445_usd);
  EXPECT_EQ(at.tiers[1].from, 100000_usd);
  EXPECT_EQ(at.tiers[1].up_to, 1000000_usd);
  EXPECT_EQ(at.tiers[1].amount, 500000_usd);
  EXPECT_EQ(at.tiers[1].rate, 6.32_pct);
  EXPECT_EQ(at.tiers[1].a_day, 87.777777778_usd);
  EXPECT_EQ(at.a_day, 106.722222223_usd);
  // (100,000 × 6.82 % + 500,000 × 6.32 %) × 365 / 360, each part rounded up.
  EXPECT_EQ(at.a_year, 38953.611111112_usd);
  EXPECT_EQ(at.effective, (Percent{0.064033333_d}));
  EXPECT_EQ(at.marginal, 6.32_pct);
  EXPECT_EQ(at.to_next_tier, 400000_usd);
  EXPECT_EQ(at.to_lower_tier, 500000_usd);
  EXPECT_FALSE(at.cheaper);
}

TEST(Interest, InPoundsIsOnAYearOf365Days) {
  // The same page: 160,000 pounds at 4.91 % cost 27.00 a day. Two tiers of 80,000 at 1.5 and 1 %
  // over the benchmark come to that.
  const RateSchedule pounds =
      rate_schedule(with(with(blended_file({{"80000", "0.015"}, {"", "0.01"}}), "currency", "GBP"),
                         "basis", "365"),
                    "gbp.toml")
          .value();
  const Interest at = asked(pounds, 0.0491_d, {160'000_d, gbp});
  EXPECT_EQ(at.a_day, (Money{27.002739727_d, gbp}));
  EXPECT_EQ(at.a_year, (Money{9'856_d, gbp}));
  EXPECT_EQ(to_text_rounded(at.a_day.amount, 2, Round::half_even), "27.00");
}

TEST(Interest, OnEitherSideOfABoundIsBlended) {
  struct Row {
    Money debit;
    std::size_t tiers;
    Percent marginal;
    std::optional<Money> next, lower;
  };
  for (const Row& row : std::vector<Row>{{0.01_usd, 1, 6.5_pct, 99999.99_usd, {}},
                                         {99999.99_usd, 1, 6.5_pct, 0.01_usd, {}},
                                         {100000_usd, 1, 6_pct, 900000_usd, {}},
                                         {100000.01_usd, 2, 6_pct, 899999.99_usd, 0.01_usd},
                                         {250000000_usd, 5, 6.5_pct, {}, 50000000_usd}}) {
    const Interest at = asked(ibkr_rates(), 0.05_d, row.debit);
    EXPECT_EQ(at.tiers.size(), row.tiers) << to_text(row.debit);
    EXPECT_EQ(at.marginal, row.marginal) << to_text(row.debit);
    EXPECT_EQ(at.to_next_tier, row.next) << to_text(row.debit);
    EXPECT_EQ(at.to_lower_tier, row.lower) << to_text(row.debit);
    Money sum = zero(usd);
    for (const InterestTier& tier : at.tiers) sum = sum + tier.amount;
    EXPECT_EQ(sum, row.debit);
  }
}

TEST(Interest, OfNothingIsNothingAndHasNoRate) {
  const Interest at = asked(ibkr_rates(), 0.05_d, zero(usd));
  EXPECT_EQ(at.a_day, zero(usd));
  EXPECT_EQ(at.a_year, zero(usd));
  EXPECT_TRUE(at.tiers.empty());
  EXPECT_FALSE(at.effective);
  EXPECT_EQ(at.marginal, 6.5_pct);
  EXPECT_EQ(at.to_next_tier, 100000_usd);
  EXPECT_FALSE(at.to_lower_tier);
}

TEST(Interest, CountsABenchmarkBelowZeroAsTheFloor) {
  const Interest at = asked(ibkr_rates(), -0.02_d, 100000_usd);
  EXPECT_EQ(at.base, 0_d);
  EXPECT_EQ(at.effective, 1.5_pct);
  EXPECT_EQ(asked(ibkr_rates(), 0_d, 100000_usd).a_year, at.a_year);
}

TEST(Interest, OfAFlatScheduleJumpsAtItsBounds) {
  // 24,999 at 8.325 %, 25,000 at 7.825 %: a dollar more costs less.
  const Interest below = asked(schwab_rates(), 0.065_d, 24999_usd);
  const Interest at = asked(schwab_rates(), 0.065_d, 25000_usd);
  EXPECT_EQ(below.effective, 8.325_pct);
  EXPECT_EQ(below.marginal, 8.325_pct);
  EXPECT_EQ(below.to_next_tier, 1_usd);
  EXPECT_FALSE(below.to_lower_tier);
  EXPECT_EQ(at.effective, 7.825_pct);
  EXPECT_EQ(at.to_lower_tier, 0_usd);
  ASSERT_EQ(at.tiers.size(), 1u);
  EXPECT_EQ(at.tiers[0].amount, 25000_usd);
  EXPECT_LT(at.a_year.amount, below.a_year.amount);
  ASSERT_TRUE(below.cheaper);
  EXPECT_EQ(below.cheaper->debit, 25000_usd);
  EXPECT_EQ(below.cheaper->more, 1_usd);
  EXPECT_EQ(below.cheaper->saves_a_year, below.a_year - at.a_year);
  // 25,000 × 7.825 / 8.325 = 23,498.50: from there on 25,000 is the cheaper debit.
  EXPECT_EQ(to_text_rounded(below.cheaper->cheaper_above.amount, 2, Round::half_even), "23498.50");
  EXPECT_TRUE(asked(schwab_rates(), 0.065_d, 23500_usd).cheaper);
  EXPECT_FALSE(asked(schwab_rates(), 0.065_d, 23498_usd).cheaper);
  // 50,000 to 100,000 falls by 0.95 %: from 45,000 or so on.
  const Interest middle = asked(schwab_rates(), 0.065_d, 49000_usd);
  ASSERT_TRUE(middle.cheaper);
  EXPECT_EQ(middle.cheaper->debit, 50000_usd);
  // Beyond the last named bound there is nothing to point to.
  EXPECT_FALSE(asked(schwab_rates(), 0.065_d, 499999_usd).cheaper);
  EXPECT_EQ(asked(schwab_rates(), 0.065_d, 499999_usd).to_next_tier, 1_usd);
}

TEST(Interest, NamesTheBoundThatSavesMost) {
  const RateSchedule steep =
      rate_schedule(flat_file("0.05", {{"100", "0.05"}, {"110", "0.04"}, {"", "-0.03"}}), "s.toml")
          .value();
  const Interest at = asked(steep, 0.05_d, 99_usd);
  ASSERT_TRUE(at.cheaper);
  EXPECT_EQ(at.cheaper->debit, 110_usd);
}

TEST(Interest, IsRefusedWhereItCannotBeTold) {
  const auto unnamed = interest(schwab_rates(), 0.065_d, 500000_usd);
  ASSERT_FALSE(unnamed);
  EXPECT_EQ(unnamed.error().reason, Reason::missing_price);
  EXPECT_EQ(unnamed.error().where, "schwab.toml:25");
  EXPECT_EQ(unnamed.error().what,
            "what A Broker charges on a debit of 500000 and more is not in its source; write the "
            "rate you are charged as financing.rate, or name another schedule");
  const RateSchedule partly =
      rate_schedule(blended_file({{"100", "0.05"}, {"", "not_said"}}), "p.toml").value();
  EXPECT_FALSE(interest(partly, 0.05_d, 100.01_usd));
  const Interest at = asked(partly, 0.05_d, 100_usd);
  EXPECT_FALSE(at.marginal);

  EXPECT_TRUE(interest(ibkr_rates(), 0.05_d, -1_usd).error().what.contains("zero or above"));
  EXPECT_TRUE(interest(ibkr_rates(), 0.05_d, {1_d, gbp}).error().what.contains("is for USD"));
  const RateSchedule discount = rate_schedule(flat_file("0.1", {{"", "-0.03"}}), "d.toml").value();
  EXPECT_TRUE(interest(discount, 0.03_d, 1000_usd));
  const auto below = interest(discount, 0.029_d, 1000_usd);
  ASSERT_FALSE(below);
  EXPECT_TRUE(below.error().what.contains("rate below zero")) << below.error().what;
}

TEST(Interest, CountsLargeDebitsExactly) {
  const Interest at = asked(ibkr_rates(), 0.05_d, 1000000000000_usd);
  EXPECT_EQ(at.to_lower_tier, 999800000000_usd);
  // 6,500 + 54,000 + 2,817,500 + 8,250,000 + 64,987,000,000 a year.
  EXPECT_EQ(at.effective, (Percent{0.064998128_d}));
}

TEST(InterestBase, IsTheAccountsOrTheFiles) {
  Financing said;
  const auto missing = base_of(ibkr_rates(), said);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().where, "financing.benchmark_rate");
  EXPECT_EQ(base_of(schwab_rates(), said), 0.065_d);
  said.benchmark_rate = 0.0363_d;
  EXPECT_EQ(base_of(ibkr_rates(), said), 0.0363_d);
  EXPECT_EQ(base_of(schwab_rates(), said), 0.065_d);
  said.base_rate = 0.1_d;
  EXPECT_EQ(base_of(schwab_rates(), said), 0.1_d);
}

TEST(InterestBase, OfAnAgreedRateIsThatRate) {
  const RateSchedule agreed = flat_at(0.12_d, ibkr_rates());
  EXPECT_EQ(base_of(agreed, {}), 0.12_d);
  const Interest at = asked(agreed, 0.12_d, 10000_usd);
  EXPECT_EQ(at.effective, 12_pct);
  EXPECT_EQ(at.marginal, 12_pct);
  EXPECT_FALSE(at.to_next_tier);
  // The whole debit for 365 days of a year of 360.
  EXPECT_EQ(to_text_rounded(at.a_year.amount, 2, Round::half_even), "1216.67");
}

}  // namespace
}  // namespace plimsoll::strategy
