// A whole account under reg_t: plain and explained, and the program from a cold start on the
// example. No open tool answers the same question, so the peer of the plain reading is the
// explained one, in the same run.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "market/resolve.hpp"
#include "methods/reg_t/reg_t.hpp"
#include "model/osi.hpp"

namespace {

using namespace plimsoll;

struct Held {
  const char* symbol;
  const char* quantity;  // empty: quoted only
  const char* price;
};

/// Twenty positions as a family office holds them: stock, covered calls, a collar, an iron condor,
/// a hedge, a short.
constexpr Held book[] = {
    {"AAPL", "1000", "230.10"},
    {"AAPL  270115C00250000", "-10", "12.35"},
    {"SPY", "", "601.25"},
    {"SPY   270115P00560000", "2", "4.10"},
    {"SPY   270115P00570000", "-2", "5.80"},
    {"SPY   270115C00640000", "-2", "6.10"},
    {"SPY   270115C00655000", "2", "3.20"},
    {"UPRO", "300", "90.00"},
    {"MSFT", "200", "500.50"},
    {"MSFT  270115P00480000", "2", "12.00"},
    {"MSFT  270115C00550000", "-2", "9.00"},
    {"NVDA", "150", "180.25"},
    {"NVDA  270115C00200000", "-1", "9.00"},
    {"TSLA", "-50", "400.00"},
    {"TSLA  270115C00450000", "1", "30.00"},
    {"KO", "500", "70.10"},
    {"JPM", "100", "300.00"},
    {"XOM", "300", "110.00"},
    {"CVX", "100", "150.00"},
    {"T", "1000", "25.00"},
    {"GLD", "100", "370.00"},
};

struct Example {
  Account account;
  MarketSnapshot market;
};

Example twenty_positions() {
  AccountDraft draft{.id = "bench", .as_of = 2026y / November / 20};
  draft.cash = {{"USD", Decimal{-50'000}}};
  MarketSnapshot market{.as_of = draft.as_of};
  for (const Held& held : book) {
    if (*held.quantity != '\0')
      draft.positions.push_back(
          {.symbol = held.symbol, .quantity = *parse_quantity(held.quantity)});
    market.quotes[*instrument_id(held.symbol)].price = *parse_decimal(held.price);
  }
  return {resolve(draft, SecurityList{}, Strictness::lenient).value.account, std::move(market)};
}

void plain(benchmark::State& state) {
  const Example example = twenty_positions();
  const reg_t::RegT method{{}};
  for (auto _ : state) benchmark::DoNotOptimize(method.compute(example.account, example.market));
  state.counters["positions"] = static_cast<double>(example.account.positions.size());
}
BENCHMARK(plain)->Name("account/20 positions/plain")->Unit(benchmark::kMicrosecond);

void explained(benchmark::State& state) {
  const Example example = twenty_positions();
  const reg_t::RegT method{{}};
  for (auto _ : state) benchmark::DoNotOptimize(method.explain(example.account, example.market));
  state.counters["positions"] = static_cast<double>(example.account.positions.size());
}
BENCHMARK(explained)->Name("account/20 positions/explained")->Unit(benchmark::kMicrosecond);

/// A shell starts it, so a little of the time is the shell's; `true` beside it says how much.
void process(benchmark::State& state, const std::string& command) {
  for (auto _ : state)
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) state.SkipWithError("it failed");
}
const std::string example_command =
    "cd " PLIMSOLL_SOURCE_DIR " && " PLIMSOLL_BINARY
    " margin examples/fidelity/Portfolio_Positions.csv --balances examples/fidelity/Balances.csv"
    " --market examples/fidelity/market.json";
BENCHMARK_CAPTURE(process, margin, example_command)
    ->Name("process/plimsoll margin on the example")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(process, nothing, std::string{"true"})
    ->Name("process/a shell and nothing")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
