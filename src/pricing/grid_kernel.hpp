#pragma once
// Grids above an obstacle as the vector kernel takes them: sixteen options of one expiry with the
// same cash dividends, a lane an option.

#include <cstddef>
#include <span>
#include <vector>

#include "pricing/american_blocks.hpp"
#include "pricing/contract.hpp"

namespace plimsoll::pricing {

/// A step back in time, within one of the stretches that dates part; each lane's as long as it
/// needs.
struct GridStep {
  Lanes<double> now;       // years from today, where it ends
  Lanes<double> length;    // years
  Lanes<double> implicit;  // part of it that is implicit
  std::size_t dates_before = 0;
  bool ends_at_date = false;  // the last of those before
};

/// One of the two grids that are extrapolated.
struct GridSolution {
  int spots = 0;                // pieces
  std::vector<GridStep> steps;  // from expiry to today
};

/// What all options of an expiry share.
struct GridPlan {
  double years = 0;
  double deviations = 0;            // until expiry: how far grids reach beyond strike and spots
  std::vector<CashDividend> dates;  // by time, apart from each other, today and expiry
  double paid_at_expiry = 0;
  GridSolution coarse, fine;  // the fine one with pieces half as wide
};

/// Of each option.
struct GridOptions {
  Lanes<double> spot, strike, rate, yield, volatility;
  Lanes<double> direction;  // 1 of a call, -1 of a put
};

/// Keeps its memory between calls.
struct GridScratch {
  std::vector<Lanes<double>> values, spots;       // of each node
  std::vector<Lanes<double>> slope, cash, still;  // of each date, then of expiry
};

/// Dollars of each option at its spot × (1 + moves[j]): `values[j]`.
void solve_grids(const GridPlan& plan, const GridOptions& options, std::span<const double> moves,
                 GridScratch& scratch, std::span<Lanes<double>> values);

}  // namespace plimsoll::pricing
