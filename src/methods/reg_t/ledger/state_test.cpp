#include "methods/reg_t/ledger/state.hpp"

#include "methods/reg_t/ledger/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

constexpr Date monday = 2026y / July / 13;

LedgerState empty() { return {.sma = {dollars({})}}; }

LedgerDay record_of(DayOf& day, LedgerState state = empty(), const LedgerTerms& terms = {},
                    std::optional<Money> house = {}) {
  return advance(std::move(state), day.view(), terms, {}, house).value().record;
}

TEST(LedgerState, TheRegimeFollowsTheDayAndTheBrokersChoice) {
  using enum IntradayRegime;
  const auto on = [](Date day, std::optional<IntradayRegime> chosen) {
    return regime_on(day, {.regime = chosen});
  };
  EXPECT_EQ(on(2026y / June / 3, {}), legacy_day_trade);
  EXPECT_EQ(on(2026y / June / 3, intraday), legacy_day_trade);  // not in force yet
  EXPECT_EQ(on(2026y / June / 4, {}), intraday);
  EXPECT_EQ(on(2026y / June / 4, legacy_day_trade), legacy_day_trade);
  EXPECT_EQ(on(2027y / October / 20, legacy_day_trade), legacy_day_trade);
  EXPECT_EQ(on(2027y / October / 21, legacy_day_trade), intraday);
}

TEST(LedgerState, BuyingPowerIsTheMemorandumAccountsUpToMaintenance) {
  LedgerState state{.sma = {dollars(2'000_d)}};
  DayOf day{monday};
  day.closed(level(14'000_d, 12'000_d, 6'000_d));
  EXPECT_EQ(to_text(record_of(day, state).buying_power), "4000.00 USD");
  day.closed(level(6'500_d, 12'000_d, 6'000_d));  // 500 over maintenance buys 2,000
  EXPECT_EQ(to_text(record_of(day, state).buying_power), "2000.00 USD");
  day.closed(level(5'000_d, 12'000_d, 6'000_d));
  EXPECT_EQ(to_text(record_of(day, state).buying_power), "0.00 USD");
  day.closed(level(14'000_d, 12'000_d, 6'000_d));
  EXPECT_EQ(to_text(record_of(day, state, {}, 13'600_usd).buying_power), "1600.00 USD");
}

TEST(LedgerState, RestrictedBelowRegulationTsRequirement) {
  DayOf day{monday};
  EXPECT_TRUE(record_of(day.closed(level(5'999.99_d, 6'000_d, 3'000_d))).restricted);
  EXPECT_FALSE(record_of(day.closed(level(6'000_d, 6'000_d, 3'000_d))).restricted);
}

TEST(LedgerState, IntradayBuyingPowerIsFourTimesTheExcess) {
  DayOf day{monday};
  day.closed(level(10'000_d, {}, {}));
  EXPECT_EQ(record_of(day).intraday_buying_power, 40'000_usd);
  const LedgerTerms legacy{.regime = IntradayRegime::legacy_day_trade};
  EXPECT_EQ(record_of(day, empty(), legacy).intraday_buying_power, std::nullopt);
  LedgerState pattern = empty();
  pattern.day_trading.pattern = true;
  EXPECT_EQ(record_of(day, pattern, legacy).intraday_buying_power, 40'000_usd);
}

TEST(LedgerState, UnderIntradayMarginDayTradesAreCountedAndNothingFollows) {
  DayOf day{monday};
  for (int i = 0; i < 4; ++i)
    day.traded("XYZ", 1, {}, {}, {}, 10'000_d).traded("XYZ", -1, {}, {}, {}, 10'000_d);
  day.closed(level(20'000_d, {}, {}, false));
  const LedgerDay now = record_of(day);
  EXPECT_EQ(now.day_trades, 4);
  EXPECT_FALSE(now.pattern_day_trader);
  EXPECT_TRUE(now.calls.empty());
  const LedgerDay legacy = record_of(day, empty(), {.regime = IntradayRegime::legacy_day_trade});
  EXPECT_TRUE(legacy.pattern_day_trader);
  ASSERT_EQ(legacy.calls.size(), 2u);  // beyond the buying power, and below 25,000
  EXPECT_EQ(legacy.calls[1].amount, 5'000_usd);
}

TEST(LedgerState, TheHousesCallStandsBesideTheRules) {
  DayOf day{monday};
  day.closed(level(5'000_d, 4'000_d, 3'000_d));
  const LedgerDay record = record_of(day, empty(), {}, 6'000_usd);
  ASSERT_EQ(record.calls.size(), 1u);
  EXPECT_EQ(record.calls[0].kind, Label{"house"});
  EXPECT_EQ(record.calls[0].amount, 1'000_usd);
  EXPECT_FALSE(record.calls[0].due);
  EXPECT_EQ(record.excess(), -1'000_usd);
}

}  // namespace
}  // namespace plimsoll::reg_t
