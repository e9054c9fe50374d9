#include "methods/span/array_interpolation.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace plimsoll::span {
namespace {

struct Knot {
  double price = 0, loss = 0;
};
struct Side {
  double volatility = 0;
  std::vector<Knot> knots = {};
};
struct Sides {
  Side up, down;
};

constexpr double slack = 1e-9;  // of thirds that files write with few digits

std::string text(double number) {
  std::string digits = std::to_string(number);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

/// Every value without its cover; one of no weight says nothing.
Sides sides_of(const clearing::RiskArray& array, std::span<const clearing::ScanPoint> points) {
  Sides sides;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const clearing::ScanPoint& point = points[i];
    if (!(point.weight > 0)) continue;
    const Knot knot{point.price, to_double(clearing::value_of(array, i)) / point.weight};
    if (point.volatility >= 0) sides.up.knots.push_back(knot);
    if (point.volatility <= 0) sides.down.knots.push_back(knot);
    sides.up.volatility = std::max(sides.up.volatility, point.volatility);
    sides.down.volatility = std::min(sides.down.volatility, point.volatility);
  }
  for (Side* side : {&sides.up, &sides.down}) std::ranges::sort(side->knots, {}, &Knot::price);
  return sides;
}

Result<double> loss_at(const Side& side, double price) {
  if (side.knots.empty())
    return fail(Reason::bad_input, "the scan points have no two sides of the volatility");
  const double least = side.knots.front().price, most = side.knots.back().price;
  if (!(price >= least - slack && price <= most + slack))
    return fail(Reason::bad_input, "the market is moved by " + text(price) +
                                       " price scan ranges; the file says nothing past " +
                                       text(price < least ? least : most));
  const auto above = std::ranges::lower_bound(side.knots, price, {}, &Knot::price);
  if (above == side.knots.end()) return side.knots.back().loss;
  if (above == side.knots.begin()) return side.knots.front().loss;
  const Knot &high = *above, &low = *(above - 1);
  const double part = (price - low.price) / (high.price - low.price);
  return low.loss + part * (high.loss - low.loss);
}

}  // namespace

Result<double> interpolated_loss(const clearing::RiskArray& array, const ScanMove& move,
                                 std::span<const clearing::ScanPoint> points) {
  const auto usual = clearing::usual_points(3, 0.33);
  if (points.empty()) points = usual;
  if (points.size() != clearing::RiskArray::size)
    return fail(Reason::bad_input, "there are " + std::to_string(points.size()) +
                                       " scan points; an array has sixteen");
  const Sides sides = sides_of(array, points);
  const double least = sides.down.volatility, most = sides.up.volatility;
  if (!(least < 0 && most > 0))
    return fail(Reason::bad_input, "the scan points have no two sides of the volatility");
  if (!(move.volatility >= least - slack && move.volatility <= most + slack))
    return fail(Reason::bad_input, "volatility is moved by " + text(move.volatility) +
                                       " of its scan range; the file says nothing past " +
                                       text(move.volatility < 0 ? least : most));
  PLIMSOLL_TRY(up, loss_at(sides.up, move.price));
  PLIMSOLL_TRY(down, loss_at(sides.down, move.price));
  const double part = (move.volatility - least) / (most - least);
  return down + part * (up - down);
}

}  // namespace plimsoll::span
