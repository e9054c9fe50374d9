#include "methods/reg_t/house/report.hpp"

#include <gtest/gtest.h>

#include "methods/reg_t/house/testing.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

std::string flat(const Detail& node) {
  std::string text = node.name.empty() ? "" : node.name + "=";
  if (node.children.empty() && !node.list) return text + node.text;
  text += node.list ? "[" : "{";
  for (std::size_t i = 0; i < node.children.size(); ++i)
    text += (i == 0 ? "" : " ") + flat(node.children[i]);
  return text + (node.list ? "]" : "}");
}

std::string told_of(const Desk& desk, const House& house, std::string_view name) {
  const auto answer = RegT{{std::nullopt, house}}.compute(desk.account, desk.market);
  for (const Detail& member : answer.value().detail.children.at(0).children)
    if (member.name == name) return flat(member);
  return "";
}

TEST(HouseReport, SaysWhichLayerBoundAndFromWhichLines) {
  const Desk desk = Desk{}.stock("ABC", 600, 10_d).stock("XYZ", -400, 10_d);
  const House house = base_and_concentration();
  EXPECT_EQ(told_of(desk, house, "groups"),
            "groups=[{strategy=long stock symbols=[ABC] bound_by=house initial=3000.00 "
            "law_initial=3000.00 maintenance=2400.00 law_maintenance=1500.00 "
            "where=[broker.toml:10 broker.toml:20]} {strategy=short stock symbols=[XYZ] "
            "bound_by=law initial=6000.00 law_initial=6000.00 maintenance=6000.00 "
            "law_maintenance=6000.00}]");
  EXPECT_EQ(told_of(desk, house, "maintenance"), "maintenance=8400.00");
  EXPECT_EQ(told_of(desk, house, "law_maintenance"), "law_maintenance=7500.00");
  EXPECT_EQ(told_of(desk, house, "positions"),
            "positions=[{symbol=ABC side=long rate=0.4 law_rate=0.25 parts=[{rule=rule of line 10 "
            "rate=0.3 where=broker.toml:10} {rule=rule of line 20 rate=0.1 where=broker.toml:20}]} "
            "{symbol=XYZ side=short rate=0.3 law_rate=0.3 parts=[]}]");
}

TEST(HouseReport, SaysWhatWasBelowTheLaw) {
  const House house = house_of({house_rule(
      10, {{"scope", "position"}, {"mode", "replace"}, {"of", "market_value"}, {"rate", "0.10"}})});
  EXPECT_EQ(told_of(Desk{}.stock("XYZ", 100, 10_d), house, "raised"),
            "raised=[{symbol=XYZ what=market_value house_rate=0.1 law_rate=0.25 "
            "where=broker.toml:10}]");
}

TEST(HouseReport, SaysWhatIsBlocked) {
  const House house =
      house_of({house_rule(10, {{"scope", "position"}, {"mode", "block"}}, {{"price_up_to", "3"}}),
                house_rule(20, {{"scope", "account"}, {"mode", "block"}},
                           {{"strategy", "uncovered_option"}, {"equity_below", "5000"}})});
  const Desk poor = Desk{}
                        .cash(4'000_usd)
                        .stock("ABC", 100, 3_d)
                        .put("XYZ", -1, spring, 80_d, 2_d)
                        .quote("XYZ", 95_d);
  EXPECT_EQ(told_of(poor, house, "blocked"),
            "blocked=[{rule=rule of line 10 reason=because symbols=[ABC] where=broker.toml:10} "
            "{rule=rule of line 20 reason=because symbols=[] where=broker.toml:20}]");
  Desk rich = poor;
  rich.cash(5'000_usd);
  EXPECT_EQ(told_of(rich, house, "blocked"),
            "blocked=[{rule=rule of line 10 reason=because symbols=[ABC] where=broker.toml:10}]");
  const auto answer = RegT{{std::nullopt, house}}.compute(poor.account, poor.market);
  EXPECT_EQ(answer->caveats.back().text, "A Broker does not permit this: because (broker.toml:20)");
}

}  // namespace
}  // namespace plimsoll::reg_t
