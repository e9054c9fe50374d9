#include "report/lending_section.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;
using testing::list;
using testing::node;

Detail weighed(const char* name, const char* price, const char* weight, const char* of,
               const char* value) {
  Detail made = node(name, {leaf("weight", weight), leaf("weight_of", of), leaf("value", value)});
  if (*price != 0) made.children.push_back(leaf("price", price));
  return made;
}

/// SOL at 150.25 against USDC, and a coin that counts for nothing.
Detail account(const char* liquidatable) {
  const Detail sol{.children = {leaf("bank", "SOL"), leaf("side", "asset"),
                                leaf("amount", "120.123456789"), leaf("value", "18020.505"),
                                weighed("maintenance", "150.25", "0.9", "emode", "16218.46"),
                                weighed("initial", "150.25", "0.612345", "over_limit", "11000")}};
  const Detail owed{.children = {leaf("bank", "USDC"), leaf("side", "liability"),
                                 leaf("amount", "9000"), leaf("value", "9000"),
                                 weighed("maintenance", "1.0002", "1.05", "bank", "9451.89"),
                                 weighed("initial", "1.0003", "1.1", "bank", "9902.97")}};
  const Detail coin{.children = {leaf("bank", "PUPPY"), leaf("side", "asset"), leaf("amount", "1"),
                                 leaf("value", "0.00"),
                                 weighed("maintenance", "", "0", "isolated", "0.00"),
                                 weighed("initial", "", "0", "reduce_only", "0.00")}};
  return {
      .children = {node("health", {node("initial", {leaf("health", "1097.03")}),
                                   node("maintenance", {leaf("health", "6766.575")}),
                                   node("equity", {leaf("health", "9020.505")})}),
                   leaf("liquidatable", liquidatable),
                   node("ratios", {leaf("health_over_assets", "0.417219999"),
                                   leaf("liabilities_over_assets", "0.499431001")}),
                   node("max_borrow", {leaf("PUPPY", "0"), leaf("SOL", "0"),
                                       leaf("USDC", "997.2999999"), leaf("USDT", "5")}),
                   node("max_borrow_refused", {leaf("SOL", "OperationBorrowOnly: deposited")}),
                   node("max_withdraw", {leaf("PUPPY", "1"), leaf("SOL", "11.9")}),
                   node("liquidation_prices", {leaf("SOL", "87.12341"), leaf("USDC", "1.71609")}),
                   list("balances", {sol, owed, coin})}};
}

TEST(LendingSection, WhatCountsAndWhatEachBankAllows) {
  EXPECT_EQ(lending_section(account("false"), LendingRows::some, {}), R"(
balances: value x weight; owed below zero, at the latest price

bank       balance   price      value      weight  maintenance             weight    initial
------  ----------  ------  ---------  ----------  -----------  -----------------  ---------
SOL     120.123456  150.25  18,020.50  90% e-mode    16,218.46  61.23% over limit  11,000.00
USDC        -9,000  1.0002  -9,000.00        105%    -9,451.89               110%  -9,902.97
PUPPY            1               0.00    isolated         0.00          shrinking       0.00
health                       9,020.50                 6,766.57                      1,097.03

what each bank allows, in tokens; liquidation at a price while the others hold

bank   liquidation price  may borrow  may withdraw
-----  -----------------  ----------  ------------
PUPPY               none           0             1
SOL              87.1235           0          11.9
USDC               1.716  997.299999
USDT                               5
)");
}

TEST(LendingSection, TheReasonsAreUnderExplain) {
  const std::string all = lending_section(account("false"), LendingRows::all, {});
  EXPECT_TRUE(all.contains("\nwhy nothing may be borrowed\n  - SOL: OperationBorrowOnly")) << all;
  EXPECT_FALSE(all.contains("withdrawn"));
}

TEST(LendingSection, OfALargePoolAFewBanksStandForTheOthers) {
  Detail large = account("false");
  std::vector<std::string> names;
  for (char letter = 'a'; letter <= 'p'; ++letter) names.emplace_back(1, letter);
  for (const std::string& name : names)
    large.children[3].children.push_back(leaf(name.c_str(), "3"));
  const std::string some = lending_section(large, LendingRows::some, {});
  EXPECT_TRUE(some.contains("  9 more under --explain, without a balance\n")) << some;
  EXPECT_FALSE(some.contains("\np "));
  EXPECT_TRUE(lending_section(large, LendingRows::all, {}).contains("\np "));
}

TEST(LendingSection, AnAccountThatMayBeLiquidatedSaysWhatIsTakenAndWhatHelps) {
  Detail detail = account("true");
  detail.children.push_back(node("repay_to_safe", {leaf("USDC", "10.0000001")}));
  detail.children.push_back(
      list("liquidator_may_take",
           {{.children = {leaf("collateral", "SOL"), leaf("debt", "USDC"),
                          leaf("most_taken", "3.825"), leaf("debt_repaid", "7200")}},
            {.children = {leaf("collateral", "PUPPY"), leaf("debt", "USDC"),
                          leaf("refused", "CollateralCannotBeLiquidated: zero")}}}));
  EXPECT_EQ(liquidation_notice(detail, {}), "\n  may be liquidated\n");
  EXPECT_EQ(liquidation_notice(account("false"), {}), "");
  const std::string text = lending_section(detail, LendingRows::some, {});
  EXPECT_TRUE(text.contains("repay to be safe\n")) << text;
  EXPECT_TRUE(text.contains("10.000001\n")) << text;  // a part more, never less
  EXPECT_TRUE(text.contains("USDC              7,200  SOL                 3.825\n")) << text;
  EXPECT_TRUE(text.contains("CollateralCannotBeLiquidated: zero")) << text;
  detail.children[detail.children.size() - 2].children.clear();
  EXPECT_TRUE(lending_section(detail, LendingRows::some, {}).contains("not enough"));
}

TEST(LendingSection, MeasuresAreTheProtocols) {
  const LendingFigures marginfi = lending_figures(account("false"));
  EXPECT_EQ(marginfi.measure, "health of assets");
  EXPECT_EQ(marginfi.measured, "41.72%");
  EXPECT_EQ(marginfi.loan_to_value, "49.95%") << "up";
  Detail aave = account("false");
  aave.children.push_back(leaf("borrow_power", "1.00"));
  EXPECT_EQ(lending_figures(aave).measure, "health factor");
  EXPECT_EQ(lending_figures(aave).measured, "nothing owed");
  aave.children.push_back(leaf("health_factor", "0.999999999"));
  EXPECT_EQ(lending_figures(aave).measured, "0.9999") << "cut, so that one is one";
  EXPECT_EQ(lending_figures({}).loan_to_value, "none");
}

TEST(LendingSection, OfAnotherMethodThereIsNone) {
  EXPECT_FALSE(is_lending({}));
  EXPECT_EQ(lending_section({}, LendingRows::all, {}), "");
  EXPECT_EQ(liquidation_notice({}, {}), "");
}

}  // namespace
}  // namespace plimsoll::report
