#include "strategy/walk_back.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll::strategy {
namespace {

class Walk {
 public:
  Walk(SaleTrial& trial, const std::vector<SaleLine>& lines, SalesFound& found)
      : trial_{trial}, lines_{lines}, found_{found} {}

  void run() {
    const std::vector<std::size_t> dearest = dearest_first();
    bool changed = true;
    while (changed) {
      changed = false;
      for (const SaleMove& move : found_.together) changed |= shrink(move);
      for (const std::size_t line : dearest) changed |= shrink({{{line, 1}}});
    }
    std::erase_if(found_.order, [&](std::size_t line) { return found_.sold[line] == 0; });
    std::erase_if(found_.together, [&](const SaleMove& move) {
      return std::ranges::any_of(move.parts,
                                 [&](const MovePart& part) { return found_.sold[part.line] == 0; });
    });
  }

 private:
  std::vector<std::size_t> dearest_first() const {
    std::vector<std::size_t> lines = found_.order;
    const auto each = [&](std::size_t line) {
      const SaleLine& one = lines_[line];
      const double value = std::abs(to_double(one.costs.unit_value())) *
                           static_cast<double>(one.units(found_.sold[line]).atto) /
                           static_cast<double>(Quantity::scale);
      return value > 0 ? one.cost(found_.sold[line]) / value : 0;
    };
    std::ranges::stable_sort(lines, [&](std::size_t a, std::size_t b) {
      return std::pair{lines_[b].turn, each(b)} < std::pair{lines_[a].turn, each(a)};
    });
    return lines;
  }

  /// Units of the move that are sold.
  std::int64_t units_of(const SaleMove& move) const {
    std::int64_t units = std::numeric_limits<std::int64_t>::max();
    for (const MovePart& part : move.parts)
      units = std::min(units, found_.sold[part.line] / part.each);
    return units;
  }

  LotsSold with_units(const SaleMove& move, std::int64_t less) const {
    LotsSold then = found_.sold;
    for (const MovePart& part : move.parts) {
      const std::int64_t rest = then[part.line] - part.each * less;
      then[part.line] = lines_[part.line].admitted(rest);
    }
    return then;
  }

  bool keeps(const LotsSold& then) {
    auto there = trial_.at(then);
    if (!there || there->gap.amount.is_negative()) return false;
    found_.sold = then;
    found_.standing = *std::move(there);
    return true;
  }

  /// The most units taken back that keep the target, found between what does and what does not.
  bool shrink(const SaleMove& move) {
    const std::int64_t all = units_of(move);
    if (all <= 0) return false;
    const LotsSold start = found_.sold;
    // One lot less may be below the smallest ticket, and then the next smaller sale is none.
    const LotsSold one_less = with_units(move, 1);
    if (one_less == start) return !move.together() && keeps(with_units(move, all));
    if (!keeps(one_less)) return false;
    found_.sold = start;
    std::int64_t good = 1, bad = all;
    const LotsSold none = with_units(move, all);
    if (keeps(none)) return true;
    while (bad - good > 1) {
      const std::int64_t middle = good + (bad - good) / 2;
      const LotsSold then = with_units(move, middle);
      const bool kept = keeps(then);
      found_.sold = start;
      (kept ? good : bad) = middle;
    }
    return keeps(with_units(move, good));
  }

  SaleTrial& trial_;
  const std::vector<SaleLine>& lines_;
  SalesFound& found_;
};

}  // namespace

void walk_back(SaleTrial& trial, const std::vector<SaleLine>& lines, SalesFound& found) {
  if (found.standing.gap.amount.is_negative()) return;
  Walk{trial, lines, found}.run();
}

}  // namespace plimsoll::strategy
