#include "methods/reg_t/offsets_spreads.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

/// Families and their charges: "loss +105 -100 | to keep +105 -100".
std::string spreads(const Desk& desk) {
  const Book book = priced(desk.account, desk.market);
  const std::vector<Cluster> all = clusters(book, desk.account);
  const auto question = question_of(all.at(0), book, desk.account, on_the_day);
  EXPECT_TRUE(question);
  std::string text;
  for (const SpreadFamily& family : question->problem.families) {
    if (!text.empty()) text += " | ";
    switch (family.charge) {
      case Charge::loss:
        text += "loss";
        break;
      case Charge::loss_to_keep:
        text += "to keep";
        break;
      case Charge::loss_to_open:
        text += "to open";
        break;
      case Charge::sold_legs_alone:
        text += "alone";
        break;
    }
    for (const std::uint32_t place : family.legs) {
      const SpreadLeg& leg = question->problem.spread_legs[place];
      text += std::string{leg.side == Side::sold ? " -" : " +"} + to_text(leg.strike, 0);
    }
  }
  return text;
}

Desk vertical() {
  Desk desk;
  desk.quote("XYZ", 100_d).call("XYZ", 1, spring, 105_d, 3_d).call("XYZ", -1, spring, 100_d, 5_d);
  return desk;
}

TEST(OffsetsSpreads, AreChargedTheirLoss) { EXPECT_EQ(spreads(vertical()), "loss -100 +105"); }

// Sold today for less than the mark, it asks less to open than to keep: there the loss may be
// the greater of the two, and the other way round.
TEST(OffsetsSpreads, OfOptionsSoldTodayMayBeChargedUncoveredOnOneSide) {
  EXPECT_EQ(spreads(vertical().traded_at(4.50_d)), "loss -100 +105 | to keep -100 +105");
  EXPECT_EQ(spreads(vertical().traded_at(5.50_d)), "loss -100 +105 | to open -100 +105");
  Desk both = vertical().traded_at(4.50_d);
  both.call("XYZ", -1, spring, 95_d, 8_d).traded_at(9_d);
  EXPECT_EQ(spreads(both), "loss -95 -100 +105 | to keep -95 -100 +105 | to open -95 -100 +105");
}

TEST(OffsetsSpreads, OfOptionsBoughtTodayAreChargedTheirLoss) {
  Desk desk;
  desk.quote("XYZ", 100_d).call("XYZ", -1, spring, 100_d, 5_d).call("XYZ", 1, spring, 105_d, 3_d);
  EXPECT_EQ(spreads(desk.traded_at(2_d)), "loss -100 +105");
}

TEST(OffsetsSpreads, AsUncoveredTakeTheSameLegs) {
  const Desk desk = vertical();
  const Book book = priced(desk.account, desk.market);
  PairingProblem problem;
  add_spreads_as_uncovered({0, 1}, book, desk.account, problem);
  ASSERT_EQ(problem.families.size(), 1u);
  EXPECT_EQ(problem.families[0].legs, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(problem.families[0].charge, Charge::sold_legs_alone);
}

}  // namespace
}  // namespace plimsoll::reg_t
