#include "io/clearing/spn_spreads.hpp"

#include <gtest/gtest.h>

#include "io/clearing/spn_for_tests.hpp"

namespace plimsoll::io::spn {
namespace {

using namespace spn_tests;

std::string between(const std::string& content) {
  return "<interSpreads>" + content + "</interSpreads>";
}

TEST(SpnSpreads, Refusals) {
  const std::vector<std::pair<std::string, std::string>> table{
      {between("<dSpread><chargeMeth>X</chargeMeth></dSpread>"), "read are F (money) and W"},
      {between("<dSpread><rate><val>55</val></rate></dSpread>"), "\"55\" is larger than any such"},
      {between("<dSpread><tLeg><tn>1</tn></tLeg></dSpread>"), "there is no cc in this element"},
      {between("<sSpread><isTargetReq>1</isTargetReq></sSpread>"), "no sLeg has isTarget 1"},
      {between("<sSpread><sLeg><cc>A</cc><isTarget>1</isTarget></sLeg><sLeg><cc>B</cc>"
               "<isTarget>1</isTarget></sLeg></sSpread>"),
       "one target, this is the second"},
      {"<interClearSpreads><clearSpread><homeLeg><cc>A</cc></homeLeg></clearSpread>"
       "</interClearSpreads>",
       "has a homeLeg and an awayLeg"},
      {"<interClearSpreads><clearSpread><homeLeg><cc>A</cc></homeLeg><awayLeg><cc>B</cc>"
       "</awayLeg></clearSpread></interClearSpreads>",
       "there is no ec in this element"}};
  for (const auto& [content, said] : table) {
    const Files files = read(house(content));
    EXPECT_NE(errors(files).find(said), std::string::npos) << errors(files);
    EXPECT_TRUE(files.value.at(0).inter_spreads.empty());
    EXPECT_TRUE(files.value.at(0).clearing_spreads.empty());
  }
}

TEST(SpnSpreads, TargetsAreRequiredWhereTheSpreadSaysSo) {
  for (const bool needed : {true, false}) {
    const Files files =
        read(house(between("<sSpread><isTargetReq>" + std::string(needed ? "1" : "0") +
                           "</isTargetReq><sLeg><cc>A</cc><isTarget>1</isTarget></sLeg>"
                           "<sLeg><cc>B</cc></sLeg></sSpread>")));
    EXPECT_EQ(errors(files), "");
    const auto& spread = files.value.at(0).inter_spreads.at(0);
    ASSERT_TRUE(spread.target);
    EXPECT_EQ(spread.target->required, needed);
    EXPECT_FALSE(spread.legs.at(0).required);
    EXPECT_EQ(spread.legs_least, 2);
  }
}

TEST(SpnSpreads, ThoseWithinOthersStandAlone) {
  const std::string leg = "<tLeg><cc>A</cc></tLeg>";
  const Files files =
      read(house(between("<dSpread><spread>1</spread>" + leg + "<dSpread><spread>2</spread>" + leg +
                         "</dSpread></dSpread>")));
  EXPECT_EQ(errors(files), "");
  ASSERT_EQ(files.value.at(0).inter_spreads.size(), 2u);
  EXPECT_EQ(files.value.at(0).inter_spreads[1].priority, 2);
}

}  // namespace
}  // namespace plimsoll::io::spn
