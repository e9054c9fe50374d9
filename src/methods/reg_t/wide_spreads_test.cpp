#include "methods/reg_t/wide_spreads.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

/// The names of all that is held, each on its own at first, after joining.
std::string joined(const Desk& desk, Day day = on_the_day) {
  const Book book = priced(desk.account, desk.market);
  std::vector<Plan> plans;
  for (std::uint32_t i = 0; i < book.entries.size(); ++i) {
    const Entry& entry = book.entries[i];
    const Strategy strategy =
        entry.direction == Direction::held ? Strategy::long_option : Strategy::uncovered_option;
    plans.push_back({strategy, {{i, entry.size}}});
  }
  EXPECT_TRUE(join_wide_spreads(plans, book, desk.account, day));
  std::string names;
  for (const Plan& plan : plans)
    names += (names.empty() ? "" : ", ") + std::string{name_of(plan, book).text()};
  return names;
}

/// A put at 80 sold at 1.00, the underlying at 100: 900 uncovered.
Desk short_put(std::int64_t contracts = 1) {
  Desk desk;
  desk.quote("XYZ", 100_d).put("XYZ", -contracts, spring, 80_d, 1_d);
  return desk;
}

TEST(WideSpreads, AreOneGroupWhereThatCostsNoMore) {
  EXPECT_EQ(joined(short_put().put("XYZ", 1, spring, 60_d, 0.10_d)), "bull put spread");
  EXPECT_EQ(joined(short_put().put("XYZ", 1, summer, 60_d, 0.10_d)), "diagonal spread");
  EXPECT_EQ(joined(short_put(3).put("XYZ", 3, spring, 60_d, 0.10_d)), "bull put spread");
}

// Two puts sold against two series bought, which no pair of equal size joins; and a call spread of
// other strikes that joins them, all being wider than it is worth.
TEST(WideSpreads, TakeAnyNumberOfLegs) {
  Desk desk = short_put(3).put("XYZ", 1, spring, 60_d, 0.10_d).put("XYZ", 2, spring, 55_d, 0.05_d);
  EXPECT_EQ(joined(desk), "three-leg spread");
  desk.call("XYZ", -1, spring, 120_d, 1_d).call("XYZ", 1, summer, 140_d, 0.10_d);
  EXPECT_EQ(joined(desk), "multi-leg spread");
}

// Of three puts bought one covers; the rest stay, and no group would be saved.
TEST(WideSpreads, AreNotMadeWhereTheySaveNoGroup) {
  EXPECT_EQ(joined(short_put(1).put("XYZ", 3, spring, 60_d, 0.10_d)), "long put, uncovered put");
}

TEST(WideSpreads, NeedOneRightAndALongOptionThatLasts) {
  EXPECT_EQ(joined(short_put().call("XYZ", 1, spring, 120_d, 0.10_d)), "long call, uncovered put");
  EXPECT_EQ(joined(short_put().put("XYZ", 1, 2026y / June / 18, 60_d, 0.10_d)),
            "long put, uncovered put");
  EXPECT_EQ(joined(short_put().put("ABC", 1, spring, 60_d, 0.10_d)), "long put, uncovered put");
  Desk desk = short_put().put("XYZ", 1, spring, 60_d, 0.10_d);
  std::get<ListedOption>(desk.account.positions.back().instrument).style = Style::european;
  EXPECT_EQ(joined(desk), "long put, uncovered put");
}

// A quarter of the long option is lent while it stands alone, and not in a spread.
TEST(WideSpreads, KeepALoanValueThatIsWorthMore) {
  EXPECT_EQ(joined(short_put().put("XYZ", 1, far, 60_d, 4_d)), "uncovered put, long put");
}

TEST(WideSpreads, BeginWithTheRuleForSpreadsOfAnyLegs) {
  const Desk desk = short_put().put("XYZ", 1, spring, 60_d, 0.10_d);
  EXPECT_EQ(joined(desk, {today, 2012y / October / 25}), "long put, uncovered put");
  EXPECT_EQ(joined(desk, {today, 2012y / October / 26}), "bull put spread");
}

}  // namespace
}  // namespace plimsoll::reg_t
