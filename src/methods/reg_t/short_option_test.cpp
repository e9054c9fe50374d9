#include "methods/reg_t/option.hpp"
#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr UnderlyingClass equity{};
constexpr UnderlyingClass broad{.broad_index = true};
constexpr UnderlyingClass doubled{.leverage = 2_d};

struct Row {
  Right right;
  Price strike, mark, underlying;
  UnderlyingClass on;
  Money requirement;  // of one contract
};

/// An uncovered option is all risk: nothing of it is a cost, and it adds nothing to equity.
std::string all_risk(Money requirement, Money premium) {
  const std::string need = to_text(requirement.amount, 2);
  return need + " " + need + " risk " + need + " " + need + " equity 0.00 premium " +
         to_text(premium.amount, 2);
}

void expect(const std::vector<Row>& table) {
  for (const Row& row : table) {
    OneOption sold{row.right, 1, row.strike, row.mark, row.underlying};
    sold.on(row.on);
    EXPECT_EQ(PLIMSOLL_LINE(uncovered_option, sold.leg, on_the_day),
              all_risk(row.requirement, row.mark * Quantity::of(std::int64_t{100})))
        << (row.right == Right::call ? "call " : "put ") << to_text(row.strike.per_unit, 2)
        << " at " << to_text(row.mark.per_unit, 2);
  }
}

TEST(UncoveredOption, CboesManual) {
  const UnderlyingClass half_more_broad{.broad_index = true, .leverage = 1.5_d};
  expect({
      // right, strike, price, underlying, class, requirement
      {Right::put, 725_usd_each, 3_usd_each, 970_usd_each, doubled, 14'800_usd},          // p. 29
      {Right::put, 410_usd_each, 0.10_usd_each, 445.35_usd_each, broad, 4'110_usd},       // p. 30
      {Right::put, 430_usd_each, 7.80_usd_each, 433.35_usd_each, broad, 6'945.25_usd},    // p. 30
      {Right::call, 120_usd_each, 8.40_usd_each, 128.50_usd_each, equity, 3'410_usd},     // p. 32
      {Right::call, 30_usd_each, 0.05_usd_each, 26.38_usd_each, equity, 268.80_usd},      // p. 32
      {Right::call, 810_usd_each, 10.10_usd_each, 815.50_usd_each, doubled, 33'630_usd},  // p. 33
      {Right::call, 430_usd_each, 8.70_usd_each, 433.35_usd_each, broad, 7'370.25_usd},   // p. 34
      {Right::call, 370_usd_each, 12.85_usd_each, 378.50_usd_each, broad, 6'962.50_usd},  // p. 34
      {Right::call, 450_usd_each, 3_usd_each, 410_usd_each, half_more_broad, 6'450_usd},  // p. 34
  });
}

// Underlying at 100: 20 % is 20. A call's floor is 10 % of 100, a put's 10 % of its strike.
TEST(UncoveredOption, OutOfTheMoneyToTheFloor) {
  expect({
      {Right::call, 100_usd_each, 1_usd_each, 100_usd_each, equity, 2'100_usd},
      {Right::call, 90_usd_each, 11_usd_each, 100_usd_each, equity, 3'100_usd},
      {Right::call, 109.99_usd_each, 1_usd_each, 100_usd_each, equity, 1'101_usd},
      {Right::call, 110_usd_each, 1_usd_each, 100_usd_each, equity, 1'100_usd},
      {Right::call, 110.01_usd_each, 1_usd_each, 100_usd_each, equity, 1'100_usd},
      {Right::put, 100_usd_each, 1_usd_each, 100_usd_each, equity, 2'100_usd},
      {Right::put, 110_usd_each, 11_usd_each, 100_usd_each, equity, 3'100_usd},
      // 20 - (100 - K) against K / 10: they meet at 88.888...
      {Right::put, 88.90_usd_each, 1_usd_each, 100_usd_each, equity, 990_usd},
      {Right::put, 88.80_usd_each, 1_usd_each, 100_usd_each, equity, 988_usd},
      {Right::put, 80_usd_each, 0_usd_each, 100_usd_each, equity, 800_usd},
  });
}

// 5.00 of strike, 10 % of it the floor: 4.50 of premium and 0.50 meet the whole.
TEST(UncoveredOption, APutNeverNeedsMoreThanItsExercisePrice) {
  expect({{Right::put, 5_usd_each, 4.49_usd_each, 10_usd_each, equity, 499_usd},
          {Right::put, 5_usd_each, 4.50_usd_each, 10_usd_each, equity, 500_usd},
          {Right::put, 5_usd_each, 4.51_usd_each, 10_usd_each, equity, 500_usd},
          {Right::call, 5_usd_each, 9.99_usd_each, 10_usd_each, equity, 1'199_usd}});
  // Six times 20 % exceeds the strike.
  expect({{Right::put, 100_usd_each, 1_usd_each, 100_usd_each, {.leverage = 6_d}, 10'000_usd},
          {Right::call, 100_usd_each, 1_usd_each, 100_usd_each, {.leverage = 6_d}, 12'100_usd}});
}

TEST(UncoveredOption, ANoteIsNotABroadFund) {
  expect({{Right::put, 100_usd_each, 1_usd_each, 100_usd_each, {.note = true}, 2'100_usd},
          {Right::put, 100_usd_each, 1_usd_each, 100_usd_each, broad, 1'600_usd}});
}

TEST(UncoveredOption, PremiumReceivedOpensMarketValueKeeps) {
  // Sold at 4.00, now 4.25, 3.75 in the money: 20 % of 9.25 is 1.85.
  OneOption sold{Right::put, 4, 13_usd_each, 4.25_usd_each, 9.25_usd_each};
  sold.opened_at(4_usd_each);
  EXPECT_EQ(PLIMSOLL_LINE(uncovered_option, sold.leg, on_the_day),
            "2340.00 2440.00 risk 2340.00 2440.00 equity 0.00 premium 1600.00");
}

TEST(UncoveredOption, LeverageCountsFromDecember2009) {
  OneOption sold{Right::call, 1, 100_usd_each, 1_usd_each, 100_usd_each};
  sold.on(doubled);
  const auto need = [&](Date rules) {
    return to_text(*uncovered_requirement<Money>(sold.leg, Phase::maintenance, {today, rules}));
  };
  EXPECT_EQ(need(2009y / November / 30), "2100.00 USD");
  EXPECT_EQ(need(2009y / December / 1), "4100.00 USD");
}

TEST(UncoveredOption, HasNoRuleBefore1988) {
  const OneOption sold{Right::call, 1, 100_usd_each, 1_usd_each, 100_usd_each};
  EXPECT_EQ(PLIMSOLL_LINE(uncovered_option, sold.leg, Day{today, 1988y / June / 5}),
            "refused: no text on file for 1988-06-05; the first is of 1988-06-06");
}

TEST(UncoveredOption, SaysWhatGoverns) {
  const OneOption put{Right::put, 1, 80_usd_each, 2_usd_each, 95_usd_each};
  const auto need = uncovered_requirement<Amount>(put.leg, Phase::maintenance, on_the_day);
  ASSERT_TRUE(need);
  EXPECT_EQ(need->law, &short_option_law);
  EXPECT_EQ(to_text(need->money), "1000.00 USD");
  const Amount& capped = need->parts.at(0);
  EXPECT_EQ(capped.governs, 0u);  // not the exercise price
  const Amount& greater = capped.parts.at(0).parts.at(1);
  EXPECT_EQ(greater.governs, 1u);  // 10 % of 80
  EXPECT_EQ(capped.parts.at(1).law, &put_cap_law);
}

std::string straddle(const OneOption& call, const OneOption& put) {
  return PLIMSOLL_LINE(short_straddle, call.leg, put.leg, on_the_day);
}

TEST(ShortStraddle, GreaterSideAndTheOthersPremium) {
  // Cboe's manual p. 45: call 700 + 1,852.60, put 370 of premium.
  EXPECT_EQ(straddle({Right::call, 1, 90_usd_each, 7_usd_each, 92.63_usd_each},
                     {Right::put, 1, 90_usd_each, 3.70_usd_each, 92.63_usd_each}),
            all_risk(2'922.60_usd, 1'070_usd));
  // The index example: put 720 + 6,500.25, call 550.
  OneOption call{Right::call, 1, 435_usd_each, 5.50_usd_each, 433.35_usd_each};
  OneOption put{Right::put, 1, 435_usd_each, 7.20_usd_each, 433.35_usd_each};
  EXPECT_EQ(straddle(call.on(broad), put.on(broad)), all_risk(7'770.25_usd, 1'270_usd));
  // A broker's strangle: 910 against 820, and 120.
  EXPECT_EQ(straddle({Right::call, 1, 47_usd_each, 2.10_usd_each, 45_usd_each},
                     {Right::put, 1, 43_usd_each, 1.20_usd_each, 45_usd_each}),
            all_risk(1'030_usd, 330_usd));
}

TEST(ShortStraddle, OfEqualSidesTheSmallerPremium) {
  // Call 1,200 + 1,000, put 200 + 2,000.
  EXPECT_EQ(straddle({Right::call, 1, 110_usd_each, 12_usd_each, 100_usd_each},
                     {Right::put, 1, 100_usd_each, 2_usd_each, 100_usd_each}),
            all_risk(2'400_usd, 1'400_usd));
  // Call 200 + 2,000, put 1,200 + 1,000.
  EXPECT_EQ(straddle({Right::call, 1, 100_usd_each, 2_usd_each, 100_usd_each},
                     {Right::put, 1, 90_usd_each, 12_usd_each, 100_usd_each}),
            all_risk(2'400_usd, 1'400_usd));
}

}  // namespace
}  // namespace plimsoll::reg_t
