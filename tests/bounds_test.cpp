// Whatever is let in can be reckoned with: no price, quantity, multiplier or strike inside the
// bounds of model/limits.hpp overflows a product or a sum. An overflow stops the program, so a
// property that comes to its end holds.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "market/fx.hpp"
#include "market/resolve.hpp"
#include "model/limits.hpp"

namespace plimsoll {
namespace {

constexpr Date today = 2026y / November / 20;
constexpr Currency foreign{"XAU"};

// A requirement is at most a broker's own rate, raised by leverage.
const Percent most_percent{
    multiply(limits::margin_rate_max, limits::leverage_max, Round::away_from_zero)};

/// Numbers up to `most`, its very end more often than chance would have it.
rc::Gen<Decimal> up_to(Decimal most) {
  const auto anywhere = rc::gen::map(
      rc::gen::pair(rc::gen::inRange<std::int64_t>(1, 1'000'000'001),
                    rc::gen::resize(100, rc::gen::inRange(0, 12))),
      [=](const std::pair<std::int64_t, int>& parts) {
        Decimal value = multiply(most, Decimal::from_nano(parts.first), Round::away_from_zero);
        for (int i = 0; i < parts.second; ++i)
          value = multiply(value, 0.1_d, Round::away_from_zero);
        return value;
      });
  return rc::gen::oneOf(rc::gen::just(most), anywhere);
}

/// An option on a foreign stock, everything about it drawn up to its bound.
AccountDraft drawn_draft() {
  AccountDraft draft;
  draft.as_of = today;
  Description stock;
  stock.symbol = "XYZ", stock.type = "etf", stock.currency = std::string{foreign.code()};
  stock.leverage = *up_to(limits::leverage_max);
  Description option;
  option.symbol = "XYZCALL", option.type = "option", option.underlying = "XYZ";
  option.expiry = today, option.right = *rc::gen::element<std::string>("call", "put");
  option.strike = *up_to(limits::price_max);
  option.multiplier = *up_to(limits::multiplier_max);
  draft.instruments = {stock, option};
  for (const char* symbol : {"XYZ", "XYZCALL"}) {
    DraftPosition& position = draft.positions.emplace_back();
    position.symbol = symbol;
    position.quantity = Quantity::of((*up_to(limits::quantity_max.units())));
    // Whole contracts.
    position.quantity.atto -= position.quantity.atto % Quantity::scale;
    if (position.quantity.is_zero()) position.quantity = Quantity::of(1);
    if (*rc::gen::arbitrary<bool>()) position.quantity = -position.quantity;
    position.trade_price = *up_to(limits::price_max);
    position.where = symbol;
  }
  return draft;
}

MarketSnapshot drawn_market() {
  MarketSnapshot market;
  market.as_of = today;
  market.currencies[foreign] = *up_to(limits::exchange_rate_max);
  for (const char* symbol : {"XYZ", "XYZCALL"})
    market.quotes[InstrumentId{symbol}].price = *up_to(limits::price_max);
  return market;
}

/// Every product a method may form, largest factors first and last, ten thousand times over.
Money reckoned(const Account& account, const MarketSnapshot& market) {
  Money sum = zero(account.base);
  const auto add = [&](Money money) {
    for (const Money value : {money, most_percent * money, most_percent * (most_percent * money)})
      for (std::size_t i = 0; i < 2; ++i)
        sum = sum + Money{multiply(value.amount, Decimal{limits::positions_max / 2},
                                   Round::away_from_zero),
                          account.base};
  };
  for (const Position& position : account.positions) {
    Decimal multiplier{1};
    std::vector<Price> prices{*position.trade_price};
    for (const InstrumentId id : {InstrumentId{"XYZ"}, InstrumentId{"XYZCALL"}}) {
      if (id == InstrumentId{"XYZCALL"} && std::holds_alternative<Stock>(position.instrument))
        continue;
      prices.push_back({market.price(id).value(), foreign});
    }
    if (const auto* option = std::get_if<ListedOption>(&position.instrument)) {
      multiplier = option->multiplier;
      prices.push_back(option->strike);
    }
    for (const Price price : prices) {
      const Money in_foreign = price * abs(position.quantity);
      const Money whole{multiply(in_foreign.amount, multiplier, Round::away_from_zero), foreign};
      add(in_currency(whole, account.base, market).value());
      const Price converted = in_currency(price, account.base, market).value();
      const Money other_way = converted * abs(position.quantity);
      add({multiply(other_way.amount, multiplier, Round::away_from_zero), account.base});
      add(Money{(most_percent * whole).amount, account.base});
    }
  }
  return sum;
}

/// A tenth of every quantity, in whole contracts; false where that is nothing.
bool shrink(Account& account) {
  for (Position& position : account.positions) {
    const Int128 tenth = position.quantity.atto / 10;
    position.quantity.atto = tenth - tenth % Quantity::scale;
    if (position.quantity.is_zero()) return false;
  }
  return true;
}

RC_GTEST_PROP(Bounds, NothingAdmittedOverflows, ()) {
  const AccountDraft draft = drawn_draft();
  auto answer = resolve(draft, SecurityList{}, Strictness::lenient);
  RC_ASSERT(answer.refused.empty());  // every figure by itself is inside its bound
  const MarketSnapshot market = drawn_market();
  Account& account = answer.value.account;
  // Just inside what is refused for its value is where an overflow would be.
  while (!check(market, account).empty())
    if (!shrink(account)) RC_DISCARD("too dear for a single contract");
  RC_ASSERT(zero(usd) < reckoned(account, market));
}

RC_GTEST_PROP(Bounds, CashOfEveryCurrencyCanBeSummed, ()) {
  MarketSnapshot market;
  market.currencies[foreign] = limits::exchange_rate_max;
  const Money most{*up_to(limits::cash_max), foreign};
  Money sum = zero(usd);
  for (std::size_t i = 0; i < limits::positions_max; ++i)
    sum = sum + in_currency(most, usd, market).value();
  RC_ASSERT(zero(usd) < sum);
}

TEST(Bounds, TheLargestValueOfEveryPositionCanBeSummedAndMultiplied) {
  Money sum = zero(usd);
  for (std::size_t i = 0; i < limits::positions_max; ++i)
    sum = sum + most_percent * Money{limits::value_max, usd};
  EXPECT_TRUE(zero(usd) < most_percent * sum);
}

TEST(Bounds, TheLargestFactorsTogetherStillFitWhereTheyAreChecked) {
  // What `check` itself forms before it can refuse it.
  const Money value = Price{limits::price_max, usd} * limits::quantity_max;
  EXPECT_TRUE(Decimal{} <
              multiply(value.amount, limits::futures_multiplier_max, Round::away_from_zero));
  EXPECT_TRUE(Decimal{} <
              multiply(limits::value_max, limits::exchange_rate_max, Round::away_from_zero));
}

}  // namespace
}  // namespace plimsoll
