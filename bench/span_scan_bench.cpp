// Margin by SPAN: scanning risk of a million accounts, beside what the machine's memory can do with
// the same rows; whole accounts, plain and explained. The tables take turns with their limits, so
// they are measured before Google Benchmark, which writes them down, asks for them. No open tool
// publishes a speed.

#include <benchmark/benchmark.h>

#include "bench/span_scan/house.hpp"
#include "bench/span_scan/tables.hpp"

namespace plimsoll::bench {
namespace {

const std::shared_ptr<const clearing::RiskFile>& house() {
  static const auto file = big_house();
  return file;
}

enum class Form { plain, told, explained };

void account_of(benchmark::State& state, std::size_t positions, Form form) {
  const Account account = futures_account(*house(), positions);
  const span::Span method{span_parameters(
      house(), account, form == Form::plain ? span::AnswerTold::sums : span::AnswerTold::whole)};
  MarketSnapshot market;
  market.as_of = account.as_of;
  if (!method.compute(account, market)) return state.SkipWithError("the account is refused");
  for (auto _ : state)
    if (form == Form::explained) benchmark::DoNotOptimize(method.explain(account, market));
    else benchmark::DoNotOptimize(method.compute(account, market));
}

void add(const ScanTime& time) {
  benchmark::RegisterBenchmark(time.name.c_str(),
                               [time](benchmark::State& state) {
                                 for (auto _ : state) state.SetIterationTime(time.seconds);
                                 for (const auto& [name, number] : time.columns)
                                   state.counters[name] = number;
                               })
      ->UseManualTime()
      ->Iterations(1)
      ->Unit(benchmark::kMillisecond);
}

void add(const char* name, std::size_t positions, Form form) {
  benchmark::RegisterBenchmark(name, [=](benchmark::State& state) {
    account_of(state, positions, form);
  })->Unit(positions > 20 ? benchmark::kMillisecond : benchmark::kMicrosecond);
}

/// `accounts` leaves the tables out.
int run(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (count < 2 || std::string_view{words[1]} != "accounts")
    for (const ScanTime& time : scan_times()) add(time);
  add("account/20 positions, sums", 20, Form::plain);
  add("account/20 positions, told", 20, Form::told);
  add("account/20 positions, explained", 20, Form::explained);
  add("account/10 positions, sums", 10, Form::plain);
  add("account/1,000 positions, sums", 1'000, Form::plain);
  add("account/100,000 positions, sums", 100'000, Form::plain);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace
}  // namespace plimsoll::bench

int main(int count, char** words) { return plimsoll::bench::run(count, words); }
