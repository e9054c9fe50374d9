// A rate paid against its schedule, the market and other brokers.

#include "strategy/rate_check.hpp"

#include <gtest/gtest.h>

#include "market/rates_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

using plimsoll::testing::ibkr_rates;
using plimsoll::testing::schwab_rates;

RateCheckAsked asked_at(std::optional<Decimal> rate) {
  return {.as_of = 2026y / November / 20,
          .debit = 50000_usd,
          .base = 0.04_d,
          .financing = {.benchmark_rate = 0.04_d, .rate = rate}};
}

std::vector<RateFinding> found(const RateCheck& check) {
  std::vector<RateFinding> kinds;
  for (const RateRemark& remark : check.remarks) kinds.push_back(remark.finding);
  return kinds;
}

TEST(RateCheck, MeasuresTheRatePaidAgainstTheSchedule) {
  struct Row {
    std::optional<Decimal> paid;
    Decimal off_bp;
    std::vector<RateFinding> finds;
  };
  using enum RateFinding;
  // The schedule comes to 5.5 %.
  for (const Row& row : std::vector<Row>{{{}, 0_d, {}},
                                         {0.055_d, 0_d, {}},
                                         {0.056_d, 10_d, {}},
                                         {0.0561_d, 11_d, {off_schedule}},
                                         {0.0539_d, -11_d, {off_schedule}},
                                         {0.04_d, -150_d, {off_schedule}},
                                         {0.0399_d, -151_d, {off_schedule, below_benchmark}}}) {
    const RateCheck check = check_rate(ibkr_rates(), asked_at(row.paid)).value();
    EXPECT_EQ(check.published, 5.5_pct);
    EXPECT_EQ(check.deviation_bp, row.off_bp);
    EXPECT_EQ(found(check), row.finds);
  }
}

TEST(RateCheck, SaysWhatIsWrongAndWhatToDo) {
  const RateCheck check = check_rate(ibkr_rates(), asked_at(0.009_d)).value();
  ASSERT_EQ(check.remarks.size(), 2u);
  EXPECT_EQ(check.remarks[0].severity, RateSeverity::warning);
  EXPECT_EQ(check.remarks[0].text,
            "the rate of 0.9% is 460 basis points below the 5.5% that a-usd comes to on this "
            "debit; check the statement, or the schedule named");
  EXPECT_EQ(check.remarks[1].severity, RateSeverity::error);
  EXPECT_EQ(check.remarks[1].text,
            "the rate of 0.9% is below the benchmark of 4%: nobody lends below it for long; check "
            "both, or write \"promotional\": true");
  EXPECT_EQ(name_of(check.remarks[1].finding), "below_benchmark");
}

TEST(RateCheck, APromotionMayBeBelowTheBenchmark) {
  RateCheckAsked asked = asked_at(0.0399_d);
  asked.financing.terms = RateTerms::promotional;
  EXPECT_EQ(found(check_rate(ibkr_rates(), asked).value()),
            (std::vector{RateFinding::off_schedule}));
}

TEST(RateCheck, ATableIsStaleAfter45Days) {
  RateCheckAsked asked = asked_at({});
  asked.as_of = Date{2026y / November / 20} + std::chrono::days{45};  // retrieved 2026-11-20
  EXPECT_TRUE(found(check_rate(ibkr_rates(), asked).value()).empty());
  asked.as_of += std::chrono::days{1};
  const RateCheck check = check_rate(ibkr_rates(), asked).value();
  EXPECT_EQ(found(check), (std::vector{RateFinding::stale}));
  EXPECT_TRUE(check.remarks[0].text.contains("46 days")) << check.remarks[0].text;
}

TEST(RateCheck, ATableOfUnknownOriginIsWarnedOf) {
  RateSchedule unknown = ibkr_rates();
  unknown.about.source.clear();
  const RateCheck check = check_rate(unknown, asked_at({})).value();
  EXPECT_EQ(found(check), (std::vector{RateFinding::no_source}));
}

TEST(RateCheck, RanksAmongBrokers) {
  RateCheckAsked asked = asked_at(0.055_d);
  EXPECT_FALSE(check_rate(ibkr_rates(), asked)->percentile);
  asked.others = {5_pct, 5.5_pct, 6_pct, 7_pct};
  EXPECT_EQ(check_rate(ibkr_rates(), asked)->percentile, 0.375);
  const auto elsewhere =
      rates_elsewhere({ibkr_rates(), schwab_rates()}, asked.financing, 50000_usd);
  EXPECT_EQ(elsewhere, (std::vector{5.5_pct, 6.875_pct}));
  // Schwab names no rate for a million; without a benchmark nobody knows the other's.
  EXPECT_EQ(rates_elsewhere({ibkr_rates(), schwab_rates()}, asked.financing, 1000000_usd).size(),
            1u);
  EXPECT_TRUE(rates_elsewhere({ibkr_rates(), schwab_rates()}, {}, 1000000_usd).empty());
  EXPECT_TRUE(rates_elsewhere({ibkr_rates()}, asked.financing, zero(usd)).empty());
}

TEST(RateCheck, OfNoDebitLooksAtTheTableAlone) {
  RateCheckAsked asked = asked_at(0.001_d);
  asked.debit = zero(usd);
  const RateCheck check = check_rate(ibkr_rates(), asked).value();
  EXPECT_FALSE(check.paid);
  EXPECT_FALSE(check.deviation_bp);
  EXPECT_TRUE(check.remarks.empty());
}

TEST(RateCheck, OfATierNotNamedNeedsTheAccountsOwnRate) {
  RateCheckAsked asked = asked_at({});
  asked.debit = 600000_usd;
  asked.base = 0.065_d;
  EXPECT_FALSE(check_rate(schwab_rates(), asked));
  asked.financing.rate = 0.06_d;
  const RateCheck check = check_rate(schwab_rates(), asked).value();
  EXPECT_EQ(check.paid, 6_pct);
  EXPECT_FALSE(check.published);
  EXPECT_FALSE(check.deviation_bp);
}

TEST(RateCheck, ATableLookedUpAfterTheDayIsAsFarFromItAsOneBefore) {
  RateCheckAsked asked = asked_at({});
  const Date retrieved = ibkr_rates().about.retrieved;
  EXPECT_EQ(days_apart(retrieved, retrieved - std::chrono::days{2}), 2);
  asked.as_of = retrieved - std::chrono::days{45};
  EXPECT_TRUE(check_rate(ibkr_rates(), asked)->remarks.empty());
  asked.as_of = retrieved - std::chrono::days{46};
  const RateCheck check = check_rate(ibkr_rates(), asked).value();
  ASSERT_EQ(found(check), std::vector{RateFinding::stale});
  EXPECT_TRUE(check.remarks[0].text.contains("46 days after the account's day"))
      << check.remarks[0].text;
}

TEST(RateCheck, ABaseOfAnotherYearIsTold) {
  const RateSchedule schwab = schwab_rates();
  const Date first = schwab.about.effective_from;
  RateCheckAsked asked{.as_of = first + std::chrono::days{365},
                       .debit = 50000_usd,
                       .base = *schwab.base_rate,
                       .financing = {.benchmark_rate = 0.0363_d},
                       .stale_days = 100'000};
  const auto finds = [&] { return found(check_rate(schwab, asked).value()); };
  EXPECT_TRUE(finds().empty());
  asked.as_of += std::chrono::days{1};
  ASSERT_EQ(finds(), std::vector{RateFinding::old_base});
  EXPECT_TRUE(check_rate(schwab, asked)
                  ->remarks[0]
                  .text.contains("basis points above the benchmark of 3.63%"));
  asked.financing.base_rate = 0.1_d;
  EXPECT_TRUE(finds().empty()) << "the broker's own of today";
}

TEST(RateCheck, APercentageForAFractionIsTold) {
  const auto last = [](Decimal rate) {
    return check_rate(ibkr_rates(), asked_at(rate))->remarks.back();
  };
  EXPECT_NE(last(0.25_d).finding, RateFinding::unlikely);
  EXPECT_EQ(last(0.9_d).finding, RateFinding::unlikely);
  EXPECT_EQ(last(0.9_d).text,
            "the rate of 90% a year is above what brokers charge; rates are fractions: where 0.9 % "
            "is meant, write 0.009");
}

}  // namespace
}  // namespace plimsoll::strategy
