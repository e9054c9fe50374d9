#include "methods/reg_t/pairing/simplex.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::reg_t {
namespace {

constexpr int at_upper = -2;
constexpr double cut_part_least = 0.005;  // a cut on less than this is mostly rounding

}  // namespace

bool Simplex::cut(int variable, const std::pmr::vector<bool>& whole, std::vector<Entry>& entries,
                  double& right_side) {
  const double value = values_[index(variable)];
  const double part = value - std::floor(value);
  if (part < cut_part_least || part > 1 - cut_part_least) return false;
  fill_pivot_row(place_[index(variable)]);
  std::vector<double> sum(index(columns_));  // of the cut: sum x >= least
  double least = 1;
  for (int v = 0; v < variables(); ++v) {
    const int place = place_[index(v)];
    const double alpha = place == at_upper ? -pivot_row_[index(v)] : pivot_row_[index(v)];
    if (place >= 0 || std::abs(alpha) < 1e-11 || lower_[index(v)] == upper_[index(v)]) continue;
    double weight = alpha > 0 ? alpha / part : -alpha / (1 - part);
    if (whole[index(v)]) {
      const double rest = alpha - std::floor(alpha);
      weight = rest <= part ? rest / part : (1 - rest) / (1 - part);
    }
    if (place == at_upper) weight = -weight;  // counted down from the upper bound
    least += weight * values_[index(v)];
    if (v < columns_) {
      sum[index(v)] += weight;
      continue;
    }
    const int row = v - columns_;
    least -= weight * right_side_[index(row)];
    for (int c = row_start_[index(row)]; c < row_start_[index(row) + 1]; ++c)
      sum[index(cells_[index(c)].column)] -= weight * cells_[index(c)].value;
  }
  return as_row(sum, least, entries, right_side);
}

/// Scales the cut, drops what is too small to tell from rounding, and gives way a little, always to
/// the side that cuts less.
bool Simplex::as_row(const std::vector<double>& sum, double least, std::vector<Entry>& entries,
                     double& right_side) const {
  double largest = 0;
  for (const double weight : sum) largest = std::max(largest, std::abs(weight));
  if (largest < 1e-7) return false;
  entries.clear();
  double size = std::abs(least) / largest;
  right_side = -least / largest;
  for (int v = 0; v < columns_; ++v) {
    const double weight = sum[index(v)] / largest;
    if (weight == 0) continue;
    const double reach = std::max(std::abs(lower_[index(v)]), std::abs(upper_[index(v)]));
    size += std::abs(weight) * reach;
    if (std::abs(weight) < 1e-8) {
      right_side += std::abs(weight) * reach;
    } else {
      entries.push_back({v, -weight});
    }
  }
  right_side += 1e-12 * size + 1e-10;
  return true;
}

/// The Lagrangian of the rows: price times right side, plus the least each variable can add. A
/// variable that an earlier level holds on its bound adds what it adds there.
double Simplex::least(int level) const {
  const auto& cost = cost_[index(level)];
  const auto held = [&](std::size_t v) {
    for (int earlier = 0; earlier < level; ++earlier)
      if (reduced_[index(earlier)][v] != 0) return true;
    return false;
  };
  const auto least_of = [&](std::size_t v, double d) {
    if (d == 0) return 0.0;
    if (held(v)) return d * values_[v];
    return std::min(d * lower_[v], d * upper_[v]);
  };
  double sum = 0;
  Doubles& left = left_;
  left.assign(cost.begin(), cost.begin() + columns_);
  for (int row = 0; row < rows(); ++row) {
    const std::size_t logical = index(columns_ + row);
    double d = reduced_[index(level)][logical];
    if (d < 0 && free_rows_[index(row)] != 0) d = 0;
    const double price = cost[logical] - d;
    sum += price * right_side_[index(row)] + least_of(logical, d);
    if (price == 0) continue;
    for (int c = row_start_[index(row)]; c < row_start_[index(row) + 1]; ++c)
      left[index(cells_[index(c)].column)] -= price * cells_[index(c)].value;
  }
  for (std::size_t v = 0; v < left.size(); ++v) sum += least_of(v, left[v]);
  return sum;
}

}  // namespace plimsoll::reg_t
