#include "strategy/concentration.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

Concentration of(const Book& book, const Policy& policy = {},
                 std::optional<std::vector<Correlation>> correlations = {}) {
  const auto today = room(book);
  EXPECT_TRUE(today);
  auto made = concentration(book, policy, {.room = *today, .correlations = correlations});
  EXPECT_TRUE(made) << made.error().what;
  return *std::move(made);
}

const Weight& row(const Concentration& made, Grouping by, const std::string& of) {
  for (const Weight& one : made.find(by)->rows)
    if (one.of == of) return one;
  ADD_FAILURE() << of;
  static const Weight none{.of = "", .gross = zero(usd)};
  return none;
}

/// 60,000 AAA, 30,000 BBB, 10,000 of CCC short; equity 50,000.
BookOf three() {
  BookOf book{25_pct};
  book.shares("AAA", 600, 100_d).shares("BBB", 300, 100_d).shares("CCC", -100, 100_d);
  book.cash(-30'000_d);
  return book;
}

void of_sector(BookOf& book, const char* symbol, const char* issuer, const char* sector) {
  Profile& profile = book.book().account.profiles[InstrumentId{symbol}];
  profile.issuer = issuer;
  profile.sector = sector;
}

TEST(Concentration, WeightsOfGrossAndOfEquity) {
  const Concentration made = of(three());
  EXPECT_EQ(made.gross, (Money{100'000_d, usd}));
  EXPECT_EQ(made.equity, (Money{50'000_d, usd}));
  const Weights& names = *made.find(Grouping::name);
  ASSERT_EQ(names.rows.size(), 3u);
  EXPECT_EQ(names.rows[0].of, "AAA");
  EXPECT_DOUBLE_EQ(names.rows[0].of_gross, 0.6);
  EXPECT_DOUBLE_EQ(*names.rows[0].of_equity, 1.2);
  EXPECT_DOUBLE_EQ(names.rows[2].of_gross, 0.1) << "short counts as held";
  EXPECT_DOUBLE_EQ(*names.hhi, 0.36 + 0.09 + 0.01);
  EXPECT_DOUBLE_EQ(*names.effective(), 1 / 0.46);
}

TEST(Concentration, RoomIsWhatBringsAWeightToItsLimit) {
  Policy policy;
  policy.size.single_name_most = 0.2;
  const Concentration made = of(three(), policy);
  const Weight& ccc = row(made, Grouping::name, "CCC");
  EXPECT_EQ(ccc.state, LimitState::within);
  EXPECT_EQ(*ccc.room, (Money{12'500_d, usd})) << "22,500 of 112,500 is a fifth";
  const Weight& aaa = row(made, Grouping::name, "AAA");
  EXPECT_EQ(aaa.state, LimitState::breach);
  EXPECT_EQ(*aaa.room, (Money{-50'000_d, usd})) << "10,000 of 50,000 is a fifth";
  EXPECT_TRUE(made.find(Grouping::name)->breached());
}

TEST(Concentration, AtItsLimitAWeightIsWithin) {
  Policy policy;
  policy.size.single_name_most = 0.1;
  EXPECT_EQ(row(of(three(), policy), Grouping::name, "CCC").state, LimitState::within);
  EXPECT_EQ(*row(of(three(), policy), Grouping::name, "CCC").room, zero(usd));
}

TEST(Concentration, AnOptionStandsUnderItsName) {
  BookOf book = three();
  book.option("AAA", Right::call, 110_d, Date{2027y / January / 15}, -2, 5_d);
  const Concentration made = of(book);
  const Weight& aaa = row(made, Grouping::name, "AAA");
  EXPECT_EQ(aaa.gross, (Money{61'000_d, usd}));
  EXPECT_EQ(aaa.members.size(), 2u);
}

TEST(Concentration, WhatNoProfileSaysIsNamedAndNeverDropped) {
  BookOf book = three();
  of_sector(book, "AAA", "A Corp", "Energy");
  of_sector(book, "CCC", "C Corp", "Energy");
  const Concentration made = of(book);
  const Weights& sectors = *made.find(Grouping::sector);
  ASSERT_EQ(sectors.rows.size(), 2u);
  EXPECT_DOUBLE_EQ(row(made, Grouping::sector, "Energy").of_gross, 0.7);
  EXPECT_EQ(row(made, Grouping::sector, "Energy").state, LimitState::breach);
  const Weight& rest = row(made, Grouping::sector, "not stated");
  EXPECT_EQ(rest.state, LimitState::not_stated);
  EXPECT_EQ(rest.members, std::vector{InstrumentId{"BBB"}});
  EXPECT_DOUBLE_EQ(rest.of_gross, 0.3);
  EXPECT_FALSE(sectors.hhi) << "of a part that is not known none can be given";
  bool named = false;
  for (const NotApplied& one : made.not_applied)
    named = named || one.missing_input == "issuer, sector of BBB, under instruments";
  EXPECT_TRUE(named);
}

TEST(Concentration, OptionsHaveTheSectorOfWhatTheyAreOn) {
  BookOf book = three();
  book.option("AAA", Right::put, 90_d, Date{2027y / January / 15}, 2, 5_d);
  of_sector(book, "AAA", "A Corp", "Energy");
  EXPECT_EQ(row(of(book), Grouping::sector, "Energy").gross, (Money{61'000_d, usd}));
}

TEST(Concentration, ABroadFundIsNoSingleName) {
  BookOf book{25_pct};
  book.shares("AAA", 100, 100_d).cash(1'000_d);
  auto& stock = std::get<Stock>(book.book().account.positions[0].instrument);
  stock.kind = StockKind::etf;
  stock.index_class = IndexClass::broad;
  book.book().account.catalog.at(InstrumentId{"AAA"}) = stock;
  const Concentration made = of(book);
  EXPECT_EQ(row(made, Grouping::name, "AAA").state, LimitState::not_limited);
  EXPECT_FALSE(row(made, Grouping::name, "AAA").room);
  EXPECT_EQ(row(made, Grouping::sector, "spread over many").state, LimitState::not_limited);
  EXPECT_EQ(made.not_applied[1].missing_input, "what AAA hold");
}

TEST(Concentration, ClustersNeedAPriceHistory) {
  const Concentration made = of(three());
  EXPECT_EQ(made.find(Grouping::cluster), nullptr);
  EXPECT_EQ(made.not_applied[0].missing_input, "price history");
}

TEST(Concentration, NamesThatMoveTogetherAreOneCluster) {
  const InstrumentId a{"AAA"}, b{"BBB"}, c{"CCC"};
  Concentration made = of(three(), {}, std::vector<Correlation>{{b, c, 0.85}, {a, b, 0.849}});
  EXPECT_DOUBLE_EQ(row(made, Grouping::cluster, "BBB").of_gross, 0.4);
  EXPECT_EQ(row(made, Grouping::cluster, "BBB").state, LimitState::breach);
  made = of(three(), {}, std::vector<Correlation>{{b, c, 0.85}, {a, b, 0.9}});
  EXPECT_DOUBLE_EQ(row(made, Grouping::cluster, "AAA").of_gross, 1);
}

TEST(Concentration, NothingHeldHasNoWeights) {
  BookOf book{25_pct};
  book.cash(1'000_d);
  const Concentration made = of(book);
  EXPECT_TRUE(made.find(Grouping::name)->rows.empty());
  EXPECT_FALSE(made.find(Grouping::name)->hhi);
  EXPECT_FALSE(made.find(Grouping::name)->effective());
  EXPECT_FALSE(made.days_for_most);
}

TEST(Concentration, WithoutAPriceRefused) {
  BookOf book = three();
  const Room today = *room(book.book());
  book.book().market.quotes[InstrumentId{"BBB"}].price.reset();
  EXPECT_FALSE(concentration(book, {}, {.room = today}));
}

TEST(Concentration, TheLoanOfAPoolIsNoHolding) {
  BookOf book;
  book.shares("XYZ", 2500, 100_d).shares("USDC", -100'000, 1_d);
  book.book().account.kind = AccountKind::cross_margin;
  const auto made = concentration(
      book, {}, {.room = {.equity = 150'000_usd, .requirement = 75'000_usd, .initial = 0_usd}});
  ASSERT_TRUE(made) << made.error().what;
  EXPECT_EQ(made->gross, 250'000_usd);
  ASSERT_EQ(made->by[0].rows.size(), 1u);
  EXPECT_DOUBLE_EQ(made->by[0].rows[0].of_gross, 1);
}

}  // namespace
}  // namespace plimsoll::strategy
