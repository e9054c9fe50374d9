#include "methods/reg_t/simplex.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr int at_lower = -1;
constexpr int at_upper = -2;
constexpr double price_zero = 1e-11;  // a reduced cost below this is rounding; costs are about one
constexpr double singular_below = 1e-11;
constexpr double pivot_zero = 1e-7;     // an entry below this cannot carry a pivot
constexpr double infeasible_by = 1e-7;  // a basic variable this far outside its bounds is outside
constexpr double surely_infeasible_by = 1e-5;  // and this far no rounding brings it
constexpr double inaccurate_by = 1e-8;    // a row missed by this much calls for a fresh inverse
constexpr double cut_part_least = 0.005;  // a cut on less than this is mostly rounding
constexpr int pivots_per_inverse = 150;   // rounding in the inverse grows with its updates

}  // namespace

Simplex::Simplex(int columns, int rows) {
  const std::size_t variables = index(columns + rows);
  for (auto* list : {&lower_, &upper_, &values_, &pivot_row_}) list->reserve(variables);
  for (int level = 0; level < levels; ++level) {
    cost_[index(level)].reserve(variables);
    reduced_[index(level)].reserve(variables);
  }
  place_.reserve(variables);
  column_head_.reserve(index(columns));
  candidates_.reserve(variables);
  cells_.reserve(index(4 * columns));
  row_start_.reserve(index(rows) + 1);
  row_start_.push_back(0);
  for (auto* list : {&right_side_, &pivot_column_, &work_}) list->reserve(index(rows));
  head_.reserve(index(rows));
  stride_ = index(rows);
  inverse_.resize(stride_ * stride_);
}

int Simplex::add_column(const Cost& cost, double upper) {
  PLIMSOLL_CHECK(head_.empty() && std::isfinite(upper));
  lower_.push_back(0);
  upper_.push_back(upper);
  values_.push_back(0);
  place_.push_back(at_lower);
  column_head_.push_back(-1);
  pivot_row_.push_back(0);
  for (std::size_t level = 0; level < levels; ++level) {
    cost_[level].push_back(cost[level]);
    reduced_[level].push_back(0);
  }
  prices_stale_ = true;
  return columns_++;
}

void Simplex::make_room_for_a_row() {
  const std::size_t rows = head_.size();
  if (rows < stride_) return;
  const std::size_t wider = std::max<std::size_t>(8, stride_ * 2);
  std::vector<double> fresh(wider * wider);
  for (std::size_t row = 0; row < rows; ++row)
    std::copy_n(inverse_.begin() + static_cast<std::ptrdiff_t>(row * stride_), rows,
                fresh.begin() + static_cast<std::ptrdiff_t>(row * wider));
  inverse_ = std::move(fresh);
  stride_ = wider;
}

int Simplex::add_row(std::span<const Entry> entries, double right_side, double logical_upper,
                     const Cost& logical_cost) {
  make_room_for_a_row();
  const int row = rows();
  const int logical = variables();
  double* fresh = inverse_row(row);
  std::fill_n(fresh, row, 0.0);
  double rest = right_side;
  for (const auto& [column, value] : entries) {
    cells_.push_back({row, column, value, column_head_[index(column)]});
    column_head_[index(column)] = static_cast<int>(cells_.size()) - 1;
    rest -= value * values_[index(column)];
    if (const int place = place_[index(column)]; place >= 0) {
      const double* basic = inverse_row(place);
      for (int i = 0; i < row; ++i) fresh[i] -= value * basic[i];
    }
  }
  for (int i = 0; i < row; ++i) inverse_row(i)[row] = 0;
  fresh[row] = 1;
  row_start_.push_back(static_cast<int>(cells_.size()));
  right_side_.push_back(right_side);
  lower_.push_back(0);
  upper_.push_back(logical_upper);
  values_.push_back(rest);
  place_.push_back(row);
  head_.push_back(logical);
  pivot_row_.push_back(0);
  pivot_column_.push_back(0);
  work_.push_back(0);
  for (std::size_t level = 0; level < levels; ++level) {
    cost_[level].push_back(logical_cost[level]);
    reduced_[level].push_back(0);
    if (logical_cost[level] != 0) prices_stale_ = true;
  }
  return logical;
}

void Simplex::drop_rows(const std::vector<bool>& drop) {
  const int before = rows();
  std::vector<int> row_to(index(before), -1);
  int kept = 0;
  for (int row = 0; row < before; ++row)
    if (!drop[index(row)]) row_to[index(row)] = kept++;
  int place_kept = 0;
  for (int place = 0; place < before; ++place) {
    const int basic = head_[index(place)];
    if (basic >= columns_ && drop[index(basic - columns_)]) continue;
    double* target = inverse_row(place_kept);
    const double* source = inverse_row(place);
    for (int i = 0; i < before; ++i)
      if (row_to[index(i)] >= 0) target[row_to[index(i)]] = source[i];
    head_[index(place_kept++)] =
        basic < columns_ ? basic : columns_ + row_to[index(basic - columns_)];
  }
  PLIMSOLL_CHECK(place_kept == kept);
  const auto keep = [&](auto& list, std::size_t from) {
    for (int row = 0; row < before; ++row)
      if (const int to = row_to[index(row)]; to >= 0)
        list[from + index(to)] = list[from + index(row)];
    list.resize(from + index(kept));
  };
  for (auto* list : {&lower_, &upper_, &values_, &pivot_row_}) keep(*list, index(columns_));
  keep(place_, index(columns_));
  for (std::size_t level = 0; level < levels; ++level) {
    keep(cost_[level], index(columns_));
    keep(reduced_[level], index(columns_));
  }
  for (auto* list : {&right_side_, &pivot_column_, &work_}) keep(*list, 0);
  head_.resize(index(kept));
  for (int place = 0; place < kept; ++place) place_[index(head_[index(place)])] = place;
  keep_cells(row_to);
}

void Simplex::keep_cells(const std::vector<int>& row_to) {
  const std::vector<Cell> old = std::move(cells_);
  cells_.clear();
  row_start_.assign(1, 0);
  std::fill(column_head_.begin(), column_head_.end(), -1);
  for (const Cell& cell : old) {
    const int row = row_to[index(cell.row)];
    if (row < 0) continue;
    while (static_cast<int>(row_start_.size()) <= row)
      row_start_.push_back(static_cast<int>(cells_.size()));
    cells_.push_back({row, cell.column, cell.value, column_head_[index(cell.column)]});
    column_head_[index(cell.column)] = static_cast<int>(cells_.size()) - 1;
  }
  while (row_start_.size() <= head_.size()) row_start_.push_back(static_cast<int>(cells_.size()));
}

void Simplex::bound(int variable, double lower, double upper) {
  lower_[index(variable)] = lower;
  upper_[index(variable)] = upper;
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

void Simplex::add_column_times(int variable, double factor, std::vector<double>& into) const {
  if (variable >= columns_) {
    into[index(variable - columns_)] += factor;
    return;
  }
  for (int c = column_head_[index(variable)]; c >= 0; c = cells_[index(c)].next)
    into[index(cells_[index(c)].row)] += factor * cells_[index(c)].value;
}

void Simplex::through_inverse(const std::vector<double>& from, std::vector<double>& into) const {
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
    } else if (wanted < 0 && place == at_lower && std::isfinite(upper_[index(v)])) {
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
    for (std::size_t level = 0; level < levels; ++level)
      candidate.ratio[level] = reduced_[level][index(v)] / alpha;
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

void Simplex::invert() {
  if (!gauss_jordan()) start_over();
  since_inverted_ = 0;
  values_stale_ = prices_stale_ = true;
}

/// Back to the basis of logicals, which is never singular. Each column has two finite bounds, so
/// its price decides on which one it stands.
void Simplex::start_over() {
  for (int row = 0; row < rows(); ++row) {
    const int leaving = head_[index(row)];
    if (leaving < columns_) place_[index(leaving)] = at_lower;
  }
  for (int row = 0; row < rows(); ++row) {
    head_[index(row)] = columns_ + row;
    place_[index(columns_ + row)] = row;
    std::fill_n(inverse_row(row), rows(), 0.0);
    inverse_row(row)[row] = 1;
  }
}

/// Gauss-Jordan on the basis with row exchanges. False if the basis is singular to rounding.
bool Simplex::gauss_jordan() {
  const std::size_t n = head_.size();
  std::vector<double> basis(n * n);
  std::vector<double> column(n);
  for (std::size_t i = 0; i < n; ++i) {
    std::fill(column.begin(), column.end(), 0.0);
    add_column_times(head_[i], 1, column);
    for (std::size_t row = 0; row < n; ++row) basis[row * n + i] = column[row];
    std::fill_n(inverse_row(static_cast<int>(i)), n, 0.0);
    inverse_row(static_cast<int>(i))[i] = 1;
  }
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t best = i;
    for (std::size_t row = i + 1; row < n; ++row)
      if (std::abs(basis[row * n + i]) > std::abs(basis[best * n + i])) best = row;
    if (std::abs(basis[best * n + i]) < singular_below) return false;
    if (best != i) {
      std::swap_ranges(&basis[i * n], &basis[i * n] + n, &basis[best * n]);
      double* here = inverse_row(static_cast<int>(i));
      std::swap_ranges(here, here + n, inverse_row(static_cast<int>(best)));
    }
    const double scale = 1 / basis[i * n + i];
    double* source = inverse_row(static_cast<int>(i));
    for (std::size_t k = 0; k < n; ++k) {
      basis[i * n + k] *= scale;
      source[k] *= scale;
    }
    for (std::size_t row = 0; row < n; ++row) {
      const double factor = basis[row * n + i];
      if (row == i || factor == 0) continue;
      double* target = inverse_row(static_cast<int>(row));
      for (std::size_t k = 0; k < n; ++k) {
        basis[row * n + k] -= factor * basis[i * n + k];
        target[k] -= factor * source[k];
      }
    }
  }
  return true;
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
  std::int64_t stalled_after = 200 + 10 * std::int64_t{rows()};
  bool started_over = false;
  for (int repairs = 0;;) {
    if (stalled_after-- <= 0) {
      if (started_over) return Outcome::stalled;
      start_over();
      since_inverted_ = 0;
      values_stale_ = prices_stale_ = started_over = true;
      stalled_after = 200 + 10 * std::int64_t{rows()};
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

bool Simplex::cut(int variable, const std::vector<bool>& whole, std::vector<Entry>& entries,
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
    return std::isfinite(upper_[v]) ? std::min(d * lower_[v], d * upper_[v]) : d * lower_[v];
  };
  double sum = 0;
  std::vector<double> left(cost.begin(), cost.begin() + columns_);
  for (int row = 0; row < rows(); ++row) {
    const std::size_t logical = index(columns_ + row);
    double d = reduced_[index(level)][logical];
    if (d < 0 && !std::isfinite(upper_[logical])) d = 0;
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
