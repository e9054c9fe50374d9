#include "methods/reg_t/house/facts.hpp"

#include <gtest/gtest.h>

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

HouseMeasures of(const Desk& desk) {
  return measures_of(desk.account, desk.market, priced(desk.account, desk.market));
}
std::string shown(const HouseFigure& figure) {
  if (figure.value) return to_text(*figure.value, 0);
  return figure.input.empty() ? "none" : "needs " + std::string{figure.input.text()};
}

TEST(HouseFacts, SharesOfTheAccountAreOfItsGrossValueByIssuerAndSide) {
  Desk desk;
  desk.stock("ABC", 100, 10_d).stock("ABD", 200, 10_d).stock("XYZ", -500, 10_d);
  desk.call("XYZ", 1, spring, 10_d, 20_d);
  desk.account.profiles[id("ABC")].issuer = "Alphabet";
  desk.account.profiles[id("ABD")].issuer = "Alphabet";
  const HouseMeasures all = of(desk);
  EXPECT_EQ(all.sums.gross, 10'000_usd);
  EXPECT_EQ(all.sums.largest, 5'000_usd);
  EXPECT_EQ(shown(all.of_entry[0].facts[HouseNumber::concentration]), "0.3");
  EXPECT_EQ(shown(all.of_entry[1].facts[HouseNumber::concentration]), "0.3");
  EXPECT_EQ(shown(all.of_entry[2].facts[HouseNumber::concentration]), "0.5");
  EXPECT_EQ(all.of_entry[2].facts[HouseWord::side].view(), "short");
  EXPECT_EQ(shown(all.of_entry[3].facts[HouseNumber::concentration]), "none");
  EXPECT_EQ(all.of_entry[3].facts[HouseWord::security].view(), "option");
}

TEST(HouseFacts, MoneyMarketFundsAreCash) {
  Desk desk;
  desk.stock("ABC", 100, 10_d);
  desk.hold(Fund{.id = id("MMF"), .kind = FundKind::money_market},
            Quantity::of(std::int64_t{9'000}))
      .quote("MMF", 1_d);
  EXPECT_EQ(of(desk).sums.gross, 1'000_usd);
}

TEST(HouseFacts, IndustriesAreNetAndLiquidityNamesWhatIsMissing) {
  Desk desk;
  desk.stock("ABC", 300, 10_d).stock("XYZ", -100, 10_d).stock("ZZZ", 600, 10_d);
  desk.account.profiles[id("ABC")].industry = "Chips";
  desk.account.profiles[id("XYZ")].industry = "Chips";
  desk.account.profiles[id("ABC")].shares_outstanding = 30'000'000'000_d;
  desk.market.quotes[id("ABC")].adv = 150.0;
  const HouseMeasures all = of(desk);
  EXPECT_EQ(shown(all.of_entry[0].facts[HouseNumber::industry]), "0.2");
  EXPECT_EQ(shown(all.of_entry[2].facts[HouseNumber::industry]), "needs industry");
  EXPECT_EQ(shown(all.of_entry[0].facts[HouseNumber::days_to_liquidate]), "2");
  EXPECT_EQ(shown(all.of_entry[0].facts[HouseNumber::ownership]), "0.00000001");
  EXPECT_EQ(shown(all.of_entry[1].facts[HouseNumber::days_to_liquidate]), "needs adv");
  EXPECT_EQ(shown(all.of_entry[1].facts[HouseNumber::ownership]), "needs shares_outstanding");
}

TEST(HouseFacts, TheDebitIsWhatIsBorrowed) {
  EXPECT_EQ(shown(of(Desk{}.cash(-7_usd)).of_account[HouseNumber::debit]), "7");
  EXPECT_EQ(shown(of(Desk{}.cash(7_usd)).of_account[HouseNumber::debit]), "0");
  EXPECT_EQ(shown(of(Desk{}.cash_unknown()).of_account[HouseNumber::debit]), "needs cash");
  EXPECT_EQ(shown(of(Desk{}).of_account[HouseNumber::largest_position]), "none");
}

TEST(HouseFacts, OptionsSpeakOfTheirUnderlying) {
  Desk desk;
  desk.index("VIX", 20_d, IndexClass::narrow).call("VIX", -1, spring, 20_d, 2_d);
  desk.market.quotes[id("VIX")].margin_rate = 0.80_d;
  const HouseFacts facts = of(desk).of_entry.at(0).facts;
  EXPECT_EQ(facts[HouseWord::index].view(), "narrow");
  EXPECT_EQ(facts[HouseWord::underlying].view(), "VIX");
  EXPECT_EQ(facts[HouseWord::option].view(), "call");
  EXPECT_EQ(shown(facts[HouseNumber::price]), "20");
  EXPECT_EQ(shown(facts[HouseNumber::margin_rate]), "0.8");
}

TEST(HouseFacts, ShareOfIsRoundedUpAndNothingOfNothing) {
  EXPECT_EQ(share_of(1_usd, 3_usd), 0.333333334_d);
  EXPECT_EQ(share_of(1_usd, 0_usd), std::nullopt);
  EXPECT_EQ(share_of(50'000'000'000_usd, 100'000'000'000_usd), 0.5_d);
}

}  // namespace
}  // namespace plimsoll::reg_t
