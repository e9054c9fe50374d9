#pragma once
// The pairing problem as CBC is told it: every strike of every family as a row from the start, no
// presolve of ours, nothing shared with the search but the problem.

#include <coin/Cbc_C_Interface.h>

#include <string>
#include <vector>

#include "methods/reg_t/pairing/pairing.hpp"

namespace plimsoll::reg_t::cbc {

struct Entry {
  int column;
  double value;
};

class Model {
 public:
  explicit Model(const PairingProblem& problem) : problem_{problem}, model_{Cbc_newModel()} {
    Cbc_setLogLevel(model_, 0);
    legs_.resize(problem.available.size());
    for (const Offset& offset : problem.offsets) {
      const int column = add_column(offset.cost, offset.whole);
      for (const Use& use : offset.uses) legs_[use.leg].push_back({column, to_double(use.amount)});
    }
    for (const SpreadFamily& family : problem.families) add_family(family);
    for (std::size_t leg = 0; leg < legs_.size(); ++leg)
      add_row(legs_[leg], 'E', to_double(problem.available[leg]));
  }
  ~Model() { Cbc_deleteModel(model_); }
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  void most_maintenance(double most) { add_row(maintenance_, 'L', most); }
  void minimise_initial() {
    for (const Entry& e : maintenance_) Cbc_setObjCoeff(model_, e.column, 0);
    for (const Entry& e : initial_) Cbc_setObjCoeff(model_, e.column, e.value);
  }
  /// True where the optimum was found and proved.
  /// Whether the optimum was found in so many nodes: counted, so that a slow machine compares as
  /// much as a fast one.
  bool solve(int nodes_most) {
    Cbc_setAllowableGap(model_, 1e-7);
    Cbc_setParameter(model_, "ratioGap", "0");
    Cbc_setMaximumNodes(model_, nodes_most);
    Cbc_solve(model_);
    return Cbc_isProvenOptimal(model_) != 0;
  }
  double least() const { return Cbc_getObjValue(model_); }
  int nodes() const { return Cbc_getNodeCount(model_); }

 private:
  int add_column(const PairingCost& cost, bool whole) {
    const double maintenance = to_double(cost.maintenance);
    Cbc_addCol(model_, "", 0, 1e30, maintenance, whole ? 1 : 0, 0, nullptr, nullptr);
    maintenance_.push_back({columns_, maintenance});
    initial_.push_back({columns_, to_double(cost.initial)});
    return columns_++;
  }
  void add_row(const std::vector<Entry>& entries, char sense, double right_side) {
    std::vector<int> columns;
    std::vector<double> values;
    for (const Entry& e : entries) {
      columns.push_back(e.column);
      values.push_back(e.value);
    }
    Cbc_addRow(model_, "", static_cast<int>(columns.size()), columns.data(), values.data(), sense,
               right_side);
  }
  void add_family(const SpreadFamily& family) {
    const bool to_keep = family.charge == Charge::loss || family.charge == Charge::loss_to_keep;
    const bool to_open = family.charge == Charge::loss || family.charge == Charge::loss_to_open;
    const int loss = add_column({Decimal{to_keep ? 1 : 0}, Decimal{to_open ? 1 : 0}}, false);
    std::vector<int> column;
    std::vector<Entry> balance[2];
    for (const std::uint32_t i : family.legs) {
      const SpreadLeg& leg = problem_.spread_legs[i];
      const PairingCost alone =
          leg.side == Side::sold ? problem_.offsets[leg.leg].cost : PairingCost{};
      column.push_back(add_column(
          {to_keep ? Decimal{} : alone.maintenance, to_open ? Decimal{} : alone.initial}, true));
      legs_[leg.leg].push_back({column.back(), 1});
      const double sign = leg.side == Side::bought ? 1 : -1;
      balance[static_cast<int>(leg.kind)].push_back(
          {column.back(), sign * to_double(leg.multiplier)});
    }
    for (const auto& row : balance)
      if (!row.empty()) add_row(row, 'E', 0);
    for (const std::uint32_t at : family.legs) {
      std::vector<Entry> row{{loss, 1}};
      for (std::size_t place = 0; place < family.legs.size(); ++place) {
        const SpreadLeg& leg = problem_.spread_legs[family.legs[place]];
        const double k = to_double(problem_.spread_legs[at].strike) - to_double(leg.strike);
        const double inside = leg.kind == Kind::call ? k : -k;
        const double sign = leg.side == Side::bought ? 1 : -1;
        if (inside > 0) row.push_back({column[place], sign * inside * to_double(leg.multiplier)});
      }
      add_row(row, 'G', 0);
    }
  }

  const PairingProblem& problem_;
  Cbc_Model* model_;
  std::vector<std::vector<Entry>> legs_;
  std::vector<Entry> maintenance_, initial_;
  int columns_ = 0;
};

}  // namespace plimsoll::reg_t::cbc
