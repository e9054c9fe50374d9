#include "strategy/crossings.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::strategy {
namespace {

using Curve = std::function<Result<double>(double)>;

constexpr double narrow = 1e-10;
/// What requirements are rounded by, in money.
constexpr double rounded = 1;
constexpr double nearly_all = -0.95;
constexpr double least_halved = 5e-4;  // of what there was

struct Point {
  double at = 0, value = 0;
};

bool below(double value) { return value < 0; }

/// Ends of the intervals on one side of 0, outward.
std::vector<double> ends_outward(const Search& search, double limit) {
  std::vector<double> ends;
  // Where little is left, what is left is halved: steps of the grid would be many.
  const double near = std::max(limit, nearly_all);
  const double last = std::log1p(near);
  const int steps = static_cast<int>(std::ceil(std::abs(last) / search.step));
  for (int i = 1; i < steps; ++i) ends.push_back(std::expm1(last * i / steps));
  for (double end = near; limit < end && least_halved < 1 + end; end = 0.5 * (end - 1))
    ends.push_back(end);
  ends.push_back(limit);
  for (const double kink : search.kinks)
    if (kink * limit > 0 && std::abs(kink) < std::abs(limit)) ends.push_back(kink);
  std::ranges::sort(ends, {}, [](double end) { return std::abs(end); });
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

/// Interpolate, truncate, project (Oliveira and Takahashi 2020): never slower than halving, and on
/// curves that are smooth much faster.
Result<Crossing> narrowed(const Curve& curve, Point a, Point b) {
  if (b.at < a.at) std::swap(a, b);
  const double width = b.at - a.at, greatest = std::max(std::abs(a.value), std::abs(b.value));
  const int halvings = static_cast<int>(std::ceil(std::log2(std::max(width / narrow, 2.0)))) + 1;
  const double truncation = 0.02 / width;  // little: between strikes a curve is nearly straight
  for (int step = 0; step < halvings && b.at - a.at > narrow; ++step) {
    const double middle = 0.5 * (a.at + b.at);
    const double spread = b.value - a.value;
    const double chord = spread == 0 ? middle : (b.value * a.at - a.value * b.at) / spread;
    const double toward = middle < chord ? -1 : 1;
    const double shift = truncation * (b.at - a.at) * (b.at - a.at);
    const double truncated = shift <= std::abs(middle - chord) ? chord + toward * shift : middle;
    const double radius =
        std::max(narrow * std::exp2(halvings - step - 1) * 0.5 - 0.5 * (b.at - a.at), 0.0);
    double next = std::abs(truncated - middle) <= radius ? truncated : middle - toward * radius;
    if (!(a.at < next && next < b.at)) next = middle;
    PLIMSOLL_TRY(value, curve(next));
    (below(value) == below(a.value) ? a : b) = {next, value};
  }
  // A curve that passes through nothing is near it at both ends; of a requirement in whole cents or
  // dollars, to one of them.
  const bool jump =
      std::min(std::abs(a.value), std::abs(b.value)) > std::max(1e-6 * (greatest + 1), rounded);
  // Of a leap, the side where the account is called; else where the curve is nearest to nothing.
  const bool at_a = jump ? below(a.value) : std::abs(a.value) < std::abs(b.value);
  return Crossing{at_a ? a.at : b.at, jump};
}

struct Side {
  std::vector<Crossing> found = {};
  double reached = 0;
  std::optional<Error> stopped = {};
};

/// The last point of a stretch at whose far end the curve has no value any more; as near to where
/// it ends as a ten-thousandth of a per cent.
std::optional<Point> last_known(const Curve& curve, Point from, double unknown) {
  constexpr double near = 1e-6;
  std::optional<Point> last;
  double known = from.at;
  while (near < std::abs(unknown - known)) {
    const double middle = 0.5 * (known + unknown);
    const auto value = curve(middle);
    if (value) last = Point{known = middle, *value};
    else unknown = middle;
  }
  return last;
}

/// Whether the stretch was looked at to its end.
bool look_between(const Curve& curve, Point last, Point here, Side& side) {
  if (below(here.value) == below(last.value)) return true;
  auto crossing = narrowed(curve, last, here);
  if (crossing) side.found.push_back(*crossing);
  else side.stopped = std::move(crossing).error();
  return !side.stopped;
}

Side search_outward(const Curve& curve, const Search& search, Point start, double limit) {
  Side side;
  Point last = start;
  const std::vector<double> ends = ends_outward(search, limit);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    // What cannot be reached by the next end is passed over, never the last.
    const double safe = search.slope_most > 0 ? std::abs(last.value) / search.slope_most : 0;
    if (i + 1 < ends.size() && std::abs(ends[i + 1] - last.at) < safe) continue;
    const auto value = curve(ends[i]);
    if (!value) {
      const auto edge = last_known(curve, last, ends[i]);
      if (edge && look_between(curve, last, *edge, side)) side.reached = edge->at;
      side.stopped = value.error();
      return side;
    }
    const Point here{ends[i], *value};
    if (!look_between(curve, last, here, side)) return side;
    last = here;
    side.reached = here.at;
  }
  return side;
}

}  // namespace

Crossings crossings(const Curve& curve, const Search& search) {
  Crossings all;
  const auto start = curve(0);
  if (!start) {
    all.stopped_below = all.stopped_above = start.error();
    return all;
  }
  Side down = search_outward(curve, search, {0, *start}, search.from);
  Side up = search_outward(curve, search, {0, *start}, search.to);
  all.all.assign(down.found.rbegin(), down.found.rend());
  all.all.insert(all.all.end(), up.found.begin(), up.found.end());
  all.from = down.reached;
  all.to = up.reached;
  all.stopped_below = std::move(down.stopped);
  all.stopped_above = std::move(up.stopped);
  return all;
}

}  // namespace plimsoll::strategy
