// What must hold for any account under any house.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "apps/json/encode_margin.hpp"
#include "rules/house_for_tests.hpp"
#include "tests/explained.hpp"
#include "tests/houses.hpp"
#include "tests/random_account.hpp"
#include "tests/reported.hpp"

namespace plimsoll::testing {
namespace {

engine::MarginRequest some_request() {
  engine::MarginRequest request = request_for(some_book());
  if (*rc::gen::arbitrary<bool>()) request.market.quotes.at(InstrumentId{"XYZ"}).adv = 120;
  return request;
}

template <Reading R = Money>
Answer<R> answer_of(engine::MarginRequest request, House house) {
  request.detail = std::same_as<R, Amount> ? engine::Detail::explained : engine::Detail::plain;
  request.houses = {std::move(house)};
  auto report = engine::margin(request, SecurityList{});
  RC_ASSERT(report.has_value());
  return std::get<Answer<R>>(std::move(report->results.at(0).answer));
}

House some_house() {
  const std::vector<House> all = houses().all();
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

Money amount_in(const Detail& node, std::string_view name) {
  const auto at = std::ranges::find(node.children, name, &Detail::name);
  RC_ASSERT(at != node.children.end());
  return {parse_decimal(at->text).value(), usd};
}

RC_GTEST_PROP(HouseProperties, AHouseIsNeverBelowTheLaw, ()) {
  const engine::MarginRequest request = some_request();
  const Answer<Money> law = answer_of(request, {});
  const Answer<Money> house = answer_of(request, some_house());
  RC_ASSERT(!(*law.excess_maintenance() < *house.excess_maintenance()));
  const Detail& told = house.detail.children.at(0);
  const auto groups = std::ranges::find(told.children, "groups", &Detail::name);
  RC_ASSERT(groups->children.size() == house.groups.size());
  for (const Detail& group : groups->children) {
    RC_ASSERT(!(amount_in(group, "maintenance") < amount_in(group, "law_maintenance")));
    RC_ASSERT(!(amount_in(group, "initial") < amount_in(group, "law_initial")));
  }
  const auto positions = std::ranges::find(told.children, "positions", &Detail::name);
  for (const Detail& position : positions->children)
    RC_ASSERT(!(amount_in(position, "rate") < amount_in(position, "law_rate")));
}

RC_GTEST_PROP(HouseProperties, BothReadingsAgreeAndEveryTreeAddsUp, ()) {
  const engine::MarginRequest request = some_request();
  const House house = some_house();
  assert_explains(answer_of<Amount>(request, house), answer_of(request, house));
}

RC_GTEST_PROP(HouseProperties, TheLawAloneIsTheSameWithAndWithoutSayingSo, ()) {
  engine::MarginRequest request = some_request();
  request.detail = engine::Detail::explained;
  const std::string unasked = json::encode_margin(*engine::margin(request, SecurityList{}));
  request.houses = {House{}};
  RC_ASSERT(json::encode_margin(*engine::margin(request, SecurityList{})) == unasked);
}

House asking(const std::string& stock, const std::string& basic, const std::string& floor) {
  const auto rule = [](std::uint32_t line, const char* of, const std::string& rate) {
    return house_rule(
        line, {{"scope", "position"}, {"mode", "floor"}, {"of", of}, {"rate", rate.c_str()}});
  };
  return house_profile(house_file({rule(1, "market_value", stock), rule(2, "underlying", basic),
                                   rule(3, "underlying_least", floor)}),
                       "a.toml")
      .value();
}

RC_GTEST_PROP(HouseProperties, AStricterHouseNeverLowersARequirement, ()) {
  const engine::MarginRequest request = some_request();
  const auto rate = [] { return *rc::gen::inRange(0, 60); };
  const auto text = [](int percent) {
    return "0." + std::string{percent < 10 ? "0" : ""} + std::to_string(percent);
  };
  const int stock = rate(), basic = rate(), floor = rate();
  const House lenient = asking(text(stock), text(basic), text(floor));
  const House strict =
      asking(text(std::min(99, stock + rate())), text(std::min(99, basic + rate())),
             text(std::min(99, floor + rate())));
  RC_ASSERT(!(*answer_of(request, lenient).excess_maintenance() <
              *answer_of(request, strict).excess_maintenance()));
}

RC_GTEST_PROP(HouseProperties, OrderOfPositionsIsIrrelevant, ()) {
  engine::MarginRequest request = some_request();
  request.detail = engine::Detail::explained;
  request.houses = {some_house()};
  const std::string one = json::encode_margin(*engine::margin(request, SecurityList{}));
  std::ranges::reverse(request.account.positions);
  RC_ASSERT(json::encode_margin(*engine::margin(request, SecurityList{})) == one);
}

}  // namespace
}  // namespace plimsoll::testing
