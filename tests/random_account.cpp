#include "tests/random_account.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "base/check.hpp"
#include "model/osi.hpp"
#include "tests/case_file.hpp"

namespace plimsoll::testing {
namespace {

constexpr Date as_of = std::chrono::sys_days{2026y / November / 20};
constexpr const char* expiries[] = {"2026-12-18", "2027-03-19", "2028-01-21"};
constexpr int strikes[] = {80, 90, 95, 100, 105, 110, 120};

struct Underlying {
  const char* symbol;
  int price;  // dollars
  bool held;  // an index cannot be
};
constexpr Underlying underlyings[] = {{"XYZ", 101, true}, {"UPP", 93, true}, {"IDX", 104, false}};

struct Holdable {
  std::string symbol;
  Decimal price;
  int units = 1;  // that one of `size` stands for
  bool option = false;
};

/// Worth at least its intrinsic value, and more the longer it runs: no arbitrage to speak of.
Decimal option_price(const Underlying& on, Right right, int strike, int expiry) {
  const int inside = right == Right::call ? on.price - strike : strike - on.price;
  const int distance = inside < 0 ? -inside : inside;
  const int time_cents = std::max(5, (expiry + 1) * 250 - distance * 11);
  return Decimal::from_nano(static_cast<Int128>(std::max(inside, 0) * 100 + time_cents) *
                            (Decimal::scale / 100));
}

std::vector<Holdable> make_holdables() {
  std::vector<Holdable> all;
  for (const Underlying& on : underlyings)
    if (on.held) all.push_back({on.symbol, Decimal{on.price}, 50, false});
  for (const Underlying& on : underlyings)
    for (int expiry = 0; expiry < 3; ++expiry)
      for (const Right right : {Right::call, Right::put})
        for (const int strike : strikes) {
          const auto symbol =
              case_symbol(std::string{on.symbol} + "/" + expiries[expiry] +
                          (right == Right::call ? "/C/" : "/P/") + std::to_string(strike));
          PLIMSOLL_CHECK(symbol.has_value());
          all.push_back({*symbol, option_price(on, right, strike, expiry), 1, true});
        }
  return all;
}

const std::vector<Holdable>& holdables() {
  static const std::vector<Holdable> all = make_holdables();
  return all;
}

const Holdable& holdable(int place) { return holdables().at(static_cast<std::size_t>(place)); }

std::vector<Description> descriptions() {
  Description index;
  index.symbol = "IDX";
  index.type = "index";
  index.index_class = "broad";
  Description fund;
  fund.symbol = "UPP";
  fund.type = "etf";
  fund.leverage = Decimal{2};
  Description stock;
  stock.symbol = "XYZ";
  stock.type = "equity";
  return {index, fund, stock};
}

}  // namespace

const std::vector<std::string>& holdable_symbols() {
  static const std::vector<std::string> symbols = [] {
    std::vector<std::string> all;
    for (const Holdable& one : holdables()) all.push_back(one.symbol);
    return all;
  }();
  return symbols;
}

RandomBook some_book(int positions) {
  const int places = static_cast<int>(holdable_symbols().size());
  const auto position = rc::gen::build<RandomPosition>(
      rc::gen::set(&RandomPosition::place,
                   rc::gen::weightedOneOf<int>(
                       {{1, rc::gen::inRange(0, 2)}, {2, rc::gen::inRange(2, places)}})),
      rc::gen::set(&RandomPosition::size,
                   rc::gen::suchThat(rc::gen::inRange(-4, 5), [](int size) { return size != 0; })));
  return *rc::gen::resize(positions, rc::gen::container<RandomBook>(position));
}

bool is_option(int place) { return holdable(place).option; }

engine::MarginRequest request_for(const RandomBook& book) {
  engine::MarginRequest request;
  request.account.id = "random";
  request.account.as_of = as_of;
  request.account.cash = std::vector<DraftCash>{{"USD", Decimal{}}};
  request.account.instruments = descriptions();
  request.market.as_of = as_of;
  for (const Underlying& on : underlyings)
    request.market.quotes[InstrumentId{on.symbol}].price = Decimal{on.price};
  for (const Holdable& one : holdables())
    request.market.quotes[InstrumentId{one.symbol}].price = one.price;

  std::vector<int> order;  // places, as first met
  std::map<int, std::int64_t> sizes;
  for (const RandomPosition& position : book) {
    if (!sizes.contains(position.place)) order.push_back(position.place);
    sizes[position.place] += position.size;
  }
  for (const int place : order) {
    if (sizes[place] == 0) continue;
    DraftPosition position;
    position.symbol = holdable(place).symbol;
    position.quantity = Quantity::of(sizes[place] * holdable(place).units);
    position.where = "position " + std::to_string(request.account.positions.size());
    request.account.positions.push_back(position);
  }
  return request;
}

Money market_value(const engine::MarginRequest& request) {
  Money sum = zero(usd);
  for (const DraftPosition& position : request.account.positions) {
    const Decimal price = *request.market.quotes.at(InstrumentId{position.symbol}).price;
    const std::int64_t multiplier = looks_like_osi(position.symbol) ? 100 : 1;
    for (std::int64_t i = 0; i < multiplier; ++i) sum = sum + Price{price, usd} * position.quantity;
  }
  return sum;
}

}  // namespace plimsoll::testing
