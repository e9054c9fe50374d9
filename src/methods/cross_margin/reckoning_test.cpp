#include "methods/cross_margin/reckoning.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "methods/cross_margin/laws.hpp"
#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::day, testing::number, testing::PoolBuilder;

PoolBuilder some_pool(PoolProtocol protocol) {
  PoolBuilder pool;
  pool.pool.protocol = protocol;
  testing::weigh_assets(pool.bank("A", "1.37", 9), "0.6", "0.77");
  testing::weigh_assets(pool.bank("B", "0.000313", 5), "0.31", "0.83");
  Bank& owed = pool.bank("C", "17.09", 8);
  if (protocol == PoolProtocol::marginfi) testing::weigh_liabilities(owed, "1.3", "1.1");
  return pool;
}

void each_law(const Amount& amount, std::vector<const Citation*>& laws) {
  if (amount.law != nullptr) laws.push_back(amount.law);
  for (const Amount& part : amount.parts) each_law(part, laws);
}

RC_GTEST_PROP(Reckoning, BothReadingsAgreeAndTheExcessHasTheSignOfTheHealth, ()) {
  for (const PoolProtocol protocol : {PoolProtocol::marginfi, PoolProtocol::aave_v3}) {
    const PoolBuilder pool = some_pool(protocol);
    State state{.pool = &pool.pool};
    for (const char* name : {"A", "B", "C"}) {
      const auto most = *rc::gen::element<std::int64_t>(3, 1000, 1'000'000'000'000);
      const Fixed48 amount = Fixed48::of(*rc::gen::inRange<std::int64_t>(1, most));
      state = with_balance(
          state, {&pool.at(name), name[0] == 'C' ? Side::liability : Side::asset, amount});
    }
    const Healths healths = healths_of(state, day).value();
    const auto plain = reckoned<Money>(healths, protocol, usd);
    const auto told = reckoned<Amount>(healths, protocol, usd);
    RC_ASSERT(told.equity.money == plain.equity);
    RC_ASSERT(told.initial.money == plain.initial);
    RC_ASSERT(told.maintenance.money == plain.maintenance);
    const Decimal excess = (plain.equity - plain.maintenance).amount;
    const Fixed48 health = healths.maintenance.health();
    RC_ASSERT(excess.is_negative() == health.is_negative());
    RC_ASSERT(excess.is_zero() == health.is_zero());
  }
}

TEST(Reckoning, EachBalanceSaysWhyItCounts) {
  PoolBuilder pool;
  pool.bank("A", "2").tier = RiskTier::isolated;
  pool.bank("B", "3").emode_tag = 1;
  pool.bank("C", "5").state = BankState::reduce_only;
  Bank& limited = pool.bank("D", "7");
  limited.init_value_limit = Fixed48::of(7);
  limited.total_assets = pool.units("D", "2");
  pool.bank("E", "11").price_age_seconds = 61;
  pool.at("E").price_age_seconds_max = 60;
  testing::weigh_assets(pool.at("B"), "0.5", "0.5");
  pool.bank("F", "1").emode = {{1, number("0.75"), number("0.75")}};
  const State state =
      pool.state({{"A", "1"}, {"B", "1"}, {"C", "1"}, {"D", "1"}, {"E", "1"}, {"F", "-1"}});
  const Health initial = health_of(state, Requirement::initial, day).value();
  const auto told = reckoned<Amount>({initial, initial, initial}, PoolProtocol::marginfi, usd);
  std::vector<const Citation*> laws;
  each_law(told.initial, laws);
  for (const Citation* law : {&isolated_law, &emode_law, &limit_law, &price_law, &health_law})
    EXPECT_NE(std::ranges::find(laws, law), laws.end()) << law->paragraph.text();
}

TEST(Reckoning, AaveCitesItsOwn) {
  PoolBuilder pool;
  pool.pool.protocol = PoolProtocol::aave_v3;
  pool.bank("A", "2").emode_tag = 1;
  pool.bank("B", "2").emode_tag = 1;
  pool.at("B").emode = {{1, number("0.75"), number("0.875")}};
  pool.bank("C", "2");
  const State state = pool.state({{"A", "10"}, {"B", "-1"}, {"C", "1"}});
  const auto told = reckoned<Amount>(healths_of(state, day).value(), PoolProtocol::aave_v3, usd);
  EXPECT_EQ(to_text(told.initial.money), "5.00 USD");      // 20 x 0.25
  EXPECT_EQ(to_text(told.maintenance.money), "2.50 USD");  // 20 x 0.125
  std::vector<const Citation*> laws;
  each_law(told.maintenance, laws);
  for (const Citation* law : laws) EXPECT_TRUE(law == &aave_law || law == &aave_emode_law);
  EXPECT_NE(std::ranges::find(laws, &aave_emode_law), laws.end());
}

}  // namespace
}  // namespace plimsoll::cross_margin
