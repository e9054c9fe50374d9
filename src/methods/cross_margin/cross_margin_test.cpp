#include "methods/cross_margin/cross_margin.hpp"

#include <gtest/gtest.h>

#include "methods/cross_margin/testing.hpp"

namespace plimsoll::cross_margin {
namespace {

using testing::account, testing::bank, testing::number, testing::pool;

std::shared_ptr<Pool> two_banks() {
  Bank collateral = bank("SOL", 9, "100"), debt = bank("USDC", 6, "1");
  collateral.asset_weight_init = number("0.8");
  collateral.asset_weight_maint = number("0.9");
  debt.liability_weight_init = number("1.25");
  debt.liability_weight_maint = number("1.125");
  return pool({collateral, debt});
}

TEST(CrossMargin, ExcessIsTheHealth) {
  const CrossMargin method{{.pool = two_banks()}};
  const Account held = account({{"SOL", "10"}, {"USDC", "-400"}});
  const auto plain = method.compute(held, {});
  ASSERT_TRUE(plain) << plain.error().what;
  EXPECT_EQ(to_text(*plain->equity), "600.00 USD");
  // 800 - 500 and 900 - 450, but for what the weights lose in 48 bits.
  EXPECT_NEAR(to_double(plain->excess_initial()->amount), 300, 1e-8);
  EXPECT_NEAR(to_double(plain->excess_maintenance()->amount), 450, 1e-8);
  const auto explained = method.explain(held, {});
  ASSERT_TRUE(explained);
  EXPECT_EQ(explained->maintenance.money, plain->maintenance);
  EXPECT_EQ(explained->equity->money, *plain->equity);
}

TEST(CrossMargin, SaysWhatEachBalanceCountsFor) {
  const CrossMargin method{{.pool = two_banks()}};
  const auto answer = method.compute(account({{"SOL", "1"}, {"USDC", "-90"}}), {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->detail.children.at(0).name, "health");
  EXPECT_EQ(answer->detail.children.at(1).text, "true");  // 90 - 101.25
  EXPECT_EQ(answer->detail.children.back().name, "balances");
  EXPECT_EQ(answer->detail.children.back().children.size(), 2u);
}

TEST(CrossMargin, AnAccountInAnotherCurrencyIsToldWhatThePricesAreTakenToBe) {
  const CrossMargin method{{.pool = two_banks()}};
  Account held = account({{"SOL", "10"}});
  const auto dollars = method.compute(held, {});
  ASSERT_TRUE(dollars);
  EXPECT_TRUE(dollars->caveats.empty());
  held.base = Currency{"EUR"};
  const auto euros = method.compute(held, {});
  ASSERT_TRUE(euros);
  ASSERT_EQ(euros->caveats.size(), 1u);
  EXPECT_NE(euros->caveats[0].text.find("EUR"), std::string::npos);
}

TEST(CrossMargin, ForASearchItSaysTheSumsAlone) {
  const CrossMargin method{{.pool = two_banks(), .told = AnswerTold::sums}};
  const auto answer = method.compute(account({{"SOL", "10"}, {"USDC", "-400"}}), {});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->detail.children.empty());
}

TEST(CrossMargin, OfAaveTheExcessIsBelowZeroExactlyWhereTheHealthFactorIsBelowOne) {
  const auto banks = two_banks();
  banks->protocol = PoolProtocol::aave_v3;
  testing::weigh_assets(banks->banks.at(InstrumentId{"SOL"}), "0.75", "0.875");
  const CrossMargin method{{.pool = banks}};
  const auto excess = [&](const char* owed) {
    const auto answer = method.compute(account({{"SOL", "8"}, {"USDC", owed}}), {});
    return to_text(*answer->excess_initial()) + ", " + to_text(*answer->excess_maintenance());
  };
  EXPECT_EQ(excess("-500"), "100.00 USD, 200.00 USD");
  EXPECT_EQ(excess("-700"), "-100.00 USD, 0.00 USD");
  EXPECT_EQ(excess("-701"), "-101.00 USD, -1.00 USD");
  const Account held = account({{"SOL", "8"}, {"USDC", "-500"}});
  EXPECT_EQ(method.explain(held, {})->maintenance.money, method.compute(held, {})->maintenance);
}

TEST(CrossMargin, ADayBeforeTheProtocolsNumbersIsRefused) {
  const auto banks = two_banks();
  Account held = account({{"SOL", "8"}});
  const auto on = [&](Date date) {
    held.as_of = date;
    return CrossMargin{{.pool = banks}}.compute(held, {}).has_value();
  };
  EXPECT_TRUE(on(2023y / July / 1));
  EXPECT_FALSE(on(2023y / June / 30));
  banks->protocol = PoolProtocol::aave_v3;
  EXPECT_TRUE(on(2025y / March / 1));
  EXPECT_FALSE(on(2025y / February / 28));
}

TEST(CrossMargin, RefusesByName) {
  const CrossMargin method{{.pool = two_banks()}};
  const auto unknown = method.compute(account({{"SO1", "10"}}), {});
  ASSERT_TRUE(unknown);
  EXPECT_TRUE(unknown->refused.at(0).what.contains("is SOL meant?")) << unknown->refused[0].what;
  Account securities = account({});
  securities.kind = AccountKind::margin;
  EXPECT_EQ(method.compute(securities, {}).error().reason, Reason::not_covered);
  const auto without = CrossMargin{{}}.compute(account({}), {});
  EXPECT_TRUE(without.error().what.contains("--pool"));
}

}  // namespace
}  // namespace plimsoll::cross_margin
