#include "methods/reg_t/ledger/minimum_equity.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date monday = 2026y / July / 13;

/// What is asked where an empty account buys for `cost` without a deposit.
std::string asked_for(Decimal cost) {
  DayOf day{monday};
  day.traded("XYZ", 1, {}, cost, cost, cost).closed(level({}, cost, cost));
  const auto call = advance(std::optional<MinimumEquityCall>{}, day.view()).value();
  return call ? to_text(call->unmet.amount, 2) + " by " + to_text(call->due) : "nothing";
}

// The exam's three purchases: all of 1,500; 2,000 of 3,000; of 10,000 Regulation T asks more.
TEST(MinimumEquity, NeverMoreThanTheCost) {
  EXPECT_EQ(asked_for(1'500_d), "1500.00 by 2026-08-03");
  EXPECT_EQ(asked_for(3'000_d), "2000.00 by 2026-08-03");
  EXPECT_EQ(asked_for(10'000_d), "2000.00 by 2026-08-03");
}

TEST(MinimumEquity, TheMarketAloneAsksForNothing) {
  EXPECT_FALSE(advance(std::optional<MinimumEquityCall>{},
                       DayOf{monday}.closed(level(1'000_d, 500_d, 250_d)).view())
                   .value());
}

TEST(MinimumEquity, WithdrawalsAndShortSalesAskForAllOfIt) {
  DayOf withdrawal{monday};
  withdrawal.moved(CashKind::withdrawal, -500_d).closed(level(1'800_d, 900_d, 450_d));
  EXPECT_EQ(advance(std::optional<MinimumEquityCall>{}, withdrawal.view()).value()->unmet, 200_usd);
  DayOf sale{monday};
  sale.traded("XYZ", -1, {}, 50_d, 30_d, 100_d).closed(level(500_d, 150_d, 130_d));
  EXPECT_EQ(advance(std::optional<MinimumEquityCall>{}, sale.view()).value()->unmet, 1'500_usd);
  // Without a debit or a short position there is nothing to ask for.
  withdrawal.closed(level(1'800_d, 900_d, 450_d, false));
  EXPECT_FALSE(advance(std::optional<MinimumEquityCall>{}, withdrawal.view()).value());
}

TEST(MaintenanceCalls, RunFromTheirFirstDayAndFollowTheDeficiency) {
  std::optional<MaintenanceCall> call;
  const auto next = [&](Date day, Decimal equity) {
    call = advance(call, DayOf{day}.closed(level(equity, {}, 5'000_d)).view()).value();
    return call ? to_text(call->unmet.amount, 2) + " since " + to_text(call->since) + " by " +
                      to_text(call->due)
                : "none";
  };
  EXPECT_EQ(next(monday, 5'000_d), "none");
  EXPECT_EQ(next(2026y / July / 14, 4'999.99_d), "0.01 since 2026-07-14 by 2026-08-04");
  EXPECT_EQ(next(2026y / July / 15, 4'000_d), "1000.00 since 2026-07-14 by 2026-08-04");
  EXPECT_EQ(next(2026y / July / 16, 5'000_d), "none");
  EXPECT_EQ(next(2026y / July / 17, 4'000_d), "1000.00 since 2026-07-17 by 2026-08-07");
}

}  // namespace
}  // namespace plimsoll::reg_t
