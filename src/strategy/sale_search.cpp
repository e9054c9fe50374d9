#include "strategy/sale_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "strategy/few_lots.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::int64_t bumps_in_all = 1024;       // a rate is measured on this part of what is left
constexpr std::int64_t steps_in_all = 1'000'000;  // a cost on this: it is known without asking
constexpr double impact_slack = 0.01;  // impact grows all the time; a slice ends when it has so far
constexpr double as_measured = 0.9;    // of what a slice should free; less: a smaller one
constexpr double straight = 1e-6;      // off by less: the requirement is linear there

double number(Money money) { return to_double(money.amount); }

std::int64_t parts_up(std::int64_t whole, std::int64_t parts) {
  return whole / parts + (whole % parts != 0 ? 1 : 0);
}

struct Candidate {
  SaleMove move;
  double ratio = -never;  // cost for what is freed, when last measured; asked again where stale
  bool stale = true;
  std::int64_t bump = 1;    // units it was measured on
  double freed_each = 0;    // by a unit, before what is paid for it
  bool best_whole = false;  // all that is left frees more for its cost than a bump
};

class Search {
 public:
  Search(SaleTrial& trial, const std::vector<SaleLine>& lines, const Standing& today,
         SaleOrder order)
      : trial_{trial}, lines_{lines}, order_{order}, sold_(lines.size(), 0), now_{today} {}

  SalesFound run() {
    for (const Turn turn : {Turn::first, Turn::last}) {
      if (met()) break;
      if (turn == Turn::first ||
          std::ranges::any_of(lines_, [](const SaleLine& line) { return line.turn == Turn::last; }))
        sell(turn);
    }
    found_.sold = sold_;
    found_.standing = now_;
    return std::move(found_);
  }

 private:
  bool met() const { return !now_.gap.amount.is_negative(); }

  void sell(Turn turn) {
    bool changed = true;
    while (!met() && changed) {
      changed = false;
      candidates_.clear();
      for (SaleMove& move : moves_of(lines_, now_.groups, turn))
        candidates_.push_back({.move = std::move(move)});
      while (!met()) {
        Candidate* best = this->best();
        if (best == nullptr) break;
        take(*best);
        changed = true;
      }
      if (!met() && !changed) changed = sell_several(turn);
    }
  }

  /// What is left, the least cost for its value first.
  std::vector<std::size_t> cheapest_first(Turn turn) const {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if ((turn == Turn::last || lines_[i].turn == Turn::first) && sold_[i] < lines_[i].most)
        left.push_back(i);
    const auto each = [&](std::size_t i) {
      const SaleMove all{{{i, lines_[i].most}}};
      LotsSold whole = sold_;
      whole[i] = lines_[i].most;
      const double value = value_of(all, whole);
      return value > 0 ? lines_[i].cost(lines_[i].most) / value : 0;
    };
    std::ranges::stable_sort(left, {}, each);
    return left;
  }

  /// Where each by itself raises what is asked of the others, as their shares of the account grow,
  /// several whole positions may free what none of them does. In the end all there is.
  bool sell_several(Turn turn) {
    LotsSold then = sold_;
    std::vector<std::size_t> taken;
    for (const std::size_t line : cheapest_first(turn)) {
      then[line] = lines_[line].most;
      taken.push_back(line);
      auto there = trial_.at(then);
      if (!there || now_.room.requirement < there->room.requirement || !(now_.gap < there->gap))
        continue;
      for (const std::size_t one : taken)
        if (std::ranges::find(found_.order, one) == found_.order.end()) found_.order.push_back(one);
      sold_ = then;
      now_ = *std::move(there);
      return true;
    }
    return false;
  }

  /// The cheapest for what it frees as things now stand; nothing where nothing frees any.
  Candidate* best() {
    while (true) {
      const auto least = std::ranges::min_element(candidates_, {}, &Candidate::ratio);
      if (least == candidates_.end() || least->ratio == never) return nullptr;
      if (!least->stale) return &*least;
      measure(*least);
    }
  }

  struct Measured {
    double ratio = never;
    double freed = 0;  // before what is paid
  };

  /// Of so many more units than are sold.
  double cost_of(const SaleMove& move, std::int64_t units) const {
    const LotsSold then = move.after(lines_, sold_, units);
    double cost = 0;
    for (const MovePart& part : move.parts)
      cost += lines_[part.line].cost(then[part.line]) - lines_[part.line].cost(sold_[part.line]);
    return cost;
  }
  double paid_for(const SaleMove& move, std::int64_t units) const {
    const LotsSold then = move.after(lines_, sold_, units);
    double paid = 0;
    for (const MovePart& part : move.parts)
      paid += lines_[part.line].paid(then[part.line]) - lines_[part.line].paid(sold_[part.line]);
    return paid;
  }
  /// What units should free as it was measured, less what is paid for them.
  double foreseen(const Candidate& one, std::int64_t units) const {
    return one.freed_each * static_cast<double>(units) - paid_for(one.move, units);
  }
  /// Dollars' worth of what is sold of its lines.
  double value_of(const SaleMove& move, const LotsSold& sold) const {
    double value = 0;
    for (const MovePart& part : move.parts)
      value += std::abs(to_double(lines_[part.line].costs.unit_value())) *
               to_double(lines_[part.line].units(sold[part.line]).units());
    return value;
  }

  /// Rates that differ by what prices were rounded by are one: the account's order decides.
  static double same_rate(double rate) { return std::round(rate * 1e6) / 1e6; }

  Measured measured(const SaleMove& move, std::int64_t units) {
    const LotsSold then = move.after(lines_, sold_, units);
    const auto there = trial_.at(then);
    if (!there) return {};
    const double freed = number(there->gap - now_.gap);
    if (now_.room.requirement < there->room.requirement || !(freed > 0)) return {};
    const double ratio = order_ == SaleOrder::least_cost
                             ? cost_of(move, units) / freed
                             : -same_rate(number(now_.room.requirement - there->room.requirement) /
                                          (value_of(move, then) - value_of(move, sold_)));
    return {std::isnan(ratio) ? never : ratio, freed + paid_for(move, units)};
  }

  /// A part of what is left, at least one unit and the smallest ticket.
  std::int64_t step_of(const SaleMove& move, std::int64_t left, std::int64_t parts) const {
    std::int64_t units = parts_up(left, parts);
    for (const MovePart& part : move.parts)
      if (sold_[part.line] < lines_[part.line].least)
        units = std::max(units, parts_up(lines_[part.line].least - sold_[part.line], part.each));
    return std::min(units, left);
  }

  /// Cost over relief of the very next part, by what a unit was measured to free.
  double next_ratio(const Candidate& one, std::int64_t left) const {
    const std::int64_t step = step_of(one.move, left, steps_in_all);
    const double freed = foreseen(one, step);
    return freed > 0 ? cost_of(one.move, step) / freed : never;
  }

  void measure(Candidate& one) {
    one.stale = false;
    one.ratio = never;
    const std::int64_t left = one.move.left(lines_, sold_);
    if (left <= 0) return;
    const bool whole_only = order_ == SaleOrder::highest_requirement;
    one.bump = whole_only ? left : step_of(one.move, left, bumps_in_all);
    const Measured bump = measured(one.move, one.bump);
    one.ratio = bump.ratio;
    one.freed_each = bump.freed / static_cast<double>(one.bump);
    one.best_whole = whole_only;
    if (one.bump == left) return;
    if (one.ratio != never) one.ratio = next_ratio(one, left);
    // Where a requirement steps, or a hedge becomes free to go, only more of it shows what it
    // frees.
    const Measured whole = measured(one.move, left);
    if (!(whole.ratio < one.ratio - 1e-9 * std::abs(one.ratio))) return;
    one.ratio = whole.ratio;
    one.freed_each = whole.freed / static_cast<double>(left);
    one.best_whole = true;
  }

  /// Units until the next cheapest is cheaper: the cost of a unit only rises.
  std::int64_t until_dearer(const Candidate& one, std::int64_t left) const {
    double next = never;
    for (const Candidate& other : candidates_)
      if (&other != &one) next = std::min(next, other.ratio);
    if (next == never) return left;
    if (has_impact(one.move)) next += impact_slack * std::abs(next);
    const std::int64_t step = step_of(one.move, left, steps_in_all);
    const auto dearer = [&](std::int64_t units) {
      return next * (foreseen(one, units + step) - foreseen(one, units)) <
             cost_of(one.move, units + step) - cost_of(one.move, units);
    };
    std::int64_t low = 0, high = left;
    while (low < high) {
      const std::int64_t middle = low + (high - low) / 2;
      if (dearer(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  bool has_impact(const SaleMove& move) const {
    return std::ranges::any_of(move.parts, [&](const MovePart& part) {
      return lines_[part.line].costs.daily_volume().has_value();
    });
  }

  void take(Candidate& one) {
    const std::int64_t left = one.move.left(lines_, sold_);
    std::int64_t units = left;
    const double needed = std::ceil(-number(now_.gap) / one.freed_each);
    if (!one.best_whole) {
      const std::int64_t least = step_of(one.move, left, steps_in_all);
      units = until_dearer(one, left);
      if (needed < static_cast<double>(units)) units = static_cast<std::int64_t>(needed);
      units = std::max(units, least);
    }
    while (true) {
      const LotsSold then = one.move.after(lines_, sold_, units);
      auto there = trial_.at(then);
      const double wanted = as_measured * foreseen(one, units);
      const bool smallest = units == one.bump || one.best_whole;
      const bool frees = there && !(now_.room.requirement < there->room.requirement);
      if (frees &&
          (smallest || !there->gap.amount.is_negative() || wanted <= number(there->gap - now_.gap)))
        return accept(one, units, *std::move(there));
      if (smallest) return void(one.ratio = never);  // the method refuses it now
      units = units < one.bump ? one.bump : std::max(units / 2, one.bump);
    }
  }

  void accept(Candidate& one, std::int64_t units, Standing there) {
    const double freed = number(there.gap - now_.gap);
    const double expected = foreseen(one, units);
    const bool linear = std::abs(freed - expected) <= straight * std::abs(expected);
    for (const MovePart& part : one.move.parts)
      if (std::ranges::find(found_.order, part.line) == found_.order.end())
        found_.order.push_back(part.line);
    if (one.move.together() &&
        std::ranges::find(found_.together, one.move) == found_.together.end())
      found_.together.push_back(one.move);
    sold_ = one.move.after(lines_, sold_, units);
    now_ = std::move(there);
    // Where all came as foreseen, what was measured of other names still stands.
    for (Candidate& other : candidates_) {
      const bool same_name = related(other, one);
      if (!linear || same_name) other.stale = true;
      if (other.ratio == never && same_name) other.ratio = -never;
    }
    if (linear && !one.move.together() && order_ == SaleOrder::least_cost) go_on(one);
  }

  /// The next of a position that frees as it did.
  void go_on(Candidate& one) const {
    const std::int64_t left = one.move.left(lines_, sold_);
    one.stale = false;
    one.best_whole = false;
    one.ratio = never;
    if (left <= 0) return;
    one.bump = step_of(one.move, left, bumps_in_all);
    one.ratio = next_ratio(one, left);
  }

  /// On one name: what was a hedge may be free to go.
  bool related(const Candidate& a, const Candidate& b) const {
    for (const MovePart& part : a.move.parts)
      for (const MovePart& other : b.move.parts)
        if (lines_[part.line].name == lines_[other.line].name) return true;
    return false;
  }

  SaleTrial& trial_;
  const std::vector<SaleLine>& lines_;
  SaleOrder order_;
  LotsSold sold_;
  Standing now_;
  std::vector<Candidate> candidates_;
  SalesFound found_ = {.standing = now_};
};

}  // namespace

SalesFound search_sales(SaleTrial& trial, const std::vector<SaleLine>& lines, const Standing& today,
                        SaleOrder order) {
  SalesFound found = Search{trial, lines, today, order}.run();
  if (order == SaleOrder::highest_requirement) return found;
  walk_back(trial, lines, found);
  try_few_lots(trial, lines, today, found);
  return found;
}

}  // namespace plimsoll::strategy
