#include "methods/reg_t/stock.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::string bought(const Shares& held, Day day = on_the_day) {
  return PLIMSOLL_LINE(long_stock, held, day);
}
std::string sold(const Shares& owed, Day day = on_the_day) {
  return PLIMSOLL_LINE(short_stock, owed, day);
}
Shares leveraged(Shares shares, Decimal leverage) {
  shares.leverage = leverage;
  return shares;
}
Shares standing(Shares shares, Standing standing) {
  shares.standing = standing;
  return shares;
}
Shares broker_asks(Shares shares, Percent rate) {
  shares.broker_rate = rate;
  return shares;
}

TEST(LongStock, HalfToOpenAQuarterToKeep) {
  EXPECT_EQ(bought(shares(100, 50_usd_each)),
            "2500.00 1250.00 risk 2500.00 1250.00 equity 5000.00 premium 0.00");
  EXPECT_EQ(bought(shares(1, 0.03_usd_each)),
            "0.015 0.0075 risk 0.015 0.0075 equity 0.03 premium 0.00");
}

TEST(LongStock, IsOpenedAtTodaysTradePrice) {
  EXPECT_EQ(bought(opened_at(shares(100, 50_usd_each), 48_usd_each)),
            "2400.00 1250.00 risk 2400.00 1250.00 equity 5000.00 premium 0.00");
}

// FINRA's table: 1.5x 37.5 %, 2x 50 %, 3x 75 %, 4x and above 100 %; to open never less than to
// keep.
TEST(LongStock, RisesWithLeverageToItsWholeValue) {
  const Shares plain = shares(100, 50_usd_each);
  const std::vector<std::pair<Decimal, std::string>> table{
      {1_d, "2500.00 1250.00"},     {1.5_d, "2500.00 1875.00"},   {2_d, "2500.00 2500.00"},
      {3_d, "3750.00 3750.00"},     {3.999_d, "4998.75 4998.75"}, {4_d, "5000.00 5000.00"},
      {4.001_d, "5000.00 5000.00"}, {5_d, "5000.00 5000.00"}};
  for (const auto& [leverage, requirements] : table)
    EXPECT_EQ(bought(leveraged(plain, leverage)).substr(0, requirements.size() + 5),
              requirements + " risk")
        << to_text(leverage, 0);
}

TEST(LongStock, LeverageCountsFromDecember2009) {
  const Shares triple = leveraged(shares(100, 50_usd_each), 3_d);
  EXPECT_EQ(bought(triple, {today, 2009y / November / 30}),
            "2500.00 1250.00 risk 2500.00 1250.00 equity 5000.00 premium 0.00");
  EXPECT_EQ(bought(triple, {today, 2009y / December / 1}),
            "3750.00 3750.00 risk 3750.00 3750.00 equity 5000.00 premium 0.00");
}

TEST(LongStock, IsPaidInFullWhereNothingIsLent) {
  for (const Standing reason : {Standing::not_marginable, Standing::paid_in_cash})
    EXPECT_EQ(bought(standing(shares(100, 50_usd_each), reason)),
              "5000.00 5000.00 risk 5000.00 5000.00 equity 5000.00 premium 0.00");
}

TEST(LongStock, TheBrokersRateRaisesAndNeverLowers) {
  const Shares plain = shares(100, 50_usd_each);
  const std::vector<std::pair<Percent, std::string>> table{{20_pct, "2500.00 1250.00"},
                                                           {25_pct, "2500.00 1250.00"},
                                                           {25.01_pct, "2500.00 1250.50"},
                                                           {60_pct, "3000.00 3000.00"},
                                                           {120_pct, "6000.00 6000.00"}};
  for (const auto& [rate, requirements] : table)
    EXPECT_TRUE(bought(broker_asks(plain, rate)).starts_with(requirements)) << to_text(rate);
  const auto law = long_stock_rate(broker_asks(plain, 30_pct), today);
  ASSERT_TRUE(law);
  EXPECT_EQ(law->rate.law, &broker_rate_law);
}

// On top of the market value owed: below 5.00 the greater of the whole value and 2.50 a share; from
// 5.00 the greater of 30 % and 5.00 a share, which bind to 16.66; to open at least 150 %.
TEST(ShortStock, FloorsByPrice) {
  const std::vector<std::pair<Price, std::string>> table{
      {2.00_usd_each, "450.00 450.00 risk 250.00 250.00 equity -200.00 premium 0.00"},
      {2.49_usd_each, "499.00 499.00 risk 250.00 250.00 equity -249.00 premium 0.00"},
      {2.50_usd_each, "500.00 500.00 risk 250.00 250.00 equity -250.00 premium 0.00"},
      {2.51_usd_each, "502.00 502.00 risk 251.00 251.00 equity -251.00 premium 0.00"},
      {4.99_usd_each, "998.00 998.00 risk 499.00 499.00 equity -499.00 premium 0.00"},
      {5.00_usd_each, "1000.00 1000.00 risk 500.00 500.00 equity -500.00 premium 0.00"},
      {5.01_usd_each, "1001.00 1001.00 risk 500.00 500.00 equity -501.00 premium 0.00"},
      {9.99_usd_each, "1499.00 1499.00 risk 500.00 500.00 equity -999.00 premium 0.00"},
      {10.00_usd_each, "1500.00 1500.00 risk 500.00 500.00 equity -1000.00 premium 0.00"},
      {10.01_usd_each, "1501.50 1501.00 risk 500.50 500.00 equity -1001.00 premium 0.00"},
      {16.66_usd_each, "2499.00 2166.00 risk 833.00 500.00 equity -1666.00 premium 0.00"},
      {16.67_usd_each, "2500.50 2167.10 risk 833.50 500.10 equity -1667.00 premium 0.00"},
      {100_usd_each, "15000.00 13000.00 risk 5000.00 3000.00 equity -10000.00 premium 0.00"}};
  for (const auto& [price, line] : table)
    EXPECT_EQ(sold(shares(100, price)), line) << to_text(price.per_unit, 2);
}

TEST(ShortStock, IsOpenedAtWhatItBrought) {
  // Sold at 4.99, now at 5.00: the low-priced rule to open, the ordinary one to keep.
  EXPECT_EQ(sold(opened_at(shares(100, 5_usd_each), 4.99_usd_each)),
            "998.00 1000.00 risk 499.00 500.00 equity -500.00 premium 0.00");
}

// 30 % times the leverage, without a cap.
TEST(ShortStock, RisesWithLeverage) {
  const std::vector<std::tuple<Decimal, Price, std::string>> table{
      {1.5_d, 100_usd_each, "15000.00 14500.00 risk 5000.00 4500.00"},
      {2_d, 100_usd_each, "16000.00 16000.00 risk 6000.00 6000.00"},
      {3_d, 100_usd_each, "19000.00 19000.00 risk 9000.00 9000.00"},
      {4_d, 100_usd_each, "22000.00 22000.00 risk 12000.00 12000.00"},
      {3_d, 5_usd_each, "1000.00 1000.00 risk 500.00 500.00"},  // 90 % is 450
      {3_d, 4_usd_each, "800.00 800.00 risk 400.00 400.00"},    // 90 % is 360
      {4_d, 4_usd_each, "880.00 880.00 risk 480.00 480.00"},    // 120 % is 480
      {4_d, 2_usd_each, "450.00 450.00 risk 250.00 250.00"}};   // 120 % is 240
  for (const auto& [leverage, price, line] : table)
    EXPECT_EQ(sold(leveraged(shares(100, price), leverage)).substr(0, line.size()), line)
        << to_text(leverage, 1) << " at " << to_text(price.per_unit, 2);
}

TEST(ShortStock, NeedsAsMuchWhereItIsNotMarginable) {
  EXPECT_EQ(sold(standing(shares(100, 100_usd_each), Standing::not_marginable)),
            sold(shares(100, 100_usd_each)));
}

TEST(ShortStock, TheBrokersRateRaisesAndNeverLowers) {
  EXPECT_EQ(sold(broker_asks(shares(100, 100_usd_each), 30_pct)), sold(shares(100, 100_usd_each)));
  EXPECT_TRUE(sold(broker_asks(shares(100, 100_usd_each), 60_pct))
                  .starts_with("16000.00 16000.00 risk 6000.00 6000.00"));
  EXPECT_TRUE(sold(broker_asks(shares(100, 4_usd_each), 150_pct))
                  .starts_with("1000.00 1000.00 risk 600.00 600.00"));
}

TEST(Stock, HasNoRuleBefore1974) {
  const Day before{1974y / January / 2, 1974y / January / 2};
  const Day first{1974y / January / 3, 1974y / January / 3};
  for (const std::string& line :
       {bought(shares(1, 10_usd_each), before), sold(shares(1, 10_usd_each), before),
        bought(standing(shares(1, 10_usd_each), Standing::paid_in_cash), before)})
    EXPECT_EQ(line, "refused: no text on file for 1974-01-02; the first is of 1974-01-03");
  EXPECT_EQ(bought(shares(100, 50_usd_each), first), bought(shares(100, 50_usd_each)));
  const auto refused = long_stock<Money>(shares(1, 10_usd_each), before);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Reason::not_in_force);
}

TEST(Stock, SaysUnderWhichRule) {
  const auto held = long_stock<Amount>(shares(100, 50_usd_each), on_the_day);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->initial.law, &finra_initial_law);
  EXPECT_EQ(held->initial.parts.at(0).governs, 0u);  // Regulation T's half
  EXPECT_EQ(held->maintenance.law, &long_stock_law);
  const auto low =
      short_stock_deposit<Amount>(shares(100, 4.99_usd_each), Phase::maintenance, on_the_day);
  const auto ordinary =
      short_stock_deposit<Amount>(shares(100, 5_usd_each), Phase::maintenance, on_the_day);
  ASSERT_TRUE(low && ordinary);
  EXPECT_EQ(low->law, &low_priced_short_law);
  EXPECT_EQ(ordinary->law, &short_stock_law);
  const auto low_whole = short_stock<Amount>(shares(100, 4.99_usd_each), on_the_day);
  const auto whole = short_stock<Amount>(shares(100, 5_usd_each), on_the_day);
  ASSERT_TRUE(low_whole && whole);
  EXPECT_EQ(low_whole->maintenance.law, &low_priced_short_law);
  EXPECT_EQ(whole->maintenance.law, &short_stock_law);
}

}  // namespace
}  // namespace plimsoll::reg_t
