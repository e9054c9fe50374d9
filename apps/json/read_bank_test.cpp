#include "apps/json/read_bank.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"
#include "apps/json/testing.hpp"

namespace plimsoll::json {
namespace {

using testing::fixed;

Bank bank_of(std::string_view text, Notes& notes, PoolProtocol protocol = PoolProtocol::marginfi) {
  const Node node = *parse(text, "a");
  return read_bank(InstrumentId{"SOL"}, node, protocol, Place{"p"}, notes);
}

TEST(ReadBank, WhatIsNotStatedIsTheContractsDefault) {
  Notes notes;
  const Bank bank = bank_of(R"({"decimals": 9, "price": "150.25", "confidence": 0.5})", notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(bank.name, InstrumentId{"SOL"});
  EXPECT_EQ(bank.where, "p");
  EXPECT_EQ(bank.decimals, 9);
  EXPECT_EQ(bank.time_weighted_price, fixed("150.25"));
  EXPECT_EQ(bank.time_weighted_confidence, fixed("0.5"));
  EXPECT_FALSE(bank.price_age_seconds.has_value());
  EXPECT_EQ(bank.price_age_seconds_max, 60);
  EXPECT_EQ(bank.confidence_ratio_max, fixed("0.10"));
  for (const Fixed48 weight : {bank.asset_weight_init, bank.asset_weight_maint,
                               bank.liability_weight_init, bank.liability_weight_maint})
    EXPECT_EQ(weight, Fixed48::of(1));
  EXPECT_EQ(bank.tier, RiskTier::collateral);
  EXPECT_EQ(bank.state, BankState::operational);
  EXPECT_EQ(bank.tag, AssetTag::standard);
  EXPECT_EQ(bank.asset_share_value, Fixed48::of(1));
  EXPECT_TRUE(bank.init_value_limit.is_zero());
  EXPECT_TRUE(bank.interest.curve.empty());
}

TEST(ReadBank, EveryMember) {
  Notes notes;
  const Bank bank = bank_of(
      R"({"decimals": 6, "price": 2, "time_weighted_price": 3, "time_weighted_confidence": 0.25,
          "price_age_seconds": 7, "max_price_age_seconds": 10, "max_confidence_ratio": 0.05,
          "asset_weight_init": 0.5, "asset_weight_maint": 2, "liability_weight_init": 2.5,
          "liability_weight_maint": 2, "state": "paused", "asset_tag": "staked", "emode_tag": 3,
          "emode": [{"collateral_tag": 1, "asset_weight_init": 0.5, "asset_weight_maint": 0.75}],
          "init_value_limit": 1000, "total_assets": "10.0000015", "total_liabilities": 4,
          "asset_share_value": 1.5, "liability_share_value": 1.25,
          "interest": {"curve": [{"utilisation": 0, "rate": 0}, {"utilisation": 1, "rate": 1}]},
          "liquidation_max_fee": 0.125, "insurance_fund": 2})",
      notes);
  EXPECT_TRUE(notes.clean()) << notes.mistakes().front().what;
  EXPECT_EQ(bank.price_age_seconds, 7);
  EXPECT_EQ(bank.price_age_seconds_max, 10);
  EXPECT_EQ(bank.state, BankState::paused);
  EXPECT_EQ(bank.tag, AssetTag::staked);
  EXPECT_EQ(bank.emode_tag, 3);
  EXPECT_EQ(bank.emode.size(), 1u);
  EXPECT_EQ(bank.init_value_limit, Fixed48::of(1'000));
  // Half a native unit is interest's.
  EXPECT_EQ(bank.total_assets, fixed("10000001.5"));
  EXPECT_EQ(bank.total_liabilities, Fixed48::of(4'000'000));
  EXPECT_EQ(bank.insurance_fund, Fixed48::of(2'000'000));
  EXPECT_EQ(bank.asset_share_value, fixed("1.5"));
  EXPECT_EQ(bank.liability_share_value, fixed("1.25"));
  EXPECT_EQ(bank.interest.curve.size(), 2u);
  EXPECT_EQ(bank.liquidation_max_fee, fixed("0.125"));
}

TEST(ReadBank, AnIsolatedOneIsNoCollateral) {
  Notes notes;
  const Bank bank = bank_of(R"({"decimals": 5, "price": 1, "risk_tier": "isolated",
                                "asset_weight_maint": 0})",
                            notes);
  EXPECT_TRUE(notes.clean());
  EXPECT_EQ(bank.tier, RiskTier::isolated);
  EXPECT_TRUE(bank.asset_weight_init.is_zero());
  EXPECT_TRUE(bank.asset_weight_maint.is_zero());
}

TEST(ReadBank, OfAaveItHasABonus) {
  Notes notes;
  EXPECT_EQ(bank_of(R"({"decimals": 18, "price": 1, "liquidation_bonus": 0.5})", notes,
                    PoolProtocol::aave_v3)
                .liquidation_bonus,
            fixed("0.5"));
  EXPECT_TRUE(notes.clean());
  bank_of(R"({"decimals": 18, "price": 1, "liquidation_max_fee": 0.5})", notes,
          PoolProtocol::aave_v3);
  EXPECT_EQ(notes.count(), 1u);
}

TEST(ReadBank, RefusesWithThePlace) {
  struct Row {
    std::string_view member, where, what;
  };
  for (const auto& [member, where, what] : {
           Row{R"("decimals": 19)", "p#/decimals", "\"19\" is outside 0 to 18"},
           Row{R"("price": 0)", "p#/price",
               "it comes to zero; write the price of one token, above zero"},
           Row{R"("price": "0.000000000000000001")", "p#/price", "it comes to zero"},
           Row{R"("price": -1)", "p#/price", "outside 0 to 1000000000"},
           Row{R"("time_weighted_price": 0)", "p#/time_weighted_price", "it comes to zero"},
           Row{R"("confidence": -0.1)", "p#/confidence", "write half the width of the price"},
           Row{R"("time_weighted_confidence": -0.1)", "p#/time_weighted_confidence",
               "write half the width of the price"},
           Row{R"("price_age_seconds": -1)", "p#/price_age_seconds", "outside 0 to"},
           Row{R"("max_price_age_seconds": 9)", "p#/max_price_age_seconds", "outside 10 to 65535"},
           Row{R"("max_confidence_ratio": 0)", "p#/max_confidence_ratio", "leave it out"},
           Row{R"("asset_weight_init": 1.01)", "p#/asset_weight_init", "outside 0 to 1"},
           Row{R"("asset_weight_maint": 2.01)", "p#/asset_weight_maint", "outside 0 to 2"},
           Row{R"("asset_weight_maint": 0.9)", "p#/asset_weight_maint",
               "asset_weight_init is above asset_weight_maint, of which one that is not stated "
               "is 1; write them in order"},
           Row{R"("liability_weight_init": 0.99)", "p#/liability_weight_init", "outside 1 to"},
           Row{R"("liability_weight_maint": 1.1)", "p#/liability_weight_maint",
               "liability_weight_maint is above liability_weight_init"},
           Row{R"("risk_tier": "isolated", "asset_weight_init": 0.1)", "p#/asset_weight_init",
               "no collateral"},
           Row{R"("risk_tier": "isolate")", "p#/risk_tier", "write collateral or isolated"},
           Row{R"("state": "open")", "p#/state", "write operational, reduce_only or paused"},
           Row{R"("asset_tag": "SOL")", "p#/asset_tag", "write default, sol or staked"},
           Row{R"("emode_tag": 65536)", "p#/emode_tag", "outside 0 to 65535"},
           Row{R"("emode": [{"collateral_tag": 1, "asset_weight_init": 1,
                             "asset_weight_maint": 1}])",
               "p#/emode/0/asset_weight_init", "without end"},
           Row{R"("init_value_limit": -1)", "p#/init_value_limit", "outside 0 to"},
           Row{R"("init_value_limit": "0.000000000000000001", "total_assets": 1)",
               "p#/init_value_limit", "it comes to zero, which is no limit; write 0 for none"},
           Row{R"("init_value_limit": 1000)", "p#/init_value_limit", "write total_assets"},
           Row{R"("total_liabilities": 1)", "p#/total_liabilities", "write total_assets"},
           Row{R"("insurance_fund": -1)", "p#/insurance_fund", "it is below zero"},
           Row{R"("liability_share_value": -1)", "p#/liability_share_value",
               "write what one share is in tokens"},
           Row{R"("liquidation_max_fee": 2)", "p#/liquidation_max_fee", "outside 0 to 1"},
           Row{R"("total_assets": -1)", "p#/total_assets", "it is below zero"},
           Row{R"("total_assets": 90000000000000000000)", "p#/total_assets", "does not fit"},
           Row{R"("asset_share_value": 0)", "p#/asset_share_value", "it comes to zero"},
           Row{R"("interest": [])", "p#/interest", "write an object"},
           Row{R"("liquidation_bonus": 0.1)", "p#/liquidation_bonus", "aave_v3 alone"},
           Row{R"("liability_weights_init": 1)", "p#/liability_weights_init",
               "did you mean \"liability_weight_init\"?"},
       }) {
    std::string text = "{" + std::string{member};
    if (!member.starts_with("\"decimals\"")) text += R"(, "decimals": 9)";
    if (!member.starts_with("\"price\":")) text += R"(, "price": 1)";
    Notes notes;
    bank_of(text + "}", notes);
    ASSERT_FALSE(notes.clean()) << text;
    EXPECT_EQ(notes.mistakes().front().where, where) << text;
    EXPECT_NE(notes.mistakes().front().what.find(what), std::string::npos)
        << notes.mistakes().front().what;
  }
}

}  // namespace
}  // namespace plimsoll::json
