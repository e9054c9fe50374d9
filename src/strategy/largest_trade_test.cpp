#include "strategy/largest_trade.hpp"

#include <gtest/gtest.h>

#include "strategy/testing.hpp"

namespace plimsoll::strategy {
namespace {

using namespace testing;

/// Limits that leave room, one of which a test then draws in.
Policy loose() {
  Policy policy;
  policy.buffer.target_multiple = 1;
  policy.buffer.stress_multiple_least = 0;
  policy.size.single_name_most = policy.size.issuer_most = policy.size.sector_most = 1;
  policy.size.leverage_most = 10;
  return policy;
}

LargestTrades of(const Book& book, const Policy& policy, const TradeTerms& terms = {}) {
  const auto today = buffer(book, policy, {});
  EXPECT_TRUE(today) << today.error().what;
  auto made = largest_trades(book, policy, *today, terms);
  EXPECT_TRUE(made) << made.error().what;
  return *std::move(made);
}

LargestTrade one(const Book& book, const Policy& policy, const TradeTerms& terms = {}) {
  const LargestTrades all = of(book, policy, terms);
  EXPECT_EQ(all.trades.size(), 1u);
  EXPECT_FALSE(all.trades[0].refused) << all.trades[0].refused->what;
  return all.trades[0];
}

Quantity shares(std::int64_t number) { return Quantity::of(number); }

/// 100,000 of XYZ at 100, all of it paid for.
BookOf paid(double beta = 1) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d, beta).cash(0_d);
  return book;
}

TEST(LargestTrade, ByTheRequirement) {
  // 25 % of V, E = 100,000: V may be 400,000.
  Policy policy = loose();
  policy.buffer.stress_multiple_least = -1'000;
  const LargestTrade made = one(paid(), policy);
  EXPECT_EQ(made.quantity, shares(3000));
  EXPECT_EQ(made.cost, (Money{300'000_d, usd}));
  EXPECT_EQ(made.at_most.limit, TradeLimit::initial);
  EXPECT_DOUBLE_EQ(made.at_most.value, 0);
  EXPECT_DOUBLE_EQ(made.beyond.value, -25);
}

TEST(LargestTrade, ByTheBuffer) {
  Policy policy = loose();
  policy.buffer.target_multiple = 2;
  policy.buffer.stress_multiple_least = -1'000;
  const LargestTrade made = one(paid(), policy);
  EXPECT_EQ(made.quantity, shares(1000)) << "V = E / (2 x 25 %)";
  EXPECT_EQ(made.at_most.limit, TradeLimit::buffer);
  EXPECT_DOUBLE_EQ(made.at_most.value, 2);
  EXPECT_LT(made.beyond.value, 2);
}

TEST(LargestTrade, ByTheHardestCrisis) {
  // E - 0.568 V = 0.25 x 0.432 V: V = 100,000 / 0.676 = 147,928.99.
  Policy policy = loose();
  policy.buffer.stress_multiple_least = 1;
  const LargestTrade made = one(paid(), policy);
  EXPECT_EQ(made.quantity, shares(479));
  EXPECT_EQ(made.at_most.limit, TradeLimit::stress);
  EXPECT_EQ(made.at_most.of, "2007-09 financial crisis");
  EXPECT_GE(made.at_most.value, 1);
  EXPECT_LT(made.beyond.value, 1);
}

TEST(LargestTrade, ByTheLeverageAndTheName) {
  Policy policy = loose();
  policy.size.leverage_most = 1.25;
  LargestTrade made = one(paid(), policy);
  EXPECT_EQ(made.quantity, shares(250));
  EXPECT_EQ(made.at_most.limit, TradeLimit::leverage);
  policy.size.leverage_most = 1.1;
  EXPECT_EQ(one(paid(), policy).quantity, shares(100));

  BookOf two{25_pct};
  two.shares("XYZ", 100, 100_d).shares("OTHER", -900, 100_d).cash(190'000_d);
  policy = loose();
  policy.size.single_name_most = 0.25;
  made = one(two, policy);
  EXPECT_EQ(made.quantity, shares(200)) << "30,000 of 120,000";
  EXPECT_EQ(made.at_most.limit, TradeLimit::single_name);
  EXPECT_DOUBLE_EQ(made.at_most.value, 0.25);
}

TEST(LargestTrade, InWholeLots) {
  Policy policy = loose();
  policy.size.leverage_most = 1.25;
  policy.cure.lot_sizes = {{"XYZ", 100_d}};
  const LargestTrade made = one(paid(), policy);
  EXPECT_EQ(made.quantity, shares(200));
  EXPECT_EQ(made.lot, shares(100));
  EXPECT_DOUBLE_EQ(made.beyond.value, 1.3);
}

TEST(LargestTrade, WhereTodayDoesNotHoldNothingMoreIsBought) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-60'000_d);
  Policy policy = loose();
  policy.buffer.target_multiple = 2;
  const LargestTrade made = one(book, policy);
  EXPECT_EQ(made.quantity, shares(0));
  EXPECT_EQ(made.at_most.limit, TradeLimit::buffer);
  EXPECT_DOUBLE_EQ(made.at_most.value, 1.6);
}

TEST(LargestTrade, ASaleMayRestoreWhatDoesNotHold) {
  BookOf book{25_pct};
  book.shares("XYZ", 1000, 100_d).cash(-60'000_d);
  Policy policy = loose();
  policy.buffer.target_multiple = 2;
  const Candidate sale{Stock{.id = InstrumentId{"XYZ"}}, TradeSide::sell};
  const LargestTrade made = one(book, policy, {.candidates = {sale}});
  // All of it, and then 40,000 / 50 % short: 1,000 + 800; at a leverage of 10.
  EXPECT_EQ(made.quantity, shares(1800));
  EXPECT_EQ(made.cost, (Money{-180'000_d, usd}));
}

TEST(LargestTrade, MoreMayBeAdmissibleBeyondWhereItIsNot) {
  // A rule that asks a million more from 1,100 to 1,200 shares, as an unfinished hedge may.
  BookOf book = paid();
  const MarginFunction plain = flat(25_pct);
  book.book().margin = [plain](const Account& account, const MarketSnapshot& market) {
    auto answer = plain(account, market);
    const double held = to_double(account.positions[0].quantity.units());
    if (answer && held > 1'100 && held < 1'200) {
      const Money more{1'000'000_d, usd};
      answer->risk_initial = answer->risk_initial + more;
      answer->risk_maintenance = answer->risk_maintenance + more;
    }
    return answer;
  };
  Policy policy = loose();
  policy.size.leverage_most = 1.5;
  const LargestTrade made = one(book, policy);
  EXPECT_EQ(made.quantity, shares(500)) << "past where more is asked";
}

TEST(LargestTrade, AnOptionAndWhatIsNotHeld) {
  BookOf book = paid();
  book.quoted("NEW", 50_d);
  Policy policy = loose();
  policy.size.leverage_most = 1.5;
  const Candidate share{Stock{.id = InstrumentId{"NEW"}}};
  EXPECT_EQ(one(book, policy, {.candidates = {share}}).quantity, shares(1000));

  const ListedOption option{.id = osi_id({"XYZ", Date{2027y / January / 15}, Right::put, 90_d}),
                            .underlying = InstrumentId{"XYZ"},
                            .expiry = Date{2027y / January / 15},
                            .right = Right::put,
                            .strike = 90_usd_each};
  book.book().market.quotes[option.id].price = 2_d;
  const LargestTrade put = one(book, policy, {.candidates = {{option}}});
  EXPECT_EQ(put.lot, shares(1));
  EXPECT_EQ(put.quantity, shares(250)) << "50,000 more of gross value, at 200 each";
}

TEST(LargestTrade, ACandidateWithoutAPriceIsRefusedAlone) {
  const Candidate share{Stock{.id = InstrumentId{"NONE"}}}, held{Stock{.id = InstrumentId{"XYZ"}}};
  const LargestTrades all = of(paid(), loose(), {.candidates = {share, held}});
  ASSERT_TRUE(all.trades[0].refused);
  EXPECT_EQ(all.trades[0].refused->reason, Reason::missing_price);
  EXPECT_FALSE(all.trades[1].refused);
}

TEST(LargestTrade, ACashAccountMayNotBeShort) {
  BookOf book = paid();
  book.book().account.kind = AccountKind::cash;
  const Candidate sale{Stock{.id = InstrumentId{"XYZ"}}, TradeSide::sell};
  const LargestTrade made = one(book, loose(), {.candidates = {sale}});
  EXPECT_EQ(made.quantity, shares(1000));
  EXPECT_EQ(made.at_most.limit, TradeLimit::size);
  EXPECT_NE(made.at_most.of.find("short"), std::string::npos);
}

TEST(LargestTrade, TheThrottleCutsIt) {
  // After the hardest crisis: 43,200 over 0.25 x 43,200.
  BookOf book = paid();
  Policy policy = loose();
  policy.size.leverage_most = 1.5;
  EXPECT_EQ(*of(book, policy).throttle, 1);
  book.cash(-26'400_d);  // 16,800 over 10,800 is 1.5556
  const LargestTrades all = of(book, policy);
  const double wanted = (16'800.0 / 10'800 - 1.25) / 0.75;
  EXPECT_NEAR(*all.throttle, wanted, 1e-12);
  EXPECT_EQ(all.hardest, "2007-09 financial crisis");
  // Leverage: 1.5 x 73,600 = 110,400; stressed equity is far from nothing.
  EXPECT_EQ(all.trades[0].quantity, shares(104));
  EXPECT_EQ(*all.trades[0].throttled, shares(42)) << "104 x 0.4074";
}

TEST(LargestTrade, WhereACrisisCannotBeReckonedNothingIsAdmitted) {
  BookOf book = paid();
  book.option("XYZ", Right::call, 100_d, Date{2027y / January / 15}, 1, 150_d);
  const LargestTrades all = of(book, loose());
  EXPECT_FALSE(all.throttle);
  ASSERT_TRUE(all.trades[0].refused) << "no price of a call is above its share's";
}

TEST(LargestTrade, WithoutCashThereIsNothingToPayWith) {
  BookOf book = paid();
  const auto today = buffer(book, {}, {});
  book.book().account.cash.reset();
  EXPECT_NE(largest_trades(book, {}, *today, {}).error().what.find("cash"), std::string::npos);
}

TEST(LargestTrade, AsksTheMethodAFewTimesAName) {
  BookOf book{25_pct};
  for (const char* name : {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N"})
    book.shares(name, 1000, 100_d);
  book.cash(-300'000_d);
  Policy policy = loose();
  policy.buffer.stress_multiple_least = 1;
  const LargestTrades all = of(book, policy);
  EXPECT_EQ(all.trades.size(), 12u) << "the largest";
  EXPECT_LE(all.margin_calls, 12u * 30);
}

}  // namespace
}  // namespace plimsoll::strategy
