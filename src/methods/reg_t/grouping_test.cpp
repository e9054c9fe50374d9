#include "methods/reg_t/grouping.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

/// The groups, one a line: "covered call: 200 XYZ, -2 XYZ   260619C00100000".
std::string groups_of(const Desk& desk) {
  const Book book = priced(desk.account, desk.market);
  const auto grouping = least_margin(book, desk.account, on_the_day);
  if (!grouping) return grouping.error().what;
  EXPECT_TRUE(grouping->proven);
  std::string text;
  for (const Plan& plan : grouping->plans) {
    text += std::string{name_of(plan, book).text()} + ":";
    for (const Taken& leg : plan.legs) {
      const Entry& entry = book.entries[leg.entry];
      text += (&leg == &plan.legs.front() ? " " : ", ") +
              to_text(entry.direction == Direction::owed ? -leg.quantity : leg.quantity) + " " +
              std::string{entry.id.view()};
    }
    text += "\n";
  }
  return text;
}

TEST(Grouping, SharesShortOfAContractCoverNothing) {
  Desk desk;
  desk.stock("XYZ", 250, 100_d).call("XYZ", -3, spring, 100_d, 5_d);
  EXPECT_EQ(groups_of(desk),
            "long stock: 50 XYZ\n"
            "covered call: 200 XYZ, -2 XYZ   260619C00100000\n"
            "uncovered call: -1 XYZ   260619C00100000\n");
}

TEST(Grouping, AButterflyIsOneGroup) {
  Desk desk;
  desk.quote("XYZ", 600_d).call("XYZ", 1, spring, 595_d, 12_d).call("XYZ", -2, spring, 600_d, 9_d);
  desk.call("XYZ", 1, spring, 605_d, 7_d);
  EXPECT_EQ(groups_of(desk),
            "long butterfly: 1 XYZ   260619C00595000, -2 XYZ   260619C00600000, "
            "1 XYZ   260619C00605000\n");
}

TEST(Grouping, FourCallsTogetherLoseLessThanTwoVerticals) {
  Desk desk;
  desk.quote("XYZ", 600_d).call("XYZ", 1, spring, 500_d, 101_d);
  desk.call("XYZ", -1, spring, 550_d, 55_d).call("XYZ", -1, spring, 600_d, 20_d);
  desk.call("XYZ", 1, spring, 700_d, 1_d);
  EXPECT_EQ(groups_of(desk),
            "broken-wing condor: 1 XYZ   260619C00500000, -1 XYZ   260619C00550000, "
            "-1 XYZ   260619C00600000, 1 XYZ   260619C00700000\n");
}

// Puts 100 long one and 80 short two do not balance: one of the short ones stays uncovered.
TEST(Grouping, ARatioIsASpreadAndSomethingUncovered) {
  Desk desk;
  desk.quote("XYZ", 90_d).put("XYZ", 1, spring, 100_d, 11_d).put("XYZ", -2, spring, 80_d, 1_d);
  EXPECT_EQ(groups_of(desk),
            "uncovered put: -1 XYZ   260619P00080000\n"
            "bear put spread: -1 XYZ   260619P00080000, 1 XYZ   260619P00100000\n");
}

TEST(Grouping, AFundCoversAnIndexCallByValue) {
  Desk desk;
  desk.index("SPX", 4'000_d, IndexClass::broad).call("SPX", -1, spring, 4'000_d, 90_d);
  desk.hold(Stock{.id = id("SPY"), .kind = StockKind::etf, .reference = id("SPX")},
            Quantity::of(std::int64_t{1'500}));
  EXPECT_EQ(groups_of(desk.quote("SPY", 400_d)),
            "index call covered by fund: 1000 SPY, -1 SPX   260619C04000000\n"
            "long stock: 500 SPY\n");
}

// An option that could be lent against is worth more alone than in a spread that saves less.
TEST(Grouping, LoanValueIsWeighedAgainstTheSpread) {
  const auto groups = [](Decimal price) {
    Desk desk;
    desk.quote("XYZ", 100_d).call("XYZ", -1, spring, 150_d, 0_d).call("XYZ", 1, far, 100_d, price);
    return groups_of(desk);
  };
  // Uncovered needs 10 % of 10,000; a quarter of the long call is lent.
  EXPECT_EQ(groups(39.99_d),
            "diagonal spread: -1 XYZ   260619C00150000, 1 XYZ   270618C00100000\n");
  EXPECT_EQ(groups(40.01_d),
            "uncovered call: -1 XYZ   260619C00150000\nlong call: 1 XYZ   270618C00100000\n");
}

TEST(Grouping, FractionsOfSharesAreNotLost) {
  Desk desk;
  desk.hold(Stock{.id = id("XYZ")}, *parse_quantity("100.123456789012345678"));
  desk.quote("XYZ", 100_d).call("XYZ", -1, spring, 105_d, 2_d);
  EXPECT_EQ(groups_of(desk),
            "long stock: 0.123456789012345678 XYZ\n"
            "covered call: 100 XYZ, -1 XYZ   260619C00105000\n");
}

TEST(Grouping, AFractionAloneIsOneGroup) {
  Desk desk;
  desk.hold(Stock{.id = id("XYZ")}, *parse_quantity("0.000000000000000001"));
  desk.hold(Stock{.id = id("XYZ")}, *parse_quantity("-0.000000000000000001"), Holding::short_sale);
  EXPECT_EQ(groups_of(desk.quote("XYZ", 100_d)),
            "long stock: 0.000000000000000001 XYZ\nshort stock: -0.000000000000000001 XYZ\n");
}

// 1,000 / 4.241 of principal for one share, rounded up; 29,052 is enough for 123 shares.
TEST(Grouping, AnOddConversionRatioNeverTakesMoreThanIsHeld) {
  Desk desk;
  desk.hold(Bond{.id = id("CONV"),
                 .kind = BondKind::convertible,
                 .maturity = 2030y / May / 15,
                 .underlying = id("XYZ"),
                 .conversion_ratio = 4.241_d},
            Quantity::of(std::int64_t{29'052}));
  desk.quote("CONV", 97.12_d).stock("XYZ", -683, 255_d);
  EXPECT_EQ(groups_of(desk),
            "long bond: 49.406272011 CONV\n"
            "convertible against short stock: 29002.593727989 CONV, -123 XYZ\n"
            "short stock: -560 XYZ\n");
}

// A hundred call spreads and a share: 201 positions bear on one another.
TEST(Grouping, TakesAVeryLargeBookInPortionsAndSaysSo) {
  Desk desk;
  desk.quote("XYZ", 100_d);
  for (int i = 0; i < 100; ++i) {
    desk.call("XYZ", -1, spring, Decimal{101 + 2 * i}, 1_d);
    desk.call("XYZ", 1, spring, Decimal{102 + 2 * i}, 0.5_d);
  }
  const Book most = priced(desk.account, desk.market);
  EXPECT_FALSE(least_margin(most, desk.account, on_the_day)->in_portions);
  desk.stock("XYZ", 1, 100_d);
  const Book more = priced(desk.account, desk.market);
  const auto grouping = least_margin(more, desk.account, on_the_day);
  ASSERT_TRUE(grouping);
  EXPECT_TRUE(grouping->in_portions);
  EXPECT_FALSE(grouping->proven);
  std::vector<Int128> used(more.entries.size(), 0);
  for (const Plan& plan : grouping->plans)
    for (const Taken& leg : plan.legs) used[leg.entry] += leg.quantity.atto;
  for (std::size_t i = 0; i < used.size(); ++i) EXPECT_EQ(used[i], more.entries[i].size.atto);
}

// 52 iron condors of 52 expiries, half of them with a put to spare. Cut by number alone, 20 would
// be left whole.
TEST(Grouping, KeepsAnExpiryTogetherInAPortion) {
  Desk desk;
  desk.quote("XYZ", 100_d);
  for (int week = 0; week < 52; ++week) {
    const Date day = spring + std::chrono::days{7 * week};
    desk.put("XYZ", 1, day, 90_d, 0.5_d).put("XYZ", -1, day, 95_d, 1_d);
    desk.call("XYZ", -1, day, 105_d, 1_d);
    if (week % 2 == 0) desk.call("XYZ", 1, day, 110_d, 0.5_d);
    else desk.call("XYZ", 1, day, 115_d, 0.5_d).put("XYZ", 1, day, 85_d, 0.3_d);
  }
  const Book book = priced(desk.account, desk.market);
  const auto grouping = least_margin(book, desk.account, on_the_day);
  ASSERT_TRUE(grouping);
  EXPECT_TRUE(grouping->in_portions);
  std::int64_t condors = 0;
  Money sum = zero(usd);
  for (const Plan& plan : grouping->plans) {
    condors += name_of(plan, book).text() == "iron condor" ? 1 : 0;
    sum = sum + margin_of<Money>(plan, book, on_the_day)->risk_maintenance();
  }
  EXPECT_GE(condors, 30);
  EXPECT_LE(sum.amount, Decimal{26 * 500 + 26 * 1'000});
}

TEST(Grouping, SaysWhichRuleHasNoTextOnTheDay) {
  Desk desk;
  desk.stock("XYZ", 1, 100_d);
  const Book book = priced(desk.account, desk.market);
  const auto plan = least_margin(book, desk.account, {today, 1960y / May / 2});
  // One leg alone asks nothing of the search; its rule refuses when it is read.
  ASSERT_TRUE(plan);
  EXPECT_FALSE(margin_of<Money>(plan->plans.at(0), book, {today, 1960y / May / 2}));
  desk.call("XYZ", -1, spring, 100_d, 1_d);
  const Book two = priced(desk.account, desk.market);
  const auto refused = least_margin(two, desk.account, {today, 1960y / May / 2});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Reason::not_in_force);
}

}  // namespace
}  // namespace plimsoll::reg_t
