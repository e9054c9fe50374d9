#pragma once
// One option as numbers, as somebody asks what it is worth: no instrument, no day, no money.

#include <optional>
#include <vector>

namespace plimsoll {

/// Cash paid on one unit of the underlying, so many years from now.
struct RowDividend {
  double years = 0;
  double amount = 0;
};

/// On one unit of the underlying; rates and yields are continuous, a year has 365 days. Nothing of
/// it is checked but that its numbers are finite.
struct OptionRow {
  double spot = 0;
  double strike = 0;
  double years = 0;
  double rate = 0;
  double dividend_yield = 0;
  std::optional<double> volatility;  // one of these two; the other is asked for
  std::optional<double> price;
  bool is_put = false;
  bool is_american = false;
  std::vector<RowDividend> dividends;  // in the order given
};

}  // namespace plimsoll
