// A whole account under portfolio margin: over a market valued before, plain and explained. No open
// tool answers the same question, so the peer of the plain reading is the explained one, and of the
// market valued before the same account valued by itself.

#include <benchmark/benchmark.h>

#include <iterator>
#include <string>

#include "apps/embedded.hpp"
#include "engine/evaluate.hpp"
#include "io/toml.hpp"
#include "methods/tims/tims.hpp"
#include "model/osi.hpp"

namespace {

using namespace plimsoll;

struct Example {
  Account account;
  MarketSnapshot market;
  tims::Packs packs;
};

tims::PackRef usual_pack() {
  for (const EmbeddedFile& file : embedded_profiles())
    if (file.path.ends_with("occ-public.toml"))
      return tims::parameter_pack(io::read_toml(file.text, "pack").value(), "pack").value();
  return nullptr;
}

/// Twelve stocks, and eight European options on an index.
Example twenty_positions() {
  Example made;
  made.account.id = "bench";
  made.account.as_of = made.market.as_of = Date{2026y / November / 20};
  made.account.kind = AccountKind::portfolio_margin;
  made.account.cash = std::vector<Money>{{Decimal{100'000}, usd}};
  made.market.risk_free_rate = 0.04;
  made.packs.base = usual_pack();
  const auto hold = [&](const Instrument& what, std::int64_t quantity, Decimal price) {
    made.account.positions.push_back({.instrument = what, .quantity = Quantity::of(quantity)});
    made.account.catalog.emplace(id_of(what), what);
    made.market.quotes[id_of(what)].price = price;
  };
  for (int i = 0; i < 12; ++i)
    hold(Stock{.id = InstrumentId{"STK" + std::to_string(i)}}, 100 + i, Decimal{50 + i});
  const Index index{.id = InstrumentId{"SPX"}, .index_class = IndexClass::broad};
  made.account.catalog.emplace(index.id, index);
  made.market.quotes[index.id].price = Decimal{5000};
  for (int i = 0; i < 8; ++i) {
    const Right right = i % 2 == 0 ? Right::call : Right::put;
    const Decimal strike{5000 + (right == Right::call ? 25 : -25) * i};
    const Date expiry{2027y / January / 15};
    hold(ListedOption{.id = osi_id({"SPX", expiry, right, strike}),
                      .underlying = index.id,
                      .expiry = expiry,
                      .right = right,
                      .strike = {strike, usd},
                      .style = Style::european},
         i % 3 == 0 ? -2 : 2, Decimal{110 - 8 * i});
  }
  return made;
}

tims::Tims method(const Example& example, bool valued_before, tims::AnswerTold told) {
  tims::Tims::Parameters parameters{.rules = {}, .packs = example.packs, .told = told};
  if (valued_before) {
    std::vector<const Instrument*> instruments;
    for (const Position& held : example.account.positions) instruments.push_back(&held.instrument);
    parameters.valued = tims::Valued::of(
        instruments, example.account.catalog, example.market,
        {example.account.as_of, example.account.as_of, usd, Role::customer, example.packs});
  }
  return tims::Tims{parameters};
}

void over_a_market_valued_before(benchmark::State& state) {
  const Example example = twenty_positions();
  const tims::Tims over = method(example, true, tims::AnswerTold::sums);
  for (auto _ : state) benchmark::DoNotOptimize(over.compute(example.account, example.market));
}
BENCHMARK(over_a_market_valued_before)->Unit(benchmark::kMicrosecond);

void explained_over_a_market_valued_before(benchmark::State& state) {
  const Example example = twenty_positions();
  const tims::Tims over = method(example, true, tims::AnswerTold::whole);
  for (auto _ : state) benchmark::DoNotOptimize(over.explain(example.account, example.market));
}
BENCHMARK(explained_over_a_market_valued_before)->Unit(benchmark::kMicrosecond);

void valued_by_itself(benchmark::State& state) {
  const Example example = twenty_positions();
  const tims::Tims alone = method(example, false, tims::AnswerTold::sums);
  for (auto _ : state) benchmark::DoNotOptimize(alone.compute(example.account, example.market));
}
BENCHMARK(valued_by_itself)->Unit(benchmark::kMicrosecond);

}  // namespace
