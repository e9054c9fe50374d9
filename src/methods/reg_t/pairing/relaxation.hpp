#pragma once
// The pairing problem as a linear program: what the search branches on. Spreads' losses enter
// strike by strike, only where a solution would otherwise understate one.

#include <array>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

#include "methods/reg_t/pairing/model.hpp"
#include "methods/reg_t/pairing/simplex.hpp"

namespace plimsoll::reg_t {

/// The three things that are minimised, in order.
enum class Aim : std::uint8_t { maintenance, initial, groups };
inline constexpr std::array aims{Aim::maintenance, Aim::initial, Aim::groups};

/// Columns: the model's choices, then its members, then the loss of each family. Money counts from
/// "all alone", in units of the aim's `unit`.
class PairingRelaxation {
 public:
  /// What lasts is kept in `memory`.
  explicit PairingRelaxation(const PairingModel& model,
                             std::pmr::memory_resource* memory = std::pmr::get_default_resource());

  /// Makes this the first aim, and those after it its tie-breakers.
  void aim_at(Aim aim);

  /// Solves under the present bounds, with every loss in full. Stops early, with `optimal`, once
  /// nothing below `give_up_at` (dollars from all alone, or groups) is possible.
  Simplex::Outcome solve(double give_up_at, std::int64_t& pivots_left);

  /// What nothing under the present bounds can be below: dollars from all alone, or groups. For an
  /// aim behind the first: among what is least in the aims before it.
  double least(Aim aim) const;

  /// Dollars (groups) by which `least` may be wrong through rounding.
  double rounding(Aim aim) const { return rounding_[static_cast<std::size_t>(aim)]; }

  /// Forbids what would cost more than the least by more than `slack` (dollars), as the present
  /// solution's prices show it, one variable at a time.
  void hold_to_least(Aim aim, double slack);

  /// Narrows the bounds of whole-numbered variables to where a solution of at most `most` (dollars
  /// from all alone) could be, by the present prices. True if any changed.
  bool narrow(Aim aim, double most);

  /// Forbids everything above `most` (dollars from all alone).
  void hold_below(Aim aim, double most);

  /// Adds rows that whole-numbered solutions satisfy and the present one does not. Only under the
  /// bounds of the whole search. Returns how many.
  int add_cuts(int most);

  /// Takes out the cuts that the present solution satisfies with room to spare.
  void drop_idle_cuts();

  /// Whole-numbered columns that are between two whole numbers, within their bounds.
  struct Fraction {
    int column = 0;
    double value = 0;
  };
  void find_fractions(std::vector<Fraction>& into) const;

  /// The first whole-numbered column most between two whole numbers, if any.
  std::optional<int> most_fractional() const;

  /// The solution, each whole number rounded down (by less than `slack` counts as whole) and
  /// spreads trimmed until they balance. Not completed.
  PairingAnswer rounded_down(double slack) const;

  /// Groups: each choice, each leg alone where it may be used up otherwise, each family, numbered
  /// in that order. A group weighs what share of the most it could take it takes.
  std::span<const int> group(int number) const {
    const auto g = static_cast<std::size_t>(number);
    const auto first = static_cast<std::size_t>(group_first_[g]);
    return std::span{group_variables_}.subspan(
        first, static_cast<std::size_t>(group_first_[g + 1]) - first);
  }
  void do_not_weigh_group(int number);
  void weigh_group(int number);

  /// Of the groups that weigh more than nothing and less than one, the lightest.
  std::optional<int> most_underrated_group() const;

  /// Groups that are in use in every solution, and not weighed.
  std::int64_t groups_always() const { return groups_always_; }

  /// What a group weighs at most: a little above one.
  double most_weight() const;

  /// Columns that may have to be whole come first.
  int columns() const { return loss_column(0); }
  Simplex& program() { return program_; }
  const Simplex& program() const { return program_; }

 private:
  int choice_column(std::size_t choice) const { return static_cast<int>(choice); }
  int member_column(std::size_t member) const {
    return static_cast<int>(model_->choices.size() + member);
  }
  struct LegRow {
    std::size_t first = 0, count = 0;  // its entries
    Decimal lot;                       // all amounts are multiples of it
    bool whole = true;
  };

  int loss_column(std::size_t family) const {
    return static_cast<int>(model_->choices.size() + model_->members.size() + family);
  }
  double worth(std::size_t member, Decimal strike) const;
  void find_units();
  void add_columns();
  void add_leg_rows();
  void add_leg_row(std::uint32_t leg, const LegRow& row, std::span<Simplex::Entry> entries);
  template <class Visit>
  void each_use(Visit visit) const;
  void start_group() { group_first_.push_back(group_first_.back()); }
  void add_to_group(int variable) {
    group_variables_.push_back(variable);
    ++group_first_.back();
  }
  int groups() const { return static_cast<int>(group_first_.size()) - 1; }
  void add_balance_rows(const Family& family);
  void add_strike_row(std::size_t family, std::size_t strike);
  bool add_missed_losses();
  void take_parts(PairingAnswer& answer) const;
  void trim(const Family& family, std::vector<std::int64_t>& contracts) const;

  const PairingModel* model_;
  Simplex program_;
  std::array<double, 3> unit_{1, 1, 1};
  std::array<double, 3> rounding_{};
  std::pmr::vector<std::array<double, 3>> cost_;  // of each variable that has one, in units
  std::pmr::vector<bool> whole_;                  // of each variable: whole in every solution
  std::pmr::vector<bool> cut_;                    // of each variable: the logical of a cut
  std::pmr::vector<double> loss_unit_;            // dollars, of each family
  std::pmr::vector<int> group_first_, group_variables_;
  std::int64_t groups_always_ = 0;
  std::pmr::vector<std::size_t> strike_first_;  // of each family, in `strike_added_`
  std::pmr::vector<bool> strike_added_;
  Aim aim_ = Aim::maintenance;
};

}  // namespace plimsoll::reg_t
