#include "risk/looks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.hpp"
#include "pricing/normal.hpp"
#include "risk/gauss.hpp"

namespace plimsoll::risk {
namespace {

using pricing::normal_below;

constexpr double panel_deviations = 1;  // of one interval: a normal density is smooth over it
constexpr double far_deviations = 9;    // beyond them a normal number is not seen in doubles

/// The value between the levels in deviations of one interval, from where it stands today.
class Carried {
 public:
  Carried(const Corridor& corridor, const Looks& looks) {
    const double deviation = corridor.volatility * std::sqrt(looks.interval_years);
    drift_ = corridor.drift * looks.interval_years / deviation;
    rising_ = corridor.rising * looks.interval_years / deviation;
    // Where no level is near, the end is out of reach instead.
    reach_ = far_deviations * std::sqrt(looks.count) + std::abs(drift_) * looks.count + 1;
    below_ = corridor.down ? rising_ - *corridor.down / deviation : -infinity;
    above_ = corridor.up ? *corridor.up / deviation : infinity;
    first_ = leaves(0);
    points_ = points_between();
    for (Point& point : points_) point.density = normal_density(point.at - drift_);
  }

  /// Out at the first look.
  double first() const { return first_; }

  /// Out at the next look, of what is still between; then a look on.
  double next() {
    below_ += rising_;
    double out = 0;
    for (const Point& point : points_) out += point.weight * point.density * leaves(point.at);
    std::vector<Point> there = points_between();
    for (Point& to : there) {
      auto from =
          std::ranges::lower_bound(points_, to.at - drift_ - far_deviations, {}, &Point::at);
      for (; from != points_.end(); ++from) {
        const double z = to.at - from->at - drift_;
        if (z < -far_deviations) break;
        to.density += from->weight * from->density * normal_density(z);
      }
    }
    points_ = std::move(there);
    return out;
  }

 private:
  static constexpr double infinity = std::numeric_limits<double>::infinity();
  struct Point {
    double at = 0, weight = 0, density = 0;
  };

  std::vector<Point> points_between() const {
    std::vector<Point> points;
    const double from = std::max(below_, -reach_), to = std::min(above_, reach_);
    if (to <= from) return points;
    const double panels = std::ceil((to - from) / panel_deviations);
    const double half = 0.5 * (to - from) / panels;
    for (double panel = 0; panel < panels; ++panel)
      for (const GaussPoint& one : gauss_points)
        points.push_back({from + half * (2 * panel + 1 + one.at), half * one.weight});
    return points;
  }

  /// Of being out at the next look after standing there; everything is where the levels have met.
  double leaves(double at) const {
    return std::min(1.0, normal_below(below_ - at - drift_) + normal_below(at + drift_ - above_));
  }

  double drift_ = 0, rising_ = 0, reach_ = 0, below_ = 0, above_ = 0, first_ = 0;
  std::vector<Point> points_ = {};
};

bool is_out(const Corridor& corridor) {
  return (corridor.down && *corridor.down <= 0) || (corridor.up && *corridor.up <= 0);
}

}  // namespace

std::vector<double> seen_by_each(const Corridor& corridor, const Looks& looks) {
  PLIMSOLL_CHECK(1 <= looks.count && looks.count <= looks_counted);
  PLIMSOLL_CHECK(looks.interval_years > 0);
  std::vector<double> seen;
  if (is_out(corridor)) return std::vector<double>(static_cast<std::size_t>(looks.count), 1.0);
  if (corridor.volatility == 0) {
    for (int look = 1; look <= looks.count; ++look)
      seen.push_back(probability_by(corridor, look * looks.interval_years));
    return seen;
  }
  Carried carried{corridor, looks};
  seen.push_back(std::min(1.0, carried.first()));
  for (int look = 2; look <= looks.count; ++look)
    seen.push_back(std::min(1.0, seen.back() + carried.next()));
  return seen;
}

double seen_by(const Corridor& corridor, const Looks& looks) {
  const double years = looks.count * looks.interval_years;
  const double at_the_end = probability_at(corridor, years);
  const double before = looks.count <= looks_counted
                            ? seen_by_each(corridor, looks).back()
                            : probability_by(watched_every(looks.interval_years, corridor), years);
  return std::max(before, at_the_end);
}

std::optional<double> years_until_seen(const Corridor& corridor, double interval_years,
                                       double probability) {
  if (is_out(corridor)) return 0;
  // Near the end of what is counted the correction is good enough to tell that it is later.
  const auto later = years_until(watched_every(interval_years, corridor), probability);
  const double counted = looks_counted * interval_years;
  if (!later || 2 * counted < *later) return later;
  const std::vector<double> seen = seen_by_each(corridor, {interval_years, looks_counted});
  const auto found = std::ranges::lower_bound(seen, probability);
  if (found == seen.end()) return std::max(*later, counted);
  return static_cast<double>(found - seen.begin() + 1) * interval_years;
}

}  // namespace plimsoll::risk
