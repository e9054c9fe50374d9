#include "bench/span_scan/tables.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <limits>
#include <random>
#include <thread>

#include "methods/span/scan_batch.hpp"

namespace plimsoll::bench {
namespace {

using span::ScanBooks, span::ScanPosition, span::ScanRow, span::ScanTable;

constexpr std::size_t accounts = 1'000'000, commodities_held = 4, contracts_held = 5;
constexpr std::size_t positions_count = accounts * commodities_held * contracts_held;
constexpr std::uint32_t contracts_each = 256;  // of a commodity
constexpr int rounds = 12;

ScanTable table_of(std::size_t commodities, std::mt19937_64& random) {
  using namespace clearing;
  RiskFile file{.name = "generated"};
  std::uniform_int_distribution value{-100'000, 100'000};
  for (std::size_t c = 0; c < commodities; ++c) {
    const Code code{std::to_string(c)};
    const ProductKey key{Code{"XYZ"}, code, ProductType::future};
    file.products.push_back({.key = key});
    file.commodities.push_back({.code = code, .products = {{key}}});
    for (std::uint32_t i = 0; i < contracts_each; ++i) {
      file.contracts.push_back({.product = static_cast<clearing::Index>(c),
                                .array = static_cast<clearing::Index>(file.arrays.size()),
                                .arrays = 1});
      for (auto& digits : file.arrays.emplace_back().digits) digits = value(random);
    }
  }
  return ScanTable::of(file).value();
}

/// How often commodities, and contracts of each, are held.
enum class Popularity { uniform, zipf };

std::vector<ScanPosition> positions_of(std::size_t commodities, Popularity popularity,
                                       std::mt19937_64& random) {
  std::vector<double> weights(commodities, 1);
  for (std::size_t i = 0; i < commodities && popularity == Popularity::zipf; ++i)
    weights[i] = 1 / static_cast<double>(i + 1);
  std::discrete_distribution<std::uint32_t> commodity{weights.begin(), weights.end()};
  std::uniform_real_distribution place;
  std::uniform_int_distribution contracts{-10, 10};
  std::vector<ScanPosition> positions;
  positions.reserve(positions_count);
  for (std::size_t account = 0; account < accounts; ++account) {
    const auto first = static_cast<std::ptrdiff_t>(positions.size());
    for (std::size_t c = 0; c < commodities_held; ++c) {
      const std::uint32_t base = commodity(random) * contracts_each;
      for (std::size_t i = 0; i < contracts_held; ++i) {
        const double at = place(random);
        const double skewed = popularity == Popularity::zipf ? at * at : at;
        positions.push_back(
            {base + static_cast<std::uint32_t>(skewed * contracts_each), contracts(random)});
      }
    }
    std::sort(positions.begin() + first, positions.end(),
              [](const ScanPosition& a, const ScanPosition& b) { return a.row < b.row; });
  }
  return positions;
}

/// By the clock, and of the processors: what other programs take of those does not count.
struct Seconds {
  double passed = std::numeric_limits<double>::infinity(), worked = passed;

  void take_least(const std::function<void()>& work) {
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t worked_before = std::clock();
    work();
    worked = std::min(worked, static_cast<double>(std::clock() - worked_before) / CLOCKS_PER_SEC);
    passed = std::min(
        passed, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
};

/// One value of every row, in the order of the positions: nothing but fetching lines.
std::int64_t touch(std::span<const ScanRow> rows, std::span<const ScanPosition> positions) {
  constexpr std::size_t ahead = 24;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    __builtin_prefetch(&rows[positions[std::min(i + ahead, positions.size() - 1)].row]);
    sum += rows[positions[i].row].values[0];
  }
  return sum;
}

void touch_all(const ScanTable& table, const std::vector<ScanPosition>& positions,
               std::size_t threads) {
  std::vector<std::int64_t> sums(threads * 8);
  std::vector<std::jthread> others;
  for (std::size_t t = 0; t < threads; ++t) {
    const std::size_t from = positions.size() * t / threads;
    const std::size_t size = positions.size() * (t + 1) / threads - from;
    others.emplace_back([&, t, own = std::span{positions}.subspan(from, size)] {
      volatile std::int64_t sum = touch(table.rows(), own);
      sums[t * 8] = sum;
    });
  }
}

/// Accounts over a table, and its limit: the same rows touched, or the same sums over few rows.
struct Case {
  std::string name;
  const ScanTable& table;
  std::vector<ScanPosition> positions;
  std::string limit;                     // what the last column is called
  std::vector<ScanPosition> limit_rows;  // touched, or where `sums` scanned
  bool sums = false;
};

std::vector<ScanPosition> few_rows(std::vector<ScanPosition> positions) {
  for (ScanPosition& one : positions) one.row -= one.row % contracts_each;
  return positions;
}

/// Anywhere in the table, one by one.
std::vector<ScanPosition> any_rows(std::size_t rows, std::mt19937_64& random) {
  std::uniform_int_distribution<std::uint32_t> row{0, static_cast<std::uint32_t>(rows - 1)};
  std::vector<ScanPosition> positions(positions_count);
  for (ScanPosition& one : positions) one = {row(random), 1};
  return positions;
}

void measure(const Case& one, std::vector<ScanTime>& times) {
  std::vector<std::uint32_t> firsts(accounts + 1);
  for (std::size_t a = 0; a <= accounts; ++a)
    firsts[a] = static_cast<std::uint32_t>(a * commodities_held * contracts_held);
  const ScanBooks books = ScanBooks::of(one.table, one.positions, firsts).value();
  const auto limit = one.sums
                         ? std::optional{ScanBooks::of(one.table, one.limit_rows, firsts).value()}
                         : std::nullopt;
  std::vector<std::int64_t> risks(books.groups().size()), totals(accounts);
  for (const int threads : {1, 2}) {
    Seconds scanned, limited;
    for (int round = 0; round < rounds; ++round) {
      scanned.take_least([&] { books.scan(risks, totals, threads); });
      limited.take_least([&] {
        if (limit) limit->scan(risks, totals, threads);
        else touch_all(one.table, one.limit_rows, static_cast<std::size_t>(threads));
      });
    }
    const double million = static_cast<double>(positions_count) / 1e6;
    times.push_back({"scan/" + one.name + ", " + std::to_string(threads) + " threads",
                     scanned.passed,
                     {{"M_positions/s", million / scanned.passed},
                      {"M_positions/s/core", million / scanned.worked},
                      {"M_limit/s/core", million / limited.worked},
                      {"share_of_" + one.limit, limited.worked / scanned.worked}}});
  }
}

}  // namespace

std::vector<ScanTime> scan_times() {
  std::mt19937_64 random{20261130};
  std::vector<ScanTime> times;
  {
    const ScanTable table = table_of(32, random);
    auto positions = positions_of(32, Popularity::uniform, random);
    auto few = few_rows(positions);
    measure({"8,192 rows, beside 32", table, std::move(positions), "sums", std::move(few), true},
            times);
  }
  const std::size_t commodities = 5'860;
  const ScanTable table = table_of(commodities, random);
  for (const auto popularity : {Popularity::uniform, Popularity::zipf}) {
    const std::string name = popularity == Popularity::zipf ? "1.5 M rows, Zipf" : "1.5 M rows";
    auto positions = positions_of(commodities, popularity, random);
    measure({name + ", beside any rows touched", table, positions, "any_lines",
             any_rows(table.rows().size(), random)},
            times);
    measure({name + ", beside them touched", table, positions, "own_lines", positions}, times);
  }
  return times;
}

}  // namespace plimsoll::bench
