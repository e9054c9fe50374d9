// Our own CSV of a million positions into interned columns, beside a plain getline reader of the
// same bytes, in the same run. Bytes a second of each; their ratio does
// not depend on the machine.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/check.hpp"
#include "io/csv.hpp"
#include "io/position_table.hpp"

namespace {

constexpr int rows = 1'000'000;
constexpr int rows_in_account = 20;
constexpr int symbol_count = 5'000;

/// The same numbers on every machine.
struct Steps {
  std::uint64_t state = 88172645463325252u;
  std::uint64_t next(std::uint64_t below) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state % below;
  }
};

const std::string& positions() {
  static const std::string text = [] {
    Steps steps;
    std::string csv = "account,symbol,type,quantity,price\n";
    for (int i = 0; i < rows; ++i) {
      const auto symbol = steps.next(symbol_count);
      const bool option = symbol % 5 == 0;
      const auto number = static_cast<int>(symbol);
      const int account = 1'000'000 + i / rows_in_account;
      const int quantity = static_cast<int>(steps.next(4'001)) - 2'000;
      const int dollars = static_cast<int>(steps.next(900)),
                cents = static_cast<int>(steps.next(100));
      char name[64], line[128];
      if (option)
        std::snprintf(name, sizeof name, "S%d 270115C00%03d000,option", number, 100 + number % 900);
      else std::snprintf(name, sizeof name, "S%d,equity", number);
      std::snprintf(line, sizeof line, "A%d,%s,%d,%d.%02d\n", account, name,
                    quantity == 0 ? 1 : quantity, dollars, cents);
      csv += line;
    }
    return csv;
  }();
  return text;
}

void bytes_of(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(positions().size()));
  state.counters["rows/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * rows,
                                                benchmark::Counter::kIsRate);
}

void position_table(benchmark::State& state) {
  for (auto _ : state) {
    const auto loaded = plimsoll::io::read_position_table(positions(), "positions.csv");
    PLIMSOLL_CHECK(loaded.value.quantity.size() == rows && loaded.refused.empty());
    benchmark::DoNotOptimize(loaded.value.price.data());
  }
  bytes_of(state);
}

void tokens_only(benchmark::State& state) {
  for (auto _ : state) {
    plimsoll::io::CsvReader reader{positions()};
    plimsoll::io::CsvRow row;
    std::size_t fields = 0;
    while (reader.next(row)) fields += row.fields.size();
    PLIMSOLL_CHECK(fields == 5u * (rows + 1));
  }
  bytes_of(state);
}

/// The peer: streams, a map for each kind of name, doubles for numbers.
void getline_and_map(benchmark::State& state) {
  for (auto _ : state) {
    std::istringstream file{positions()};
    std::map<std::string, std::uint32_t> accounts, symbols;
    std::vector<std::uint32_t> account, symbol;
    std::vector<double> quantity, price;
    std::string line, cell;
    std::getline(file, line);
    while (std::getline(file, line)) {
      std::istringstream cells{line};
      std::getline(cells, cell, ',');
      account.push_back(
          accounts.emplace(cell, static_cast<std::uint32_t>(accounts.size())).first->second);
      std::getline(cells, cell, ',');
      symbol.push_back(
          symbols.emplace(cell, static_cast<std::uint32_t>(symbols.size())).first->second);
      std::getline(cells, cell, ',');
      std::getline(cells, cell, ',');
      quantity.push_back(std::strtod(cell.c_str(), nullptr));
      std::getline(cells, cell, ',');
      price.push_back(std::strtod(cell.c_str(), nullptr));
    }
    PLIMSOLL_CHECK(price.size() == rows);
    benchmark::DoNotOptimize(price.data());
  }
  bytes_of(state);
}

BENCHMARK(position_table)->Unit(benchmark::kMillisecond);
BENCHMARK(tokens_only)->Unit(benchmark::kMillisecond);
BENCHMARK(getline_and_map)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
