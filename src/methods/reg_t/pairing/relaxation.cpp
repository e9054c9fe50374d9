#include "methods/reg_t/pairing/relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace plimsoll::reg_t {
namespace {

constexpr double whole_within = 1e-6;  // a value this near a whole number is that number
constexpr double understated_by =
    1e-7;  // of a family's largest worth: a loss missed by this is missed
constexpr double rounding_per_size = 1e-13;
constexpr double group_rounding = 1e-2;  // below one by enough to tell counts apart
constexpr double weight_spread = 1e-3;   // how much the weights of groups differ to avoid ties

std::size_t index(int i) { return static_cast<std::size_t>(i); }

/// Between 0 and 1, different for each i.
double scattered(std::size_t i) {
  const double product = 0.6180339887498949 * static_cast<double>(i + 1);
  return product - std::floor(product);
}

int rows_expected(const PairingModel& model) {
  return static_cast<int>(model.problem->available.size() + 6 * model.families.size() + 4);
}

}  // namespace

PairingRelaxation::PairingRelaxation(const PairingModel& model, std::pmr::memory_resource* memory)
    : model_{&model},
      program_{
          static_cast<int>(model.choices.size() + model.members.size() + model.families.size()),
          rows_expected(model), memory},
      cost_{memory},
      whole_(memory),
      cut_(memory),
      loss_unit_{model.families.size(), 1.0, memory},
      group_first_{memory},
      group_variables_{memory},
      strike_first_{memory},
      strike_added_(memory) {
  const auto variables = index(program_.room());
  cost_.reserve(variables);
  whole_.reserve(variables);
  group_variables_.reserve(variables);
  group_first_.reserve(variables);
  group_first_.push_back(0);
  find_units();
  add_columns();
  for (std::size_t c = 0; c < model.choices.size(); ++c) {
    start_group();
    add_to_group(choice_column(c));
  }
  add_leg_rows();
  rounding_[2] = group_rounding;
  for (std::size_t f = 0; f < model.families.size(); ++f) {
    const Family& family = model.families[f];
    start_group();
    for (std::size_t m = family.first; m < family.first + family.count; ++m)
      add_to_group(member_column(m));
    add_balance_rows(family);
    strike_first_.push_back(strike_added_.size());
    strike_added_.resize(strike_added_.size() + family.strikes.size(), false);
    add_strike_row(f, 0);
    if (family.strikes.size() > 1) add_strike_row(f, family.strikes.size() - 1);
  }
  aim_at(Aim::maintenance);
}

double PairingRelaxation::worth(std::size_t member, Decimal strike) const {
  const Member& m = model_->members[member];
  const SpreadLeg& leg = leg_of(*model_->problem, model_->families[m.family], m);
  const double size = to_double(worth_at(leg, strike));
  return leg.side == Side::bought ? size : -size;
}

void PairingRelaxation::find_units() {
  for (std::size_t m = 0; m < model_->members.size(); ++m) {
    const auto& strikes = model_->families[model_->members[m].family].strikes;
    double& unit = loss_unit_[model_->members[m].family];
    for (const Decimal strike : {strikes.front(), strikes.back()})
      unit = std::max(unit, std::abs(worth(m, strike)));
  }
  std::array<double, 2> largest{};
  const auto see = [&](const PairingCost& saving) {
    largest[0] = std::max(largest[0], std::abs(to_double(saving.maintenance)));
    largest[1] = std::max(largest[1], std::abs(to_double(saving.initial)));
  };
  for (const Choice& choice : model_->choices) see(choice.saving);
  for (const Member& member : model_->members) see(member.saving);
  for (const double unit : loss_unit_)
    for (double& size : largest) size = std::max(size, unit);
  for (std::size_t aim = 0; aim < 2; ++aim) unit_[aim] = largest[aim] > 0 ? largest[aim] : 1;
}

void PairingRelaxation::add_columns() {
  const auto add = [&](const PairingCost& saving, double weight, double most, bool whole) {
    whole_.push_back(whole);
    const double tie = 1 + weight_spread * scattered(cost_.size());
    cost_.push_back({to_double(saving.maintenance) / unit_[0], to_double(saving.initial) / unit_[1],
                     weight * tie});
    for (std::size_t aim = 0; aim < 2; ++aim)
      rounding_[aim] += rounding_per_size * std::abs(cost_.back()[aim]) * most * unit_[aim];
    program_.add_column(cost_.back(), most);
  };
  for (const Choice& choice : model_->choices) {
    const double most = to_double(choice.most);
    add(choice.saving, 1 / most, most, model_->problem->offsets[choice.offset].whole);
  }
  std::vector<double> most_loss(model_->families.size());
  for (std::size_t f = 0; f < model_->families.size(); ++f) {
    const Family& family = model_->families[f];
    std::array<std::array<double, 2>, 2> units{};
    const auto leg = [&](std::size_t m) -> const SpreadLeg& {
      return leg_of(*model_->problem, family, model_->members[m]);
    };
    for (std::size_t m = family.first; m < family.first + family.count; ++m) {
      const double most = static_cast<double>(model_->members[m].most);
      units[static_cast<std::size_t>(leg(m).kind)][static_cast<std::size_t>(leg(m).side)] +=
          most * to_double(leg(m).multiplier);
      most_loss[f] += most;
    }
    const double all =
        2 * (std::min(units[0][0], units[0][1]) + std::min(units[1][0], units[1][1]));
    for (std::size_t m = family.first; m < family.first + family.count; ++m)
      add(model_->members[m].saving, to_double(leg(m).multiplier) / all,
          static_cast<double>(model_->members[m].most), true);
  }
  for (std::size_t f = 0; f < model_->families.size(); ++f) {
    const Decimal unit = Decimal::from_nano(static_cast<Int128>(loss_unit_[f] * 1e9));
    const Charge charge = model_->families[f].charge;
    add(where_loss_counts(charge, {unit, unit}), 0, most_loss[f], false);
    cost_.back() = {loss_counts_to_keep(charge) ? loss_unit_[f] / unit_[0] : 0,
                    loss_counts_to_open(charge) ? loss_unit_[f] / unit_[1] : 0, 0};
    program_.price(loss_column(f), cost_.back());
  }
}

/// Every use of a leg by a column: leg, column, amount, whether only whole numbers of times.
template <class Visit>
void PairingRelaxation::each_use(Visit visit) const {
  for (std::size_t c = 0; c < model_->choices.size(); ++c) {
    const Offset& offset = model_->problem->offsets[model_->choices[c].offset];
    for (const Use& u : offset.uses) visit(u.leg, choice_column(c), u.amount, offset.whole);
  }
  for (std::size_t m = 0; m < model_->members.size(); ++m)
    visit(model_->members[m].leg, member_column(m), Decimal{1}, true);
}

void PairingRelaxation::add_leg_rows() {
  const auto legs = static_cast<std::uint32_t>(model_->problem->available.size());
  std::vector<LegRow> rows(legs);
  each_use([&](std::uint32_t leg, int, Decimal amount, bool whole) {
    ++rows[leg].count;
    rows[leg].lot = greatest_common(rows[leg].lot, amount);
    rows[leg].whole = rows[leg].whole && whole;
  });
  std::size_t all = 0;
  for (LegRow& row : rows) {
    row.first = all;
    all += std::exchange(row.count, 0);
  }
  std::vector<Simplex::Entry> entries(all);
  each_use([&](std::uint32_t leg, int column, Decimal amount, bool) {
    LegRow& row = rows[leg];
    entries[row.first + row.count++] = {column, to_double(amount) / to_double(row.lot)};
  });
  for (std::uint32_t leg = 0; leg < legs; ++leg)
    add_leg_row(leg, rows[leg], std::span{entries}.subspan(rows[leg].first, rows[leg].count));
}

/// Where all that uses a leg is whole, so is what it leaves, counted in lots.
void PairingRelaxation::add_leg_row(std::uint32_t leg, const LegRow& row,
                                    std::span<Simplex::Entry> entries) {
  const Decimal held = model_->problem->available[leg];
  if (entries.empty()) {
    if (!held.is_zero()) ++groups_always_;
    return;
  }
  const double exactly = to_double(held) / to_double(row.lot);
  const double available = row.whole ? std::floor(exactly + whole_within) : exactly;
  const double tie = 1 + weight_spread * scattered(cost_.size());
  const bool always = available < exactly - whole_within;
  if (always) ++groups_always_;
  cost_.push_back({0, 0, always || available == 0 ? 0 : tie / available});
  whole_.push_back(row.whole);
  const int alone = program_.add_row(entries, available, available, cost_.back());
  if (always || available <= 0) return;
  start_group();
  add_to_group(alone);
}

void PairingRelaxation::add_balance_rows(const Family& family) {
  for (const Kind kind : {Kind::call, Kind::put}) {
    std::vector<Simplex::Entry> entries;
    double largest = 0;
    for (std::size_t m = family.first; m < family.first + family.count; ++m) {
      const SpreadLeg& leg = leg_of(*model_->problem, family, model_->members[m]);
      if (leg.kind != kind) continue;
      const double units = to_double(leg.multiplier);
      largest = std::max(largest, units);
      entries.push_back({member_column(m), leg.side == Side::bought ? units : -units});
    }
    if (entries.empty()) continue;
    for (Simplex::Entry& entry : entries) entry.value /= largest;
    program_.add_row(entries, 0, 0);
    cost_.push_back({});
    whole_.push_back(false);
  }
}

void PairingRelaxation::add_strike_row(std::size_t f, std::size_t strike) {
  if (strike_added_[strike_first_[f] + strike]) return;
  strike_added_[strike_first_[f] + strike] = true;
  if (model_->families[f].charge == Charge::sold_legs_alone) return;
  const Family& family = model_->families[f];
  std::vector<Simplex::Entry> entries{{loss_column(f), -1}};
  for (std::size_t m = family.first; m < family.first + family.count; ++m) {
    const double size = worth(m, family.strikes[strike]);
    if (size != 0) entries.push_back({member_column(m), -size / loss_unit_[f]});
  }
  if (entries.size() == 1) return;
  program_.add_row(entries, 0, Simplex::unbounded);
  cost_.push_back({});
  whole_.push_back(false);
}

/// Adds the strike that each family's loss is most understated at. False if none is.
bool PairingRelaxation::add_missed_losses() {
  bool added = false;
  for (std::size_t f = 0; f < model_->families.size(); ++f) {
    const Family& family = model_->families[f];
    if (family.charge == Charge::sold_legs_alone) continue;
    const double stated = program_.value(loss_column(f));
    double most = understated_by;
    std::optional<std::size_t> missed;
    for (std::size_t strike = 0; strike < family.strikes.size(); ++strike) {
      if (strike_added_[strike_first_[f] + strike]) continue;
      double loss = -stated;
      for (std::size_t m = family.first; m < family.first + family.count; ++m) {
        const double contracts = program_.value(member_column(m));
        if (contracts != 0) loss -= contracts * worth(m, family.strikes[strike]) / loss_unit_[f];
      }
      if (loss <= most) continue;
      most = loss;
      missed = strike;
    }
    if (!missed) continue;
    add_strike_row(f, *missed);
    added = true;
  }
  return added;
}

void PairingRelaxation::aim_at(Aim aim) {
  aim_ = aim;
  const std::size_t first = static_cast<std::size_t>(aim);
  for (std::size_t v = 0; v < cost_.size(); ++v) {
    Simplex::Cost cost{};
    for (std::size_t level = first; level < aims.size(); ++level)
      cost[level - first] = cost_[v][level];
    program_.price(static_cast<int>(v), cost);
  }
}

Simplex::Outcome PairingRelaxation::solve(double give_up_at, std::int64_t& pivots_left) {
  for (;;) {
    const auto outcome = program_.solve(pivots_left);
    if (outcome != Simplex::Outcome::optimal) return outcome;
    if (least(aim_) >= give_up_at || !add_missed_losses()) return outcome;
  }
}

double PairingRelaxation::least(Aim aim) const {
  const int level = static_cast<int>(aim) - static_cast<int>(aim_);
  return program_.least(level) * unit_[static_cast<std::size_t>(aim)];
}

void PairingRelaxation::find_fractions(std::vector<Fraction>& into) const {
  into.clear();
  for (int column = 0; column < loss_column(0); ++column) {
    if (!whole_[index(column)]) continue;
    const double value =
        std::clamp(program_.value(column), program_.lower(column), program_.upper(column));
    if (std::abs(value - std::round(value)) > whole_within) into.push_back({column, value});
  }
}

std::optional<int> PairingRelaxation::most_fractional() const {
  std::optional<int> chosen;
  double most = whole_within;
  for (int column = 0; column < loss_column(0); ++column) {
    if (!whole_[index(column)]) continue;
    const double value = program_.value(column);
    const double away = std::abs(value - std::round(value));
    if (away <= most) continue;
    most = away;
    chosen = column;
  }
  return chosen;
}

double PairingRelaxation::most_weight() const { return 1 + weight_spread; }

}  // namespace plimsoll::reg_t
