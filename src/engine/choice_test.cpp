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
  EXPECT_EQ(joined({"reg_t", "reg_t", "all"}, AccountKind::margin), "reg_t tims span ");
  EXPECT_EQ(joined({"all"}, AccountKind::futures), "reg_t tims span ");
  EXPECT_EQ(joined({}, AccountKind::futures), "span ");
}

TEST(Choice, WhatIsNotThereIsRefusedByName) {
  EXPECT_EQ(joined({"regt"}, AccountKind::margin),
            "there is no method \"regt\"; write one of: reg_t, tims, span, all\n");
  EXPECT_EQ(joined({"reg_t", "cross_margin", "x"}, AccountKind::margin),
            "method \"cross_margin\" is not in this release; it has reg_t, tims, span\n"
            "there is no method \"x\"; write one of: reg_t, tims, span, all\n");
  EXPECT_EQ(joined({}, AccountKind::cross_margin),
            "the account's kind asks for cross_margin: method \"cross_margin\" is not in this "
            "release; it has reg_t, tims, span; name one with --method\n");
  EXPECT_EQ(chosen_methods({"cross_margin"}, AccountKind::margin).error().front().reason,
            Reason::not_covered);
}

TEST(Choice, WhatIsToComeIsNotThereYet) {
  EXPECT_FALSE(methods_to_come().empty());
  for (const Label name : methods_to_come()) {
    EXPECT_EQ(std::ranges::count(method_names(), name), 0) << name.text();
    EXPECT_EQ(chosen_methods({std::string{name.text()}}, AccountKind::margin).error()[0].reason,
              Reason::not_covered);
  }
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

TEST(Choice, SecuritiesStandOnNoPool) {
  for (const Label other : {Label{"reg_t"}, Label{"tims"}, Label{"span"}, Label{"nothing"}})
    EXPECT_FALSE(has_pool(other)) << other.text();
}

}  // namespace
}  // namespace plimsoll::engine
