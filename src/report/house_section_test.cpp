#include "report/house_section.hpp"

#include <gtest/gtest.h>

#include "report/details_for_tests.hpp"

namespace plimsoll::report {
namespace {

using testing::leaf;
using testing::list;
using testing::node;

Detail step(const std::string& symbol) {
  return node("",
              {leaf("symbol", symbol), leaf("by", "concentration"), leaf("now", "0.183333334"),
               leaf("step_rate", "0.05"), leaf("next_at", "0.2"), leaf("distance", "0.016666666"),
               leaf("shares", "1500"), leaf("value", "25000.00"), leaf("next_rate", "0.1"),
               leaf("cost", "10250.00"), leaf("where", "broker.toml:20")});
}

Detail told(std::vector<Detail> steps) {
  Detail part = node("", {leaf("rule", "base"), leaf("rate", "0.3")});
  Detail position = node("", {leaf("symbol", "XYZ"), leaf("side", "long"), leaf("rate", "0.35"),
                              leaf("law_rate", "0.25"), list("parts", {part})});
  Detail raised = node("", {leaf("symbol", "UPP"), leaf("house_rate", "0.3"),
                            leaf("law_rate", "0.75"), leaf("where", "broker.toml:10")});
  Detail blocked = node("", {leaf("rule", "r"), leaf("reason", "no credit below 3"),
                             list("symbols", {leaf("", "LOW")}), leaf("where", "broker.toml:5")});
  return node("",
              {node("house", {leaf("title", "A Broker"), leaf("effective_from", "2026-01-01"),
                              leaf("maintenance", "3500.00"), leaf("law_maintenance", "2500.00"),
                              list("positions", {position}), list("raised", {raised}),
                              list("blocked", {blocked}), list("next_steps", std::move(steps))})});
}

TEST(HouseSection, IsNothingWithoutAHouse) {
  EXPECT_EQ(house_section({}, HouseRows::all, {}), "");
  EXPECT_EQ(title_of({.method = "reg_t", .answer = {}}), "reg_t");
  EXPECT_EQ(title_of({.method = "reg_t", .answer = {}, .house = "mine"}), "reg_t with mine");
}

TEST(HouseSection, SaysWhatIsAskedRaisedBlockedAndHowFarTheNextStepIs) {
  EXPECT_EQ(house_section(told({step("XYZ")}), HouseRows::some, {}),
            R"(
house rules of A Broker, from 2026-01-01
  maintenance is 3,500.00; the same groups by the law alone: 2,500.00

position  asked  law  the house's part
--------  -----  ---  ----------------
long XYZ    35%  25%  base 30%

  - UPP: the house's 30% is below the law's 75%, which stands (broker.toml:10)
  - LOW: no credit below 3 (broker.toml:5)

next step  by                now  beyond               until then  then      costs
---------  -------------  ------  ------  -----------------------  ----  ---------
XYZ        concentration  18.34%     20%  1,500 shares, 25,000.00   10%  10,250.00
)");
}

TEST(HouseSection, AScreenHoldsSomeRowsAndSaysHowManyItLeavesOut) {
  const Detail many = told(std::vector<Detail>(12, step("XYZ")));
  EXPECT_TRUE(house_section(many, HouseRows::some, {}).ends_with("  2 more under --explain\n"));
  EXPECT_FALSE(house_section(many, HouseRows::all, {}).contains("more under --explain"));
}

}  // namespace
}  // namespace plimsoll::report
