#include "methods/reg_t/pairing/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <utility>

#include "methods/reg_t/pairing/branching.hpp"
#include "methods/reg_t/pairing/relaxation.hpp"
#include "methods/reg_t/pairing/start.hpp"
#include "methods/reg_t/pairing/two_legs.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr double whole_within = 1e-6;  // a value this near a whole number is that number
constexpr int cut_rounds = 20;         // at the root; then branching is cheaper
constexpr int cuts_per_round = 20;
constexpr double cut_gain_least = 0.01;    // of the gap: rounds that gain less are idle
constexpr std::int64_t first_pass = 100;   // nodes before it is worth cutting at the root again
constexpr std::int64_t group_nodes = 200;  // to look for fewer groups; no money hangs on it

/// Branch and bound, one aim after the other; an earlier aim is never given up for a later one.
class Search {
 public:
  Search(const PairingModel& model, const PairingLimits& limits)
      : model_{model},
        step_{step_of(model)},
        relaxation_{model, &memory_},
        limits_{limits},
        branching_{relaxation_.columns()},
        rows_before_cuts_{relaxation_.program().rows()} {}

  PairingAnswer run();

 private:
  enum class Step : std::uint8_t { nothing, bound, pay, forbid };
  enum class End : std::uint8_t { complete, start_again, limits };

  /// A part of the solutions still to look at: the changes on the trail up to `depth`, and a step.
  struct Part {
    std::size_t depth = 0;
    Step step = Step::nothing;
    int subject = -1;  // a variable, or a group
    double lower = 0, upper = 0;
    double least = 0;  // what nothing in it can be below
    Half half = Half::below;
    double distance = 0;  // of its bound from where the column stood
  };
  struct Change {
    Step step = Step::nothing;
    int subject = -1;
    double lower = 0, upper = 0;  // before
  };

  double best(Aim aim) const;
  double give_up_at(Aim aim) const;
  bool settled(Aim aim, double least) const;
  void offer(PairingAnswer&& candidate);
  void offer_starts();
  void change_bounds(int variable, double lower, double upper);
  void enter(const Part& part);
  void undo_to(std::size_t depth);
  bool look_at(const Part& part, Aim aim);
  End pass(Aim aim, std::int64_t nodes);
  bool branch(Aim aim);
  void cut_root(Aim aim);
  bool split(Aim aim);
  void hold(Aim aim);
  void fewest_groups();
  void not_proven();

  const PairingModel& model_;
  PairingCost step_;
  // The program of an everyday book fits in here; larger ones go on to the heap.
  std::array<std::byte, 24'576> at_hand_;
  std::pmr::monotonic_buffer_resource memory_{at_hand_.data(), at_hand_.size()};
  PairingRelaxation relaxation_;
  PairingLimits limits_;
  PairingBranching branching_;
  int rows_before_cuts_;
  std::optional<PairingAnswer> best_;
  std::int64_t best_groups_ = 0;
  std::vector<Part> open_;
  std::vector<Change> trail_;
  std::array<double, 3> root_least_{-Simplex::unbounded, -Simplex::unbounded, -Simplex::unbounded};
  double open_least_ = 0;  // where the search was cut off: what it may still have found
  int paid_ = 0;           // groups taken as used on the trail
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
  return static_cast<double>(best_groups_ - relaxation_.groups_always());
}

/// Nothing at or above this is better than the best: two whole solutions differ by a step at least.
double Search::give_up_at(Aim aim) const {
  const double rounding = relaxation_.rounding(aim);
  double step = 0;
  switch (aim) {
    case Aim::maintenance:
      step = to_double(step_.maintenance);
      break;
    case Aim::initial:
      step = to_double(step_.initial);
      break;
    case Aim::groups:
      return (best(aim) - paid_ - 1) * relaxation_.most_weight() + rounding;
  }
  return best(aim) - std::max(step - rounding, rounding);
}

/// Whether the best is as good as `least` says anything can be.
bool Search::settled(Aim aim, double least) const { return least >= give_up_at(aim); }

void Search::offer(PairingAnswer&& candidate) {
  if (!complete(model_, candidate)) return;
  const std::int64_t groups = groups_in_use(candidate);
  if (best_ && candidate.cost > best_->cost) return;
  if (best_ && candidate.cost == best_->cost && groups >= best_groups_) return;
  best_ = std::move(candidate);
  best_groups_ = groups;
}

/// Better than nothing, whatever comes of the search.
void Search::offer_starts() {
  offer(greedy_pairing(model_));
  offer(two_leg_pairing(model_));
}

void Search::change_bounds(int variable, double lower, double upper) {
  Simplex& program = relaxation_.program();
  trail_.push_back({Step::bound, variable, program.lower(variable), program.upper(variable)});
  program.bound(variable, lower, upper);
}

void Search::undo_to(std::size_t depth) {
  for (; trail_.size() > depth; trail_.pop_back()) {
    const Change& change = trail_.back();
    if (change.step == Step::bound) {
      relaxation_.program().bound(change.subject, change.lower, change.upper);
    } else {
      relaxation_.weigh_group(change.subject);
      --paid_;
    }
  }
}

void Search::enter(const Part& part) {
  undo_to(part.depth);
  switch (part.step) {
    case Step::nothing:
      break;
    case Step::bound:
      change_bounds(part.subject, part.lower, part.upper);
      break;
    case Step::forbid:
      for (const int variable : relaxation_.group(part.subject)) change_bounds(variable, 0, 0);
      break;
    case Step::pay:
      relaxation_.do_not_weigh_group(part.subject);
      trail_.push_back({Step::pay, part.subject, 0, 0});
      ++paid_;
      break;
  }
}

/// Looks into the two halves of what is around the present solution, the likelier one first. False
/// where it has none.
bool Search::split(Aim aim) {
  const double least = relaxation_.least(aim);
  const std::size_t depth = trail_.size();
  if (const auto at = branching_.choose(relaxation_, aim, give_up_at(aim), limits_.pivots)) {
    const Simplex& program = relaxation_.program();
    const int column = at->column;
    const double below = std::floor(at->value);
    const double part = at->value - below;
    Part down{depth, Step::bound, column, program.lower(column), below, least, Half::below, part};
    Part up{depth, Step::bound, column,  below + 1, program.upper(column),
            least, Half::above, 1 - part};
    if (part < 0.5) std::swap(down, up);
    open_.push_back(down);
    open_.push_back(up);
    return true;
  }
  if (aim != Aim::groups) return false;
  if (const auto group = relaxation_.most_underrated_group()) {
    open_.push_back({depth, Step::pay, *group, 0, 0, least - 1});
    open_.push_back({depth, Step::forbid, *group, 0, 0, least});
  }
  return true;
}

/// Rows that cut off the present solution and no whole-numbered one, in rounds, while they help and
/// are not too many.
void Search::cut_root(Aim aim) {
  const int rows_most = 2 * rows_before_cuts_ + 40;
  double before = relaxation_.least(aim);
  int idle_rounds = 0;
  for (int round = 0; round < cut_rounds && relaxation_.most_fractional(); ++round) {
    offer(relaxation_.rounded_down(whole_within));
    if (settled(aim, relaxation_.least(aim)) || idle_rounds > 3) return;
    const int room = std::min(cuts_per_round, rows_most - relaxation_.program().rows());
    if (room <= 0 || relaxation_.add_cuts(room) == 0) return;
    const auto outcome = relaxation_.solve(give_up_at(aim), limits_.pivots);
    if (outcome != Simplex::Outcome::optimal) return;
    relaxation_.drop_idle_cuts();
    relaxation_.narrow(aim, best(aim));
    const double least = relaxation_.least(aim);
    idle_rounds = least - before < cut_gain_least * (best(aim) - before) ? idle_rounds + 1 : 0;
    before = least;
  }
}

/// False where the limits did not allow it.
bool Search::look_at(const Part& part, Aim aim) {
  const bool root = part.step == Step::nothing;
  if (limits_.nodes-- <= 0) return false;
  const double enough = root ? Simplex::unbounded : give_up_at(aim);
  const auto outcome = relaxation_.solve(enough, limits_.pivots);
  if (outcome == Simplex::Outcome::out_of_pivots) return false;
  if (part.step == Step::bound) {
    const bool none = outcome == Simplex::Outcome::infeasible;
    const double least = none ? enough : std::min(enough, relaxation_.least(aim));
    branching_.learn(part.subject, part.half, part.distance, least - part.least);
  }
  if (outcome == Simplex::Outcome::infeasible) return true;
  // A solve that stalled still has prices that bound, and values to split at.
  if (outcome == Simplex::Outcome::stalled && !relaxation_.most_fractional()) return false;
  if (root) {
    if (aim == Aim::maintenance && relaxation_.most_fractional()) offer_starts();
    if (aim != Aim::groups) cut_root(aim);
    for (std::size_t i = static_cast<std::size_t>(aim); i < aims.size(); ++i)
      root_least_[i] = relaxation_.least(aims[i]);
  }
  offer(relaxation_.rounded_down(whole_within));
  if (settled(aim, relaxation_.least(aim))) return true;
  // Whole, and yet not offered as cheap as it is: then the search cannot vouch for its answer.
  return split(aim);
}

/// Looks at `nodes` parts at the most.
Search::End Search::pass(Aim aim, std::int64_t nodes) {
  open_.assign(1, {.least = -Simplex::unbounded});
  while (!open_.empty()) {
    const Part part = open_.back();
    open_.pop_back();
    undo_to(part.depth);
    if (settled(aim, part.least)) continue;
    enter(part);
    const bool looked = look_at(part, aim);
    if (looked && nodes-- > 0) continue;
    if (looked && open_.empty()) break;
    open_least_ = looked ? open_.back().least : part.least;
    for (const Part& other : open_) open_least_ = std::min(open_least_, other.least);
    undo_to(0);
    return looked ? End::start_again : End::limits;
  }
  undo_to(0);
  return End::complete;
}

/// True once nothing better is left. What a pass finds lets the next one cut and narrow further.
bool Search::branch(Aim aim) {
  relaxation_.aim_at(aim);
  branching_.forget();
  for (std::int64_t nodes = first_pass;; nodes *= 2) {
    const End end = pass(aim, nodes);
    if (end != End::start_again) return end == End::complete;
  }
}

/// From here on nothing may be worse in this aim than the best is.
void Search::hold(Aim aim) {
  const auto outcome = relaxation_.solve(Simplex::unbounded, limits_.pivots);
  const double rounding = relaxation_.rounding(aim);
  const double gap = best(aim) - relaxation_.least(aim);
  if (outcome == Simplex::Outcome::optimal && gap <= rounding) {
    relaxation_.hold_to_least(aim, 2 * rounding);
  } else {
    relaxation_.hold_below(aim, best(aim) + rounding);
  }
}

void Search::fewest_groups() {
  relaxation_.aim_at(Aim::groups);
  branching_.forget();
  pass(Aim::groups, group_nodes);
}

void Search::not_proven() {
  offer_starts();
  const double found = best(Aim::maintenance) + relaxation_.rounding(Aim::maintenance);
  // The prices at hand bound everything, even where no solve came to its end.
  const double least = relaxation_.least(Aim::maintenance);
  const double missed = std::max(0.0, found - std::max({least, open_least_, root_least_[0]}));
  best_->proven = false;
  best_->better_by_at_most = Decimal::from_nano(static_cast<Int128>(std::ceil(missed * 1e9)));
}

PairingAnswer Search::run() {
  offer(nothing_chosen(*model_.problem));
  if (!branch(Aim::maintenance)) {
    not_proven();
    return *std::move(best_);
  }
  const bool exact =
      best(Aim::maintenance) - root_least_[0] <= relaxation_.rounding(Aim::maintenance);
  if (exact && settled(Aim::initial, root_least_[1]) && settled(Aim::groups, root_least_[2]))
    return *std::move(best_);
  hold(Aim::maintenance);
  if (!branch(Aim::initial)) {
    best_->proven = false;
    return *std::move(best_);
  }
  hold(Aim::initial);
  fewest_groups();
  return *std::move(best_);
}

}  // namespace

PairingAnswer searched_pairing(const PairingModel& model, const PairingLimits& limits) {
  return Search{model, limits}.run();
}

}  // namespace plimsoll::reg_t
