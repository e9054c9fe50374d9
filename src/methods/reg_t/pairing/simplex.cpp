#include "methods/reg_t/pairing/simplex.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::reg_t {
namespace {

constexpr int at_lower = -1;
constexpr int at_upper = -2;
constexpr double price_zero = 1e-9;  // a reduced cost below this is rounding; costs are about one
constexpr double price_doubtful = 1e-7;
constexpr double pivot_zero = 1e-7;     // an entry below this cannot carry a pivot
constexpr double infeasible_by = 1e-7;  // a basic variable this far outside its bounds is outside
constexpr double surely_infeasible_by = 1e-5;  // and this far no rounding brings it
constexpr double inaccurate_by = 1e-8;   // a row missed by this much calls for a fresh inverse
constexpr int pivots_per_inverse = 150;  // rounding in the inverse grows with its updates

}  // namespace

void Simplex::bound(int variable, double lower, double upper) {
  lower_[index(variable)] = lower;
  upper_[index(variable)] = upper;
  if (variable >= columns_) free_rows_[index(variable - columns_)] = 0;
  values_stale_ = true;
}

void Simplex::price(int variable, const Cost& cost) {
  for (std::size_t level = 0; level < levels; ++level) cost_[level][index(variable)] = cost[level];
  prices_stale_ = true;
}

/// Sign of the first reduced cost that is not zero.
int Simplex::sign(int variable) const {
  for (const auto& level : reduced_) {
    const double d = level[index(variable)];
    if (d > price_zero) return 1;
    if (d < -price_zero) return -1;
  }
  return 0;
}

void Simplex::add_column_times(int variable, double factor, Doubles& into) const {
  if (variable >= columns_) {
    into[index(variable - columns_)] += factor;
    return;
  }
  for (int c = column_head_[index(variable)]; c >= 0; c = cells_[index(c)].next)
    into[index(cells_[index(c)].row)] += factor * cells_[index(c)].value;
}

void Simplex::through_inverse(const Doubles& from, Doubles& into) const {
  for (int row = 0; row < rows(); ++row) {
    const double* inverse = inverse_row(row);
    double sum = 0;
    for (int i = 0; i < rows(); ++i) sum += inverse[i] * from[index(i)];
    into[index(row)] = sum;
  }
}

/// Nonbasic variables stand on their bounds, basic ones take what the rows leave them.
void Simplex::place_basic_values() {
  std::copy(right_side_.begin(), right_side_.end(), work_.begin());
  for (int v = 0; v < variables(); ++v) {
    const int place = place_[index(v)];
    if (place >= 0) continue;
    const double value = place == at_lower ? lower_[index(v)] : upper_[index(v)];
    values_[index(v)] = value;
    if (value != 0) add_column_times(v, -value, work_);
  }
  through_inverse(work_, pivot_column_);
  for (int row = 0; row < rows(); ++row)
    values_[index(head_[index(row)])] = pivot_column_[index(row)];
  values_stale_ = false;
}

void Simplex::price_all() {
  for (std::size_t level = 0; level < levels; ++level) {
    std::fill(work_.begin(), work_.end(), 0.0);
    for (int row = 0; row < rows(); ++row) {
      const double cost = cost_[level][index(head_[index(row)])];
      if (cost == 0) continue;
      const double* inverse = inverse_row(row);
      for (int i = 0; i < rows(); ++i) work_[index(i)] += cost * inverse[i];
    }
    auto& reduced = reduced_[level];
    std::copy(cost_[level].begin(), cost_[level].end(), reduced.begin());
    for (const Cell& cell : cells_)
      reduced[index(cell.column)] -= work_[index(cell.row)] * cell.value;
    for (int row = 0; row < rows(); ++row) reduced[index(columns_ + row)] -= work_[index(row)];
    for (const int basic : head_) reduced[index(basic)] = 0;
    for (double& d : reduced)
      if (std::abs(d) < price_zero) d = 0;
  }
  prices_stale_ = false;
}

/// Moves each nonbasic variable to the bound its price asks for. False if all stood there.
bool Simplex::settle_on_bounds() {
  bool moved = false;
  for (int v = 0; v < variables(); ++v) {
    int& place = place_[index(v)];
    if (place >= 0) continue;
    const int wanted = sign(v);
    if (wanted > 0 && place == at_upper) {
      place = at_lower;
    } else if (wanted < 0 && place == at_lower) {
      place = at_upper;
    } else {
      continue;
    }
    if (lower_[index(v)] != upper_[index(v)]) moved = true;
  }
  if (moved) values_stale_ = true;
  return moved;
}

int Simplex::leaving_row(double& violation) const {
  int chosen = -1;
  double most = infeasible_by;
  for (int row = 0; row < rows(); ++row) {
    const std::size_t v = index(head_[index(row)]);
    const double under = lower_[v] - values_[v];
    const double over = values_[v] - upper_[v];
    if (std::max(under, over) <= most) continue;
    most = std::max(under, over);
    violation = under > over ? -under : over;
    chosen = row;
  }
  return chosen;
}

void Simplex::fill_pivot_row(int row) {
  std::fill(pivot_row_.begin(), pivot_row_.end(), 0.0);
  const double* inverse = inverse_row(row);
  for (int i = 0; i < rows(); ++i) {
    const double factor = inverse[i];
    if (factor == 0) continue;
    pivot_row_[index(columns_ + i)] = factor;
    for (int c = row_start_[index(i)]; c < row_start_[index(i) + 1]; ++c)
      pivot_row_[index(cells_[index(c)].column)] += factor * cells_[index(c)].value;
  }
}

/// Smaller ratio first, member by member; of equals the larger pivot, then the lower number.
bool Simplex::before(const Candidate& a, const Candidate& b) {
  for (std::size_t level = 0; level < levels; ++level) {
    if (a.ratio[level] < b.ratio[level] - price_zero) return true;
    if (a.ratio[level] > b.ratio[level] + price_zero) return false;
  }
  const double larger = std::abs(a.alpha) - std::abs(b.alpha);
  return larger != 0 ? larger > 0 : a.variable < b.variable;
}

/// The variable whose price reaches zero first, passing those that can go to their other bound
/// without mending the violation. -1 where nothing mends it.
int Simplex::entering(double violation, bool& sure) {
  candidates_.clear();
  passed_ = 0;
  for (int v = 0; v < variables(); ++v) {
    const double alpha = violation > 0 ? pivot_row_[index(v)] : -pivot_row_[index(v)];
    const int place = place_[index(v)];
    if (place >= 0 || std::abs(alpha) < pivot_zero) continue;
    if ((place == at_lower) != (alpha > 0) || lower_[index(v)] == upper_[index(v)]) continue;
    Candidate candidate{v, alpha, {}};
    // A price that rounding left on the wrong side of zero counts as zero until the next pricing;
    // followed, it would lead round in circles.
    bool zero_so_far = true;
    for (std::size_t level = 0; level < levels; ++level) {
      double& d = reduced_[level][index(v)];
      if (zero_so_far && d / alpha < 0 && (level > 0 || std::abs(d) < price_doubtful)) d = 0;
      zero_so_far = zero_so_far && d == 0;
      candidate.ratio[level] = d / alpha;
    }
    candidates_.push_back(candidate);
  }
  double rest = std::abs(violation);
  for (std::size_t first = 0; first < candidates_.size(); ++first) {
    for (std::size_t i = first + 1; i < candidates_.size(); ++i)
      if (before(candidates_[i], candidates_[first])) std::swap(candidates_[i], candidates_[first]);
    const auto& [variable, alpha, ratio] = candidates_[first];
    rest -= std::abs(alpha) * (upper_[index(variable)] - lower_[index(variable)]);
    if (rest < infeasible_by) return variable;
    passed_ = first + 1;
  }
  sure = rest > surely_infeasible_by;
  return -1;
}

void Simplex::fill_pivot_column(int variable) {
  const int row_count = rows();
  if (variable >= columns_) {
    const int i = variable - columns_;
    for (int row = 0; row < row_count; ++row) pivot_column_[index(row)] = inverse_row(row)[i];
    return;
  }
  std::fill(pivot_column_.begin(), pivot_column_.end(), 0.0);
  for (int c = column_head_[index(variable)]; c >= 0; c = cells_[index(c)].next) {
    const Cell& cell = cells_[index(c)];
    for (int row = 0; row < row_count; ++row)
      pivot_column_[index(row)] += cell.value * inverse_row(row)[cell.row];
  }
}

void Simplex::flip_passed() {
  if (passed_ == 0) return;
  std::fill(work_.begin(), work_.end(), 0.0);
  for (std::size_t i = 0; i < passed_; ++i) {
    const int v = candidates_[i].variable;
    int& place = place_[index(v)];
    place = place == at_lower ? at_upper : at_lower;
    const double target = place == at_lower ? lower_[index(v)] : upper_[index(v)];
    add_column_times(v, target - values_[index(v)], work_);
    values_[index(v)] = target;
  }
  through_inverse(work_, pivot_column_);
  for (int row = 0; row < rows(); ++row)
    values_[index(head_[index(row)])] -= pivot_column_[index(row)];
}

void Simplex::update_inverse(int row) {
  const int row_count = rows();
  double* pivot = inverse_row(row);
  const double scale = 1 / pivot_column_[index(row)];
  for (int i = 0; i < row_count; ++i) pivot[i] *= scale;
  for (int other = 0; other < row_count; ++other) {
    const double factor = pivot_column_[index(other)];
    if (other == row || factor == 0) continue;
    double* target = inverse_row(other);
    for (int i = 0; i < row_count; ++i) target[i] -= factor * pivot[i];
  }
}

void Simplex::pivot(int row, int variable, double violation) {
  const int leaving = head_[index(row)];
  const double alpha = pivot_column_[index(row)];
  const double target = violation > 0 ? upper_[index(leaving)] : lower_[index(leaving)];
  const double step = (values_[index(leaving)] - target) / alpha;
  for (int i = 0; i < rows(); ++i)
    values_[index(head_[index(i)])] -= step * pivot_column_[index(i)];
  values_[index(variable)] += step;
  values_[index(leaving)] = target;
  for (auto& reduced : reduced_) {
    const double ratio = reduced[index(variable)] / alpha;
    if (ratio == 0) continue;
    for (int v = 0; v < variables(); ++v) {
      double& d = reduced[index(v)];
      d -= ratio * pivot_row_[index(v)];
      if (std::abs(d) < price_zero) d = 0;
    }
    for (const int basic : head_) reduced[index(basic)] = 0;
    reduced[index(leaving)] = -ratio;
    reduced[index(variable)] = 0;
  }
  place_[index(leaving)] = violation > 0 ? at_upper : at_lower;
  place_[index(variable)] = row;
  head_[index(row)] = variable;
  update_inverse(row);
  ++since_inverted_;
}

/// Whether the values still satisfy the rows.
bool Simplex::accurate() const {
  for (int row = 0; row < rows(); ++row) {
    double sum = values_[index(columns_ + row)] - right_side_[index(row)];
    double size = 1 + std::abs(right_side_[index(row)]);
    for (int c = row_start_[index(row)]; c < row_start_[index(row) + 1]; ++c) {
      const double term = cells_[index(c)].value * values_[index(cells_[index(c)].column)];
      sum += term;
      size += std::abs(term);
    }
    if (std::abs(sum) > inaccurate_by * size) return false;
  }
  return true;
}

Simplex::Outcome Simplex::solve(std::int64_t& pivots_left) {
  std::int64_t stalled_after = 1'000 + 30 * std::int64_t{rows()};
  bool started_over = false;
  for (int repairs = 0;;) {
    if (stalled_after-- <= 0) {
      if (started_over) return Outcome::stalled;
      start_over();
      since_inverted_ = 0;
      values_stale_ = prices_stale_ = started_over = true;
      stalled_after = 1'000 + 30 * std::int64_t{rows()};
    }
    if (since_inverted_ >= pivots_per_inverse) invert();
    if (prices_stale_) {
      price_all();
      settle_on_bounds();
    }
    if (values_stale_) place_basic_values();
    double violation = 0;
    const int row = leaving_row(violation);
    if (row < 0) {
      if (since_inverted_ > 0 && !accurate()) {
        invert();
        continue;
      }
      if (repairs++ < 8 && settle_on_bounds()) continue;
      return Outcome::optimal;
    }
    fill_pivot_row(row);
    bool sure = false;
    const int variable = entering(violation, sure);
    if (variable < 0) {
      if (sure || since_inverted_ == 0) return Outcome::infeasible;
      invert();
      continue;
    }
    if (pivots_left-- <= 0) return Outcome::out_of_pivots;
    flip_passed();
    fill_pivot_column(variable);
    const double expected = pivot_row_[index(variable)];
    if (std::abs(pivot_column_[index(row)] - expected) > 1e-6 * (1 + std::abs(expected)) &&
        since_inverted_ > 0) {
      invert();
      continue;
    }
    pivot(row, variable, violation);
  }
}

}  // namespace plimsoll::reg_t
