#include "strategy/trade_trial.hpp"

#include <gtest/gtest.h>

#include "strategy/crisis_windows.hpp"
#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

const Slack& slack(const std::vector<Slack>& all, TradeLimit limit) {
  for (const Slack& one : all)
    if (one.at.limit == limit) return one;
  ADD_FAILURE() << word_of(limit);
  static const Slack none;
  return none;
}

class TradeTrials : public ::testing::Test {
 protected:
  TradeTrials() {
    book.shares("AAA", 600, 100_d).shares("BBB", -100, 100_d).cash(-10'000_d);
    for (const char* symbol : {"AAA", "BBB"})
      book.book().account.profiles[InstrumentId{symbol}].sector = "Energy";
  }
  TradeTrial of(const char* symbol, TradeSide side) {
    today = *buffer(book, policy, {});
    markets = *trial_markets(book, policy);
    moves = book_moves(book, policy);
    auto made = TradeTrial::of({book, policy, *today, markets, moves, 2},
                               {Stock{.id = InstrumentId{symbol}}, side});
    EXPECT_TRUE(made) << made.error().what;
    return *std::move(made);
  }
  BookOf book{25_pct};
  Result<BookMoves> moves = BookMoves{};
  Policy policy;
  std::optional<Buffer> today;
  std::vector<MarketSnapshot> markets;
};

TEST_F(TradeTrials, TodayStandsFirstThenEachCrisis) {
  of("AAA", TradeSide::buy);
  ASSERT_EQ(markets.size(), crisis_windows.size() + 1);
  EXPECT_EQ(markets[0].price(InstrumentId{"AAA"}), 100_d);
  EXPECT_EQ(markets[1].price(InstrumentId{"AAA"}), 66.5_d);
}

TEST_F(TradeTrials, WeightsAfterATrade) {
  const TradeTrial trial = of("AAA", TradeSide::buy);
  const Slack name = slack(trial.weights(100), TradeLimit::single_name);
  EXPECT_DOUBLE_EQ(name.at.value, 70.0 / 80);
  EXPECT_EQ(name.left, -62'000_d) << "8,000 of 80,000 are allowed";
  EXPECT_DOUBLE_EQ(slack(trial.weights(100), TradeLimit::sector).at.value, 1);
}

TEST_F(TradeTrials, BuyingBackAShortMakesLessOfIt) {
  const TradeTrial trial = of("BBB", TradeSide::buy);
  EXPECT_DOUBLE_EQ(slack(trial.weights(100), TradeLimit::single_name).at.value, 0);
  EXPECT_DOUBLE_EQ(slack(trial.weights(200), TradeLimit::single_name).at.value, 1.0 / 7);
}

TEST_F(TradeTrials, TodaysLimitsByHand) {
  TradeTrial trial = of("AAA", TradeSide::buy);
  // 70,000 long, 10,000 short, 20,000 owed: equity 40,000, requirement 20,000.
  const auto all = trial.in_market(100, 0);
  ASSERT_TRUE(all);
  EXPECT_EQ(slack(*all, TradeLimit::initial).left, 20'000_d);
  EXPECT_DOUBLE_EQ(slack(*all, TradeLimit::buffer).at.value, 2);
  EXPECT_EQ(slack(*all, TradeLimit::buffer).left, 0_d);
  EXPECT_DOUBLE_EQ(slack(*all, TradeLimit::leverage).at.value, 2);
  EXPECT_EQ(trial.margin_calls(), 1u);
  EXPECT_TRUE(trial.in_market(100, 0));
  EXPECT_EQ(trial.margin_calls(), 1u) << "what is known is not asked again";
}

TEST_F(TradeTrials, NoLotsAreTodaysBook) {
  TradeTrial trial = of("AAA", TradeSide::buy);
  EXPECT_DOUBLE_EQ(slack(*trial.in_market(0, 0), TradeLimit::buffer).at.value, 40'000.0 / 17'500);
  EXPECT_EQ(slack(*trial.in_market(0, 1), TradeLimit::stress).at.of, "1987 crash");
  EXPECT_EQ(trial.margin_calls(), 0u);
}

TEST_F(TradeTrials, MostLotsAreBeyondTheLeverage) {
  // 2 x 40,000 less 10,000 of the other name, and what is held could first be sold.
  EXPECT_EQ(of("AAA", TradeSide::sell).lots_most(), 1301);
  EXPECT_EQ(of("AAA", TradeSide::buy).lots_most(), 601) << "never less than what is held";
  EXPECT_EQ(*of("AAA", TradeSide::sell).cost(10), (Money{-1'000_d, usd}));
}

TEST_F(TradeTrials, WithoutAPriceRefused) {
  today = *buffer(book, policy, {});
  const auto made = TradeTrial::of({book, policy, *today, markets, moves, 2},
                                   {Stock{.id = InstrumentId{"NONE"}}});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().reason, Reason::missing_price);
}

TEST_F(TradeTrials, AnOptionThatCannotBeValuedIsRefused) {
  book.option("AAA", Right::call, 100_d, Date{2027y / January / 15}, 1, 150_d);
  EXPECT_FALSE(trial_markets(book, policy));
}

}  // namespace
}  // namespace plimsoll::strategy
