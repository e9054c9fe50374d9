#include "methods/reg_t/pairing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "methods/reg_t/pairing_model.hpp"
#include "methods/reg_t/pairing_relaxation.hpp"

namespace plimsoll::reg_t {
namespace {

#ifndef CUTS
#define CUTS 20
#define CUTROUNDS 20
#endif
constexpr double whole_within = 1e-6;
constexpr double in_full =
    1.001;  // the largest factor by which the relaxation's weights exceed one

/// Branch and bound, one aim after the other; an earlier aim is never given up for a later one.
class Search {
 public:
  Search(const PairingModel& model, const PairingLimits& limits)
      : model_{model}, relaxation_{model}, limits_{limits} {}

  PairingAnswer run();

 private:
  /// A part of the solutions still to look at: the changes on the trail up to `depth`, and one
  /// more.
  struct Part {
    std::size_t depth = 0;
    int variable = -1;
    double lower = 0, upper = 0;
    double least = 0;  // what nothing in it can be below
  };
  struct Change {
    int variable;
    double lower, upper;  // before
  };

  double best(Aim aim) const;
  double give_up_at(Aim aim) const;
  void offer(PairingAnswer&& candidate);
  void enter(const Part& part);
  void undo_to(std::size_t depth);
  bool branch(Aim aim);
  void split(int variable, double least);
  void hold(Aim aim);

  const PairingModel& model_;
  PairingRelaxation relaxation_;
  PairingLimits limits_;
  std::optional<PairingAnswer> best_;
  std::int64_t best_groups_ = 0;
  std::vector<Part> open_;
  std::vector<Change> trail_;
  std::array<double, 3> root_least_{};
  double open_least_ = 0;  // where the search was cut off: what it may still have found
};

double Search::best(Aim aim) const {
  switch (aim) {
    case Aim::maintenance:
      return to_double(best_->cost.maintenance - model_.all_alone.maintenance);
    case Aim::initial:
      return to_double(best_->cost.initial - model_.all_alone.initial);
    case Aim::groups:
      break;
  }
  return static_cast<double>(best_groups_);
}

/// Nothing at or above this is better than the best: two whole solutions differ by a step at least.
double Search::give_up_at(Aim aim) const {
  if (aim == Aim::groups) return best(aim) * in_full;
  const double rounding = relaxation_.rounding(aim);
  const Decimal step = aim == Aim::maintenance ? model_.step_maintenance : model_.step_initial;
  return best(aim) - std::max(to_double(step) - rounding, rounding);
}

void Search::offer(PairingAnswer&& candidate) {
  if (!complete(model_, candidate)) return;
  const std::int64_t groups = groups_in_use(candidate);
  if (best_ && candidate.cost > best_->cost) return;
  if (best_ && candidate.cost == best_->cost && groups >= best_groups_) return;
  best_ = std::move(candidate);
  best_groups_ = groups;
}

void Search::undo_to(std::size_t depth) {
  while (trail_.size() > depth) {
    const Change& change = trail_.back();
    relaxation_.program().bound(change.variable, change.lower, change.upper);
    trail_.pop_back();
  }
}

void Search::enter(const Part& part) {
  undo_to(part.depth);
  if (part.variable < 0) return;
  Simplex& program = relaxation_.program();
  trail_.push_back({part.variable, program.lower(part.variable), program.upper(part.variable)});
  program.bound(part.variable, part.lower, part.upper);
}

/// The nearer half is looked at first.
void Search::split(int variable, double least) {
  const Simplex& program = relaxation_.program();
  const double value = program.value(variable);
  const double below = std::floor(value);
  const std::size_t depth = trail_.size();
  const Part down{depth, variable, program.lower(variable), below, least};
  const Part up{depth, variable, below + 1, program.upper(variable), least};
  const bool down_first = value - below < 0.5;
  open_.push_back(down_first ? up : down);
  open_.push_back(down_first ? down : up);
}

/// True once nothing better is left.
bool Search::branch(Aim aim) {
  relaxation_.aim_at(aim);
  open_.assign(1, {.least = -Simplex::unbounded});
  bool root = true;
  while (!open_.empty()) {
    const Part part = open_.back();
    open_.pop_back();
    if (part.least >= give_up_at(aim)) continue;
    enter(part);
    const auto outcome =
        limits_.nodes-- > 0
            ? relaxation_.solve(root ? Simplex::unbounded : give_up_at(aim), limits_.pivots)
            : Simplex::Outcome::out_of_pivots;
    if (outcome == Simplex::Outcome::infeasible) continue;
    if (outcome == Simplex::Outcome::out_of_pivots) {
      open_least_ = part.least;
      for (const Part& other : open_) open_least_ = std::min(open_least_, other.least);
      undo_to(0);
      return false;
    }
    double least = relaxation_.least(aim);
    if (root) {
      for (std::size_t i = static_cast<std::size_t>(aim); i < aims.size(); ++i)
        root_least_[i] = relaxation_.least(aims[i]);
    }
    const bool at_root = root;
    root = false;
    if (at_root) {
      for (int round = 0; round < CUTROUNDS && relaxation_.most_fractional(); ++round) {
        offer(relaxation_.rounded_down(whole_within));
        if (least >= give_up_at(aim) || relaxation_.add_cuts(CUTS) == 0) break;
        if (relaxation_.solve(give_up_at(aim), limits_.pivots) != Simplex::Outcome::optimal) break;
        least = relaxation_.least(aim);
        relaxation_.drop_idle_cuts();
      }
    }
    const auto fractional = relaxation_.most_fractional();
    offer(relaxation_.rounded_down(whole_within));
    if (fractional && least < give_up_at(aim)) split(*fractional, least);
  }
  undo_to(0);
  return true;
}

#ifdef STATS
}
extern long g_nodes, g_rows, g_piv;
namespace {
#endif
PairingAnswer Search::run() {
  offer(nothing_chosen(model_.problem ? *model_.problem : PairingProblem{}));
  const bool least_maintenance = branch(Aim::maintenance);
  if (!least_maintenance) {
    best_->proven = false;
    const double missed =
        best(Aim::maintenance) - open_least_ + relaxation_.rounding(Aim::maintenance);
    best_->better_by_at_most = Decimal::from_nano(static_cast<Int128>(std::ceil(missed * 1e9)));
    return *best_;
  }
#ifdef STATS
  g_nodes = 20000 - limits_.nodes;
  g_rows = relaxation_.program().rows();
  g_piv = 2000000 - limits_.pivots;
#endif
  return *best_;
}

}  // namespace

PairingAnswer cheapest_pairing(const PairingProblem& problem, const PairingLimits& limits) {
  const PairingModel model = model_of(problem);
  if (model.choices.empty() && model.families.empty()) {
    PairingAnswer answer = nothing_chosen(problem);
    PLIMSOLL_CHECK(complete(model, answer));
    return answer;
  }
  return Search{model, limits}.run();
}

}  // namespace plimsoll::reg_t
