#include "model/booking.hpp"

#include <gtest/gtest.h>

#include "model/osi.hpp"

namespace plimsoll {
namespace {

constexpr Date day = 2026y / July / 17;
const InstrumentId xyz{"XYZ"}, index_id{"IDX"};
const InstrumentId call_100 = osi_id({"XYZ", 2026y / July / 17, Right::call, Decimal{100}});
const InstrumentId put_100 = osi_id({"XYZ", 2026y / July / 17, Right::put, Decimal{100}});
const InstrumentId index_call = osi_id({"IDX", 2026y / July / 17, Right::call, Decimal{5000}});
const InstrumentId bond{"BOND"};

ListedOption option(const InstrumentId& id, const InstrumentId& on, Right right, Price strike) {
  return {
      .id = id, .underlying = on, .expiry = 2026y / July / 17, .right = right, .strike = strike};
}

/// An account with 1,000 dollars and what it may trade.
Account account_of(AccountKind kind, std::vector<std::pair<InstrumentId, std::int64_t>> held = {}) {
  Account account;
  account.kind = kind;
  account.cash = std::vector{1'000_usd};
  account.catalog = {
      {xyz, Stock{.id = xyz}},
      {index_id, Index{.id = index_id}},
      {call_100, option(call_100, xyz, Right::call, 100_usd_each)},
      {put_100, option(put_100, xyz, Right::put, 100_usd_each)},
      {index_call, option(index_call, index_id, Right::call, 5'000_usd_each)},
      {bond, Bond{.id = bond, .maturity = 2030y / July / 1}},
  };
  for (const auto& [id, quantity] : held)
    account.positions.push_back(
        {.instrument = account.catalog.at(id), .quantity = Quantity::of(quantity)});
  return account;
}

/// What is held and the cash, or why the entry is refused.
std::string after(Account account, const Event& event) {
  const auto booked = book({{day}, event, "a.json#/entries/0"}, account);
  if (!booked) {
    EXPECT_EQ(booked.error().where, "a.json#/entries/0");
    return "refused: " + booked.error().what;
  }
  std::string text;
  for (const Position& position : account.positions)
    text += to_text(position.quantity) + " " + to_text(position.instrument) + ", ";
  return text + to_text(account.cash->front());
}

Trade traded(const InstrumentId& symbol, std::int64_t quantity, Decimal price,
             std::optional<Effect> effect = {}) {
  return {symbol, Quantity::of(quantity), price, Decimal{}, effect};
}

Account futures_account(std::optional<Decimal> multiplier, std::optional<Price> cost) {
  Account account = account_of(AccountKind::futures);
  const Future future{.id = InstrumentId{"ESZ6"},
                      .product = InstrumentId{"ES"},
                      .exchange = {},
                      .month = {2026, 12, {}},
                      .multiplier = multiplier};
  account.catalog.emplace(future.id, future);
  account.positions = {
      {.instrument = future, .quantity = Quantity::of(std::int64_t{2}), .average_cost = cost}};
  return account;
}

TEST(Booking, FuturesMoveCashByWhatIsRealised) {
  const InstrumentId es{"ESZ6"};
  const Account held = futures_account(50_d, 5'000_usd_each);
  // Opening pays nothing; closing one of two brings ten points of 50 dollars.
  EXPECT_EQ(after(held, traded(es, 1, 5'010_d)), "3 ESZ6, 1000.00 USD");
  EXPECT_EQ(after(held, traded(es, -1, 5'010_d)), "1 ESZ6, 1500.00 USD");
  EXPECT_EQ(after(held, traded(es, -3, 4'990_d)), "-1 ESZ6, 0.00 USD");
  EXPECT_EQ(after(held, traded(es, -2, -10_d)), "-500000.00 USD");
  EXPECT_EQ(after(futures_account({}, 5'000_usd_each), traded(es, 1, 5'010_d)),
            "3 ESZ6, 1000.00 USD");
  EXPECT_EQ(after(futures_account({}, 5'000_usd_each), traded(es, -1, 5'010_d)),
            "refused: what closing ESZ6 brings is not known; state its \"multiplier\"");
  EXPECT_EQ(after(futures_account(50_d, {}), traded(es, -1, 5'010_d)),
            "refused: what closing ESZ6 brings is not known; state its \"average_cost\"");
  Trade half = traded(es, 1, 5'010_d);
  half.quantity = Quantity::of(0.5_d);
  EXPECT_TRUE(after(held, half).contains("a fraction of a contract"));
}

TEST(Booking, OptionsOnFuturesArePaidOrSettledDaily) {
  FutureOption option{.id = InstrumentId{"EW"},
                      .future = {.id = InstrumentId{"EW"},
                                 .product = InstrumentId{"EW"},
                                 .exchange = {},
                                 .month = {},
                                 .multiplier = 50_d},
                      .option_month = {2026, 12, {}},
                      .strike = 5'000_usd_each};
  Account account = account_of(AccountKind::futures);
  account.catalog.emplace(option.id, option);
  EXPECT_TRUE(after(account, traded(option.id, -1, 10_d)).ends_with("1500.00 USD"));
  EXPECT_FALSE(settled_daily(option));
  option.settled_daily = true;
  EXPECT_TRUE(settled_daily(option));
  EXPECT_TRUE(settled_daily(option.future));
  account.catalog.insert_or_assign(option.id, option);
  EXPECT_TRUE(after(account, traded(option.id, -1, 10_d)).ends_with("1000.00 USD"));
  option.settled_daily = false;
  option.future.multiplier = {};
  account.catalog.insert_or_assign(option.id, option);
  EXPECT_TRUE(after(account, traded(option.id, -1, 10_d)).contains("\"multiplier\""));
}

TEST(Booking, TradesMovePositionsAndCash) {
  const Account held = account_of(AccountKind::margin, {{xyz, 100}});
  EXPECT_EQ(after(held, traded(xyz, 50, 10_d)), "150 XYZ, 500.00 USD");
  EXPECT_EQ(after(held, traded(xyz, -40, 10_d)), "60 XYZ, 1400.00 USD");
  EXPECT_EQ(after(held, traded(xyz, -100, 10_d)), "2000.00 USD");
  EXPECT_EQ(after(held, traded(xyz, -150, 10_d)), "-50 XYZ, 2500.00 USD");
  EXPECT_EQ(after(held, Trade{xyz, Quantity::of(std::int64_t{10}), 10_d, 1.25_d, {}}),
            "110 XYZ, 898.75 USD");
  // Options by their multiplier, bonds per 100 of principal.
  EXPECT_EQ(after(held, traded(call_100, -1, 2.50_d)),
            "100 XYZ, -1 XYZ 2026-07-17 100 C, 1250.00 USD");
  EXPECT_EQ(after(held, traded(bond, 1'000, 98.5_d)), "100 XYZ, 1000 BOND, 15.00 USD");
}

TEST(Booking, AverageCostFollowsWhatIsAdded) {
  Account account = account_of(AccountKind::margin);
  ASSERT_TRUE(book({{day}, traded(xyz, 100, 10_d)}, account));
  ASSERT_TRUE(book({{day}, traded(xyz, 100, 20_d)}, account));
  EXPECT_EQ(account.positions[0].average_cost, 15_usd_each);
  ASSERT_TRUE(book({{day}, traded(xyz, -50, 30_d)}, account));
  EXPECT_EQ(account.positions[0].average_cost, 15_usd_each);
}

TEST(Booking, ClosingIsNeverMoreThanIsHeld) {
  const Account held = account_of(AccountKind::margin, {{xyz, 100}});
  EXPECT_EQ(after(held, traded(xyz, -100, 10_d, Effect::close)), "2000.00 USD");
  EXPECT_EQ(after(held, traded(xyz, -101, 10_d, Effect::close)),
            "refused: it closes 101 of XYZ and 100 are held; correct the quantity or the effect");
  EXPECT_EQ(after(held, traded(xyz, 1, 10_d, Effect::close)),
            "refused: it closes 1 of XYZ and 100 are held; correct the quantity or the effect");
  EXPECT_EQ(after(held, traded(xyz, -1, 10_d, Effect::open)),
            "refused: it opens XYZ against 100 that are held; write close, or leave effect out");
}

TEST(Booking, CashAndRetirementAccountsAreNeverShortOfStock) {
  for (const AccountKind kind : {AccountKind::cash, AccountKind::retirement}) {
    const Account held = account_of(kind, {{xyz, 100}});
    EXPECT_EQ(after(held, traded(xyz, -100, 10_d)), "2000.00 USD");
    EXPECT_TRUE(after(held, traded(xyz, -101, 10_d)).starts_with("refused: a sale of 101 of XYZ"));
    EXPECT_TRUE(after(account_of(kind), traded(xyz, -1, 10_d)).starts_with("refused: a sale of 1"));
    // Options may be sold to open: covered, or with cash behind them.
    EXPECT_EQ(after(held, traded(call_100, -1, 2_d)),
              "100 XYZ, -1 XYZ 2026-07-17 100 C, 1200.00 USD");
    EXPECT_TRUE(after(account_of(kind, {{call_100, 1}}), traded(call_100, -2, 2_d))
                    .starts_with("refused: a sale of 2"));
  }
}

TEST(Booking, CashMovesAsItIsSigned) {
  const Account account = account_of(AccountKind::margin);
  EXPECT_EQ(after(account, CashMove{CashKind::deposit, 500_d}), "1500.00 USD");
  EXPECT_EQ(after(account, CashMove{CashKind::withdrawal, -1'500_d}), "-500.00 USD");
  EXPECT_EQ(after(account, CashMove{CashKind::interest, -3.21_d}), "996.79 USD");
  EXPECT_EQ(after(account, CashMove{CashKind::dividend, -20_d}), "980.00 USD");
  EXPECT_EQ(after(account, CashMove{CashKind::deposit, -500_d}),
            "refused: a deposit is above zero; write a withdrawal where cash went out");
  EXPECT_EQ(after(account, CashMove{CashKind::withdrawal, 500_d}),
            "refused: a withdrawal is below zero, as cash moves; write -500.00");
  EXPECT_EQ(after(account, CashMove{CashKind::fee, Decimal{}}),
            "refused: the amount is zero; leave the entry out");
}

TEST(Booking, OptionsEnd) {
  const auto contracts = [](std::int64_t n) { return Quantity::of(n); };
  using enum OptionEndKind;
  struct Row {
    InstrumentId symbol;
    std::int64_t held;
    OptionEndKind kind;
    const char* leaves;
  };
  for (const auto& [symbol, held, kind, leaves] : {
           Row{call_100, 2, exercise, "200 XYZ, -19000.00 USD"},
           Row{put_100, 2, exercise, "-200 XYZ, 21000.00 USD"},
           Row{call_100, -2, assignment, "-200 XYZ, 21000.00 USD"},
           Row{put_100, -2, assignment, "200 XYZ, -19000.00 USD"},
       })
    EXPECT_EQ(after(account_of(AccountKind::margin, {{symbol, held}}),
                    OptionEnd{kind, symbol, contracts(2), {}}),
              leaves);
  const Account sold = account_of(AccountKind::margin, {{call_100, -2}});
  EXPECT_EQ(after(sold, OptionEnd{expiration, call_100, contracts(2), {}}), "1000.00 USD");
  EXPECT_EQ(after(sold, OptionEnd{expiration, call_100, contracts(3), {}}),
            "refused: it ends 3 contracts and -2 are held; correct the quantity or the kind");
  EXPECT_EQ(after(sold, OptionEnd{exercise, call_100, contracts(1), {}}),
            "refused: it ends 1 contracts and -2 are held; correct the quantity or the kind");
  EXPECT_EQ(after(sold, OptionEnd{assignment, call_100, contracts(-1), {}}),
            "refused: write how many contracts ended, a whole number above zero");
  Account early = sold;
  const auto too_early =
      book({{2026y / July / 13}, OptionEnd{expiration, call_100, contracts(2), {}}}, early);
  ASSERT_FALSE(too_early);
  EXPECT_EQ(too_early.error().what, "it expires on 2026-07-17, not yet; correct the day");
  EXPECT_EQ(after(sold, OptionEnd{expiration, xyz, contracts(1), {}}),
            "refused: XYZ is not an option; write a trade");
}

TEST(Booking, IndexOptionsSettleInCash) {
  const Account held = account_of(AccountKind::margin, {{index_call, 1}});
  const auto exercised = [&](std::optional<Decimal> level) {
    return after(
        held, OptionEnd{OptionEndKind::exercise, index_call, Quantity::of(std::int64_t{1}), level});
  };
  EXPECT_EQ(exercised(5'010.5_d), "2050.00 USD");
  EXPECT_EQ(exercised(4'990_d), "1000.00 USD");
  EXPECT_EQ(exercised({}),
            "refused: it is settled in cash; write \"price\", the level it was "
            "settled at");
}

TEST(Booking, SplitsMultiplySharesAndAdjustWholeOptions) {
  Account account = account_of(AccountKind::margin, {{xyz, 3}, {call_100, -1}});
  const auto repriced = book({{day}, Split{xyz, 2, 1}}, account);
  ASSERT_TRUE(repriced);
  EXPECT_EQ(to_text(account.positions[0].quantity), "6");
  EXPECT_EQ(to_text(account.positions[1].instrument), "XYZ 2026-07-17 50 C");
  EXPECT_EQ(to_text(account.positions[1].quantity), "-2");
  EXPECT_EQ(repriced->size(), 2u);  // the stock's price and the option's follow

  EXPECT_EQ(after(account_of(AccountKind::margin, {{xyz, 3}}), Split{xyz, 3, 2}),
            "4.5 XYZ, 1000.00 USD");  // fractions stay
  EXPECT_TRUE(after(account_of(AccountKind::margin, {{call_100, 1}}), Split{xyz, 3, 2})
                  .starts_with("refused: options on XYZ are held"));
}

TEST(Booking, DeliveriesComeFreeOfPayment) {
  const Account account = account_of(AccountKind::margin, {{xyz, 100}});
  EXPECT_EQ(after(account, Delivery{xyz, Quantity::of(std::int64_t{50})}), "150 XYZ, 1000.00 USD");
  EXPECT_EQ(after(account, Delivery{xyz, Quantity::of(std::int64_t{-100})}), "1000.00 USD");
}

TEST(Booking, RefusesWhatCannotBe) {
  const Account account = account_of(AccountKind::margin);
  EXPECT_TRUE(after(account, traded(xyz, 0, 10_d)).starts_with("refused: the quantity is zero"));
  EXPECT_TRUE(after(account, traded(xyz, 1, 0_d)).starts_with("refused: a price of 0.00"));
  EXPECT_TRUE(after(account, traded(xyz, 1, -1_d)).starts_with("refused: a price of -1.00"));
  EXPECT_EQ(after(account, traded(call_100, 1, 0_d)), "1 XYZ 2026-07-17 100 C, 1000.00 USD");
  EXPECT_TRUE(after(account, Trade{call_100, Quantity::of(0.5_d), 1_d, {}, {}})
                  .starts_with("refused: a fraction of a contract"));
}

}  // namespace
}  // namespace plimsoll
