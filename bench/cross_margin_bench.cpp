// Cross-margin of a lending pool: one account of sixteen balances, and a million of one to sixteen.
// There is no command for many accounts yet, so a million is what the method takes of accounts that
// stand in memory. The peer is the same in double precision over flat arrays, prices times weights
// made beforehand: what the exact arithmetic, the names and the answer cost. All take turns.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>
#include <thread>

#include "base/check.hpp"
#include "bench/cross_margin/doubles.hpp"
#include "bench/cross_margin/lending.hpp"
#include "methods/cross_margin/cross_margin.hpp"
#include "methods/cross_margin/health.hpp"

namespace plimsoll::bench {
namespace {

using cross_margin::AnswerTold, cross_margin::CrossMargin, cross_margin::Requirement;

constexpr std::size_t million = 1'000'000;
/// So many stand in memory, far more than the caches hold, and are taken in turn.
constexpr std::size_t distinct = 62'500;
constexpr int rounds = 5;
constexpr Requirement all_requirements[] = {Requirement::initial, Requirement::maintenance,
                                            Requirement::equity};

struct Lending {
  std::shared_ptr<const Pool> pool = lending_pool();
  std::vector<Account> accounts;
  Doubles doubles;
  CrossMargin sums{{.rules = {}, .pool = pool, .told = AnswerTold::sums}};
  CrossMargin whole{{.rules = {}, .pool = pool, .told = AnswerTold::whole}};

  Lending(std::size_t count, std::size_t balances_least)
      : accounts{lenders(*pool, count, balances_least)}, doubles{*pool, accounts} {}
};

const Lending& sixteen() {
  static const Lending one{1, balances_most};
  return one;
}
const Lending& many() {
  static const Lending all{distinct, 1};
  return all;
}

// --- one account
// -----------------------------------------------------------------------------------

void plain(benchmark::State& state) {
  const Lending& one = sixteen();
  for (auto _ : state) benchmark::DoNotOptimize(one.sums.compute(one.accounts[0], {}));
}
BENCHMARK(plain)->Name("lender/16 balances/plain")->Unit(benchmark::kMicrosecond);

void with_detail(benchmark::State& state) {
  const Lending& one = sixteen();
  for (auto _ : state) benchmark::DoNotOptimize(one.whole.compute(one.accounts[0], {}));
}
BENCHMARK(with_detail)->Name("lender/16 balances/with its detail")->Unit(benchmark::kMicrosecond);

void explained(benchmark::State& state) {
  const Lending& one = sixteen();
  for (auto _ : state) benchmark::DoNotOptimize(one.whole.explain(one.accounts[0], {}));
}
BENCHMARK(explained)->Name("lender/16 balances/explained")->Unit(benchmark::kMicrosecond);

void names_to_banks(benchmark::State& state) {
  const Lending& one = sixteen();
  for (auto _ : state) benchmark::DoNotOptimize(cross_margin::state_of(one.accounts[0], *one.pool));
}
BENCHMARK(names_to_banks)->Name("lender/16 balances/names to banks")->Unit(benchmark::kMicrosecond);

void three_healths(benchmark::State& state) {
  const Lending& one = sixteen();
  const auto held = cross_margin::state_of(one.accounts[0], *one.pool);
  for (auto _ : state)
    for (const Requirement asked : all_requirements)
      benchmark::DoNotOptimize(cross_margin::health_of(held.value, asked, day));
}
BENCHMARK(three_healths)->Name("lender/16 balances/three healths")->Unit(benchmark::kMicrosecond);

void in_doubles(benchmark::State& state) {
  const Lending& one = sixteen();
  for (auto _ : state) benchmark::DoNotOptimize(one.doubles.of(0));
}
BENCHMARK(in_doubles)->Name("lender/16 balances/in doubles")->Unit(benchmark::kMicrosecond);

// --- a million
// -------------------------------------------------------------------------------------

/// Seconds for a million accounts, in chunks that threads take as they come.
template <class Each>
double seconds_for_a_million(unsigned threads, const Each& each) {
  constexpr std::size_t chunk = 2'500;
  static_assert(distinct % chunk == 0);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t from = next.fetch_add(chunk); from < million; from = next.fetch_add(chunk))
      for (std::size_t i = 0; i < chunk; ++i) each((from + i) % distinct);
  };
  const auto began = std::chrono::steady_clock::now();
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

void answered(std::size_t i) {
  benchmark::DoNotOptimize(many().sums.compute(many().accounts[i], {}));
}
void healths_alone(std::size_t i) {
  const auto held = cross_margin::state_of(many().accounts[i], *many().pool);
  for (const Requirement asked : all_requirements)
    benchmark::DoNotOptimize(cross_margin::health_of(held.value, asked, day));
}
void doubled(std::size_t i) { benchmark::DoNotOptimize(many().doubles.of(i)); }
/// What anybody reads of an account: the names and the quantities.
void read_alone(std::size_t i) {
  std::uint64_t sum = 0;
  for (const Position& held : many().accounts[i].positions)
    sum += id_of(held.instrument).hash() + static_cast<std::uint64_t>(held.quantity.atto);
  benchmark::DoNotOptimize(sum);
}

struct Row {
  const char* name;
  unsigned threads;
  void (*each)(std::size_t);
};
constexpr Row rows[] = {
    {"a million lenders/answered, 1 thread", 1, answered},
    {"a million lenders/answered, 2 threads", 2, answered},
    {"a million lenders/names to banks and three healths, 1 thread", 1, healths_alone},
    {"a million lenders/names to banks and three healths, 2 threads", 2, healths_alone},
    {"a million lenders/in doubles, 1 thread", 1, doubled},
    {"a million lenders/in doubles, 2 threads", 2, doubled},
    {"a million lenders/read alone, 1 thread", 1, read_alone},
};
constexpr std::size_t row_count = std::size(rows);

/// By turns, each by its quickest: other work on the machine only ever adds.
const std::vector<double>& least_seconds() {
  static const std::vector<double> least = [] {
    std::vector<double> seconds(row_count, std::numeric_limits<double>::infinity());
    for (int round = 0; round < rounds; ++round)
      for (std::size_t i = 0; i < row_count; ++i)
        seconds[i] = std::min(seconds[i], seconds_for_a_million(rows[i].threads, rows[i].each));
    return seconds;
  }();
  return least;
}

std::size_t balances_of_a_million() {
  std::size_t count = 0;
  for (const Account& account : many().accounts) count += account.positions.size();
  return count * (million / distinct);
}

/// By how much of assets and liabilities together a health in doubles is off, at most.
double largest_difference() {
  double most = 0;
  for (std::size_t i = 0; i < distinct; ++i) {
    const auto held = cross_margin::state_of(many().accounts[i], *many().pool);
    const Doubles::Healths other = many().doubles.of(i);
    for (std::size_t asked = 0; asked < 3; ++asked) {
      const auto exact = cross_margin::health_of(held.value, all_requirements[asked], day);
      PLIMSOLL_CHECK(exact.has_value());
      const double difference = std::abs(to_double(exact->assets) - other[asked].assets) +
                                std::abs(to_double(exact->liabilities) - other[asked].liabilities);
      most = std::max(most, difference / (other[asked].assets + other[asked].liabilities));
    }
  }
  return most;
}

void of_a_million(benchmark::State& state, std::size_t row) {
  const std::vector<double>& least = least_seconds();
  for (auto _ : state) state.SetIterationTime(least[row]);
  state.counters["ns_a_balance"] = 1e9 * least[row] / static_cast<double>(balances_of_a_million());
  if (rows[row].threads == 2) state.counters["times_one_thread"] = least[row - 1] / least[row];
  if (rows[row].each == answered && rows[row].threads == 1)
    state.counters["of_it_reading_%"] = 100 * least.back() / least[row];
  if (rows[row].each == doubled) {
    state.counters["times_ours"] = least[row] / least[rows[row].threads - 1];
    state.counters["difference_max"] = largest_difference();
  }
}

const bool registered = [] {
  for (std::size_t row = 0; row < row_count; ++row)
    benchmark::RegisterBenchmark(rows[row].name,
                                 [row](benchmark::State& state) { of_a_million(state, row); })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
}  // namespace plimsoll::bench
