#pragma once
// Option series valued together at other prices of what they are on, again and again: what does not
// depend on those prices is worked out once, and for sixteen options in the time of one.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "pricing/american.hpp"
#include "valuation/series.hpp"

namespace plimsoll::valuation {

struct SeriesAt {
  Series series = {};
  double volatility = 0;
};

class Revaluation {
 public:
  /// Each at its volatility, `roll_days` later. Boundaries that `memo` knows are taken from it.
  Revaluation(std::vector<SeriesAt> options, int roll_days, pricing::BoundaryMemo* memo = nullptr);

  std::size_t size() const { return options_.size(); }

  /// `values[option × columns + j]`: what one unit of an option is worth at
  /// `spots[option × columns + j]`. With no days left: what exercise brings, before or after the
  /// dividends of the days rolled over as the option may be exercised. The outcome of each option;
  /// one that is refused has no values. Results do not depend on what is valued together.
  std::vector<Result<void>> values(std::span<const double> spots, std::span<double> values);

 private:
  struct One {
    SeriesAt at = {};
    pricing::Option option = {};
    std::vector<pricing::CashDividend> dividends = {};
    std::optional<std::size_t> lane = {};  // among the boundaries
  };

  Result<void> alone(const One& one, std::span<const double> spots, std::span<double> values) const;
  Result<void> check(const One& one, std::span<const double> spots) const;
  void together(std::span<const double> spots, std::span<double> values,
                std::span<const Result<void>> checked);

  int roll_days_ = 0;
  std::vector<One> options_;
  std::vector<std::size_t> members_;  // by lane
  pricing::Americans americans_;      // those whose boundary does not depend on the spot
};

/// One option alone: what one unit is worth `roll_days` later at each of `spots`.
Result<void> values_later(const Series& series, double volatility, int roll_days,
                          std::span<const double> spots, std::span<double> values);

}  // namespace plimsoll::valuation
