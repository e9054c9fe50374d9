#pragma once
// For tests: a small clearing house without a file, and accounts in it.

#include "methods/span/house.hpp"
#include "methods/span/span.hpp"

namespace plimsoll::span::testing {

using namespace clearing;

inline constexpr Date day{2025y / September / 12};
inline constexpr Month september{2025, 9, {}}, october{2025, 10, {}}, december{2025, 12, {}},
    february{2026, 2, {}};

inline RiskArray array_of_values(std::array<std::int64_t, 16> values, Decimal delta) {
  return {.digits = values, .composite_delta = delta};
}
/// A future's: linear in its range, a third of three ranges covered.
inline RiskArray future_array(std::int64_t range) {
  const std::int64_t third = range / 3, most = range * 99 / 100;
  return array_of_values({0, 0, -third, -third, third, third, -2 * third, -2 * third, 2 * third,
                          2 * third, -range, -range, range, range, -most, most},
                         Decimal{1});
}

class FileBuilder {
 public:
  FileBuilder() {
    file.name = "synthetic.pa2";
    file.clearing_house = Code{"SYN"};
    file.day = day;
  }

  CombinedCommodity& commodity(const char* code) {
    file.commodities.push_back({.code = Code{code}, .exchange = Code{"XYZ"}, .line = next_line()});
    return file.commodities.back();
  }
  Index product(const char* code, ProductType type, Decimal factor = Decimal{100}) {
    const ProductKey key{Code{"XYZ"}, Code{code}, type};
    file.products.push_back({.key = key, .value_factor = factor});
    file.commodities.back().products.push_back({key});
    return static_cast<Index>(file.products.size() - 1);
  }
  void contract(Contract contract, const RiskArray& array) {
    contract.array = static_cast<Index>(file.arrays.size());
    contract.arrays = 1;
    contract.line = next_line();
    file.arrays.push_back(array);
    file.contracts.push_back(contract);
  }
  void future(Index product, Month month, std::int64_t range, Decimal price) {
    contract({.product = product, .month = month, .price = price}, future_array(range));
  }
  std::shared_ptr<const RiskFile> built() {
    join(file);
    return std::make_shared<const RiskFile>(file);
  }

  RiskFile file;

 private:
  std::uint32_t next_line() { return ++line_; }
  std::uint32_t line_ = 0;
};

inline std::vector<Tier> two_tiers() {
  return {{.name = Code{"1"}, .first = september, .last = october},
          {.name = Code{"2"}, .first = december, .last = february}};
}

/// Gold: ZZ futures with options OZ on them; YY, another future. Calendars, a delivery month, a
/// credit of half the price risk between the two.
inline FileBuilder two_commodities() {
  FileBuilder builder;
  CombinedCommodity& zz = builder.commodity("CC-ZZ");
  zz.calendar_tiers = two_tiers();
  zz.calendar_spreads = {
      {.priority = 1,
       .by_month = true,
       .charge = {{0, 250_d}},
       .legs = {{.month = september, .side = Side::a}, {.month = october, .side = Side::b}},
       .line = 71},
      {.priority = 1,
       .charge = {{0, 400_d}},
       .legs = {{.tier = Code{"1"}, .side = Side::a}, {.tier = Code{"2"}, .side = Side::b}},
       .line = 72}};
  zz.short_option_rate = {{0, 50_d}};
  zz.initial_ratio = {1.1_d, 1_d, 1_d};
  const Index future = builder.product("ZZ", ProductType::future);
  for (const Month month : {september, october, december, february})
    builder.future(future, month, 12'000, 3600_d);
  const Index option = builder.product("OZ", ProductType::option_on_future);
  const auto add_option = [&](Right right, Decimal strike, Decimal price,
                              std::array<std::int64_t, 16> values, Decimal delta) {
    builder.contract({.product = option,
                      .month = december,
                      .option_month = december,
                      .right = right,
                      .strike = strike,
                      .price = price},
                     array_of_values(values, delta));
  };
  add_option(Right::call, 3600_d, 120_d,
             {-1500, 1400, -4200, -1600, 1100, 3900, -7300, -4900, 3100, 5900, -10500, -8400, 4900,
              7600, -11300, 3100},
             0.55_d);
  add_option(Right::put, 3200_d, 1.5_d,
             {-8, 6, 4, 9, -11, 2, 7, 12, -18, -3, 10, 14, -27, -9, 10, -30}, -0.02_d);
  CombinedCommodity& yy = builder.commodity("CC-YY");
  yy.short_option_rate = {{0, 25_d}};
  yy.initial_ratio = {1.1_d, 1_d, 1_d};
  builder.future(builder.product("YY", ProductType::future, Decimal{50}), december, 3'000, 95.5_d);
  builder.file.inter_spreads = {{.priority = 10,
                                 .rate = {{0, 0.5_d}},
                                 .legs = {{.commodity = Code{"CC-ZZ"}, .side = Side::a},
                                          {.commodity = Code{"CC-YY"}, .side = Side::b}},
                                 .line = 90}};
  return builder;
}

/// Whole numbers, as most clearing houses round.
inline PolicyRef whole_numbers() {
  auto policy = std::make_shared<Policy>();
  policy->name = "test";
  const Rounding whole{RoundingMode::half_up, 0}, cents{RoundingMode::half_up, 2};
  policy->rounding = {.scan = whole,
                      .weighted_price_risk = cents,
                      .credit = whole,
                      .requirement = whole,
                      .option_value = cents};
  return policy;
}

inline Position future(const char* product, Month month, std::int64_t lots) {
  const std::string id = std::string{product} + to_text(month);
  return {.instrument = Future{InstrumentId{id}, InstrumentId{product}, {}, month},
          .quantity = Quantity::of(lots)};
}
inline Position option(Right right, Decimal strike, std::int64_t lots) {
  const std::string id = std::string{right == Right::call ? "C" : "P"} + to_text(strike, 0);
  return {.instrument = FutureOption{InstrumentId{id},
                                     Future{InstrumentId{id}, InstrumentId{"OZ"}, {}, {}},
                                     december,
                                     right,
                                     {strike, usd}},
          .quantity = Quantity::of(lots)};
}

inline Account account(std::vector<Position> positions) {
  Account account;
  account.id = "test";
  account.as_of = day;
  account.kind = AccountKind::futures;
  account.cash = std::vector<Money>{100'000_usd};
  for (const Position& position : positions)
    account.catalog.emplace(id_of(position.instrument), position.instrument);
  account.positions = std::move(positions);
  return account;
}

inline Parameters parameters(FileBuilder builder = two_commodities()) {
  return {.files = {builder.built()}, .policies = {whole_numbers()}};
}

/// Steps of an explanation that do not follow from their parts, or hide more than `most` under the
/// name of rounding.
inline std::size_t wrong_steps(const Amount& amount, Decimal most = 1_d) {
  std::size_t wrong = 0;
  Money sum = zero(amount.money.currency);
  for (const Amount& part : amount.parts) {
    wrong += wrong_steps(part, most);
    if (!amount.product) sum = sum + part.money;
  }
  Money follows = amount.parts.empty() ? amount.money : sum;
  if (amount.product) follows = amount.product->price * amount.product->quantity;
  else if (amount.governs) follows = amount.parts.at(*amount.governs).money;
  else if (amount.rate) follows = *amount.rate * amount.parts.front().money;
  else if (amount.label == Label{"less"}) follows = -amount.parts.front().money;
  else if (amount.label == Label{"reduced by"})
    follows = amount.parts.at(0).money - amount.parts.at(1).money;
  const bool hides = amount.label == Label{"rounding"} && !(abs(amount.money.amount) < most);
  return wrong + (follows != amount.money ? 1 : 0) + (hides ? 1 : 0);
}

/// A leaf or a list by its name; the test fails where there is none.
inline const plimsoll::Detail& told(const plimsoll::Detail& of, std::string_view name) {
  for (const plimsoll::Detail& child : of.children)
    if (child.name == name) return child;
  PLIMSOLL_CHECK(false && "no such figure");
  return of;
}
inline Decimal amount_told(const plimsoll::Detail& of, std::string_view name) {
  return *parse_decimal(told(of, name).text);
}

/// How positions are reckoned where a test says nothing else.
struct Manner {
  PolicyRef policy = whole_numbers();
  Terms terms = {};
  MarketSnapshot market = {};
};

/// What is reckoned of an account's positions; nothing may be refused.
struct Reckoned {
  explicit Reckoned(std::vector<Position> positions, FileBuilder builder = two_commodities(),
                    const Manner& manner = {})
      : Reckoned(std::move(positions), RiskFiles{builder.built()}, manner) {}
  Reckoned(std::vector<Position> positions, RiskFiles files, const Manner& manner = {})
      : held{account(std::move(positions))}, policies{manner.policy} {
    std::vector<const Instrument*> instruments;
    for (const Position& position : held.positions) instruments.push_back(&position.instrument);
    places = Places::of(instruments, std::move(files));
    book = *booked(held, *places);
    PLIMSOLL_CHECK(book.refused.empty() && book.not_covered.empty());
    const Prices prices{held, manner.market, *places};
    houses = houses_of(book.placed, *places, policies, manner.terms, prices);
    reckon(houses);
  }
  const Work& of(const char* code, std::size_t house = 0) {
    return *houses.at(house).find(Code{code});
  }

  Account held;
  std::vector<PolicyRef> policies;
  std::shared_ptr<const Places> places;
  Book book;
  std::deque<House> houses;
};

}  // namespace plimsoll::span::testing
