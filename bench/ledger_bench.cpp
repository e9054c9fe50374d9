// An account through time: a year of 5,000 entries over 30 positions, and what one trade would do.
// No open tool answers either question; the peer of the year is the same year's closes alone, which
// is what a tool without steps would have to reckon at least.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>
#include <string>

#include "engine/ledger.hpp"
#include "engine/whatif.hpp"
#include "market/exchange_days.hpp"
#include "methods/all.hpp"
#include "model/booking.hpp"
#include "model/osi.hpp"

namespace {

using namespace plimsoll;

constexpr Date opening = 2025y / November / 20;
constexpr int stocks = 24, options = 6, entries_in_all = 5'000, days_in_all = 250;

std::string stock_name(int i) {
  return std::string{"S"} + static_cast<char>('A' + i / 26) + static_cast<char>('A' + i % 26);
}
std::string option_name(int i) {
  return std::string{
      osi_id({stock_name(i), 2027y / January / 15, Right::call, Decimal{120}}).view()};
}

engine::LedgerRequest year() {
  engine::LedgerRequest request;
  request.account.id = "year";
  request.account.as_of = request.market.as_of = opening;
  request.account.cash = std::vector{DraftCash{"USD", Decimal{-600'000}}};
  const auto hold = [&](const std::string& symbol, std::int64_t quantity, std::int64_t price) {
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(quantity);
    request.account.positions.push_back(position);
    request.market.quotes[*instrument_id(symbol)].price = Decimal{price};
  };
  for (int i = 0; i < stocks; ++i) hold(stock_name(i), 500, 100);
  for (int i = 0; i < options; ++i) hold(option_name(i), -3, 6);

  std::mt19937_64 random{20261120};
  std::uniform_int_distribution<std::int64_t> price{80, 120}, size{1, 50};
  std::uniform_int_distribution<int> which{0, stocks - 1};
  Date day = opening;
  for (int d = 0; d < days_in_all; ++d) {
    day = add_trading_days(day, 1);
    for (int i = 0; i < entries_in_all / days_in_all; ++i) {
      const InstrumentId symbol{stock_name(which(random))};
      const std::int64_t units = i % 2 == 0 ? size(random) : -size(random);
      Entry entry{{day, std::chrono::hours{10} + std::chrono::minutes{i}}, Mark{symbol, {}}};
      if (i % 2 == 0) entry.event = Mark{symbol, Decimal{price(random)}};
      else entry.event = Trade{symbol, Quantity::of(units), Decimal{price(random)}, {}, {}};
      request.activity.entries.push_back(std::move(entry));
    }
  }
  return request;
}

void walked(benchmark::State& state) {
  const engine::LedgerRequest request = year();
  for (auto _ : state) {
    const auto report = engine::ledger(request, SecurityList{});
    if (!report) return state.SkipWithError(report.error().front().what.c_str());
    benchmark::DoNotOptimize(report);
  }
  state.counters["entries"] = static_cast<double>(request.activity.entries.size());
}
BENCHMARK(walked)
    ->Name("ledger/a year, 5,000 entries, 30 positions")
    ->Unit(benchmark::kMillisecond);

/// The closes of the same year, the positions as they were at its opening.
void closes_alone(benchmark::State& state) {
  const engine::LedgerRequest request = year();
  const Account account = resolve(request.account, {}, Strictness::lenient).value.account;
  const reg_t::RegT method{{}};
  for (auto _ : state)
    for (int d = 0; d < days_in_all; ++d)
      benchmark::DoNotOptimize(method.compute(account, request.market));
}
BENCHMARK(closes_alone)->Name("ledger/its closes alone")->Unit(benchmark::kMillisecond);

/// The example account of the contract: what one more trade does to it.
void one_trade(benchmark::State& state) {
  engine::LedgerRequest request = year();
  request.account.positions.resize(8);
  const Account account = resolve(request.account, {}, Strictness::lenient).value.account;
  const reg_t::RegT method{{}};
  const Entry entry{
      {opening},
      Trade{InstrumentId{stock_name(1)}, Quantity::of(std::int64_t{100}), Decimal{100}, {}, {}}};
  for (auto _ : state) {
    Account after = account;
    benchmark::DoNotOptimize(book(entry, after));
    benchmark::DoNotOptimize(method.compute(after, request.market));
  }
}
BENCHMARK(one_trade)->Name("whatif/one trade, 8 positions, plain")->Unit(benchmark::kMicrosecond);

void process(benchmark::State& state, const std::string& command) {
  for (auto _ : state)
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) state.SkipWithError("it failed");
}
const std::string in_the_example = "cd " PLIMSOLL_SOURCE_DIR "/examples/ledger && " PLIMSOLL_BINARY;
BENCHMARK_CAPTURE(process, whatif, in_the_example + " whatif account.json 'BUY 100 MSFT'")
    ->Name("process/plimsoll whatif on the example")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(process, ledger, in_the_example + " ledger account.json --activity activity.json")
    ->Name("process/plimsoll ledger on the example year")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
