#include "methods/reg_t/cash_account.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

TEST(CashAccount, BoughtOptionsArePaidInFullHoweverLongTheyRun) {
  for (const Date expiry : {spring, far}) {
    OneOption call{Right::call, 1, 1325_usd_each, 16.80_usd_each, 1290_usd_each, expiry};
    EXPECT_EQ(PLIMSOLL_LINE(cash_long_option, call.leg, on_the_day),
              "1680.00 0.00 risk 0.00 0.00 equity 0.00 premium 0.00");
  }
}

// Cboe's manual: aggregate exercise price for a put, the underlying's value for a call.
TEST(CashAccount, SoldOptionsAreSecuredWhole) {
  const std::vector<std::tuple<Right, Price, Price, Price, std::string>> table{
      // right, strike, price, underlying
      {Right::put, 725_usd_each, 3_usd_each, 970_usd_each, "72500.00"},        // p. 29
      {Right::put, 410_usd_each, 0.10_usd_each, 445.35_usd_each, "41000.00"},  // p. 30
      {Right::call, 120_usd_each, 8.40_usd_each, 128.50_usd_each, "12850.00"},
      {Right::call, 30_usd_each, 0.05_usd_each, 26.38_usd_each, "2638.00"}};
  for (const auto& [right, strike, mark, underlying, need] : table) {
    const OneOption sold{right, 1, strike, mark, underlying};
    EXPECT_EQ(PLIMSOLL_LINE(cash_short_option, sold.leg, on_the_day),
              need + " " + need + " risk " + need + " " + need + " equity 0.00 premium " +
                  to_text(sold.leg.value(Phase::initial).amount, 2));
  }
}

TEST(CashAccount, AnIndexSpreadNeedsItsGreatestLoss) {
  const OneOption bought{Right::put,   1,      390_usd_each,   2_usd_each,
                         400_usd_each, spring, Style::european};
  const OneOption sold{Right::put,   1,      395_usd_each,   3_usd_each,
                       400_usd_each, spring, Style::european};
  const std::vector<OptionLeg> long_legs{bought.leg}, short_legs{sold.leg};
  EXPECT_EQ(PLIMSOLL_LINE(cash_spread, long_legs, short_legs, on_the_day),
            "700.00 500.00 risk 500.00 500.00 equity 0.00 premium 300.00");
  // The other way round nothing can be lost.
  EXPECT_EQ(PLIMSOLL_LINE(cash_spread, short_legs, long_legs, on_the_day),
            "300.00 0.00 risk 0.00 0.00 equity 0.00 premium 200.00");
}

TEST(CashAccount, HasNoRuleBefore1974) {
  const OneOption put{Right::put, 1, 100_usd_each, 1_usd_each, 100_usd_each};
  const Day before{today, 1974y / January / 2};
  const std::string refused = "refused: no text on file for 1974-01-02; the first is of 1974-01-03";
  EXPECT_EQ(PLIMSOLL_LINE(cash_long_option, put.leg, before), refused);
  EXPECT_EQ(PLIMSOLL_LINE(cash_short_option, put.leg, before), refused);
}

TEST(CashAccount, NamesItsRules) {
  const OneOption put{Right::put, 1, 100_usd_each, 1_usd_each, 100_usd_each};
  const OneOption call{Right::call, 1, 100_usd_each, 1_usd_each, 100_usd_each};
  EXPECT_EQ(cash_short_option<Amount>(put.leg, on_the_day)->maintenance.law, &cash_short_put_law);
  EXPECT_EQ(cash_short_option<Amount>(call.leg, on_the_day)->maintenance.law, &cash_short_call_law);
  EXPECT_EQ(cash_long_option<Amount>(put.leg, on_the_day)->initial.law, &cash_account_law);
}

}  // namespace
}  // namespace plimsoll::reg_t
