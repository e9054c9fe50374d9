#pragma once
// The options that the pricing benchmark prices, the same every time.

#include <random>
#include <vector>

#include "pricing/contract.hpp"

namespace plimsoll::bench {

/// Numbers that look random, the same with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}
  double between(double least, double most) {
    return least + (most - least) * static_cast<double>(engine_() >> 11) * 0x1p-53;
  }

 private:
  std::mt19937_64 engine_;
};

/// Strikes from 70 to 130 of a spot of 100, a week to two years, three rates and yields, three
/// volatilities: 972 options less the calls without yield, which are never exercised early.
std::vector<pricing::Option> american_grid();

/// Anything that might be listed, on a strike of 100; a day to three years, 8 to 150 per cent,
/// rates and yields from -1 to 10 per cent.
std::vector<pricing::Option> random_options(std::size_t count);

inline constexpr std::size_t underlyings = 5860, expiries = 8, strikes = 16;
inline constexpr std::size_t slice_size = 2 * strikes;
inline constexpr std::size_t series_each = expiries * slice_size;

/// The listed series of one underlying, by expiry, strike, and call before put.
struct Underlying {
  std::vector<pricing::Option> series;
  std::vector<pricing::CashDividend> dividends;  // of two years; none if it pays a yield or nothing
};
/// As many as are listed in the United States; of `paying`, in parts of one, cash dividends, half a
/// per cent of the spot every quarter, on whole days.
std::vector<Underlying> listed_series(double paying);

}  // namespace plimsoll::bench
