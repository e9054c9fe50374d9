#include "methods/span/calendar.hpp"

#include <gtest/gtest.h>

#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using clearing::CalendarLeg, clearing::CalendarSpread, clearing::Code, clearing::Side;
using testing::december, testing::february, testing::october, testing::september;

/// Deltas in four months, and what they are charged.
struct Desk {
  clearing::CombinedCommodity terms = {};
  Policy policy = {};
  Work work = {};

  explicit Desk(std::array<Decimal, 4> deltas) {
    terms.code = Code{"CC"};
    terms.calendar_tiers = testing::two_tiers();
    const Month months[] = {september, october, december, february};
    for (std::size_t i = 0; i < deltas.size(); ++i) work.ladder.add(months[i], deltas[i]);
  }
  Decimal charged(std::int16_t rate_class = 0) {
    sort_calendars(terms);
    work.terms = &terms;
    charge_calendars(work, policy, rate_class);
    return work.calendar_charge;
  }
  Decimal spot(std::int16_t rate_class = 0) {
    charged();
    charge_spot(work, policy, rate_class);
    return work.spot_charge;
  }
  Decimal left(std::size_t month) const { return work.ladder.rungs()[month].left; }
};

CalendarLeg of_month(Month month, Side side, Decimal ratio = 1_d) {
  return {.tier = {}, .month = month, .ratio = ratio, .side = side};
}
CalendarLeg of_tier(const char* tier, Side side, Decimal ratio = 1_d) {
  return {.tier = Code{tier}, .month = {}, .ratio = ratio, .side = side};
}
CalendarSpread spread(int priority, Decimal charge, std::vector<CalendarLeg> legs) {
  const bool by_month = legs.front().tier.empty();
  return {.priority = priority,
          .by_month = by_month,
          .charge = {{0, charge}},
          .legs = std::move(legs),
          .line = 7};
}

TEST(Calendar, FormsBothWaysRound) {
  for (const Decimal sign : {1_d, -(1_d)}) {
    Desk desk{{multiply(sign, 3_d, Round::half_even), multiply(sign, -(2_d), Round::half_even), 0_d,
               0_d}};
    desk.terms.calendar_spreads = {
        spread(1, 100_d, {of_month(september, Side::a), of_month(october, Side::b)})};
    EXPECT_EQ(desk.charged(), 200_d);
    EXPECT_EQ(abs(desk.left(0)), 1_d);
    EXPECT_EQ(desk.left(1), 0_d);
  }
}

TEST(Calendar, LowerNumbersComeFirstAndTakeTheirDeltas) {
  Desk desk{{2_d, -(2_d), -(2_d), 0_d}};
  desk.terms.calendar_spreads = {
      spread(2, 100_d, {of_month(september, Side::a), of_month(october, Side::b)}),
      spread(1, 300_d, {of_month(september, Side::a), of_month(december, Side::b)})};
  EXPECT_EQ(desk.charged(), 600_d);
  EXPECT_EQ(desk.left(1), -(2_d));
}

// Whatever their priorities say.
TEST(Calendar, MonthsComeBeforeTiers) {
  Desk desk{{2_d, 0_d, -(2_d), 0_d}};
  desk.terms.calendar_spreads = {
      spread(1, 900_d, {of_tier("1", Side::a), of_tier("2", Side::b)}),
      spread(5, 100_d, {of_month(september, Side::a), of_month(december, Side::b)})};
  EXPECT_EQ(desk.charged(), 200_d);
}

TEST(Calendar, ATierSpreadsWithItself) {
  Desk desk{{3_d, -(2_d), 0_d, 0_d}};
  desk.terms.calendar_spreads = {spread(1, 50_d, {of_tier("1", Side::a), of_tier("1", Side::b)})};
  EXPECT_EQ(desk.charged(), 100_d);
  EXPECT_EQ(desk.left(0), 1_d);
}

// Two legs of one tier on one side need two deltas of it for each spread.
TEST(Calendar, LegsOfOneSideShareTheirTier) {
  Desk desk{{3_d, 0_d, -(9_d), 0_d}};
  desk.terms.calendar_spreads = {
      spread(1, 10_d, {of_tier("1", Side::a), of_tier("1", Side::a), of_tier("2", Side::b)})};
  EXPECT_EQ(desk.charged(), 15_d);
  EXPECT_EQ(desk.left(0), 0_d);
  EXPECT_EQ(desk.left(2), -(7.5_d));
}

// Tiers 1 and W both hold September: its deltas are not taken twice.
TEST(Calendar, TiersThatOverlapShareTheirMonths) {
  Desk desk{{4_d, 0_d, -(9_d), 0_d}};
  desk.terms.calendar_tiers.push_back({.name = Code{"W"}, .first = september, .last = september});
  desk.terms.calendar_spreads = {
      spread(1, 10_d, {of_tier("1", Side::a), of_tier("W", Side::a), of_tier("2", Side::b)})};
  EXPECT_EQ(desk.charged(), 20_d);
  EXPECT_EQ(desk.left(0), 0_d);
  EXPECT_EQ(desk.left(2), -(7_d));
}

TEST(Calendar, RatiosAndThreeLegs) {
  Desk desk{{2_d, -(5_d), 2_d, 0_d}};
  desk.terms.calendar_spreads = {
      spread(1, 100_d,
             {of_month(september, Side::a), of_month(october, Side::b, 2_d),
              of_month(december, Side::a)})};
  EXPECT_EQ(desk.charged(), 200_d);
  EXPECT_EQ(desk.left(0), 0_d);
  EXPECT_EQ(desk.left(1), -(1_d));
  EXPECT_EQ(desk.left(2), 0_d);
}

TEST(Calendar, FractionsOfADeltaMakeFractionsOfASpread) {
  Desk desk{{0.55_d, -(2_d), 0_d, 0_d}};
  desk.terms.calendar_spreads = {
      spread(1, 100_d, {of_month(september, Side::a), of_month(october, Side::b, 2_d)})};
  EXPECT_EQ(desk.charged(), 55_d);
  EXPECT_EQ(desk.left(1), -(0.9_d));
  Desk rounded_down{{1.9_d, -(2_d), 0_d, 0_d}};
  rounded_down.policy.rounding.spreads = {RoundingMode::down, 0};
  rounded_down.terms.calendar_spreads = {
      spread(1, 100_d, {of_month(september, Side::a), of_month(october, Side::b)})};
  EXPECT_EQ(rounded_down.charged(), 100_d);
}

TEST(Calendar, WhatCannotBeChargedIsSaid) {
  Desk desk{{1_d, 0_d, -(1_d), 0_d}};
  desk.terms.calendar_spreads = {spread(1, 10_d, {of_tier("1", Side::a), of_tier("9", Side::b)})};
  EXPECT_EQ(desk.charged(), 0_d);
  ASSERT_FALSE(desk.work.remarks.empty());
  EXPECT_NE(desk.work.remarks[0].find("names a tier the file does not define"), std::string::npos);
  Desk free{{1_d, -(1_d), 0_d, 0_d}};
  free.terms.calendar_spreads = {
      spread(1, 10_d, {of_month(september, Side::a), of_month(october, Side::b)})};
  free.terms.calendar_spreads[0].charge.clear();
  EXPECT_EQ(free.charged(), 0_d);
  ASSERT_EQ(free.work.remarks.size(), 1u);
  EXPECT_NE(free.work.remarks[0].find("has no rate"), std::string::npos);
  Desk zero{{1_d, -(1_d), 0_d, 0_d}};
  zero.terms.calendar_spreads = {
      spread(1, 10_d, {of_month(september, Side::a, 0_d), of_month(october, Side::b)})};
  EXPECT_EQ(zero.charged(), 0_d);
}

TEST(Calendar, NotUsedIsNotCharged) {
  Desk desk{{1_d, -(1_d), 0_d, 0_d}};
  desk.terms.calendar_spreads_used = false;
  desk.terms.calendar_spreads = {
      spread(1, 10_d, {of_month(september, Side::a), of_month(october, Side::b)})};
  EXPECT_EQ(desk.charged(), 0_d);
}

TEST(Calendar, RatesAreByClassAndByExponent) {
  Desk desk{{1_d, -(1_d), 0_d, 0_d}};
  desk.terms.risk_exponent = 1;
  desk.terms.calendar_spreads = {
      spread(1, 10_d, {of_month(september, Side::a), of_month(october, Side::b)})};
  desk.terms.calendar_spreads[0].charge = {{1, 10_d}, {2, 30_d}};
  EXPECT_EQ(desk.charged(2), 300_d);
  Desk plain{{1_d, -(1_d), 0_d, 0_d}};
  plain.terms = desk.terms;
  plain.policy.rates_to_risk_exponent = false;
  EXPECT_EQ(plain.charged(1), 10_d);
}

/// Three of September against one of October: one in a spread, two outright.
Desk in_delivery() {
  Desk desk{{3_d, -(1_d), 0_d, 0_d}};
  desk.terms.calendar_spreads = {
      spread(1, 10_d, {of_month(september, Side::a), of_month(october, Side::b)})};
  desk.terms.spot_method = clearing::SpotMethod::table;
  desk.terms.spot_rates = {{.month = september, .in_spreads = 5_d, .outright = 7_d, .line = 4}};
  return desk;
}

TEST(Spot, ChargesWhatSpreadsTookAndWhatIsLeft) {
  Desk desk = in_delivery();
  EXPECT_EQ(desk.spot(), 19_d);
  ASSERT_EQ(desk.work.spots.size(), 1u);
  EXPECT_EQ(desk.work.spots[0].in_spreads, 1_d);
  EXPECT_EQ(desk.work.spots[0].outright, 2_d);
}

TEST(Spot, AppliesToTheSideItNames) {
  Desk longs = in_delivery();
  longs.terms.spot_rates[0].sign = clearing::DeltaSign::long_only;
  EXPECT_EQ(longs.spot(), 19_d);
  Desk shorts = in_delivery();
  shorts.terms.spot_rates[0].sign = clearing::DeltaSign::short_only;
  EXPECT_EQ(shorts.spot(), 0_d);
}

TEST(Spot, HasRatesOfClasses) {
  Desk desk = in_delivery();
  desk.terms.spot_rates.push_back(desk.terms.spot_rates[0]);
  desk.terms.spot_rates[1].rate_class = 3;
  desk.terms.spot_rates[1].outright = 100_d;
  EXPECT_EQ(Desk{desk}.spot(3), 205_d);
  EXPECT_EQ(Desk{desk}.spot(8), 19_d);  // the first class's, once
}

TEST(Spot, BasisRiskIsSaidToBeLeftOut) {
  Desk desk = in_delivery();
  desk.terms.spot_method = clearing::SpotMethod::basis_risk;
  EXPECT_EQ(desk.spot(), 0_d);
  EXPECT_EQ(desk.work.remarks.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::span
