#pragma once
// What the rows of the pricing benchmark are made of: times by turns, errors, and QuantLib.

#include <algorithm>
#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bench/peers/quantlib_peer.hpp"
#include "pricing/contract.hpp"

namespace plimsoll::bench {

/// A row of the table; what was not measured says why.
struct Row {
  std::string name;
  double seconds = 0;
  std::vector<std::pair<std::string, double>> columns = {};
  std::string absent = {};
};
using Rows = std::vector<Row>;

/// The moves of a portfolio margin, those that QuantLib's peer knows.
inline const std::vector<double> ten_moves{-0.15, -0.12, -0.09, -0.06, -0.03,
                                           0.03,  0.06,  0.09,  0.12,  0.15};

template <class Work>
double seconds_of(const Work& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

/// Of the processor, by this thread: what other programs take of it does not count.
double processor_seconds();
template <class Work>
double processor_seconds_of(const Work& work) {
  const double began = processor_seconds();
  work();
  return processor_seconds() - began;
}

/// Each of `works` answers with the seconds that it took; they take turns, and each counts by its
/// quickest: other work on the machine only ever adds.
std::vector<double> least_seconds(int rounds, const std::vector<std::function<double()>>& works);

/// The quickest of so many runs in a row, for what is over in a millisecond.
template <class Work>
std::function<double()> quickest_of(int runs, Work work) {
  return [=] {
    double least = processor_seconds_of(work);
    for (int run = 1; run < runs; ++run) least = std::min(least, processor_seconds_of(work));
    return least;
  };
}

/// Absolute differences.
class Errors {
 public:
  Errors(std::span<const double> values, std::span<const double> expected);
  double max() const { return sorted_.back(); }
  double quantile(double part) const;
  double rms() const { return rms_; }
  /// How many are no more than `most`, in parts of one.
  double share_within(double most) const;
  /// Largest, p99.9, p99.99 and root of the mean square, as columns.
  void add_to(Row& row) const;

 private:
  std::vector<double> sorted_;
  double rms_ = 0;
};

/// `values[i × moves + j]` of the reference, by as many threads as the machine has, with a line of
/// progress on standard error.
std::vector<double> reference_prices(std::span<const pricing::Option> options,
                                     std::span<const double> moves);
/// The same on an underlying that pays cash.
std::vector<double> reference_prices(std::span<const pricing::Contract> contracts,
                                     std::span<const double> moves);

/// QuantLib's engines, where it is installed.
class Quantlib {
 public:
  using Prices = std::expected<std::vector<double>, std::string>;
  Quantlib();
  ~Quantlib();
  /// Empty where all is well; else what is wrong.
  std::string load(std::span<const pricing::Option> options);
  /// The same dividends for each.
  std::string load(std::span<const pricing::Contract> contracts);
  /// Of the processor, for one pass at its moves (10) or none (1). Infinite where something is
  /// wrong.
  double seconds(const std::string& engine, int spots);
  /// Of the last pass.
  Prices prices();

 private:
  std::optional<QuantlibPeer> peer_;
  std::string folder_;
};

}  // namespace plimsoll::bench
