// The reader of positional files, by turns with what it cannot beat.

#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <cstring>

#include "base/check.hpp"
#include "bench/span/positional_file.hpp"
#include "io/clearing/positional.hpp"

namespace plimsoll::bench {
namespace {

constexpr std::size_t bytes_least = 210'000'000;

const PositionalFile& file() {
  static const PositionalFile made = positional_file(bytes_least);
  return made;
}

/// Of the processor, by this thread: what other programs take of it does not count.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Work>
double seconds_of(const Work& work) {
  const double began = processor_seconds();
  work();
  return processor_seconds() - began;
}

std::size_t newlines(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1))
    ++count;
  return count;
}

std::uint64_t sum(std::string_view bytes) {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i + sizeof total <= bytes.size(); i += sizeof total) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    total += word;
  }
  return total;
}

void positional(benchmark::State& state, const clearing::Wanted& wanted, std::size_t contracts) {
  double read = 1e9, lines = 1e9, memory = 1e9;
  for (auto _ : state) {
    const double seconds = seconds_of([&] {
      const auto loaded = io::read_positional(file().bytes, "bench.pa2", wanted);
      PLIMSOLL_CHECK(loaded && loaded->refused.empty());
      PLIMSOLL_CHECK(loaded->value.contracts.size() == contracts);
      benchmark::DoNotOptimize(loaded->value.arrays.data());
    });
    state.SetIterationTime(seconds);
    read = std::min(read, seconds);
    lines = std::min(lines, seconds_of([] { benchmark::DoNotOptimize(newlines(file().bytes)); }));
    memory = std::min(memory, seconds_of([] { benchmark::DoNotOptimize(sum(file().bytes)); }));
  }
  const auto megabytes = static_cast<double>(file().bytes.size()) / 1e6;
  state.counters["MB/s"] = megabytes / read;
  state.counters["line_ends_MB/s"] = megabytes / lines;
  state.counters["memory_MB/s"] = megabytes / memory;
  state.counters["of_line_ends_%"] = 100 * lines / read;
  state.counters["of_memory_%"] = 100 * memory / read;
  state.counters["ns/contract"] = 1e9 * read / static_cast<double>(file().contracts);
}

void positional_all(benchmark::State& state) { positional(state, {}, file().contracts); }

void positional_one_product(benchmark::State& state) {
  const clearing::Wanted wanted{.all = false, .products = {clearing::Code{file().one_product}}};
  constexpr std::size_t products = 400, futures = 6;
  positional(state, wanted, file().contracts / products - futures);
}

BENCHMARK(positional_all)->UseManualTime()->Iterations(7)->Unit(benchmark::kMillisecond);
BENCHMARK(positional_one_product)->UseManualTime()->Iterations(7)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace plimsoll::bench
