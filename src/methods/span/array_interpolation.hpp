#pragma once
// What an option loses at a market move between a file's own scenarios.

#include <span>

#include "market/clearing/risk_file.hpp"

namespace plimsoll::span {

/// Parts of the scan ranges: price -0.5 is half of its range down, volatility 1 all of its up.
struct ScanMove {
  double price = 0, volatility = 0;
};

/// Money lost by one contract bought, from the array's own sixteen values. In price, linear between
/// neighbouring points of one side of the volatility; in volatility, linear between the two sides:
/// without a move of it, their mean, and so not nothing where time passes in the file's scenarios.
/// Beyond the last pair, linear to the extreme points, whose values stand for either side and are
/// taken without their cover. Exact at each point. Empty `points` are the usual ones of 3 and 0.33.
/// `bad_input`: a move past the extreme points or past either side of the volatility, of which the
/// file says nothing; points that are not two sides.
Result<double> interpolated_loss(const clearing::RiskArray& array, const ScanMove& move,
                                 std::span<const clearing::ScanPoint> points);

}  // namespace plimsoll::span
