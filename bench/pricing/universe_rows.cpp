// Every listed series at ten moves and as it stands, profits and losses written to memory.

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>

#include "bench/pricing/inputs.hpp"
#include "bench/pricing/sections.hpp"
#include "pricing/american.hpp"
#include "pricing/dividend_grid.hpp"

namespace plimsoll::bench {
namespace {

using pricing::Americans;
using pricing::CashDividend;
using pricing::Contract;
using pricing::Option;

constexpr std::size_t moves = 11;
constexpr double within = 1e-3;  // dollars
constexpr std::size_t chunk_underlyings = 20;
static_assert(underlyings % chunk_underlyings == 0);
constexpr std::size_t chunks = underlyings / chunk_underlyings;

/// A series as a portfolio margin reads it: one line of the cache.
struct alignas(64) SeriesRow {
  std::array<float, 10> profits;
  float price;
};

const std::vector<double>& eleven_moves() {
  static const std::vector<double> all = [] {
    std::vector<double> moves_of_it = ten_moves;
    moves_of_it.push_back(0);
    return moves_of_it;
  }();
  return all;
}

void write(std::span<const double> values, SeriesRow& row) {
  const double price = values[10];
  for (std::size_t j = 0; j < 10; ++j) row.profits[j] = static_cast<float>(values[j] - price);
  row.price = static_cast<float>(price);
}

/// An expiry of one underlying with dividends until then.
struct PayingSlice {
  std::size_t first;  // row
  std::span<const Option> options;
  std::span<const CashDividend> dividends;
};

/// What one thread takes at a time.
struct Chunk {
  std::vector<Option> plain;
  std::vector<std::uint32_t> rows;  // of the plain ones
  std::vector<PayingSlice> paying;
  std::vector<double> spots;
};

std::vector<Chunk> chunks_of(std::span<const Underlying> all) {
  std::vector<Chunk> found(chunks);
  for (std::size_t u = 0; u < all.size(); ++u) {
    Chunk& chunk = found[u / chunk_underlyings];
    for (std::size_t first = 0; first < series_each; first += slice_size) {
      const auto options = std::span{all[u].series}.subspan(first, slice_size);
      std::size_t paid = 0;
      const auto& dividends = all[u].dividends;
      while (paid < dividends.size() && dividends[paid].years < options[0].years + 1e-9) ++paid;
      const std::size_t row = u * series_each + first;
      if (paid > 0) {
        chunk.paying.push_back({row, options, std::span{dividends}.first(paid)});
        continue;
      }
      for (std::size_t i = 0; i < slice_size; ++i) {
        chunk.plain.push_back(options[i]);
        chunk.rows.push_back(static_cast<std::uint32_t>(row + i));
        chunk.spots.push_back(options[i].spot * 1.001);
      }
    }
  }
  return found;
}

class Universe {
 public:
  explicit Universe(double paying)
      : all_{listed_series(paying)},
        chunks_{chunks_of(all_)},
        kept_(chunks),
        rows_(underlyings * series_each) {}

  /// From options to rows.
  void price(unsigned threads) {
    in_threads(threads, [this](std::size_t chunk) {
      write_plain(chunks_[chunk], Americans{chunks_[chunk].plain, within});
      write_paying(chunks_[chunk]);
    });
  }
  /// Keeps the boundaries of what has any.
  void keep() {
    in_threads(std::thread::hardware_concurrency(), [this](std::size_t chunk) {
      kept_[chunk] = std::make_unique<Americans>(chunks_[chunk].plain, within);
    });
  }
  /// All spots have moved; nothing else has.
  void move(unsigned threads) {
    in_threads(threads, [this](std::size_t chunk) {
      kept_[chunk]->move_to(chunks_[chunk].spots);
      write_plain(chunks_[chunk], *kept_[chunk]);
    });
  }

  /// Every so many of the series without dividends, or of those with, and their errors: the worst
  /// number of each row.
  Errors plain_errors(std::size_t every) const {
    std::vector<Option> sample;
    std::vector<std::size_t> rows;
    std::size_t at = 0;
    for (const Chunk& chunk : chunks_)
      for (std::size_t i = 0; i < chunk.plain.size(); ++i) {
        if (at++ % every != 0) continue;
        sample.push_back(chunk.plain[i]);
        rows.push_back(chunk.rows[i]);
      }
    return worst(rows, reference_prices(sample, eleven_moves()));
  }
  Errors paying_errors(std::size_t every) const {
    std::vector<Contract> sample;
    std::vector<std::size_t> rows;
    std::size_t at = 0;
    for (const Chunk& chunk : chunks_)
      for (const PayingSlice& slice : chunk.paying)
        for (std::size_t i = 0; i < slice_size; ++i) {
          if (at++ % every != 0) continue;
          sample.push_back({slice.options[i], pricing::Exercise::american, slice.dividends});
          rows.push_back(slice.first + i);
        }
    return worst(rows, reference_prices(sample, eleven_moves()));
  }

 private:
  template <class Each>
  void in_threads(unsigned threads, const Each& each) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < chunks; i = next++) each(i);
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
  }

  void write_plain(const Chunk& chunk, const Americans& americans) {
    thread_local std::vector<double> values;
    values.resize(chunk.plain.size() * moves);
    americans.prices(eleven_moves(), values);
    for (std::size_t i = 0; i < chunk.plain.size(); ++i)
      write(std::span{values}.subspan(i * moves, moves), rows_[chunk.rows[i]]);
  }
  void write_paying(const Chunk& chunk) {
    std::array<double, slice_size * moves> values;
    for (const PayingSlice& slice : chunk.paying) {
      pricing::grid_prices_within(within, slice.options, slice.dividends, eleven_moves(), values);
      for (std::size_t i = 0; i < slice_size; ++i)
        write(std::span{values}.subspan(i * moves, moves), rows_[slice.first + i]);
    }
  }

  Errors worst(std::span<const std::size_t> rows, std::span<const double> expected) const {
    std::vector<double> errors;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const SeriesRow& row = rows_[rows[i]];
      const double price = expected[i * moves + 10];
      double most = std::abs(row.price - price);
      for (std::size_t j = 0; j < 10; ++j)
        most = std::max(most, std::abs(row.profits[j] - (expected[i * moves + j] - price)));
      errors.push_back(most);
    }
    return {errors, std::vector<double>(errors.size(), 0.0)};
  }

  std::vector<Underlying> all_;
  std::vector<Chunk> chunks_;
  std::vector<std::unique_ptr<Americans>> kept_;
  std::vector<SeriesRow> rows_;
};

void add_errors(Row& row, const Errors& errors) {
  errors.add_to(row);
  row.columns.push_back({"within_1e-4_%", 100 * errors.share_within(1e-4)});
  row.columns.push_back({"within_1e-3_%", 100 * errors.share_within(1e-3)});
}

constexpr std::size_t plain_every = 73, paying_every = 701;

}  // namespace

Rows universe_rows(const Machine&) {
  Universe universe{0};
  universe.keep();
  const auto timed = [&](void (Universe::*work)(unsigned), unsigned threads) {
    return [&universe, work, threads] { return seconds_of([&] { (universe.*work)(threads); }); };
  };
  const auto least = least_seconds(7, {timed(&Universe::move, 1), timed(&Universe::move, 2),
                                       timed(&Universe::price, 1), timed(&Universe::price, 2)});
  Rows rows{{"1.5 M series at 11 points/spots moved, 1 thread", least[0]},
            {"1.5 M series at 11 points/spots moved, 2 threads", least[1]},
            {"1.5 M series at 11 points/from options, 1 thread", least[2]},
            {"1.5 M series at 11 points/from options, 2 threads", least[3]}};
  rows[1].columns.push_back({"times_one_thread", least[0] / least[1]});
  rows[3].columns.push_back({"times_one_thread", least[2] / least[3]});
  add_errors(rows[3], universe.plain_errors(plain_every));
  return rows;
}

Rows paying_universe_rows(const Machine&) {
  Universe universe{0.3};
  const auto least = least_seconds(3, {[&] { return seconds_of([&] { universe.price(1); }); },
                                       [&] { return seconds_of([&] { universe.price(2); }); }});
  Rows rows{{"1.5 M series, 30 % of them paying cash, 1 thread", least[0]},
            {"1.5 M series, 30 % of them paying cash, 2 threads", least[1]}};
  rows[1].columns.push_back({"times_one_thread", least[0] / least[1]});
  add_errors(rows[1], universe.paying_errors(paying_every));
  return rows;
}

}  // namespace plimsoll::bench
