#pragma once
// A small linear-programming solver for the pairing search: every variable has bounds, rows may be
// added and bounds moved between solves, and up to three objectives are minimised one after the
// other in a single pass. Dual simplex with an explicit dense inverse: the problems have tens of
// rows, and nearly every solve starts a few pivots from its end.

#include <array>
#include <cstdint>
#include <limits>
#include <memory_resource>
#include <span>
#include <vector>

namespace plimsoll::reg_t {

/// min cost·x, where each row says sum(entries) + logical = right side, and lower <= x <= upper.
/// The logical of a row is a variable too, between 0 and the bound given with the row. Costs are
/// compared member by member; scale each member so that its largest entry is about one.
class Simplex {
 public:
  static constexpr int levels = 3;
  static constexpr double unbounded = std::numeric_limits<double>::infinity();
  using Cost = std::array<double, levels>;

  struct Entry {
    int column = 0;
    double value = 0;
  };
  enum class Outcome : std::uint8_t { optimal, infeasible, stalled, out_of_pivots };

  /// Room for that many; more is possible and slower. What lasts is kept in `memory`.
  Simplex(int columns, int rows,
          std::pmr::memory_resource* memory = std::pmr::get_default_resource());

  /// All columns come before the first row. Returns the column's number. Bounds are finite.
  int add_column(const Cost& cost, double upper);

  /// Returns the number of the row's logical, which is used like a column's.
  int add_row(std::span<const Entry> entries, double right_side, double logical_upper,
              const Cost& logical_cost = {});

  /// Takes out the rows, by number, whose logical is basic: they hold without being told. The
  /// logicals after them move down.
  void drop_rows(const std::vector<bool>& drop);

  void bound(int variable, double lower, double upper);
  void price(int variable, const Cost& cost);

  /// Least cost under the present rows and bounds. Takes each pivot off `pivots_left`.
  Outcome solve(std::int64_t& pivots_left);

  /// Gomory's mixed-integer cut on a basic variable that should be whole and is not: a row, with an
  /// unbounded logical, that every solution whole in the `whole` variables satisfies and the
  /// present one does not. False where rounding would make it doubtful.
  bool cut(int variable, const std::pmr::vector<bool>& whole, std::vector<Entry>& entries,
           double& right_side);

  double cost(int level, int variable) const { return cost_[index(level)][index(variable)]; }
  double value(int variable) const { return values_[index(variable)]; }
  double lower(int variable) const { return lower_[index(variable)]; }
  double upper(int variable) const { return upper_[index(variable)]; }
  bool is_basic(int variable) const { return place_[index(variable)] >= 0; }

  /// What one more unit of the variable would add to each member; zero for a basic variable.
  double reduced_cost(int level, int variable) const {
    return reduced_[static_cast<std::size_t>(level)][index(variable)];
  }

  /// What no solution within the bounds can be below, from the prices of the rows alone: it holds
  /// whatever went wrong on the way to these prices, up to the rounding of one weighted sum.
  /// For levels beyond the first: among the solutions that are least in the levels before.
  double least(int level) const;

  /// Variables there is room for.
  int room() const { return columns_room_ + static_cast<int>(stride_); }
  int variables() const { return static_cast<int>(values_.size()); }
  int rows() const { return static_cast<int>(head_.size()); }

 private:
  struct Cell {
    int row, column;
    double value;
    int next;  // the next cell of the same column, or -1
  };
  struct Candidate {
    int variable;
    double alpha;
    Cost ratio;
  };

  using Doubles = std::pmr::vector<double>;
  using Ints = std::pmr::vector<int>;

  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  double* inverse_row(int row) { return inverse_.data() + index(row) * stride_; }
  const double* inverse_row(int row) const { return inverse_.data() + index(row) * stride_; }
  int sign(int variable) const;
  void make_room_for_a_row();
  void invert();
  void keep_cells(const std::vector<int>& row_to);
  bool gauss_jordan();
  void start_over();
  void place_basic_values();
  void price_all();
  bool settle_on_bounds();
  int leaving_row(double& violation) const;
  void fill_pivot_row(int row);
  int entering(double violation, bool& sure);
  static bool before(const Candidate& a, const Candidate& b);
  void fill_pivot_column(int variable);
  void add_column_times(int variable, double factor, Doubles& into) const;
  void through_inverse(const Doubles& from, Doubles& into) const;
  void flip_passed();
  void pivot(int row, int variable, double violation);
  void update_inverse(int row);
  bool accurate() const;
  bool as_row(const std::vector<double>& sum, double least, std::vector<Entry>& entries,
              double& right_side) const;

  int columns_ = 0;
  int columns_room_ = 0;
  std::size_t stride_ = 0;
  std::pmr::vector<Cell> cells_;  // row by row
  Ints row_start_;                // first cell of each row, and one past the end
  Ints column_head_;
  Doubles right_side_;
  Doubles most_;       // upper bound each column came with
  Doubles free_rows_;  // 1 where the logical's bound only follows from the columns'
  Doubles lower_, upper_, values_;
  std::array<Doubles, levels> cost_, reduced_;
  Ints place_;       // row of a basic variable; -1 at lower, -2 at upper
  Ints head_;        // basic variable of each row
  Doubles inverse_;  // of the basis, row by row
  Doubles pivot_row_, pivot_column_, work_;
  mutable Doubles left_;  // scratch of `least`
  std::pmr::vector<Candidate> candidates_;
  std::size_t passed_ = 0;  // candidates to be moved to their other bound
  int since_inverted_ = 0;
  bool values_stale_ = false;
  bool prices_stale_ = false;
};

}  // namespace plimsoll::reg_t
