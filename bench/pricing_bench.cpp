// Option pricing beside QuantLib, in one table: times, errors, and parts of what the machine can
// do. Each section takes turns with its peers, so the rows are measured before Google Benchmark,
// which writes them down, asks for them.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <string_view>

#include "bench/pricing/sections.hpp"

namespace plimsoll::bench {
namespace {

struct Section {
  std::string_view name;
  Rows (*rows)(const Machine&);
};
constexpr Section sections[]{{"grid", grid_rows},
                             {"random", random_rows},
                             {"closed_form", closed_form_rows},
                             {"volatility", volatility_rows},
                             {"dividends", dividend_rows},
                             {"tree", tree_rows},
                             {"universe", universe_rows},
                             {"paying_universe", paying_universe_rows}};

bool is_named(std::string_view name, int count, char** words) {
  if (count <= 1) return true;
  for (int i = 1; i < count; ++i)
    if (words[i] == name) return true;
  return false;
}

void add(const Row& row) {
  benchmark::RegisterBenchmark(row.name.c_str(),
                               [row](benchmark::State& state) {
                                 if (!row.absent.empty())
                                   return state.SkipWithError(row.absent.c_str());
                                 for (auto _ : state) state.SetIterationTime(row.seconds);
                                 for (const auto& [name, number] : row.columns)
                                   state.counters[name] = number;
                               })
      ->UseManualTime()
      ->Iterations(1)
      ->Unit(row.seconds > 1e-2   ? benchmark::kMillisecond
             : row.seconds > 1e-5 ? benchmark::kMicrosecond
                                  : benchmark::kNanosecond);
}

int run(int count, char** words) {
  benchmark::Initialize(&count, words);
  Machine machine;
  measure(machine);
  for (const Section& section : sections) {
    if (!is_named(section.name, count, words)) continue;
    const Rows rows = section.rows(machine);
    for (const Row& row : rows) add(row);
  }
  measure(machine);
  for (const Row& row : machine_rows(machine)) add(row);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace
}  // namespace plimsoll::bench

int main(int count, char** words) { return plimsoll::bench::run(count, words); }
