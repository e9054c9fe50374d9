#include "engine/choice.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/evaluate.hpp"

namespace plimsoll::engine {
namespace {

using Names = std::vector<std::string>;

std::string joined(const Names& asked, AccountKind kind) {
  const auto chosen = chosen_methods(asked, kind);
  std::string text;
  if (chosen)
    for (const Label method : *chosen) text += std::string{method.text()} + " ";
  else
    for (const Error& error : chosen.error()) text += error.what + "\n";
  return text;
}

TEST(Choice, EachKindImpliesItsMethod) {
  EXPECT_EQ(implied_method(AccountKind::margin), Label{"reg_t"});
  EXPECT_EQ(implied_method(AccountKind::cash), Label{"reg_t"});
  EXPECT_EQ(implied_method(AccountKind::retirement), Label{"reg_t"});
  EXPECT_EQ(implied_method(AccountKind::portfolio_margin), Label{"tims"});
  EXPECT_EQ(implied_method(AccountKind::futures), Label{"span"});
  EXPECT_EQ(implied_method(AccountKind::cross_margin), Label{"cross_margin"});
}

TEST(Choice, ByNameByKindOrAll) {
  EXPECT_EQ(joined({}, AccountKind::margin), "reg_t ");
  EXPECT_EQ(joined({"reg_t"}, AccountKind::portfolio_margin), "reg_t ");
  EXPECT_EQ(joined({"reg_t", "reg_t", "all"}, AccountKind::margin),
            "reg_t tims span cross_margin ");
  EXPECT_EQ(joined({"all"}, AccountKind::futures), "reg_t tims span cross_margin ");
  EXPECT_EQ(joined({}, AccountKind::futures), "span ");
  EXPECT_EQ(joined({}, AccountKind::cross_margin), "cross_margin ");
}

TEST(Choice, WhatIsNotThereIsRefusedByName) {
  EXPECT_EQ(joined({"reg_t", "regt", "x"}, AccountKind::margin),
            "there is no method \"regt\"; write one of: reg_t, tims, span, cross_margin, all\n"
            "there is no method \"x\"; write one of: reg_t, tims, span, cross_margin, all\n");
}

TEST(Choice, EveryNameBuildsItsMethod) {
  for (const Label name : method_names()) {
    const AnyMethod method = method_called(name, {.rules = Date{}});
    std::visit([&](const auto& m) { EXPECT_EQ(m.id, name); }, method);
  }
}

TEST(Choice, HousesStandBesideRegT) {
  EXPECT_TRUE(has_houses("reg_t"));
  EXPECT_FALSE(has_houses("tims"));
  EXPECT_FALSE(has_houses("nothing"));
}

TEST(Choice, ParameterPacksStandBeneathPortfolioMargin) {
  EXPECT_TRUE(has_packs("tims"));
  EXPECT_FALSE(has_packs("reg_t"));
  EXPECT_FALSE(has_packs("nothing"));
}

TEST(Choice, ClearingHousesFilesStandBeneathSpan) {
  EXPECT_TRUE(has_risk_files("span"));
  for (const Label other : {Label{"reg_t"}, Label{"tims"}, Label{"nothing"}})
    EXPECT_FALSE(has_risk_files(other)) << other.text();
}

TEST(Choice, APoolStandsBeneathCrossMargin) {
  EXPECT_TRUE(has_pool("cross_margin"));
  for (const Label other : {Label{"reg_t"}, Label{"tims"}, Label{"span"}, Label{"nothing"}})
    EXPECT_FALSE(has_pool(other)) << other.text();
}

}  // namespace
}  // namespace plimsoll::engine
