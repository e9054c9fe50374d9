#include "methods/reg_t/debt.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

Bond bond(BondKind kind, std::optional<Date> maturity = 2040y / May / 15) {
  return {.id = id("BOND"), .kind = kind, .maturity = maturity};
}
Bond rated(std::optional<Rating> rating) {
  Bond rated = bond(BondKind::corporate);
  rated.rating = rating;
  return rated;
}

/// 10,000 of principal at `price`.
std::string line(const Bond& what, Price price, Day day = on_the_day,
                 Standing standing = Standing::marginable) {
  Debt held = bond_held(what, 10'000, price);
  held.standing = standing;
  return PLIMSOLL_LINE(debt, held, day);
}
std::string line_owed(const Bond& what, Price price) {
  Debt owed = bond_held(what, 10'000, price);
  owed.owed = true;
  return PLIMSOLL_LINE(debt, owed, on_the_day);
}

// Of 9,800: the band begins on its first day.
TEST(Treasury, PercentageByYearsLeft) {
  const std::vector<std::pair<Date, std::string>> table{
      {2026y / March / 2, "98.00"},  {2027y / March / 1, "98.00"},   // under 1 year: 1 %
      {2027y / March / 2, "196.00"}, {2029y / March / 1, "196.00"},  // 1 to 3: 2 %
      {2029y / March / 2, "294.00"}, {2031y / March / 1, "294.00"},  // 3 to 5: 3 %
      {2031y / March / 2, "392.00"}, {2036y / March / 1, "392.00"},  // 5 to 10: 4 %
      {2036y / March / 2, "490.00"}, {2046y / March / 1, "490.00"},  // 10 to 20: 5 %
      {2046y / March / 2, "588.00"}, {2056y / March / 1, "588.00"}};
  for (const auto& [maturity, need] : table)
    EXPECT_EQ(line(bond(BondKind::treasury, maturity), 98_usd_each),
              need + " " + need + " risk " + need + " " + need + " equity 9800.00 premium 0.00")
        << to_text(maturity);
}

TEST(Treasury, ZeroCouponsHaveAFloorFromFiveYears) {
  // 10,000 of principal: the floor is 300.
  const std::vector<std::tuple<Date, Price, std::string>> table{
      {2031y / March / 1, 60_usd_each,
       "180.00 180.00"},  // a day short of five years: 3 %, no floor
      {2031y / March / 2, 60_usd_each, "300.00 300.00"},  // 4 % is 240
      {2031y / March / 2, 75_usd_each, "300.00 300.00"},  // 4 % is 300
      {2031y / March / 2, 75.01_usd_each, "300.04 300.04"},
      {2056y / March / 1, 20_usd_each, "300.00 300.00"}};  // 6 % is 120
  for (const auto& [maturity, value, need] : table) {
    Bond zero_coupon = bond(BondKind::treasury, maturity);
    zero_coupon.zero_coupon = true;
    EXPECT_TRUE(line(zero_coupon, value).starts_with(need + " risk"))
        << to_text(maturity) << " " << line(zero_coupon, value);
  }
}

TEST(Treasury, RefusesWhatHasMaturedOrDoesNotSay) {
  EXPECT_EQ(line(bond(BondKind::treasury, 2026y / March / 1), 98_usd_each),
            "refused: matured on 2026-03-01; book its principal as cash");
  EXPECT_EQ(line(bond(BondKind::treasury, std::nullopt), 98_usd_each),
            "refused: a treasury needs its maturity; add it under instruments");
}

TEST(Debt, ByClass) {
  EXPECT_EQ(line(bond(BondKind::municipal), 98_usd_each),  // 7 %
            "686.00 686.00 risk 686.00 686.00 equity 9800.00 premium 0.00");
  EXPECT_EQ(line(rated(Rating::investment_grade), 98_usd_each),  // 10 %
            "980.00 980.00 risk 980.00 980.00 equity 9800.00 premium 0.00");
  EXPECT_EQ(line(rated(Rating::high_yield), 98_usd_each),  // 20 %
            "1960.00 1960.00 risk 1960.00 1960.00 equity 9800.00 premium 0.00");
  EXPECT_EQ(line(rated(std::nullopt), 98_usd_each), line(rated(Rating::high_yield), 98_usd_each));
  EXPECT_EQ(line(bond(BondKind::convertible), 98_usd_each),  // as equity: 50 %, then 25 %
            "4900.00 2450.00 risk 4900.00 2450.00 equity 9800.00 premium 0.00");
}

// 20 % of the value or 7 % of 10,000, which cross at 3,500.
TEST(Debt, BelowInvestmentGradeAtLeastSoMuchOfPrincipal) {
  EXPECT_TRUE(line(rated(Rating::high_yield), 34.99_usd_each).starts_with("700.00 700.00 "));
  EXPECT_TRUE(line(rated(Rating::high_yield), 35_usd_each).starts_with("700.00 700.00 "));
  EXPECT_TRUE(line(rated(Rating::high_yield), 35.01_usd_each).starts_with("700.20 700.20 "));
}

TEST(Debt, SoldShortNeedsItsValueAndTheSamePercentage) {
  EXPECT_EQ(line_owed(bond(BondKind::treasury, 2028y / May / 15), 98_usd_each),
            "9996.00 9996.00 risk 196.00 196.00 equity -9800.00 premium 0.00");
  EXPECT_EQ(line_owed(rated(Rating::investment_grade), 98_usd_each),
            "10780.00 10780.00 risk 980.00 980.00 equity -9800.00 premium 0.00");
}

TEST(Debt, ConvertiblesSoldShort) {
  // 150 % of 9,800 to open; 30 % to keep.
  EXPECT_EQ(line_owed(bond(BondKind::convertible), 98_usd_each),
            "14700.00 12740.00 risk 4900.00 2940.00 equity -9800.00 premium 0.00");
  // 5 % of principal is 500, and 30 % of 1,000 is 300.
  EXPECT_EQ(line_owed(bond(BondKind::convertible), 10_usd_each),
            "1500.00 1500.00 risk 500.00 500.00 equity -1000.00 premium 0.00");
}

// A preferred share is stock: 5 dollars a share or 30 %, below 5 dollars 2.50 or all of it.
TEST(Debt, AConvertiblePreferredSoldShortIsStock) {
  const Bond preferred = bond(BondKind::convertible, std::nullopt);
  const auto sold_at = [&](Price price) {
    Debt owed = bond_held(preferred, 100, price);
    owed.owed = true;
    owed.per = 1_d;
    return PLIMSOLL_LINE(debt, owed, on_the_day);
  };
  const std::vector<std::pair<Price, std::string>> table{
      {2_usd_each, "450.00 450.00 risk 250.00 250.00 equity -200.00"},
      {3_usd_each, "600.00 600.00 risk 300.00 300.00 equity -300.00"},
      {4.99_usd_each, "998.00 998.00 risk 499.00 499.00 equity -499.00"},
      {5_usd_each, "1000.00 1000.00 risk 500.00 500.00 equity -500.00"},
      {10_usd_each, "1500.00 1500.00 risk 500.00 500.00 equity -1000.00"},
      {100_usd_each, "15000.00 13000.00 risk 5000.00 3000.00 equity -10000.00"}};
  for (const auto& [price, line] : table)
    EXPECT_EQ(sold_at(price), line + " premium 0.00") << to_text(price.per_unit, 2);
}

TEST(Debt, IsPaidInFullWhereNothingIsLent) {
  for (const Standing standing : {Standing::not_marginable, Standing::paid_in_cash})
    EXPECT_EQ(line(rated(Rating::investment_grade), 98_usd_each, on_the_day, standing),
              "9800.00 9800.00 risk 9800.00 9800.00 equity 9800.00 premium 0.00");
}

TEST(Debt, IsOpenedAtTodaysTradePrice) {
  const Bond what = rated(Rating::investment_grade);
  Debt held = bond_held(what, 10'000, 98_usd_each);
  held.opening = 97_usd_each;
  EXPECT_EQ(PLIMSOLL_LINE(debt, held, on_the_day),
            "970.00 980.00 risk 970.00 980.00 equity 9800.00 premium 0.00");
}

TEST(Debt, HasNoRuleBefore2000) {
  const Bond what = bond(BondKind::municipal);
  EXPECT_EQ(line(what, 98_usd_each, {today, 2000y / January / 2}),
            "refused: no text on file for 2000-01-02; the first is of 2000-01-03");
  EXPECT_EQ(line(what, 98_usd_each, {today, 2000y / January / 3}), line(what, 98_usd_each));
}

TEST(MoneyMarketFund, OnePercent) {
  EXPECT_EQ(PLIMSOLL_LINE(money_market_fund, shares(5'000, 1_usd_each), on_the_day),
            "50.00 50.00 risk 50.00 50.00 equity 5000.00 premium 0.00");
}

}  // namespace
}  // namespace plimsoll::reg_t
