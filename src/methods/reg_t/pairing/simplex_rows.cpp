#include "methods/reg_t/pairing/simplex.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr int at_lower = -1;
constexpr double singular_below = 1e-11;

}  // namespace

Simplex::Simplex(int columns, int rows, std::pmr::memory_resource* memory)
    : cells_{memory},
      row_start_{memory},
      column_head_{memory},
      right_side_{memory},
      most_{memory},
      free_rows_{memory},
      lower_{memory},
      upper_{memory},
      values_{memory},
      cost_{Doubles{memory}, Doubles{memory}, Doubles{memory}},
      reduced_{Doubles{memory}, Doubles{memory}, Doubles{memory}},
      place_{memory},
      head_{memory},
      inverse_{memory},
      pivot_row_{memory},
      pivot_column_{memory},
      work_{memory},
      left_{memory},
      candidates_{memory} {
  columns_room_ = columns;
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
  most_.push_back(upper);
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
  Doubles fresh(wider * wider, inverse_.get_allocator());
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
  double reach = right_side;
  for (const auto& [column, value] : entries) {
    cells_.push_back({row, column, value, column_head_[index(column)]});
    column_head_[index(column)] = static_cast<int>(cells_.size()) - 1;
    rest -= value * values_[index(column)];
    reach -= std::min(0.0, value * most_[index(column)]);
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
  // With a bound on everything, any basis can be made to suit any prices.
  const bool is_free = !std::isfinite(logical_upper);
  free_rows_.push_back(is_free ? 1 : 0);
  upper_.push_back(is_free ? std::max(0.0, reach) + 1 : logical_upper);
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
  for (auto* list : {&right_side_, &free_rows_, &pivot_column_, &work_}) keep(*list, 0);
  head_.resize(index(kept));
  for (int place = 0; place < kept; ++place) place_[index(head_[index(place)])] = place;
  keep_cells(row_to);
}

void Simplex::keep_cells(const std::vector<int>& row_to) {
  const std::vector<Cell> old{cells_.begin(), cells_.end()};
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
  Doubles column(n);
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

}  // namespace plimsoll::reg_t
