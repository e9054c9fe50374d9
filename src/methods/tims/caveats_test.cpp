#include "methods/tims/caveats.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

bool said(const Answer<Money>& answer, std::string_view part) {
  return std::ranges::any_of(answer.caveats,
                             [&](const Caveat& one) { return one.text.contains(part); });
}

TEST(Caveats, AlwaysSayWhoseValuesAndWhoseParameters) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  const auto answer = desk.answer().value();
  EXPECT_TRUE(said(answer, "not OCC's"));
  EXPECT_TRUE(said(answer, "parameter pack test (test.toml)"));
  EXPECT_FALSE(said(answer, "memory"));
}

TEST(Caveats, NameWhatIsKnownFromMemoryAndUsed) {
  auto pack = open_pack();
  pack->class_groups[0].grade = Grade::recalled;
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  EXPECT_FALSE(said(desk.answer({pack, nullptr}).value(), "memory")) << "it is not used";
  desk.hold(fund("SPY", "SPX"), 1, 500_d);
  EXPECT_TRUE(said(desk.answer({pack, nullptr}).value(), "memory only: members of SPX"));
}

TEST(Caveats, NameGivenVolatilitiesAndUnknownIndexes) {
  Desk desk;
  desk.know(Index{.id = InstrumentId{"WIDE"}, .index_class = IndexClass::broad}, 100_d)
      .hold(option("WIDE", Right::call, 90_d), 1, 9_d);
  desk.market.quotes[option("WIDE", Right::call, 90_d).id].volatility = 0.2;
  const auto answer = desk.answer().value();
  EXPECT_TRUE(said(answer, "WIDE: no group of the pack names it"));
  EXPECT_TRUE(said(answer, "the one given is used"));
}

TEST(Caveats, SayWhoseRulesGovernedBeforeFinras) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  const auto said_on = [&](Date when) {
    desk.account.as_of = desk.market.as_of = when;
    return said(desk.answer().value(), "rules of the exchanges");
  };
  EXPECT_TRUE(said_on(Date{2008y / July / 31}));
  EXPECT_FALSE(said_on(Date{2008y / August / 1}));
  desk.account.role = Role::market_maker;
  EXPECT_FALSE(said_on(Date{2008y / July / 31}));
}

}  // namespace
}  // namespace plimsoll::tims
