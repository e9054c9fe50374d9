#include "methods/reg_t/plan.hpp"
#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

struct Line {
  Right right;
  Decimal strike;
  std::int64_t contracts;
  Date expiry = spring;
};
constexpr Right call = Right::call;
constexpr Right put = Right::put;

/// The name of a plan of all that a desk holds, in book order.
std::string name_of_all(const Desk& desk, Strategy strategy) {
  const Book book = priced(desk.account, desk.market);
  Plan plan{strategy, {}};
  for (std::uint32_t i = 0; i < book.entries.size(); ++i)
    plan.legs.push_back({i, book.entries[i].size});
  return std::string{name_of(plan, book).text()};
}
std::string name_of_options(const std::vector<Line>& lines, Strategy strategy = Strategy::spread) {
  Desk desk;
  desk.quote("XYZ", 100_d);
  for (const Line& line : lines)
    desk.option("XYZ", line.contracts, line.expiry, line.right, line.strike, 1_d);
  return name_of_all(desk, strategy);
}

TEST(Names, SpreadsOfTwoLegs) {
  EXPECT_EQ(name_of_options({{call, 100_d, 1}, {call, 105_d, -1}}), "bull call spread");
  EXPECT_EQ(name_of_options({{call, 100_d, -1}, {call, 105_d, 1}}), "bear call spread");
  EXPECT_EQ(name_of_options({{put, 100_d, 1}, {put, 105_d, -1}}), "bull put spread");
  EXPECT_EQ(name_of_options({{put, 100_d, -1}, {put, 105_d, 1}}), "bear put spread");
  EXPECT_EQ(name_of_options({{call, 100_d, 1, summer}, {call, 100_d, -1}}), "calendar spread");
  EXPECT_EQ(name_of_options({{call, 105_d, 1, summer}, {call, 100_d, -1}}), "diagonal spread");
}

TEST(Names, ButterfliesAndCondors) {
  EXPECT_EQ(name_of_options({{call, 95_d, 1}, {call, 100_d, -2}, {call, 105_d, 1}}),
            "long butterfly");
  EXPECT_EQ(name_of_options({{put, 95_d, -3}, {put, 100_d, 6}, {put, 105_d, -3}}),
            "short butterfly");
  EXPECT_EQ(name_of_options({{call, 95_d, 2}, {call, 100_d, -3}, {call, 105_d, 1}}),
            "three-leg spread");
  EXPECT_EQ(name_of_options({{call, 95_d, 1, summer}, {call, 100_d, -2}, {call, 105_d, 1, summer}}),
            "three-leg spread");
  EXPECT_EQ(
      name_of_options({{call, 95_d, 1}, {call, 100_d, -1}, {call, 105_d, -1}, {call, 110_d, 1}}),
      "long condor");
  EXPECT_EQ(name_of_options({{put, 95_d, -1}, {put, 100_d, 1}, {put, 105_d, 1}, {put, 110_d, -1}}),
            "short condor");
  EXPECT_EQ(
      name_of_options({{call, 95_d, 1}, {call, 100_d, -1}, {call, 105_d, 1}, {call, 110_d, -1}}),
      "four-leg spread");
}

TEST(Names, WingsOfTwoWidthsAreBroken) {
  EXPECT_EQ(name_of_options({{call, 90_d, 1}, {call, 100_d, -2}, {call, 105_d, 1}}),
            "broken-wing butterfly");
  EXPECT_EQ(name_of_options({{put, 95_d, -1}, {put, 100_d, 2}, {put, 105.50_d, -1}}),
            "short broken-wing butterfly");
  EXPECT_EQ(
      name_of_options({{call, 95_d, 1}, {call, 100_d, -1}, {call, 105_d, -1}, {call, 115_d, 1}}),
      "broken-wing condor");
  EXPECT_EQ(name_of_options({{put, 90_d, -1}, {put, 100_d, 1}, {put, 105_d, 1}, {put, 110_d, -1}}),
            "short broken-wing condor");
  EXPECT_EQ(  // the body's width does not matter
      name_of_options({{call, 95_d, 1}, {call, 100_d, -1}, {call, 110_d, -1}, {call, 115_d, 1}}),
      "long condor");
  EXPECT_EQ(name_of_options({{put, 85_d, 1}, {put, 95_d, -1}, {call, 105_d, -1}, {call, 110_d, 1}}),
            "broken-wing iron condor");
  EXPECT_EQ(
      name_of_options({{put, 95_d, 1}, {put, 100_d, -1}, {call, 100_d, -1}, {call, 110_d, 1}}),
      "broken-wing iron butterfly");
}

TEST(Names, PutsAndCallsTogether) {
  EXPECT_EQ(name_of_options({{put, 90_d, 1}, {put, 95_d, -1}, {call, 105_d, -1}, {call, 110_d, 1}}),
            "iron condor");
  EXPECT_EQ(name_of_options({{put, 90_d, -1}, {put, 95_d, 1}, {call, 105_d, 1}, {call, 110_d, -1}}),
            "iron condor");
  EXPECT_EQ(
      name_of_options({{put, 90_d, 1}, {put, 100_d, -1}, {call, 100_d, -1}, {call, 110_d, 1}}),
      "iron butterfly");
  EXPECT_EQ(
      name_of_options({{call, 100_d, 1}, {call, 110_d, -1}, {put, 100_d, -1}, {put, 110_d, 1}}),
      "box spread");
  EXPECT_EQ(name_of_options({{put, 90_d, 2}, {put, 95_d, -2}, {call, 105_d, -1}, {call, 110_d, 1}}),
            "four-leg spread");  // not of one size
  EXPECT_EQ(name_of_options({{put, 90_d, 1}, {put, 95_d, -1}, {call, 105_d, 1}, {call, 110_d, -1}}),
            "four-leg spread");  // one side each way
}

TEST(Names, ManyLegs) {
  EXPECT_EQ(name_of_options({{call, 90_d, 1},
                             {call, 95_d, -2},
                             {call, 100_d, 1},
                             {call, 105_d, 1},
                             {call, 110_d, -1}}),
            "multi-leg spread");
}

TEST(Names, SingleOptionsByRight) {
  EXPECT_EQ(name_of_options({{call, 100_d, 1}}, Strategy::long_option), "long call");
  EXPECT_EQ(name_of_options({{put, 100_d, 1}}, Strategy::cash_long_option), "long put");
  EXPECT_EQ(name_of_options({{call, 100_d, -1}}, Strategy::uncovered_option), "uncovered call");
  EXPECT_EQ(name_of_options({{put, 100_d, -1}}, Strategy::uncovered_option), "uncovered put");
  EXPECT_EQ(name_of_options({{put, 100_d, -1}}, Strategy::cash_short_option), "cash-secured put");
  EXPECT_EQ(name_of_options({{call, 100_d, -1}}, Strategy::cash_short_option),
            "call to be deposited for");
}

TEST(Names, StraddlesHaveOneExercisePrice) {
  EXPECT_EQ(name_of_options({{call, 100_d, -1}, {put, 100_d, -1}}, Strategy::short_straddle),
            "short straddle");
  EXPECT_EQ(name_of_options({{call, 105_d, -1}, {put, 100_d, -1}}, Strategy::short_straddle),
            "short strangle");
}

TEST(Names, BondsByDirection) {
  const Bond bond{.id = id("BOND"), .maturity = 2030y / May / 15};
  const Quantity thousand = Quantity::of(std::int64_t{1'000});
  EXPECT_EQ(name_of_all(Desk{}.hold(bond, thousand).quote("BOND", 99_d), Strategy::bond),
            "long bond");
  EXPECT_EQ(name_of_all(Desk{}.hold(bond, -thousand).quote("BOND", 99_d), Strategy::bond),
            "short bond");
  Desk both;
  both.hold(bond, thousand).hold(bond, -thousand, Holding::short_sale).quote("BOND", 99_d);
  EXPECT_EQ(name_of_all(both, Strategy::boxed_bond), "short against the box");
}

}  // namespace
}  // namespace plimsoll::reg_t
