#include "risk/looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "base/check.hpp"
#include "pricing/normal.hpp"

namespace plimsoll::risk {
namespace {

using pricing::normal_below;

// Gauss and Legendre's eight points of -1 to 1: Abramowitz and Stegun, table 25.4.
constexpr std::array<double, 4> node = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267,
                                        0.9602898564975363};
constexpr std::array<double, 4> weight = {0.3626837833783620, 0.3137066458778873,
                                          0.2223810344533745, 0.1012285362903763};
constexpr double panel_deviations = 1;  // of one interval: a normal density is smooth over it
constexpr double far_deviations = 9;    // beyond them a normal number is not seen in doubles

double density(double z) { return std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi); }

/// The value between the levels in deviations of one interval, from where it stands today.
class Carried {
 public:
  Carried(const Corridor& corridor, const Looks& looks) {
    const double deviation = corridor.volatility * std::sqrt(looks.interval_years);
    drift_ = corridor.drift * looks.interval_years / deviation;
    // Where no level is near, the end is out of reach instead.
    const double reach =
        far_deviations * std::sqrt(looks.count) + std::abs(drift_) * looks.count + 1;
    level_below_ = corridor.down ? -*corridor.down / deviation : -infinity;
    level_above_ = corridor.up ? *corridor.up / deviation : infinity;
    lay_points(std::max(level_below_, -reach), std::min(level_above_, reach));
    for (const double at : at_) here_.push_back(density(at - drift_));
  }

  /// Out at the first look.
  double first() const { return leaves(0); }

  /// Out at the next look, of what is still between; then a look on.
  double next() {
    double out = 0;
    for (std::size_t i = 0; i < at_.size(); ++i) out += weight_[i] * here_[i] * leaves(at_[i]);
    std::vector<double> there(at_.size());
    for (std::size_t i = 0; i < at_.size(); ++i) {
      const auto from = std::ranges::lower_bound(at_, at_[i] - drift_ - far_deviations);
      double sum = 0;
      for (auto j = static_cast<std::size_t>(from - at_.begin()); j < at_.size(); ++j) {
        const double z = at_[i] - at_[j] - drift_;
        if (z < -far_deviations) break;
        sum += weight_[j] * here_[j] * density(z);
      }
      there[i] = sum;
    }
    here_ = std::move(there);
    return out;
  }

 private:
  static constexpr double infinity = std::numeric_limits<double>::infinity();

  void lay_points(double from, double to) {
    const double panels = std::ceil((to - from) / panel_deviations);
    const double half = 0.5 * (to - from) / panels;
    for (double panel = 0; panel < panels; ++panel) {
      const double middle = from + half * (2 * panel + 1);
      for (std::size_t i = node.size(); 0 < i--;) add(middle - half * node[i], half * weight[i]);
      for (std::size_t i = 0; i < node.size(); ++i) add(middle + half * node[i], half * weight[i]);
    }
  }

  void add(double at, double share) {
    at_.push_back(at);
    weight_.push_back(share);
  }

  /// Of being out one look after standing there.
  double leaves(double at) const {
    return normal_below(level_below_ - at - drift_) + normal_below(at + drift_ - level_above_);
  }

  double drift_ = 0, level_below_ = 0, level_above_ = 0;
  std::vector<double> at_ = {}, weight_ = {}, here_ = {};
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
