#include "methods/tims/overlay.hpp"

#include <gtest/gtest.h>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

PackRef overlay(std::vector<Stress> stresses) {
  auto pack = std::make_shared<Pack>();
  pack->name = pack->title = "broker";
  pack->over = "test";
  pack->effective_from = first;
  pack->stresses = std::move(stresses);
  return pack;
}

Stress at_least(Decimal move) { return {.name = "wide", .at_least = move, .largest = {}}; }
Stress largest(Decimal move) { return {.name = "largest", .at_least = {}, .largest = move}; }

Money asked(const Desk& desk, std::vector<Stress> stresses) {
  return desk.answer({small_pack(), overlay(std::move(stresses))})->maintenance;
}

TEST(Overlay, RaisesAndNeverLowers) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d).hold(fund("SPY", "SPX"), 10, 500_d);
  EXPECT_EQ(desk.answer()->maintenance, 1150_usd) << "750 and 400";
  EXPECT_EQ(asked(desk, {at_least(0.05_d)}), 1150_usd);
  EXPECT_EQ(asked(desk, {at_least(0.25_d)}), 2500_usd);
  EXPECT_EQ(asked(desk, {largest(0.2_d)}), 1400_usd) << "1,000, and 400 of the others";
  EXPECT_EQ(asked(desk, {largest(0.3_d)}), 1900_usd);
  EXPECT_EQ(asked(desk, {largest(0.3_d), at_least(0.25_d)}), 2500_usd);
  Stress of_one_kind = largest(0.3_d);
  of_one_kind.range = broad_index_range;
  EXPECT_EQ(asked(desk, {of_one_kind}), 1150_usd) << "there is no such class group";
  of_one_kind.range = equity_range;
  EXPECT_EQ(asked(desk, {of_one_kind}), 1900_usd);
}

TEST(Overlay, MovesVolatilityToo) {
  Desk desk;
  desk.know(stock("XYZ"), 50_d).hold(option("XYZ", Right::call, 55_d), -10, 1_d);
  const Money base = desk.answer()->maintenance;
  EXPECT_EQ(asked(desk, {{.name = "same", .at_least = {}, .largest = {}, .volatility = {0_d}}}),
            base);
  const Money raised = asked(
      desk, {{.name = "vol", .at_least = {}, .largest = {}, .volatility = {-0.15_d, 0_d, 0.15_d}}});
  EXPECT_LT(base, raised);
}

TEST(Overlay, ListsWhatItCannotApplyAndSaysWhatBinds) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  Stress sigmas{.name = "five sigmas", .at_least = {}, .largest = {}};
  sigmas.needs_history = true;
  const auto answer = desk.answer({small_pack(), overlay({sigmas, largest(0.3_d)})}).value();
  ASSERT_EQ(answer.not_applied.size(), 1u);
  EXPECT_EQ(answer.not_applied.front().missing_input, "price history");
  EXPECT_EQ(answer.maintenance, 1500_usd);
  EXPECT_EQ(answer.risk_maintenance, 1500_usd);
  const Detail& told = answer.detail.children.back();
  EXPECT_EQ(told.name, "overlay");
  EXPECT_EQ(told.children[4].text, "largest");
}

}  // namespace
}  // namespace plimsoll::tims
