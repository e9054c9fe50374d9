#pragma once
// American options on an underlying that pays cash, slowly: what the trees are held against.
//
// Dividends are escrowed (contract.hpp), so that what moves is the spot without them. Its value
// solves the heat equation on a grid of its logarithm that drifts along with it, never below what
// exercise brings on the spot with the dividends that are still to come. Steps of time end at every
// ex-date, and grow from there as the square; two grids are extrapolated.

#include <vector>

#include "pricing/contract.hpp"

namespace plimsoll::pricing {

struct GridSize {
  int spots = 3000;       // of the finer grid
  int times = 800;        // over the whole time, of the finer grid
  double deviations = 7;  // how far the grid reaches either way
};

/// The values of one contract at any spot; best at its own, where the grids have a point. Takes a
/// contract that `check` accepts.
class DividendReference {
 public:
  explicit DividendReference(const Contract& contract, const GridSize& size = {});

  /// Dollars for one unit of the underlying, of a spot above what the dividends are worth.
  double price(double spot) const;

 private:
  struct Grid {
    std::vector<double> log_spots;  // without the dividends, evenly apart
    std::vector<double> values;
    double at(double log_spot) const;
  };
  Grid solved(int spots, int times, double deviations) const;
  double exercised_on_a_date(double stock) const;

  Option option_;  // on the spot without dividends
  std::vector<CashDividend> dividends_;
  double present_ = 0;  // of the dividends
  Grid coarse_, fine_;
};

/// Dollars for one unit of the underlying; of a European contract in closed form. Errors: what
/// `check` refuses.
Result<double> dividend_reference(const Contract& contract, const GridSize& size = {});

}  // namespace plimsoll::pricing
