#include "methods/reg_t/spread.hpp"

#include <algorithm>
#include <deque>

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

struct Line {
  Right right;
  Price strike;
  std::int64_t contracts;  // sold below zero
  Price mark;
  Date expiry = spring;
};

/// The legs of one spread, and the options they point at.
struct Legs {
  Legs(Price underlying, const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      options.emplace_back(line.right, std::abs(line.contracts), line.strike, line.mark, underlying,
                           line.expiry);
      (line.contracts < 0 ? sold : bought).push_back(options.back().leg);
    }
  }
  std::deque<OneOption> options;
  std::vector<OptionLeg> bought, sold;
};

std::string line_of_spread(Price underlying, const std::vector<Line>& lines, Day day = on_the_day) {
  const Legs legs{underlying, lines};
  return PLIMSOLL_LINE(spread, legs.bought, legs.sold, day);
}

constexpr Right call = Right::call;
constexpr Right put = Right::put;

// Published figures of Cboe's manual, as requirement and proceeds; the risk beside the cost of the
// long options is the greatest loss.
TEST(Spread, CboesManual) {
  EXPECT_EQ(line_of_spread(255_usd_each, {{put, 250_usd_each, 1, 3_usd_each},  // p. 39
                                          {put, 240_usd_each, -1, 0.95_usd_each}}),
            "300.00 0.00 risk 0.00 0.00 equity 0.00 premium 95.00");
  EXPECT_EQ(line_of_spread(50_usd_each, {{call, 55_usd_each, 1, 2_usd_each, summer},  // p. 43
                                         {call, 52_usd_each, -1, 4_usd_each, spring}}),
            "500.00 300.00 risk 300.00 300.00 equity 0.00 premium 400.00");
  EXPECT_EQ(line_of_spread(550_usd_each, {{put, 540_usd_each, 1, 5.60_usd_each},  // p. 52
                                          {put, 550_usd_each, -2, 7.20_usd_each},
                                          {put, 555_usd_each, 1, 9.80_usd_each}}),
            "2040.00 500.00 risk 500.00 500.00 equity 0.00 premium 1440.00");
  EXPECT_EQ(line_of_spread(550_usd_each, {{call, 545_usd_each, 1, 12.40_usd_each},  // p. 53
                                          {call, 550_usd_each, -2, 8.80_usd_each},
                                          {call, 565_usd_each, 1, 2_usd_each}}),
            "2440.00 1000.00 risk 1000.00 1000.00 equity 0.00 premium 1760.00");
  EXPECT_EQ(line_of_spread(26.75_usd_each, {{call, 22.50_usd_each, 1, 0.45_usd_each},  // p. 54
                                            {call, 25_usd_each, -1, 0.75_usd_each},
                                            {call, 30_usd_each, -1, 2.75_usd_each},
                                            {call, 32.50_usd_each, 1, 4.30_usd_each}}),
            "475.00 0.00 risk 0.00 0.00 equity 0.00 premium 350.00");
  EXPECT_EQ(line_of_spread(26.75_usd_each, {{put, 16_usd_each, 1, 0.10_usd_each},  // p. 56
                                            {put, 20_usd_each, -1, 0.20_usd_each},
                                            {call, 20_usd_each, -1, 7_usd_each},
                                            {call, 24_usd_each, 1, 4_usd_each}}),
            "810.00 400.00 risk 400.00 400.00 equity 0.00 premium 720.00");
}

TEST(Spread, AnIronCondorLosesOnOneSideOnly) {
  // The wider wing once: 300 for each of two.
  EXPECT_EQ(line_of_spread(60_usd_each, {{put, 50_usd_each, 2, 0.80_usd_each},
                                         {put, 53_usd_each, -2, 1.25_usd_each},
                                         {call, 67_usd_each, -2, 2_usd_each},
                                         {call, 70_usd_each, 2, 0.75_usd_each}}),
            "910.00 600.00 risk 600.00 600.00 equity 0.00 premium 650.00");
  EXPECT_EQ(line_of_spread(60_usd_each, {{put, 48_usd_each, 1, 0.80_usd_each},
                                         {put, 53_usd_each, -1, 1.25_usd_each},
                                         {call, 67_usd_each, -1, 2_usd_each},
                                         {call, 70_usd_each, 1, 0.75_usd_each}}),
            "655.00 500.00 risk 500.00 500.00 equity 0.00 premium 325.00");
}

TEST(Spread, FourCallsThatTwoVerticalsWouldOverstate) {
  // At 700 and above: 200 - 150 - 100 + 0 = -50 a share; two verticals would lose 100.
  EXPECT_EQ(line_of_spread(600_usd_each, {{call, 500_usd_each, 1, 101_usd_each},
                                          {call, 550_usd_each, -1, 55_usd_each},
                                          {call, 600_usd_each, -1, 20_usd_each},
                                          {call, 700_usd_each, 1, 1_usd_each}}),
            "15200.00 5000.00 risk 5000.00 5000.00 equity 0.00 premium 7500.00");
}

// Put 80 sold at 1.00 with the stock at 100: 1 and a floor of 8 is 900 uncovered.
TEST(Spread, NeverNeedsMoreThanItsShortOptionsUncovered) {
  const auto wide = [](Price lower) {
    return line_of_spread(100_usd_each,
                          {{put, 80_usd_each, -1, 1_usd_each}, {put, lower, 1, 0.20_usd_each}});
  };
  EXPECT_EQ(wide(71.01_usd_each), "919.00 899.00 risk 899.00 899.00 equity 0.00 premium 100.00");
  EXPECT_EQ(wide(71_usd_each), "920.00 900.00 risk 900.00 900.00 equity 0.00 premium 100.00");
  EXPECT_EQ(wide(60_usd_each), "920.00 900.00 risk 900.00 900.00 equity 0.00 premium 100.00");
}

TEST(Spread, LongOptionsArePaidInFullHoweverLongTheyRun) {
  EXPECT_EQ(line_of_spread(100_usd_each, {{call, 100_usd_each, 1, 12_usd_each, far},
                                          {call, 105_usd_each, -1, 2_usd_each, spring}}),
            "1200.00 0.00 risk 0.00 0.00 equity 0.00 premium 200.00");
}

TEST(GreatestLoss, ScansEveryExercisePrice) {
  const auto loss = [](const std::vector<Line>& lines) {
    const Legs legs{100_usd_each, lines};
    return to_text(greatest_loss<Money>(legs.bought, legs.sold));
  };
  const Price any = 1_usd_each;
  EXPECT_EQ(loss({{call, 100_usd_each, 1, any}, {call, 105_usd_each, -1, any}}), "0.00 USD");
  EXPECT_EQ(loss({{call, 105_usd_each, 1, any}, {call, 100_usd_each, -1, any}}), "500.00 USD");
  EXPECT_EQ(loss({{call, 100_usd_each, 1, any}, {call, 100_usd_each, -1, any}}), "0.00 USD");
  // A short box owes the difference wherever it ends.
  EXPECT_EQ(loss({{call, 100_usd_each, -1, any},
                  {call, 110_usd_each, 1, any},
                  {put, 100_usd_each, 1, any},
                  {put, 110_usd_each, -1, any}}),
            "1000.00 USD");
  // A short butterfly loses one wing between its exercise prices only.
  EXPECT_EQ(loss({{call, 95_usd_each, -1, any},
                  {call, 100_usd_each, 2, any},
                  {call, 105_usd_each, -1, any}}),
            "500.00 USD");
}

TEST(Spread, TheExplainedReadingShowsWhereItLosesMost) {
  const Legs legs{100_usd_each,
                  {{call, 105_usd_each, 1, 1_usd_each}, {call, 100_usd_each, -1, 3_usd_each}}};
  const auto margin = spread<Amount>(legs.bought, legs.sold, on_the_day);
  ASSERT_TRUE(margin);
  EXPECT_EQ(margin->maintenance.law, &spread_law);
  const Amount& lesser = margin->maintenance.parts.at(0);
  ASSERT_EQ(lesser.governs, 1u);  // the greatest loss, not the uncovered requirement
  const Amount& loss = lesser.parts.at(1);
  ASSERT_TRUE(loss.governs);
  EXPECT_EQ(loss.parts.at(*loss.governs).subject, "at 105.00");
}

TEST(Spread, OfTwoLegsBeforeOctober2012) {
  const Legs legs{100_usd_each,
                  {{call, 105_usd_each, 1, 1_usd_each}, {call, 100_usd_each, -1, 3_usd_each}}};
  const auto law_on = [&](Date rules) {
    return spread<Amount>(legs.bought, legs.sold, {today, rules})->maintenance.law;
  };
  EXPECT_EQ(law_on(2012y / October / 25), &pair_spread_law);
  EXPECT_EQ(law_on(2012y / October / 26), &spread_law);
}

std::string box(Price low, Price high, Day day = on_the_day) {
  const OneOption lower_call{call, 1, 100_usd_each, low, 104_usd_each, spring, Style::european};
  const OneOption higher_put{put, 1, 110_usd_each, high, 104_usd_each, spring, Style::european};
  const OneOption lower_put{put,          1,      100_usd_each,   1.50_usd_each,
                            104_usd_each, spring, Style::european};
  const OneOption higher_call{call,         1,      110_usd_each,   2_usd_each,
                              104_usd_each, spring, Style::european};
  const Box legs{lower_call.leg, higher_put.leg, lower_put.leg, higher_call.leg};
  return PLIMSOLL_LINE(long_european_box, legs, day);
}

// Difference 1,000: half of it, in both requirements and both risks; the box counts as equity at
// its value, at most the difference.
TEST(EuropeanBox, HalfTheDifference) {
  EXPECT_EQ(box(6_usd_each, 7_usd_each),  // worth 9.50
            "500.00 500.00 risk 500.00 500.00 equity 950.00 premium 0.00");
  EXPECT_EQ(box(6_usd_each, 7.50_usd_each),  // worth 10.00
            "500.00 500.00 risk 500.00 500.00 equity 1000.00 premium 0.00");
  EXPECT_EQ(box(6_usd_each, 7.51_usd_each),
            "500.00 500.00 risk 500.00 500.00 equity 1000.00 premium 0.00");
  EXPECT_EQ(box(6_usd_each, 7_usd_each, {today, 2000y / April / 29}),
            "refused: no text on file for 2000-04-29; the first is of 2000-04-30");
}

}  // namespace
}  // namespace plimsoll::reg_t
