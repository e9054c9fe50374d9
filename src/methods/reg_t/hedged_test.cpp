#include "methods/reg_t/hedged.hpp"

#include <set>

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::string with_put(const Shares& held, const OneOption& put) {
  return PLIMSOLL_LINE(protective_put, held, put.leg, on_the_day);
}
std::string with_call(const Shares& owed, const OneOption& call) {
  return PLIMSOLL_LINE(protective_call, owed, call.leg, on_the_day);
}

// Cboe's manual p. 58: 10 % of 95 and 8.50 out of the money, against a quarter of 103.50.
TEST(ProtectivePut, TenPercentAndOutOfTheMoneyAtMostAQuarter) {
  const Shares held = shares(100, 103.50_usd_each);
  const std::vector<std::pair<Price, std::string>> table{
      {95_usd_each, "5275.00 1800.00 risk 5175.00 1800.00"},
      {86.25_usd_each, "5275.00 2587.50 risk 5175.00 2587.50"},  // both are 25.875
      {86.24_usd_each, "5275.00 2587.50 risk 5175.00 2587.50"},
      {86.26_usd_each, "5275.00 2586.60 risk 5175.00 2586.60"},
      {103.50_usd_each, "5275.00 1035.00 risk 5175.00 1035.00"},
      {110_usd_each, "5275.00 1100.00 risk 5175.00 1100.00"}};  // in the money counts nothing
  for (const auto& [strike, line] : table)
    EXPECT_EQ(with_put(held, {Right::put, 1, strike, 1_usd_each, 103.50_usd_each}),
              line + " equity 10350.00 premium 0.00")
        << to_text(strike.per_unit, 2);
}

// 10 % of 95 and 5 out of the money are 1,450; the broker asks 60 % of 10,000 for the shares
// themselves.
TEST(ProtectivePut, DoesNotLowerWhatTheBrokerAsksForTheShares) {
  Shares held = shares(100, 100_usd_each);
  const OneOption put{Right::put, 1, 95_usd_each, 1_usd_each, 100_usd_each};
  EXPECT_TRUE(with_put(held, put).starts_with("5100.00 1450.00"));
  held.broker_rate = 60_pct;
  EXPECT_TRUE(with_put(held, put).starts_with("6100.00 6000.00")) << with_put(held, put);
}

TEST(ProtectivePut, IsPaidInFullHoweverLongItRuns) {
  EXPECT_EQ(with_put(shares(100, 103.50_usd_each),
                     {Right::put, 1, 95_usd_each, 1_usd_each, 103.50_usd_each, far}),
            "5275.00 1800.00 risk 5175.00 1800.00 equity 10350.00 premium 0.00");
}

// 10,000 owed. The call stands in for half of the short sale's margin where its exercise price does
// not exceed the sale price; the exchange's deposit then comes on top.
TEST(ProtectiveCall, AtMostTheSalePriceItSecuresTheSale) {
  const Shares owed = shares(100, 100_usd_each);
  const std::vector<std::pair<Price, std::string>> table{
      {95_usd_each, "11150.00 10950.00 risk 950.00 950.00"},
      {99.99_usd_each, "11199.90 10999.90 risk 999.90 999.90"},
      {100_usd_each, "11200.00 11000.00 risk 1000.00 1000.00"},
      {100.01_usd_each, "15200.00 11001.10 risk 5000.00 1001.10"},
      {105_usd_each, "15200.00 11550.00 risk 5000.00 1550.00"},   // 10.50 and 5
      {120_usd_each, "15200.00 13000.00 risk 5000.00 3000.00"}};  // 32, at most 30 % of 100
  for (const auto& [strike, line] : table)
    EXPECT_EQ(with_call(owed, {Right::call, 1, strike, 2_usd_each, 100_usd_each}),
              line + " equity -10000.00 premium 0.00")
        << to_text(strike.per_unit, 2);
}

TEST(ProtectiveCall, MustBeAmericanToSecureTheSale) {
  EXPECT_EQ(with_call(shares(100, 100_usd_each), {Right::call, 1, 100_usd_each, 2_usd_each,
                                                  100_usd_each, spring, Style::european}),
            "15200.00 11000.00 risk 5000.00 1000.00 equity -10000.00 premium 0.00");
}

TEST(ProtectiveCall, ComparesWithWhatTheSaleBrought) {
  // Sold today at 105, now 100: 10 % of 105 to open; 10.50 and 5 out of the money to keep.
  EXPECT_EQ(with_call(opened_at(shares(100, 100_usd_each), 105_usd_each),
                      {Right::call, 1, 105_usd_each, 2_usd_each, 100_usd_each}),
            "11750.00 11550.00 risk 1050.00 1550.00 equity -10000.00 premium 0.00");
}

// Owed at 105, a call at 110: 10 % of 110 and 5 out of the money are 1,600. What the sale brought
// decides; amounts stay at the market.
TEST(ProtectiveCall, ComparesWithWhatTheSaleBroughtBefore) {
  const auto sold_at = [](std::optional<Price> price) {
    Shares owed = shares(100, 105_usd_each);
    owed.sold_at = price;
    return with_call(owed, {Right::call, 1, 110_usd_each, 1_usd_each, 105_usd_each});
  };
  const std::string secured =
      "12200.00 12100.00 risk 1600.00 1600.00 equity -10500.00 premium 0.00";
  const std::string apart = "15850.00 12100.00 risk 5250.00 1600.00 equity -10500.00 premium 0.00";
  EXPECT_EQ(sold_at(115_usd_each), secured);
  EXPECT_EQ(sold_at(110_usd_each), secured);
  EXPECT_EQ(sold_at(109.99_usd_each), apart);
  EXPECT_EQ(sold_at(std::nullopt), apart);  // the market price, 105
}

TEST(ProtectiveCall, IsNotSecuredByARiseSinceTheSale) {
  Shares owed = shares(100, 115_usd_each);
  const OneOption call{Right::call, 1, 110_usd_each, 7_usd_each, 115_usd_each};
  EXPECT_TRUE(with_call(owed, call).starts_with("13300.00 12600.00 risk 1100.00 1100.00"));
  owed.sold_at = 105_usd_each;
  EXPECT_TRUE(with_call(owed, call).starts_with("17950.00 12600.00 risk 5750.00 1100.00"));
}

TEST(Hedged, EachTenPercentSaysItsParagraph) {
  const OneOption put{Right::put, 1, 95_usd_each, 1_usd_each, 100_usd_each};
  const OneOption call{Right::call, 1, 95_usd_each, 7_usd_each, 100_usd_each};
  const OneOption above{Right::call, 1, 110_usd_each, 1_usd_each, 100_usd_each};
  const Shares stock = shares(100, 100_usd_each);
  const auto laws = [](const auto& margin) {
    std::set<const Citation*> cited;
    const auto walk = [&](const auto& self, const Amount& amount) -> void {
      if (amount.rate == 10_pct) cited.insert(amount.law);
      for (const Amount& part : amount.parts) self(self, part);
    };
    if (margin) walk(walk, margin->maintenance);
    return cited;
  };
  using Laws = std::set<const Citation*>;
  EXPECT_EQ(laws(protective_put<Amount>(stock, put.leg, on_the_day)), Laws{&long_offset_law});
  EXPECT_EQ(laws(conversion<Amount>(stock, put.leg, call.leg, on_the_day)), Laws{&conversion_law});
  EXPECT_EQ(laws(reverse_conversion<Amount>(stock, call.leg, put.leg, on_the_day)),
            Laws{&reverse_conversion_law});
  EXPECT_EQ(laws(collar<Amount>(stock, put.leg, above.leg, on_the_day)), Laws{&collar_law});
}

TEST(Conversion, TenPercentOfTheExercisePrice) {
  const auto line = [](Price stock) {
    const OneOption put{Right::put, 1, 95_usd_each, 1_usd_each, stock};
    const OneOption call{Right::call, 1, 95_usd_each, 7_usd_each, stock};
    return PLIMSOLL_LINE(conversion, shares(100, stock), put.leg, call.leg, on_the_day);
  };
  EXPECT_EQ(line(100_usd_each), "5100.00 950.00 risk 5000.00 950.00 equity 9500.00 premium 700.00");
  EXPECT_EQ(line(95_usd_each), "4850.00 950.00 risk 4750.00 950.00 equity 9500.00 premium 700.00");
  EXPECT_EQ(line(90_usd_each), "4600.00 950.00 risk 4500.00 950.00 equity 9000.00 premium 700.00");
}

// Gross is the greater of stock and exercise price, and 10 % of the latter: 10,950 and 11,550. To
// open, 10 % on top of the proceeds where the call secures the sale, else half of them.
TEST(ReverseConversion, TenPercentAndThePutInTheMoney) {
  const auto line = [](Price strike) {
    const OneOption call{Right::call, 1, strike, 7_usd_each, 100_usd_each};
    const OneOption put{Right::put, 1, strike, 1_usd_each, 100_usd_each};
    return PLIMSOLL_LINE(reverse_conversion, shares(100, 100_usd_each), call.leg, put.leg,
                         on_the_day);
  };
  EXPECT_EQ(line(95_usd_each),
            "11650.00 10950.00 risk 950.00 950.00 equity -10000.00 premium 100.00");
  EXPECT_EQ(line(100_usd_each),
            "11700.00 11000.00 risk 1000.00 1000.00 equity -10000.00 premium 100.00");
  EXPECT_EQ(line(100.01_usd_each),
            "15701.00 11001.10 risk 5001.00 1001.10 equity -10000.00 premium 100.00");
  EXPECT_EQ(line(105_usd_each),
            "16200.00 11550.00 risk 5500.00 1550.00 equity -10000.00 premium 100.00");
}

std::string collar_of(Price put_strike, Price call_strike, Price stock) {
  const OneOption put{Right::put, 1, put_strike, 1_usd_each, stock};
  const OneOption call{Right::call, 1, call_strike, 2_usd_each, stock};
  return PLIMSOLL_LINE(collar, shares(100, stock), put.leg, call.leg, on_the_day);
}

TEST(Collar, LesserOfPutsSideAndAQuarterOfTheCalls) {
  const std::vector<std::tuple<Price, Price, std::string>> table{
      {90_usd_each, 110_usd_each, "1900.00"},   // 9 and 10
      {81_usd_each, 110_usd_each, "2710.00"},   // 8.10 and 19
      {80_usd_each, 110_usd_each, "2750.00"},   // 28 against 27.50
      {80_usd_each, 112_usd_each, "2800.00"}};  // both 28
  for (const auto& [put, call, keep] : table)
    EXPECT_EQ(collar_of(put, call, 100_usd_each),
              "5100.00 " + keep + " risk 5000.00 " + keep + " equity 10000.00 premium 200.00");
}

TEST(Collar, StockCountsAtNoMoreThanTheCalls) {
  EXPECT_EQ(collar_of(90_usd_each, 95_usd_each, 100_usd_each),
            "5100.00 1900.00 risk 5000.00 1900.00 equity 9500.00 premium 200.00");
}

TEST(Hedged, IsKnownFromApril2000) {
  const OneOption put{Right::put, 1, 95_usd_each, 1_usd_each, 100_usd_each};
  const auto line = [&](Date rules) {
    return PLIMSOLL_LINE(protective_put, shares(100, 100_usd_each), put.leg, Day{today, rules});
  };
  EXPECT_EQ(line(2000y / April / 29),
            "refused: no text on file for 2000-04-29; the first is of 2000-04-30");
  EXPECT_TRUE(line(2000y / April / 30).starts_with("5100.00 1450.00 "));
}

TEST(Hedged, SaysWhatGoverns) {
  const OneOption put{Right::put, 1, 80_usd_each, 1_usd_each, 100_usd_each};
  const auto margin = protective_put<Amount>(shares(100, 100_usd_each), put.leg, on_the_day);
  ASSERT_TRUE(margin);
  EXPECT_EQ(margin->maintenance.law, &long_offset_law);
  EXPECT_EQ(margin->maintenance.parts.at(0).governs, 1u);  // the stock's own quarter
}

}  // namespace
}  // namespace plimsoll::reg_t
