#include "methods/tims/tims.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "methods/tims/testing.hpp"

namespace plimsoll::tims {
namespace {

using namespace testing;

Money asked(const Desk& desk) {
  const auto answer = desk.answer();
  EXPECT_TRUE(answer) << answer.error().what;
  return answer->maintenance;
}

/// The index of Cboe's tables of 2007, its fund, and what is written on it.
Desk of_2007() {
  Desk desk;
  desk.account.as_of = desk.market.as_of = Date{2007y / February / 23};
  desk.market.risk_free_rate = 0.05306;
  desk.know(Index{.id = InstrumentId{"SPX"}, .index_class = IndexClass::broad}, 1451.19_d);
  desk.market.quotes[InstrumentId{"SPX"}].yield = 0.01925;
  return desk;
}
constexpr Date april{2007y / April / 20};
ListedOption call_1460() { return option("SPX", Right::call, 1460_d, april); }
ListedOption put_1460() { return option("SPX", Right::put, 1460_d, april); }

TEST(PortfolioMargin, IsOneRequirementWithNothingForProceeds) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  const auto answer = desk.answer().value();
  EXPECT_EQ(answer.initial, 750_usd);
  EXPECT_EQ(answer.maintenance, 750_usd);
  EXPECT_EQ(answer.risk_initial, 750_usd);
  EXPECT_EQ(answer.risk_maintenance, 750_usd);
  EXPECT_EQ(answer.proceeds, 0_usd);
  EXPECT_EQ(answer.net_deposit(), 750_usd);
  EXPECT_EQ(*answer.equity, 1'005'000_usd);
  EXPECT_EQ(*answer.equity, *answer.net_liquidation);
  EXPECT_TRUE(answer.calls.empty());
}

// Published sums and their parts: covered call = what the fund loses less what the call gains, and
// short put + call gained = synthetic long, at the lowest point.
TEST(PortfolioMargin, AddsUpAsThePublishedTablesDo) {
  const Money covered =
      asked(of_2007().hold(call_1460(), -100, 21.66_d).hold(fund("SPY", "SPX"), 100'000, 145.30_d));
  const Money fund_alone = asked(of_2007().hold(fund("SPY", "SPX"), 100'000, 145.30_d));
  const Money put = asked(of_2007().hold(put_1460(), -100, 22.55_d));
  const Money synthetic =
      asked(of_2007().hold(put_1460(), -100, 22.55_d).hold(call_1460(), 100, 21.66_d));
  EXPECT_EQ(fund_alone, 1'162'400_usd);
  EXPECT_EQ(fund_alone - covered, synthetic - put) << "both are the call's gain, once each way";
}

TEST(PortfolioMargin, RefusesAccountsThatCannotHaveIt) {
  Desk desk;
  desk.hold(stock("XYZ"), 100, 50_d);
  for (const AccountKind kind : {AccountKind::cash, AccountKind::retirement, AccountKind::futures,
                                 AccountKind::cross_margin}) {
    desk.account.kind = kind;
    EXPECT_EQ(desk.answer().error().reason, Reason::not_covered);
  }
  desk.account.kind = AccountKind::margin;
  EXPECT_TRUE(desk.answer());
  EXPECT_EQ(desk.answer(Packs{}).error().reason, Reason::not_covered);
  desk.account.base = Currency{"EUR"};
  EXPECT_EQ(desk.answer().error().reason, Reason::not_covered);
}

TEST(PortfolioMargin, CallsForWhatIsMissing) {
  Desk desk;
  desk.hold(stock("XYZ"), 2000, 50_d);
  desk.account.cash = std::vector<Money>{-95'000_usd};
  EXPECT_EQ(desk.answer()->calls.size(), 2u);
  desk.account.kind = AccountKind::margin;
  const auto margin = desk.answer().value();
  EXPECT_EQ(margin.calls.size(), 1u) << "a margin account owes these rules no least equity";
  EXPECT_TRUE(std::ranges::any_of(margin.caveats, [](const Caveat& caveat) {
    return caveat.text.contains("100,000 dollars");
  }));
  desk.account.cash.reset();
  EXPECT_FALSE(desk.answer()->equity);
}

/// Every paragraph an explained sum stands on.
void cited(const Amount& amount, std::vector<std::string>& sources) {
  if (amount.law) sources.emplace_back(amount.law->source.text());
  for (const Amount& part : amount.parts) cited(part, sources);
}

TEST(PortfolioMargin, OfAFirmIsADeductionAndNoCustomersRuleIsCited) {
  Desk desk;
  desk.hold(stock("XYZ"), 2000, 50_d);
  desk.account.cash = std::vector<Money>{-95'000_usd};
  for (const Role role : {Role::broker_dealer, Role::market_maker}) {
    desk.account.role = role;
    const auto answer = Tims{{.rules = {}, .packs = {small_pack(), nullptr}}}
                            .explain(desk.account, desk.market)
                            .value();
    EXPECT_TRUE(answer.calls.empty());
    std::vector<std::string> sources;
    for (const Amount* tree : trees_of(answer)) cited(*tree, sources);
    EXPECT_FALSE(sources.empty());
    for (const std::string& source : sources) EXPECT_FALSE(source.contains("FINRA")) << source;
  }
}

TEST(PortfolioMargin, AnswersTheSameOverAMarketValuedBefore) {
  Desk desk;
  desk.know(stock("XYZ"), 50_d)
      .hold(option("XYZ", Right::call, 55_d), -10, 1_d)
      .hold(fund("SPY", "SPX"), 100, 500_d);
  Desk more = desk;
  more.hold(stock("ABC"), 1, 10_d);
  const auto valued = more.valued(Packs{small_pack(), nullptr});
  const Tims over{{.rules = {}, .packs = valued->terms().packs, .valued = valued}};
  EXPECT_EQ(over.compute(desk.account, desk.market)->maintenance, asked(desk));
  desk.hold(stock("NEW"), 100, 50_d);
  EXPECT_EQ(over.compute(desk.account, desk.market)->maintenance, asked(desk))
      << "what it does not hold is valued anew";
  const Tims sums{
      {.rules = {}, .packs = valued->terms().packs, .valued = valued, .told = AnswerTold::sums}};
  const auto brief = sums.compute(more.account, more.market).value();
  EXPECT_TRUE(brief.detail.children.empty());
  EXPECT_TRUE(brief.caveats.empty());
  EXPECT_EQ(brief.maintenance, asked(more));
}

/// European options on one stock and one index, and their shares and funds.
const std::vector<std::pair<Instrument, Decimal>>& things() {
  static const std::vector<std::pair<Instrument, Decimal>> all{
      {stock("XYZ"), 50_d},
      {fund("SPY", "SPX"), 500_d},
      {fund("OEF", "OEX"), 250_d},
      {fund("IWM", "RUT"), 200_d},
      {option("XYZ", Right::call, 55_d), 1_d},
      {option("XYZ", Right::put, 45_d), 0.90_d},
      {option("SPX", Right::call, 5100_d), 80_d},
      {option("SPX", Right::put, 4900_d), 75_d},
      {option("XYZ", Right::call, 90_d), 0.01_d}};
  return all;
}

using Holding = std::pair<int, int>;
Desk desk_of(const std::vector<Holding>& book, int times = 1) {
  Desk desk;
  desk.know(Index{.id = InstrumentId{"SPX"}, .index_class = IndexClass::broad}, 5000_d)
      .know(stock("XYZ"), 50_d);
  std::map<int, int> sizes;
  std::vector<int> order;
  for (const auto& [place, size] : book) {
    if (!sizes.contains(place)) order.push_back(place);
    sizes[place] += size;
  }
  for (const int place : order)
    if (sizes[place] != 0) {
      const auto& [what, price] = things()[static_cast<std::size_t>(place)];
      desk.hold(what, sizes[place] * times, price);
    }
  return desk;
}
std::vector<Holding> some_book() {
  const auto held =
      rc::gen::pair(rc::gen::inRange(0, 9),
                    rc::gen::suchThat(rc::gen::inRange(-5, 6), [](int size) { return size != 0; }));
  return *rc::gen::resize(9, rc::gen::container<std::vector<Holding>>(held));
}

RC_GTEST_PROP(AnyPortfolio, IsTheSameInAnyOrder, ()) {
  auto book = some_book();
  const auto one = desk_of(book).answer().value();
  std::ranges::reverse(book);
  const auto other = desk_of(book).answer().value();
  RC_ASSERT(one.maintenance == other.maintenance);
  RC_ASSERT(one.groups.size() == other.groups.size());
}

RC_GTEST_PROP(AnyPortfolio, TwiceAsMuchAsksForTwiceAsMuch, ()) {
  const auto book = some_book();
  const Money one = asked(desk_of(book)), two = asked(desk_of(book, 2));
  const Money gap = two - one - one;
  RC_ASSERT(abs(gap.amount) < 0.001_d);
}

RC_GTEST_PROP(AnyPortfolio, IsNeverBelowZeroNorAboveItsClassGroupsTogether, ()) {
  const auto answer = desk_of(some_book()).answer().value();
  RC_ASSERT(!answer.maintenance.amount.is_negative());
  Money sum = zero(usd);
  for (const Detail& child : answer.detail.children)
    if (child.name == "class_groups")
      for (const Detail& group : child.children)
        for (const Detail& leaf : group.children)
          if (leaf.name == "requirement") sum = sum + dollars(leaf.text.c_str());
  RC_ASSERT(!(sum + 0.001_usd < answer.maintenance));
}

RC_GTEST_PROP(AnyPortfolio, IsReadTheSameTwice, ()) {
  const Desk desk = desk_of(some_book());
  const Tims method{{.rules = {}, .packs = {small_pack(), nullptr}}};
  const auto plain = method.compute(desk.account, desk.market).value();
  const auto told = method.explain(desk.account, desk.market).value();
  RC_ASSERT(plain.maintenance == told.maintenance.money);
  RC_ASSERT(plain.equity == money_of(told.equity));
}

RC_GTEST_PROP(AnyPortfolio, OfBoughtOptionsAsksForNoMoreThanTheyAreWorth, ()) {
  auto book = some_book();
  for (auto& [place, size] : book) {
    place = 4 + place % 5;
    size = std::abs(size);
  }
  const Desk desk = desk_of(book);
  const auto answer = desk.answer().value();
  RC_ASSERT(!(*answer.equity - 1'000'000_usd + 0.001_usd < answer.maintenance));
}

}  // namespace
}  // namespace plimsoll::tims
