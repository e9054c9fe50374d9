#include "rules/amount.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

constexpr Citation rate_law{.source = "A rule", .paragraph = "(a)", .gist = "a percentage"};
constexpr Citation sum_law{.source = "A rule", .paragraph = "(b)", .gist = "a sum with a floor"};
constexpr InForce<Percent> twenty{1974y / January / 3, 20_pct, &rate_law};
constexpr InForce<Percent> ten{1988y / June / 6, 10_pct, &rate_law};

template <Reading R>
R sum_of(std::initializer_list<R> parts) {
  Total<R> sum{usd};
  for (const R& part : parts) sum.add(part);
  return std::move(sum).named("sum");
}

/// A rule over every verb: premium + greater of (20 % less out of the money; 10 %), at most `most`.
template <Reading R>
R some_rule(Money premium, Money underlying, Money out_of_the_money, Money most) {
  return under(
      sum_law, "some rule",
      about("XYZ",
            sum_of<R>({lesser_of(
                known<R>("most", most),
                plus(known<R>("premium", premium),
                     greater_of(reduced_by(percent_of(twenty, known<R>("underlying", underlying)),
                                           known<R>("out of the money", out_of_the_money)),
                                percent_of(ten, known<R>("underlying", underlying)))))})));
}

TEST(Amount, BothReadingsComeToTheSameMoney) {
  struct Row {
    Money premium, underlying, out, most, sum;
  };
  const std::vector<Row> rows{
      {200_usd, 9'500_usd, 1'500_usd, 99'999_usd, 1'150_usd},  // the floor
      {200_usd, 9'500_usd, 0_usd, 99'999_usd, 2'100_usd},      // the basic percentage
      {200_usd, 9'500_usd, 950_usd, 99'999_usd, 1'150_usd},    // both alike
      {200_usd, 9'500_usd, 0_usd, 2'000_usd, 2'000_usd},       // the cap
      {0_usd, 0_usd, 0_usd, 0_usd, 0_usd},
      {0.01_usd, 0.000000001_usd, 0_usd, 1_usd, 0.010000001_usd},  // percentages round up
  };
  for (const Row& row : rows) {
    EXPECT_EQ(some_rule<Money>(row.premium, row.underlying, row.out, row.most), row.sum);
    EXPECT_EQ(some_rule<Amount>(row.premium, row.underlying, row.out, row.most).money, row.sum);
  }
}

TEST(Amount, RemembersHowItWasReached) {
  const Amount rule = some_rule<Amount>(200_usd, 9'500_usd, 1'500_usd, 99'999_usd);
  EXPECT_EQ(rule.label, Label{"some rule"});
  EXPECT_EQ(rule.law, &sum_law);
  ASSERT_EQ(rule.parts.size(), 1u);
  const Amount& sum = rule.parts[0];
  EXPECT_EQ(sum.subject, "XYZ");
  EXPECT_EQ(sum.law, nullptr);
  const Amount& least = sum.parts.at(0);
  EXPECT_EQ(least.label, Label{"lesser of"});
  EXPECT_EQ(least.governs, 1u);
  const Amount& added = least.parts.at(1);
  EXPECT_EQ(added.label, Label{"plus"});
  EXPECT_FALSE(added.governs.has_value());
  const Amount& greatest = added.parts.at(1);
  EXPECT_EQ(greatest.label, Label{"greater of"});
  EXPECT_EQ(greatest.governs, 1u);
  EXPECT_EQ(greatest.money, 950_usd);
  const Amount& basic = greatest.parts.at(0);
  EXPECT_EQ(basic.label, Label{"reduced by"});
  EXPECT_EQ(basic.money, 400_usd);
  const Amount& percentage = basic.parts.at(0);
  EXPECT_EQ(percentage.rate, 20_pct);
  EXPECT_EQ(percentage.since, Date{1974y / January / 3});
  EXPECT_EQ(percentage.law, &rate_law);
  EXPECT_EQ(percentage.parts.at(0).label, Label{"underlying"});
  EXPECT_TRUE(percentage.parts.at(0).parts.empty());
}

TEST(Amount, WhereBothSidesAreEqualTheFirstGoverns) {
  const auto five = [] { return known<Amount>("five", 5_usd); };
  EXPECT_EQ(greater_of(five(), five()).governs, 0u);
  EXPECT_EQ(lesser_of(five(), five()).governs, 0u);
  EXPECT_EQ(greater_of(five(), known<Amount>("six", 6_usd)).governs, 1u);
  EXPECT_EQ(lesser_of(five(), known<Amount>("four", 4_usd)).governs, 1u);
  EXPECT_EQ(greater_of(5_usd, 5_usd), 5_usd);
  EXPECT_EQ(lesser_of(5_usd, 4_usd), 4_usd);
}

TEST(Amount, AnEmptySumIsZeroInItsCurrency) {
  EXPECT_EQ(sum_of<Amount>({}).money, 0_usd);
  EXPECT_EQ(sum_of<Money>({}), 0_usd);
}

TEST(Amount, TheFirstOfTheGreatestGoverns) {
  struct Row {
    std::vector<Money> parts;
    Money greatest;
    std::size_t governs;
  };
  const std::vector<Row> rows{{{3_usd}, 3_usd, 0},
                              {{3_usd, 3_usd}, 3_usd, 0},
                              {{3_usd, 4_usd, 4_usd}, 4_usd, 1},
                              {{-3_usd, -4_usd}, -3_usd, 0}};
  for (const Row& row : rows) {
    Greatest<Money> plain{row.parts.front()};
    Greatest<Amount> told{known<Amount>("first", row.parts.front())};
    for (std::size_t i = 1; i < row.parts.size(); ++i) {
      plain.add(row.parts[i]);
      told.add(known<Amount>("next", row.parts[i]));
    }
    EXPECT_EQ(std::move(plain).named("greatest"), row.greatest);
    const Amount greatest = std::move(told).named("greatest");
    EXPECT_EQ(greatest.money, row.greatest);
    EXPECT_EQ(greatest.governs, row.governs);
    EXPECT_EQ(greatest.parts.size(), row.parts.size());
  }
}

TEST(Amount, AProductRemembersWhatWasMultiplied) {
  const Price at{250_d, usd}, low{240.50_d, usd};
  const Quantity two_hundred = Quantity::of(200);
  const Amount value = worth<Amount>("market value", at, two_hundred);
  EXPECT_EQ(value.money, 50'000_usd);
  EXPECT_EQ(value.money, worth<Money>("market value", at, two_hundred));
  EXPECT_EQ(value.product->quantity, two_hundred);
  EXPECT_EQ(value.product->price, at);
  EXPECT_FALSE(value.product->less);

  const Amount gap = worth_of_difference<Amount>("gap", at, low, two_hundred);
  EXPECT_EQ(gap.money, 1'900_usd);
  EXPECT_EQ(gap.product->less, low);
  EXPECT_EQ(worth_of_difference<Amount>("gap", low, at, two_hundred).money, 0_usd);
  EXPECT_EQ(worth_of_difference<Money>("gap", low, at, two_hundred), 0_usd);

  const Amount bond = worth_per<Amount>("bond", {98.70_d, usd}, 100_d, Quantity::of(10'000));
  EXPECT_EQ(bond.money, 9'870_usd);
  EXPECT_EQ(bond.product->per, 100_d);
}

TEST(Amount, ARaisedPercentageRemembersFromWhat) {
  const RaisedRate tripled{{twenty.since, 60_pct, twenty.law}, Raised{20_pct, 3_d}};
  const Amount share = percent_of(tripled, known<Amount>("value", 100_usd));
  EXPECT_EQ(share.money, 60_usd);
  EXPECT_EQ(share.money, percent_of(tripled, 100_usd));
  EXPECT_EQ(share.raised->from, 20_pct);
  EXPECT_EQ(share.raised->times, 3_d);
}

TEST(Amount, WhatIsOwedIsTakenOff) {
  EXPECT_EQ(less(5_usd), -5_usd);
  EXPECT_EQ(less(known<Amount>("five", 5_usd)).money, -5_usd);
  EXPECT_EQ(less(known<Amount>("five", 5_usd)).parts.at(0).money, 5_usd);
}

TEST(Amount, ARuleKnowsItsLineAndNoPathOfThisMachine) {
  const Amount rule = under(sum_law, "rule", known<Amount>("five", 5_usd));
  const auto line = static_cast<std::uint32_t>(__LINE__ - 1);
  EXPECT_EQ(rule.where.line, line);
  EXPECT_TRUE(rule.where.file.text().ends_with("amount_test.cpp"));
  EXPECT_EQ(money_of(rule), 5_usd);
  EXPECT_EQ(money_of(5_usd), 5_usd);
}

}  // namespace
}  // namespace plimsoll
