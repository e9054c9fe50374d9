// The framework's answers on a family office's account of thirty positions, twelve of them options,
// and on five hundred shares; and the program from a cold start. No open tool answers the same
// question: portfolio margin stands beside strategy margin in the same run.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/analyze.hpp"
#include "engine/books.hpp"
#include "model/osi.hpp"
#include "tests/packs.hpp"

namespace {

using namespace plimsoll;

const Date day{2026y / November / 20};

struct Held {
  const char* symbol;
  const char* quantity;  // empty: quoted only
  const char* price;
};

constexpr Held thirty[] = {
    {"AAPL", "1000", "230.10"},
    {"AAPL  270115C00250000", "-10", "7.35"},
    {"SPY", "200", "601.25"},
    {"SPY   270115P00560000", "2", "4.10"},
    {"SPY   270115P00570000", "-2", "5.80"},
    {"SPY   270115C00640000", "-2", "4.10"},
    {"SPY   270115C00655000", "2", "2.20"},
    {"UPRO", "300", "90.00"},
    {"MSFT", "200", "500.50"},
    {"MSFT  270115P00480000", "2", "9.00"},
    {"MSFT  270115C00550000", "-2", "6.00"},
    {"NVDA", "300", "180.25"},
    {"NVDA  270115C00200000", "-3", "7.00"},
    {"TSLA", "100", "400.00"},
    {"TSLA  270115C00450000", "-1", "20.00"},
    {"TSLA  270115P00350000", "1", "15.00"},
    {"KO", "500", "70.10"},
    {"KO    270115C00075000", "-5", "0.60"},
    {"JPM", "100", "300.00"},
    {"JPM   270115P00270000", "-1", "4.00"},
    {"XOM", "300", "110.00"},
    {"CVX", "100", "150.00"},
    {"T", "1000", "25.00"},
    {"GLD", "100", "370.00"},
    {"PG", "200", "160.00"},
    {"JNJ", "150", "170.00"},
    {"HD", "60", "380.00"},
    {"V", "90", "310.00"},
    {"MA", "50", "520.00"},
    {"WMT", "200", "95.00"},
};

DraftPosition draft(const Held& one) {
  DraftPosition made;
  made.symbol = one.symbol;
  made.quantity = *parse_quantity(one.quantity);
  return made;
}

engine::AnalysisRequest request_of(const std::vector<Held>& held, Decimal cash) {
  engine::AnalysisRequest request;
  engine::MarginRequest& margin = request.margin;
  margin.account.id = "bench";
  margin.account.as_of = margin.market.as_of = day;
  margin.account.kind = AccountKind::margin;
  margin.account.cash = std::vector{DraftCash{"USD", cash}};
  for (const Held& one : held) {
    margin.account.positions.push_back(draft(one));
    margin.market.quotes[*instrument_id(one.symbol)].price = *parse_decimal(one.price);
  }
  margin.market.risk_free_rate = 0.036;
  margin.packs = {testing::usual_packs(day)};
  request.financing.rate = 0.0525_d;
  return request;
}

engine::AnalysisRequest family_office() {
  return request_of({std::begin(thirty), std::end(thirty)}, Decimal{-300'000});
}

void analysed(benchmark::State& state, const std::string& method) {
  engine::AnalysisRequest request = family_office();
  request.margin.methods = {method};
  for (auto _ : state) {
    auto report = engine::analyze(request, SecurityList{});
    if (!report) state.SkipWithError(report.error().front().what.c_str());
    benchmark::DoNotOptimize(report);
  }
}
BENCHMARK_CAPTURE(analysed, reg_t, std::string{"reg_t"})
    ->Name("strategy/analyze, 30 positions, reg_t")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analysed, tims, std::string{"tims"})
    ->Name("strategy/analyze, 30 positions, tims")
    ->Unit(benchmark::kMillisecond);

/// The book the engine makes of the account.
strategy::Book book_under(Label method) {
  const engine::AnalysisRequest request = family_office();
  const engine::Admitted in = engine::admitted(
      {request.margin.account, request.margin.market, Strictness::lenient, {}, {}}, SecurityList{});
  return engine::book_of(method, {.packs = request.margin.packs.front()}, request.margin, in);
}

void market_distance(benchmark::State& state, const char* method) {
  const strategy::Book book = book_under(Label::of(method));
  const strategy::DistancePolicy policy{.requirement_multiples = {}, .requirement_rates = {}};
  for (auto _ : state) benchmark::DoNotOptimize(strategy::market_alone(book, policy));
}
BENCHMARK_CAPTURE(market_distance, reg_t, "reg_t")
    ->Name("strategy/distance of the market, 30 positions, reg_t")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(market_distance, tims, "tims")
    ->Name("strategy/distance of the market, 30 positions, tims")
    ->Unit(benchmark::kMicrosecond);

/// The whole of what `distance` answers, the market and every name; the time of one of them.
void every_distance(benchmark::State& state, const char* method) {
  const strategy::Book book = book_under(Label::of(method));
  const strategy::DistancePolicy policy{.requirement_multiples = {}, .requirement_rates = {}};
  double drivers = 0;
  for (auto _ : state) {
    const auto far = strategy::distance(book, policy);
    drivers += static_cast<double>(1 + far->names.size());
  }
  state.counters["us_a_driver"] =
      benchmark::Counter(drivers * 1e-6, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK_CAPTURE(every_distance, reg_t, "reg_t")
    ->Name("strategy/distance of every driver, 30 positions, reg_t")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(every_distance, tims, "tims")
    ->Name("strategy/distance of every driver, 30 positions, tims")
    ->Unit(benchmark::kMillisecond);

void five_hundred(benchmark::State& state) {
  std::vector<std::string> symbols;
  for (int i = 0; i < 500; ++i)
    symbols.push_back(std::string{static_cast<char>('A' + i / 100)} +
                      static_cast<char>('A' + i / 10 % 10) + static_cast<char>('A' + i % 10) + "X");
  std::vector<Held> held;
  for (const std::string& symbol : symbols) held.push_back({symbol.c_str(), "100", "50.00"});
  engine::AnalysisRequest request = request_of(held, Decimal{-1'000'000});
  request.margin.methods = {"reg_t"};
  for (auto _ : state) benchmark::DoNotOptimize(engine::analyze(request, SecurityList{}));
}
BENCHMARK(five_hundred)->Name("strategy/analyze, 500 shares, reg_t")->Unit(benchmark::kMillisecond);

void process(benchmark::State& state, const std::string& command) {
  for (auto _ : state)
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) state.SkipWithError("it failed");
}
/// The thirty positions as a file that a person would have.
std::string written_account() {
  std::string positions, quotes;
  for (const Held& one : thirty) {
    const std::string comma = positions.empty() ? "" : ",";
    positions += comma + "{\"symbol\":\"" + one.symbol + "\",\"quantity\":" + one.quantity + "}";
    quotes += comma + "\"" + one.symbol + "\":{\"price\":\"" + one.price + "\"}";
  }
  const auto path = std::filesystem::temp_directory_path() / "plimsoll_bench_account.json";
  std::ofstream{path} << R"({"schema":"plimsoll.account/1","id":"bench","as_of":"2026-11-20",)"
                      << R"("kind":"margin","currency":"USD","cash":-300000,"positions":[)"
                      << positions << R"(],"market":{"risk_free_rate":0.036,"quotes":{)" << quotes
                      << "}}}";
  return path.string();
}
const std::string account_file = written_account();
BENCHMARK_CAPTURE(process, thirty,
                  std::string{PLIMSOLL_BINARY " analyze "} + account_file +
                      " --method all --financing ibkr-pro-usd --benchmark-rate 0.0363")
    ->Name("process/plimsoll analyze, 30 positions with 12 options, every method")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(process, analyze,
                  std::string{"cd " PLIMSOLL_SOURCE_DIR " && " PLIMSOLL_BINARY
                              " analyze examples/fidelity/Portfolio_Positions.csv --balances "
                              "examples/fidelity/Balances.csv --market "
                              "examples/fidelity/market.json --method all --financing "
                              "ibkr-pro-usd --benchmark-rate 0.0363"})
    ->Name("process/plimsoll analyze on the example, every method")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
