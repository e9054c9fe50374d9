#include "methods/reg_t/house/house.hpp"

#include <gtest/gtest.h>

#include <array>

#include "methods/reg_t/cash_account.hpp"
#include "methods/reg_t/covered.hpp"
#include "methods/reg_t/hedged.hpp"
#include "methods/reg_t/house/testing.hpp"
#include "methods/reg_t/spread.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

TEST(House, TheStricterGoverns) {
  EXPECT_EQ(stricter<Money>(3_usd, 4_usd), 4_usd);
  EXPECT_EQ(stricter<Money>(4_usd, 3_usd), 4_usd);
  const Amount same = stricter(known<Amount>("law", 4_usd), known<Amount>("house", 4_usd));
  EXPECT_EQ(same.governs, 0u);  // the law, where both ask the same
  EXPECT_EQ(same.label.text(), "stricter of law and house");
}

TEST(House, SharesAreAskedTheSumOfTheirPartsAtMostTheirValueHeldLong) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"rate", "1.20"}})});
  const Met long_and_short{Desk{}.stock("ABC", 100, 50_d).stock("XYZ", -100, 50_d), house};
  EXPECT_EQ(PLIMSOLL_LINE(long_stock, long_and_short.shares(0), on_the_day),
            "5000.00 5000.00 risk 5000.00 5000.00 equity 5000.00 premium 0.00");
  EXPECT_EQ(PLIMSOLL_LINE(short_stock, long_and_short.shares(1), on_the_day),
            "11000.00 11000.00 risk 6000.00 6000.00 equity -5000.00 premium 0.00");
}

TEST(House, DollarsAShareAreAFloor) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "market_value"}, {"each", "20"}})});
  const Met met{Desk{}.stock("ABC", 100, 50_d).stock("XYZ", -100, 50_d), house};
  EXPECT_EQ(long_stock<Money>(met.shares(0), on_the_day)->maintenance, 2'000_usd);
  EXPECT_EQ(short_stock<Money>(met.shares(1), on_the_day)->maintenance, 7'000_usd);
}

TEST(House, CoveredStockIsAskedOnWhatItCountsFor) {
  const Met met{Desk{}.stock("XYZ", 100, 50_d).call("XYZ", -1, spring, 40_d, 11_d),
                base_and_concentration()};
  // All of the account is one name: 40 % of the exercise price.
  EXPECT_EQ(PLIMSOLL_LINE(covered_call, met.shares(0), met.option(1), on_the_day),
            "2500.00 1600.00 risk 2500.00 1600.00 equity 4000.00 premium 1100.00");
}

TEST(House, HedgedStockNeedsTheHedgesFormulaAtMostWhatTheHouseAsks) {
  const Met met{Desk{}.stock("XYZ", 100, 50_d).put("XYZ", 1, spring, 50_d, 2_d),
                base_and_concentration()};
  EXPECT_EQ(protective_put<Money>(met.shares(0), met.option(1), on_the_day)->maintenance, 500_usd);
  const Met far{Desk{}.stock("XYZ", 100, 50_d).put("XYZ", 1, spring, 10_d, 0.05_d),
                base_and_concentration()};
  EXPECT_EQ(protective_put<Money>(far.shares(0), far.option(1), on_the_day)->maintenance,
            2'000_usd);  // 40 %, not 10 % of 10 and 40 out of the money
}

TEST(House, UncoveredOptionsByTheHousesPercentagesAndTheLawsWhereItHasNone) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "underlying"}, {"rate", "0.25"}})});
  const Met met{Desk{}
                    .put("XYZ", -1, spring, 80_d, 2_d)
                    .call("XYZ", -1, spring, 200_d, 1_d)
                    .quote("XYZ", 95_d),
                house};
  // 200 + 25 % of 9,500 - 1,500; the call is far out: 100 + 10 % of 9,500.
  const bool put_first = met.option(0).option->right == Right::put;
  const OptionLeg& put = met.option(put_first ? 0 : 1);
  const OptionLeg& call = met.option(put_first ? 1 : 0);
  EXPECT_EQ(uncovered_option<Money>(put, on_the_day)->maintenance, 1'075_usd);
  EXPECT_EQ(uncovered_option<Amount>(put, on_the_day)->maintenance.money, 1'075_usd);
  EXPECT_EQ(uncovered_option<Money>(call, on_the_day)->maintenance, 1'050_usd);
}

TEST(House, APutIsNeverAskedMoreThanItsExercisePrice) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "option"}, {"each", "9"}})});
  const Met met{Desk{}.put("XYZ", -1, spring, 5_d, 0.10_d).quote("XYZ", 20_d), house};
  EXPECT_EQ(uncovered_option<Money>(met.option(0), on_the_day)->maintenance, 500_usd);
}

TEST(House, ASpreadIsAskedWhatClosingItCostsAndSoMuchMore) {
  const House house = house_of(
      {house_rule(
           10, {{"scope", "group"}, {"mode", "floor"}, {"of", "cost_to_close"}, {"rate", "1.02"}},
           {{"strategy", "spread"}}),
       house_rule(20, {{"scope", "group"}, {"mode", "add"}, {"of", "spread"}, {"amount", "150"}},
                  {{"strategy", "spread"}})});
  const Met met{Desk{}
                    .call("XYZ", -1, spring, 50_d, 12_d)
                    .call("XYZ", 1, spring, 60_d, 1_d)
                    .quote("XYZ", 60_d),
                house};
  const std::array bought{met.option(1)}, sold{met.option(0)};
  // Its greatest loss is 1,000; it costs 1,100 to close.
  const auto plain = spread<Money>(bought, sold, on_the_day);
  EXPECT_EQ(plain->maintenance, 1'272_usd);
  EXPECT_EQ(plain->initial, 1'372_usd);
  EXPECT_EQ(spread<Amount>(bought, sold, on_the_day)->maintenance.money, 1'272_usd);
}

TEST(House, ACallSoldInARetirementAccount) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "floor"}, {"of", "underlying"}, {"rate", "1"}},
      {{"account", "retirement"}, {"option", "call"}})});
  const Met met{Desk{AccountKind::retirement}.call("XYZ", -1, spring, 60_d, 8_d).quote("XYZ", 65_d),
                house};
  EXPECT_EQ(cash_short_option<Money>(met.option(0), on_the_day)->maintenance, 7'300_usd);
}

TEST(House, NoCreditIsPaidInFull) {
  const House house = house_of(
      {house_rule(10, {{"scope", "position"}, {"mode", "block"}}, {{"price_up_to", "3"}})});
  const Met met{Desk{}.stock("XYZ", 100, 3_d), house};
  EXPECT_EQ(met.book.entries[0].standing, Standing::not_marginable);
  const auto explained = long_stock<Amount>(met.shares(0), on_the_day);
  EXPECT_EQ(explained->maintenance.money, 300_usd);
  EXPECT_EQ(explained->maintenance.where.line, 10u);
}

}  // namespace
}  // namespace plimsoll::reg_t
