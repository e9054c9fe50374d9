#include "methods/reg_t/offsets.hpp"

#include <algorithm>

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

Question asked(const Desk& desk, Day day = on_the_day) {
  const Book book = priced(desk.account, desk.market);
  const std::vector<Cluster> all = clusters(book, desk.account);
  EXPECT_EQ(all.size(), 1u);
  auto question = question_of(all.at(0), book, desk.account, day);
  EXPECT_TRUE(question);
  return *std::move(question);
}

/// How many offsets of a strategy the question has; those of one leg are its legs alone.
std::ptrdiff_t count(const Question& question, Strategy strategy) {
  return std::ranges::count(question.plans, strategy, &Plan::strategy);
}

Desk stock_and_options(std::int64_t shares) {
  Desk desk;
  desk.stock("XYZ", shares, 100_d);
  return desk;
}

TEST(Offsets, BeginWithEveryLegAlone) {
  Desk desk = stock_and_options(250);
  desk.call("XYZ", -3, spring, 100_d, 5_d).put("XYZ", 1, spring, 90_d, 1_d);
  const Question question = asked(desk);
  ASSERT_EQ(question.problem.available.size(), 3u);
  EXPECT_EQ(question.problem.available[0], 250_d);
  ASSERT_EQ(question.plans.size(), question.problem.offsets.size());
  for (std::uint32_t leg = 0; leg < 3; ++leg) {
    ASSERT_EQ(question.problem.offsets[leg].uses.size(), 1u);
    EXPECT_EQ(question.problem.offsets[leg].uses[0].leg, leg);
  }
  EXPECT_FALSE(question.problem.offsets[0].whole);  // shares may be parted, contracts not
  EXPECT_TRUE(question.problem.offsets[1].whole);
  // 25 % less 100 a share; 5 and 20 % a share of a call; nothing for a put.
  EXPECT_EQ(question.problem.offsets[0].cost.maintenance, -75_d);
  EXPECT_EQ(question.problem.offsets[0].cost.initial, -50_d);
  EXPECT_EQ(question.problem.offsets[1].cost.maintenance, 2'500_d);
  EXPECT_EQ(question.problem.offsets[2].cost.maintenance, 0_d);
}

TEST(Offsets, OfStockHeld) {
  Desk desk = stock_and_options(100);
  desk.call("XYZ", -1, spring, 90_d, 12_d).call("XYZ", -1, spring, 110_d, 1_d);
  desk.put("XYZ", 1, spring, 90_d, 1_d).put("XYZ", 1, spring, 110_d, 12_d);
  const Question question = asked(desk);
  EXPECT_EQ(count(question, Strategy::covered_call), 2);
  EXPECT_EQ(count(question, Strategy::protective_put), 2);
  EXPECT_EQ(count(question, Strategy::conversion), 2);
  EXPECT_EQ(count(question, Strategy::collar), 1);  // put 90 and call 110 only
}

TEST(Offsets, ACollarsPutOutlivesItsCall) {
  const auto collars = [](Date put_expiry, Date call_expiry) {
    Desk desk = stock_and_options(100);
    desk.call("XYZ", -1, call_expiry, 110_d, 1_d).put("XYZ", 1, put_expiry, 90_d, 1_d);
    return count(asked(desk), Strategy::collar);
  };
  EXPECT_EQ(collars(spring, spring), 1);
  EXPECT_EQ(collars(summer, spring), 1);
  EXPECT_EQ(collars(spring, summer), 0);
}

TEST(Offsets, AReverseConversionsCallOutlivesItsPut) {
  const auto reversals = [](Date call_expiry, Date put_expiry, Decimal put_strike) {
    Desk desk = stock_and_options(-100);
    desk.call("XYZ", 1, call_expiry, 95_d, 8_d).put("XYZ", -1, put_expiry, put_strike, 1_d);
    return count(asked(desk), Strategy::reverse_conversion);
  };
  EXPECT_EQ(reversals(spring, spring, 95_d), 1);
  EXPECT_EQ(reversals(summer, spring, 95_d), 1);
  EXPECT_EQ(reversals(spring, summer, 95_d), 0);
  EXPECT_EQ(reversals(spring, spring, 90_d), 0);  // two exercise prices
}

TEST(Offsets, NeedAFullContractOfShares) {
  const auto covered = [](std::int64_t shares) {
    Desk desk = stock_and_options(shares);
    return count(asked(desk.call("XYZ", -1, spring, 110_d, 1_d)), Strategy::covered_call);
  };
  EXPECT_EQ(covered(99), 0);
  EXPECT_EQ(covered(100), 1);
}

TEST(Offsets, StockWithoutCreditOnlyCoversCalls) {
  Desk desk;
  desk.hold(Stock{.id = id("XYZ"), .listing = {.marginable = false}},
            Quantity::of(std::int64_t{100}));
  desk.quote("XYZ", 100_d).call("XYZ", -1, spring, 110_d, 1_d).put("XYZ", 1, spring, 95_d, 1_d);
  desk.hold(Stock{.id = id("XYZ"), .listing = {.marginable = false}},
            Quantity::of(std::int64_t{-100}), Holding::short_sale);
  const Question question = asked(desk);
  EXPECT_EQ(count(question, Strategy::covered_call), 1);
  EXPECT_EQ(count(question, Strategy::protective_put), 0);
  EXPECT_EQ(count(question, Strategy::collar), 0);
  EXPECT_EQ(count(question, Strategy::boxed_stock), 1);
}

TEST(Offsets, BothSidesOfOneBondStandTogetherInAnyFraction) {
  const auto boxed = [](const char* owed, Holding holding) {
    Desk desk;
    for (const char* name : {"AAA", "BBB"})
      desk.describe(Bond{.id = id(name), .kind = BondKind::convertible, .underlying = id("XYZ")});
    desk.hold(desk.account.catalog.at(id("AAA")), Quantity::of(std::int64_t{10'000}), holding);
    desk.hold(desk.account.catalog.at(id(owed)), Quantity::of(std::int64_t{-10'000}),
              Holding::short_sale);
    const Question question = asked(desk.quote("AAA", 98_d).quote("BBB", 98_d));
    for (const Offset& offset : question.problem.offsets) EXPECT_FALSE(offset.whole);
    return count(question, Strategy::boxed_bond);
  };
  EXPECT_EQ(boxed("AAA", Holding::margin), 1);
  EXPECT_EQ(boxed("BBB", Holding::margin), 0);  // another issue of the same issuer
}

// A fund at 399 on an index at 4,000: 400,000 is 1,002.5... shares.
TEST(Offsets, AFundCoversByWholeSharesOfAtLeastTheIndexValue) {
  const auto shares_needed = [](Decimal price) {
    Desk desk;
    desk.index("SPX", 4'000_d, IndexClass::broad).call("SPX", -1, spring, 4'000_d, 90_d);
    desk.hold(Stock{.id = id("SPY"), .kind = StockKind::etf, .reference = id("SPX")},
              Quantity::of(std::int64_t{1'500}));
    const Question question = asked(desk.quote("SPY", price));
    for (const Plan& plan : question.plans)
      if (plan.strategy == Strategy::protected_index_call) return to_text(plan.legs[0].quantity);
    return std::string{"none"};
  };
  EXPECT_EQ(shares_needed(400_d), "1000");
  EXPECT_EQ(shares_needed(399_d), "1003");
  EXPECT_EQ(shares_needed(400.01_d), "1000");
  EXPECT_EQ(shares_needed(266.66_d), "none");  // 1,501 shares
}

TEST(Offsets, AConvertibleCoversOnlyACallItOutlives) {
  const auto covered = [](std::optional<Date> maturity, std::int64_t principal) {
    Desk desk;
    desk.hold(Bond{.id = id("CONV"),
                   .kind = BondKind::convertible,
                   .maturity = maturity,
                   .underlying = id("XYZ"),
                   .conversion_ratio = 20_d},
              Quantity::of(principal));
    desk.quote("CONV", 200_d).quote("XYZ", 100_d).call("XYZ", -1, spring, 110_d, 1_d);
    return count(asked(desk), Strategy::convertible_covered_call);
  };
  // 20 shares for 1,000 of principal: 5,000 for 100 shares.
  EXPECT_EQ(covered(2026y / June / 18, 5'000), 0);
  EXPECT_EQ(covered(spring, 5'000), 0);
  EXPECT_EQ(covered(2026y / June / 20, 5'000), 1);
  EXPECT_EQ(covered(2026y / June / 20, 4'999), 0);
  EXPECT_EQ(covered(std::nullopt, 5), 1);  // a preferred share for 20 shares
  EXPECT_EQ(covered(std::nullopt, 4), 0);
}

TEST(Offsets, AConvertiblePaidInFullCoversAndAWarrantDoesNot) {
  const auto covers = [](Desk desk) {
    const Bond bond{.id = id("CONV"),
                    .kind = BondKind::convertible,
                    .underlying = id("XYZ"),
                    .conversion_ratio = 1_d};
    const Warrant warrant{.id = id("WAR"),
                          .underlying = id("XYZ"),
                          .exercise = {50_d, usd},
                          .expiry = 2026y / June / 20};
    desk.hold(bond, Quantity::of(std::int64_t{100})).quote("CONV", 80_d);
    desk.hold(warrant, Quantity::of(std::int64_t{100})).quote("WAR", 4_d);
    desk.quote("XYZ", 80_d).call("XYZ", -1, spring, 90_d, 3_d);
    const Question question = asked(desk);
    return std::to_string(count(question, Strategy::convertible_covered_call)) + " " +
           std::to_string(count(question, Strategy::warrant_covered_call));
  };
  EXPECT_EQ(covers(Desk{}), "1 1");
  EXPECT_EQ(covers(Desk{AccountKind::cash}), "1 0");
  EXPECT_EQ(covers(Desk{AccountKind::retirement}), "1 0");
}

TEST(Offsets, AWarrantCoversOnlyACallItOutlives) {
  const auto covered = [](Date expiry) {
    Desk desk;
    desk.hold(Warrant{.id = id("WAR"),
                      .underlying = id("XYZ"),
                      .exercise = {50_d, usd},
                      .expiry = expiry,
                      .shares = 2_d},
              Quantity::of(std::int64_t{50}));
    desk.quote("WAR", 4_d).quote("XYZ", 46_d).call("XYZ", -1, spring, 45_d, 2_d);
    return count(asked(desk), Strategy::warrant_covered_call);
  };
  EXPECT_EQ(covered(spring), 0);
  EXPECT_EQ(covered(2026y / June / 20), 1);
}

/// Families as the symbols' strikes, "95 100 | 100".
std::string families(const Question& question) {
  std::string text;
  for (const SpreadFamily& family : question.problem.families) {
    if (!text.empty()) text += " | ";
    for (const std::uint32_t place : family.legs) {
      const SpreadLeg& leg = question.problem.spread_legs[place];
      text += (place == family.legs.front() ? "" : " ") +
              std::string{leg.side == Side::sold ? "-" : "+"} + to_text(leg.strike, 0);
    }
  }
  return text;
}

TEST(Offsets, SpreadsKeepTheOrderOfExpiry) {
  Desk desk;
  desk.quote("XYZ", 100_d);
  desk.call("XYZ", 1, spring, 100_d, 5_d).call("XYZ", -1, spring, 105_d, 3_d);
  desk.call("XYZ", 1, summer, 110_d, 5_d).call("XYZ", -1, summer, 115_d, 3_d);
  // By the first day everything bought and the earlier one sold; by the second the later bought
  // and both sold.
  EXPECT_EQ(families(asked(desk)), "+100 -105 +110 | -105 +110 -115");
  Desk late;
  late.quote("XYZ", 75_d).call("XYZ", 1, spring, 70_d, 5_d).call("XYZ", -1, summer, 70_d, 8_d);
  EXPECT_EQ(families(asked(late)), "");  // the one sold expires last: no spread
}

/// The option at `place` settles in the morning of its last day.
void settle_early(Desk& desk, std::size_t place) {
  std::get<ListedOption>(desk.account.positions.at(place).instrument).settlement = Settlement::am;
}

TEST(Offsets, WhatSettlesInTheMorningDoesNotOutliveTheAfternoon) {
  const auto spreads = [](std::optional<std::size_t> early) {
    Desk desk;
    desk.index("SPX", 100_d, IndexClass::broad);
    desk.call("SPX", 1, spring, 100_d, 5_d).call("SPX", -1, spring, 105_d, 3_d);
    if (early) settle_early(desk, *early);
    const Question before_universal = asked(desk, {today, 2012y / October / 25});
    const std::string found = families(asked(desk));
    EXPECT_EQ(count(before_universal, Strategy::spread), found.empty() ? 0 : 1);
    return found;
  };
  EXPECT_EQ(spreads({}), "+100 -105");
  EXPECT_EQ(spreads(1), "+100 -105");  // sold in the morning, bought until the close
  EXPECT_EQ(spreads(0), "");
}

TEST(Offsets, SpreadsAreOfOneStyle) {
  Desk desk;
  desk.quote("XYZ", 100_d).call("XYZ", 1, spring, 100_d, 5_d).call("XYZ", -1, spring, 105_d, 3_d);
  std::get<ListedOption>(desk.account.positions[0].instrument).style = Style::european;
  EXPECT_EQ(families(asked(desk)).find("+100 -105"), std::string::npos);
}

TEST(Offsets, BeforeOctober2012SpreadsHaveTwoLegs) {
  Desk desk;
  desk.quote("XYZ", 100_d).call("XYZ", 2, spring, 105_d, 3_d).call("XYZ", -2, spring, 100_d, 5_d);
  desk.call("XYZ", -1, summer, 100_d, 5_d);
  const Question before = asked(desk, {today, 2012y / October / 25});
  EXPECT_TRUE(before.problem.families.empty());
  EXPECT_EQ(count(before, Strategy::spread), 1);  // not with the one that expires later
  const Question after = asked(desk, {today, 2012y / October / 26});
  EXPECT_EQ(after.problem.families.size(), 1u);
  EXPECT_EQ(count(after, Strategy::spread), 0);
}

TEST(Offsets, BoxesAreEuropeanAndOfOneExpiry) {
  const auto boxes = [](IndexClass broad, Date last, Style style) {
    Desk desk;
    desk.index("SPX", 104_d, broad).call("SPX", 1, spring, 100_d, 6_d);
    desk.call("SPX", -1, spring, 110_d, 2_d).put("SPX", -1, spring, 100_d, 1.50_d);
    desk.put("SPX", 1, last, 110_d, 7_d);
    for (Position& position : desk.account.positions)
      std::get<ListedOption>(position.instrument).style = style;
    return count(asked(desk), Strategy::long_european_box);
  };
  Desk mixed;
  mixed.index("SPX", 104_d, IndexClass::broad).call("SPX", 1, spring, 100_d, 6_d);
  mixed.call("SPX", -1, spring, 110_d, 2_d).put("SPX", -1, spring, 100_d, 1.50_d);
  mixed.put("SPX", 1, spring, 110_d, 7_d);
  EXPECT_EQ(count(asked(mixed), Strategy::long_european_box), 1);
  settle_early(mixed, 1);
  EXPECT_EQ(count(asked(mixed), Strategy::long_european_box), 0);
  EXPECT_EQ(boxes(IndexClass::broad, spring, Style::european), 1);
  EXPECT_EQ(boxes(IndexClass::narrow, spring, Style::european), 1);
  EXPECT_EQ(boxes(IndexClass::broad, summer, Style::european), 0);
  EXPECT_EQ(boxes(IndexClass::broad, spring, Style::american), 0);
}

TEST(Offsets, InACashAccountOnlyCoversAndIndexSpreads) {
  Desk desk{AccountKind::cash};
  desk.stock("XYZ", 100, 100_d).call("XYZ", -1, spring, 110_d, 1_d);
  desk.put("XYZ", 1, spring, 95_d, 1_d).put("XYZ", -1, spring, 90_d, 0.50_d);
  const Question stock = asked(desk);
  EXPECT_EQ(count(stock, Strategy::covered_call), 1);
  EXPECT_EQ(count(stock, Strategy::short_straddle), 0);
  EXPECT_EQ(count(stock, Strategy::protective_put), 0);
  EXPECT_EQ(families(stock), "");
  Desk index{AccountKind::cash};
  index.index("SPX", 400_d, IndexClass::broad).put("SPX", -1, spring, 395_d, 3_d);
  index.put("SPX", 1, spring, 390_d, 2_d).put("SPX", 1, summer, 385_d, 2_d);
  EXPECT_EQ(families(asked(index)), "+390 -395");  // of one expiry
  settle_early(index, 0);
  EXPECT_EQ(families(asked(index)), "");  // they must end together
}

}  // namespace
}  // namespace plimsoll::reg_t
