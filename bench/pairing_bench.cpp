// The pairing search: its two-leg kernel beside CLP on the same problems, and whole decompositions.
// Every optimum of the kernel is compared with CLP's before anything is timed.

#include <benchmark/benchmark.h>
#include <coin/Clp_C_Interface.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "methods/reg_t/pairing/pairing.hpp"
#include "methods/reg_t/pairing/transport.hpp"
#include "tests/random_book.hpp"

namespace plimsoll::reg_t {
namespace {

/// n sold against n bought series: spreads cost their width or the naked requirement, in cents.
TransportProblem random_transport(std::size_t n, std::uint64_t seed) {
  std::mt19937_64 random{seed};
  const auto below = [&](std::uint64_t k) { return static_cast<std::int64_t>(random() % k); };
  struct Series {
    std::int64_t strike, expiry;
  };
  std::vector<Series> sold, bought;
  TransportProblem problem;
  for (std::size_t i = 0; i < n; ++i) {
    sold.push_back({7'000 + 250 * below(25), below(8)});
    bought.push_back({7'000 + 250 * below(25), below(8)});
    problem.units_a.push_back(1 + below(20));
    problem.units_b.push_back(1 + below(20));
    const std::int64_t outside = std::max<std::int64_t>(0, sold.back().strike - 10'000);
    problem.alone_a.push_back(100 * std::max<std::int64_t>(2'000 - outside, 1'000));
    problem.alone_b.push_back(0);
  }
  for (const Series& s : sold)
    for (const Series& b : bought)
      problem.pair.push_back(
          b.expiry < s.expiry ? not_allowed : 100 * std::max<std::int64_t>(0, b.strike - s.strike));
  return problem;
}

/// The same as a linear program: rows are units of either side, "alone" is the rows' slack.
class Clp {
 public:
  explicit Clp(const TransportProblem& problem) : model_{Clp_newModel()} {
    Clp_setLogLevel(model_, 0);
    const std::size_t n = problem.units_a.size();
    const std::size_t m = problem.units_b.size();
    std::vector<double> row_lower(n + m, 0.0), row_upper, lower, upper, cost, values;
    for (const auto units : problem.units_a) row_upper.push_back(static_cast<double>(units));
    for (const auto units : problem.units_b) row_upper.push_back(static_cast<double>(units));
    std::vector<int> starts{0}, rows;
    for (std::size_t a = 0; a < n; ++a) alone_ += problem.units_a[a] * problem.alone_a[a];
    for (std::size_t b = 0; b < m; ++b) alone_ += problem.units_b[b] * problem.alone_b[b];
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < m; ++b) {
        const std::int64_t pair = problem.pair[a * m + b];
        if (pair == not_allowed) continue;
        cost.push_back(static_cast<double>(pair - problem.alone_a[a] - problem.alone_b[b]));
        rows.insert(rows.end(), {static_cast<int>(a), static_cast<int>(n + b)});
        values.insert(values.end(), {1.0, 1.0});
        starts.push_back(static_cast<int>(rows.size()));
      }
    lower.assign(cost.size(), 0.0);
    upper.assign(cost.size(), 1e9);
    Clp_loadProblem(model_, static_cast<int>(cost.size()), static_cast<int>(n + m), starts.data(),
                    rows.data(), values.data(), lower.data(), upper.data(), cost.data(),
                    row_lower.data(), row_upper.data());
  }
  ~Clp() { Clp_deleteModel(model_); }
  Clp(const Clp&) = delete;
  Clp& operator=(const Clp&) = delete;

  std::int64_t least() {
    Clp_primal(model_, 0);
    return alone_ + std::llround(Clp_objectiveValue(model_));
  }

 private:
  Clp_Simplex* model_;
  std::int64_t alone_ = 0;
};

constexpr std::size_t problems = 64;

std::vector<TransportProblem> checked_problems(std::size_t n) {
  std::vector<TransportProblem> all;
  Transport transport;
  TransportAnswer answer;
  for (std::size_t seed = 1; seed <= problems; ++seed) {
    all.push_back(random_transport(n, seed));
    transport.solve(all.back(), answer);
    if (answer.cost == Clp{all.back()}.least()) continue;
    std::fprintf(stderr, "the kernel and CLP disagree: n %zu, seed %zu\n", n, seed);
    std::abort();
  }
  return all;
}

void kernel(benchmark::State& state) {
  const auto all = checked_problems(static_cast<std::size_t>(state.range(0)));
  Transport transport;
  TransportAnswer answer;
  std::size_t next = 0;
  for (auto _ : state) {
    transport.solve(all[next++ % problems], answer);
    benchmark::DoNotOptimize(answer.cost);
  }
}

/// Loading the problem is part of it, as it is for the kernel.
void clp(benchmark::State& state) {
  const auto all = checked_problems(static_cast<std::size_t>(state.range(0)));
  std::size_t next = 0;
  for (auto _ : state) {
    Clp model{all[next++ % problems]};
    benchmark::DoNotOptimize(model.least());
  }
}

random_book::Shape shape_of(int series) {
  random_book::Shape shape{.series = series};
  shape.expiries = series <= 8 ? 2 : series <= 20 ? 4 : 8;
  if (series > 20) shape.strikes = 25;
  return shape;
}

/// The same, opened as traders open them: condors, verticals, covered calls, calendars.
random_book::Shape strategies_of(int series) {
  random_book::Shape shape = shape_of(series);
  shape.strategies = true;
  shape.contracts_most = 10;
  return shape;
}

/// Each iteration decomposes a different book once; quantiles are over books, and so is the largest
/// part of a requirement that a search cut off may have missed.
void decompose(benchmark::State& state, random_book::Shape (*shape)(int series)) {
  const int series = static_cast<int>(state.range(0));
  std::vector<random_book::Book> books;
  for (std::int64_t seed = 1; seed <= state.max_iterations; ++seed)
    books.push_back(random_book::draw(static_cast<std::uint64_t>(seed), shape(series)));
  std::vector<double> microseconds;
  double not_proven = 0;
  double gap = 0;
  std::size_t next = 0;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    const PairingAnswer answer = cheapest_pairing(books[next++].problem);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    microseconds.push_back(took.count());
    if (answer.proven) continue;
    not_proven += 1;
    const double requirement = std::abs(to_double(answer.cost.maintenance));
    gap = std::max(gap, to_double(answer.better_by_at_most) / std::max(1.0, requirement));
  }
  std::ranges::sort(microseconds);
  const auto quantile = [&](double q) {
    return microseconds[static_cast<std::size_t>(q * static_cast<double>(microseconds.size() - 1))];
  };
  state.counters["median_us"] = quantile(0.5);
  state.counters["p99_us"] = quantile(0.99);
  state.counters["max_us"] = quantile(1);
  state.counters["not_proven"] = not_proven;
  state.counters["gap_max_%"] = 100 * gap;
}
void decomposition(benchmark::State& state) { decompose(state, shape_of); }
void strategies(benchmark::State& state) { decompose(state, strategies_of); }

PairingProblem iron_condor() {
  PairingProblem problem;
  problem.families.emplace_back();
  const auto add = [&](Side side, Kind kind, int strike) {
    const auto leg = static_cast<std::uint32_t>(problem.available.size());
    const Decimal naked{side == Side::sold ? 1'500 : 0};
    problem.available.push_back(Decimal{2});
    problem.offsets.push_back({{{leg, Decimal{1}}}, {naked, naked}, true});
    problem.spread_legs.push_back({leg, side, kind, Decimal{strike}, Decimal{100}});
    problem.families[0].legs.push_back(leg);
  };
  add(Side::bought, Kind::put, 85);
  add(Side::sold, Kind::put, 90);
  add(Side::sold, Kind::call, 110);
  add(Side::bought, Kind::call, 115);
  problem.offsets.push_back({{{1, Decimal{1}}, {2, Decimal{1}}}, {Decimal{1'700}, Decimal{1'700}}});
  return problem;
}

void condor(benchmark::State& state) {
  const PairingProblem problem = iron_condor();
  for (auto _ : state) benchmark::DoNotOptimize(cheapest_pairing(problem));
}

BENCHMARK(kernel)->Arg(2)->Arg(3)->Arg(5)->Arg(10)->Arg(20)->Arg(50);
BENCHMARK(clp)->Arg(2)->Arg(3)->Arg(5)->Arg(10)->Arg(20)->Arg(50);
BENCHMARK(condor);
BENCHMARK(decomposition)->Arg(4)->Arg(8)->Arg(20)->Iterations(500)->Unit(benchmark::kMicrosecond);
BENCHMARK(decomposition)->Arg(30)->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK(decomposition)->Arg(50)->Arg(100)->Iterations(10)->Unit(benchmark::kMillisecond);
BENCHMARK(strategies)->Arg(20)->Iterations(500)->Unit(benchmark::kMicrosecond);
BENCHMARK(strategies)->Arg(30)->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK(strategies)->Arg(50)->Iterations(50)->Unit(benchmark::kMillisecond);
BENCHMARK(strategies)->Arg(100)->Iterations(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace plimsoll::reg_t

BENCHMARK_MAIN();
