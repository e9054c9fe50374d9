// What narrows the relaxation: cuts, bounds that prices imply, and criteria that are held.

#include <algorithm>
#include <cmath>

#include "methods/reg_t/pairing/relaxation.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr double whole_within = 1e-6;  // a value this near a whole number is that number

std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

void PairingRelaxation::hold_to_least(Aim aim, double slack) {
  const int level = static_cast<int>(aim) - static_cast<int>(aim_);
  const double unit = unit_[static_cast<std::size_t>(aim)];
  for (int v = 0; v < program_.variables(); ++v) {
    if (program_.is_basic(v)) continue;
    bool held = false;
    for (int earlier = 0; earlier < level; ++earlier)
      held = held || program_.reduced_cost(earlier, v) != 0;
    const double price = std::abs(program_.reduced_cost(level, v)) * unit;
    if (held || price <= slack) continue;
    const double value = program_.value(v);
    const double room = whole_[index(v)] ? 0 : slack / price;
    program_.bound(v, std::max(value - room, program_.lower(v)),
                   std::min(value + room, program_.upper(v)));
  }
}

bool PairingRelaxation::narrow(Aim aim, double most) {
  const double unit = unit_[static_cast<std::size_t>(aim)];
  const double room = most - least(aim) + rounding(aim);
  bool changed = false;
  for (int v = 0; v < program_.variables(); ++v) {
    const double price = std::abs(program_.reduced_cost(0, v)) * unit;
    if (!whole_[index(v)] || program_.is_basic(v) || price <= rounding(aim)) continue;
    const double steps = std::max(0.0, std::floor(room / price + whole_within));
    const double lower = program_.lower(v);
    const double upper = program_.upper(v);
    if (steps >= upper - lower) continue;
    const bool stands_low = program_.value(v) == lower;
    program_.bound(v, stands_low ? lower : upper - steps, stands_low ? lower + steps : upper);
    changed = true;
  }
  return changed;
}

void PairingRelaxation::hold_below(Aim aim, double most) {
  const std::size_t level = static_cast<std::size_t>(aim);
  std::vector<Simplex::Entry> entries;
  const int columns = loss_column(model_->families.size());
  for (int column = 0; column < columns; ++column)
    if (const double cost = cost_[index(column)][level]; cost != 0)
      entries.push_back({column, cost});
  program_.add_row(entries, most / unit_[level], Simplex::unbounded);
  cost_.push_back({});
  whole_.push_back(false);
}

int PairingRelaxation::add_cuts(int most) {
  struct Cut {
    std::vector<Simplex::Entry> entries;
    double right_side = 0;
  };
  std::vector<Cut> cuts;
  for (int v = 0; v < program_.variables() && static_cast<int>(cuts.size()) < most; ++v) {
    if (!whole_[index(v)] || !program_.is_basic(v)) continue;
    Cut cut;
    if (program_.cut(v, whole_, cut.entries, cut.right_side)) cuts.push_back(std::move(cut));
  }
  for (const Cut& cut : cuts) {
    program_.add_row(cut.entries, cut.right_side, Simplex::unbounded);
    cost_.push_back({});
    whole_.push_back(false);
    cut_.resize(cost_.size());
    cut_.back() = true;
  }
  return static_cast<int>(cuts.size());
}

void PairingRelaxation::drop_idle_cuts() {
  const std::size_t columns = index(loss_column(model_->families.size()));
  cut_.resize(cost_.size());
  std::vector<bool> drop(cost_.size() - columns);
  std::size_t kept = columns;
  for (std::size_t v = columns; v < cost_.size(); ++v) {
    drop[v - columns] = cut_[v] && program_.is_basic(static_cast<int>(v));
    if (drop[v - columns]) continue;
    cost_[kept] = cost_[v];
    whole_[kept] = whole_[v];
    cut_[kept++] = cut_[v];
  }
  if (kept == cost_.size()) return;
  cost_.resize(kept);
  whole_.resize(kept);
  cut_.resize(kept);
  program_.drop_rows(drop);
}

}  // namespace plimsoll::reg_t
