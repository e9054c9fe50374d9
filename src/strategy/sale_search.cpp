#include "strategy/sale_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll::strategy {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::int64_t bumps_in_all = 1024;  // a rate is measured on this part of what is left
constexpr std::int64_t slices_in_all = 16;   // no slice is smaller than this part of it
constexpr double as_measured = 0.9;          // of what a slice should free; less: a smaller one

double number(Money money) { return to_double(money.amount); }

std::int64_t parts_up(std::int64_t whole, std::int64_t parts) {
  return whole / parts + (whole % parts != 0 ? 1 : 0);
}

struct Candidate {
  SaleMove move;
  double ratio = -never;  // cost for what is freed, when last measured; asked again where stale
  bool stale = true;
  std::int64_t bump = 1;    // units it was measured on
  double freed_each = 0;    // by a unit
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
    }
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
    double freed = 0;
  };

  double cost_of(const SaleMove& move, const LotsSold& sold) const {
    double cost = 0;
    for (const MovePart& part : move.parts) cost += lines_[part.line].cost(sold[part.line]);
    return cost;
  }
  double value_of(const SaleMove& move, const LotsSold& sold) const {
    double value = 0;
    for (const MovePart& part : move.parts)
      value += std::abs(to_double(lines_[part.line].costs.unit_value())) *
               static_cast<double>(lines_[part.line].units(sold[part.line]).atto);
    return value;
  }

  Measured measured(const SaleMove& move, std::int64_t units) {
    const LotsSold then = move.after(lines_, sold_, units);
    const auto there = trial_.at(then);
    if (!there) return {};
    const double freed = number(there->gap - now_.gap);
    if (now_.room.requirement < there->room.requirement || !(freed > 0)) return {};
    const double ratio = order_ == SaleOrder::least_cost
                             ? (cost_of(move, then) - cost_of(move, sold_)) / freed
                             : -number(now_.room.requirement - there->room.requirement) /
                                   (value_of(move, then) - value_of(move, sold_));
    return {std::isnan(ratio) ? never : ratio, freed};
  }

  void measure(Candidate& one) {
    one.stale = false;
    one.ratio = never;
    const std::int64_t left = one.move.left(lines_, sold_);
    if (left <= 0) return;
    const bool whole_only = order_ == SaleOrder::highest_requirement;
    one.bump = whole_only ? left : parts_up(left, bumps_in_all);
    const Measured bump = measured(one.move, one.bump);
    one.ratio = bump.ratio;
    one.freed_each = bump.freed / static_cast<double>(one.bump);
    one.best_whole = whole_only;
    if (one.bump == left) return;
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
    const auto dearer = [&](std::int64_t units) {
      const LotsSold before = one.move.after(lines_, sold_, units);
      const LotsSold then = one.move.after(lines_, sold_, units + one.bump);
      return next * one.freed_each * static_cast<double>(one.bump) <
             cost_of(one.move, then) - cost_of(one.move, before);
    };
    if (next == never) return left;
    std::int64_t low = 0, high = left;
    while (low < high) {
      const std::int64_t middle = low + (high - low) / 2;
      if (dearer(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  void take(Candidate& one) {
    const std::int64_t left = one.move.left(lines_, sold_);
    std::int64_t units = left;
    const double needed = std::ceil(-number(now_.gap) / one.freed_each);
    if (!one.best_whole) {
      units = std::max(until_dearer(one, left), parts_up(left, slices_in_all));
      if (needed < static_cast<double>(units))
        units = std::max<std::int64_t>(1, static_cast<std::int64_t>(needed));
    }
    while (true) {
      const LotsSold then = one.move.after(lines_, sold_, units);
      auto there = trial_.at(then);
      const double wanted = as_measured * one.freed_each * static_cast<double>(units);
      const bool smallest = units == one.bump || one.best_whole;
      const bool frees = there && !(now_.room.requirement < there->room.requirement);
      if (frees &&
          (smallest || !there->gap.amount.is_negative() || wanted <= number(there->gap - now_.gap)))
        return accept(one, then, *std::move(there));
      if (smallest) return void(one.ratio = never);  // the method refuses it now
      units = units < one.bump ? one.bump : std::max(units / 2, one.bump);
    }
  }

  void accept(Candidate& one, const LotsSold& then, Standing there) {
    for (const MovePart& part : one.move.parts)
      if (std::ranges::find(found_.order, part.line) == found_.order.end())
        found_.order.push_back(part.line);
    if (one.move.together() &&
        std::ranges::find(found_.together, one.move) == found_.together.end())
      found_.together.push_back(one.move);
    sold_ = then;
    now_ = std::move(there);
    for (Candidate& other : candidates_) {
      other.stale = true;
      if (other.ratio == never && related(other, one)) other.ratio = -never;
    }
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
  if (order == SaleOrder::least_cost) walk_back(trial, lines, found);
  return found;
}

}  // namespace plimsoll::strategy
