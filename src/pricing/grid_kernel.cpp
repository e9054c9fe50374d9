#include "pricing/grid_kernel.hpp"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "pricing/grid_kernel.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>
#include "pricing/grid_lanes-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

/// Vectors that take their steps together: one waits for its own last node most of the time.
inline constexpr std::size_t pair = 2;

/// A step as the nodes of a vector take it. The equations of a line without ends fall apart in two
/// sweeps with one factor, the same at every node.
struct Sweeps {
  V factor, beside, middle;

  /// `growth` is what the logarithm of a mean spot grows by. How much a node gives its neighbours
  /// is fitted so that on the grid too it grows by exactly that.
  Sweeps(V growth, V apart, V implicit) {
    const V one = all<V>(1), square = apart * apart;
    // e^apart + e^-apart - 2.
    const V bend =
        square * polynomial(square, 1.0 / 1814400, 1.0 / 20160, 1.0 / 360, 1.0 / 12, 1.0);
    // 1 - e^-growth.
    const V series = growth * polynomial(growth, -1.0 / 24, 1.0 / 6, -0.5, 1.0);
    const V shrunk = hn::IfThenElse(growth < all<V>(1e-3), series, one - exp_of(hn::Neg(growth)));
    const V explicit_part = one - implicit;
    const V given = shrunk / (bend * (one - explicit_part * shrunk));
    const V later = given * implicit, now = given * explicit_part;
    const V ratio = one + all<V>(0.5) / later;
    factor = one / (ratio + hn::Sqrt(ratio * ratio - one));
    const V scale = factor / later;
    beside = now * scale;
    middle = scale - all<V>(2) * beside;
  }
};

/// The grid of two vectors of options.
class Grid {
 public:
  Grid(const GridLanes (&lanes)[pair], std::span<const double> moves, int pieces,
       GridScratch& scratch, std::size_t lane)
      : lanes_{lanes}, last_{static_cast<std::size_t>(pieces)} {
    constexpr D d;
    for (std::size_t v = 0; v < pair; ++v) {
      nodes_[v] = lanes[v].lay(moves, pieces);
      spots_[v] = scratch.spots[0].data() + lane + v * hn::Lanes(d);
      values_[v] = scratch.values[0].data() + lane + v * hn::Lanes(d);
      V spot = exp_of(nodes_[v].first);
      const V ratio = exp_of(nodes_[v].apart);
      for (std::size_t i = 0; i <= last_; ++i) {
        hn::Store(spot, d, spots_[v] + i * block_size);
        hn::Store(hn::Zero(d), d, values_[v] + i * block_size);
        spot = spot * ratio;
      }
    }
  }

  HWY_INLINE void solve(double years, std::span<const GridStep> steps) {
    raise_to(all<V>(years), lanes_[0].expiry());
    for (const GridStep& step : steps) {
      spread(step);
      if (step.ends_at_date) raise_to(all<V>(step.now[0]), step.dates_before - 1);
    }
  }

  /// By Lagrange through the six nodes around; and whether it is within them.
  V read(V log_spot, std::size_t v, hn::Mask<D>& is_within) const {
    constexpr D d;
    const hn::RebindToSigned<D> di;
    const V place = (log_spot - nodes_[v].first) / nodes_[v].apart;
    const V end = all<V>(static_cast<double>(last_));
    is_within = hn::And(place >= hn::Zero(d), place <= end);
    const V first = hn::IfThenElseZero(
        is_within, hn::Min(hn::Max(hn::Floor(place) - all<V>(2), hn::Zero(d)), end - all<V>(5)));
    static_assert(block_size == 16);
    const auto at = hn::ShiftLeft<4>(hn::ConvertTo(di, first)) + hn::Iota(di, 0);
    V apart[6], before[6], after[6];
    for (int i = 0; i < 6; ++i) apart[i] = place - first - all<V>(i);
    before[0] = after[5] = all<V>(1);
    for (int i = 1; i < 6; ++i) before[i] = before[i - 1] * apart[i - 1];
    for (int i = 5; i > 0; --i) after[i - 1] = after[i] * apart[i];
    constexpr double parts[6]{-1.0 / 120, 1.0 / 24, -1.0 / 12, 1.0 / 12, -1.0 / 24, 1.0 / 120};
    V sum = hn::Zero(d);
    for (std::size_t i = 0; i < 6; ++i)
      sum = fused(before[i] * after[i] * all<V>(parts[i]),
                  hn::GatherIndex(d, values_[v] + i * block_size, at), sum);
    return sum;
  }

 private:
  HWY_INLINE V spot(std::size_t i, std::size_t v) const {
    return hn::Load(D{}, spots_[v] + i * block_size);
  }
  HWY_INLINE V value(std::size_t i, std::size_t v) const {
    return hn::Load(D{}, values_[v] + i * block_size);
  }
  HWY_INLINE void put(std::size_t i, std::size_t v, V value) const {
    hn::Store(value, D{}, values_[v] + i * block_size);
  }

  /// At once the greater of the values and of what exercise on a date brings, as seen by the cells
  /// between the nodes (heat_grid.cpp).
  void raise_to(V now, std::size_t date) {
    const V zero = hn::Zero(D{}), one = all<V>(1);
    for (std::size_t v = 0; v < pair; ++v) {
      const Exercised exercised = lanes_[v].at_date(now, date);
      V here = value(0, v), other = exercised.at(spot(0, v)), given = zero;
      for (std::size_t i = 0; i < last_; ++i) {
        const V next = value(i + 1, v), next_other = exercised.at(spot(i + 1, v));
        const V left = here - other, right = next - next_other;
        V raised = hn::Max(here, other) + given;
        given = zero;
        const auto crosses = left * right < zero;
        if (HWY_UNLIKELY(!hn::AllFalse(D{}, crosses))) {
          const V high = hn::Max(left, right);
          const V part = high / (high - hn::Min(left, right));  // of the cell, that is above
          const V far = high * (one - part * part) * all<V>(-1.0 / 6);
          const V near = high * (one - part) * all<V>(-0.5) - far;
          const auto left_is_high = left > zero;
          raised = raised + hn::IfThenElseZero(crosses, hn::IfThenElse(left_is_high, near, far));
          given = hn::IfThenElseZero(crosses, hn::IfThenElse(left_is_high, far, near));
        }
        put(i, v, raised);
        here = next;
        other = next_other;
      }
      put(last_, v, hn::Max(here, other) + given);
    }
  }

  /// A step, above what exercise brings (Brennan and Schwartz 1977): the nodes that are exercised
  /// are the first ones, so that a sweep from there finds where they stop.
  HWY_INLINE void spread(const GridStep& step) {
    Exercised exercised[pair];
    V beyond[pair];
    for (std::size_t v = 0; v < pair; ++v) {
      const GridLanes& lanes = lanes_[v];
      const V now = lanes.load(step.now);
      exercised[v] = lanes.at_time(now, step.dates_before);
      const V shrunk = lanes.shrunk_by_chance(now);
      const auto certain = [&](std::size_t i) {
        return hn::Max(lanes.certain(spot(i, v) * shrunk, step.dates_before),
                       exercised[v].at(spot(i, v)));
      };
      first_[v] = certain(0);
      sweeps_[v] = {lanes.growth(lanes.load(step.length)), nodes_[v].apart,
                    lanes.load(step.implicit)};
      // What the first sweep would bring from beyond the last node, where all is certain. To put
      // the certain value on that node instead swings up with many nodes and few steps.
      beyond[v] = certain(last_) - sweeps_[v].factor * certain(last_ - 1);
    }
    fall(beyond);
    rise(exercised);
    for (std::size_t v = 0; v < pair; ++v)
      put(last_, v, fused(sweeps_[v].factor, value(last_ - 1, v), beyond[v]));
  }

  /// From where the option is kept. In single names, as arrays would be in memory.
  HWY_INLINE void fall(const V (&beyond)[pair]) {
    const Sweeps a = sweeps_[0], b = sweeps_[1];
    V after_a = value(last_, 0), after_b = value(last_, 1);
    V here_a = value(last_ - 1, 0), here_b = value(last_ - 1, 1);
    V fallen_a = beyond[0], fallen_b = beyond[1];
    double* const to_a = values_[0];
    double* const to_b = values_[1];
    for (std::size_t i = (last_ - 1) * block_size; i > 0; i -= block_size) {
      const V before_a = hn::Load(D{}, to_a + i - block_size);
      const V before_b = hn::Load(D{}, to_b + i - block_size);
      const V right_a = fused(a.middle, here_a, a.beside * (before_a + after_a));
      const V right_b = fused(b.middle, here_b, b.beside * (before_b + after_b));
      fallen_a = fused(a.factor, fallen_a, right_a);
      fallen_b = fused(b.factor, fallen_b, right_b);
      hn::Store(fallen_a, D{}, to_a + i);
      hn::Store(fallen_b, D{}, to_b + i);
      after_a = here_a;
      after_b = here_b;
      here_a = before_a;
      here_b = before_b;
    }
  }
  /// From where it is exercised.
  HWY_INLINE void rise(const Exercised (&exercised)[pair]) {
    const V factor_a = sweeps_[0].factor, factor_b = sweeps_[1].factor;
    const Exercised a = exercised[0], b = exercised[1];
    const double* const spot_a = spots_[0];
    const double* const spot_b = spots_[1];
    double* const to_a = values_[0];
    double* const to_b = values_[1];
    V risen_a = first_[0], risen_b = first_[1];
    hn::Store(risen_a, D{}, to_a);
    hn::Store(risen_b, D{}, to_b);
    const std::size_t end = last_ * block_size;
    for (std::size_t i = block_size; i < end; i += block_size) {
      const V kept_a = fused(factor_a, risen_a, hn::Load(D{}, to_a + i));
      const V kept_b = fused(factor_b, risen_b, hn::Load(D{}, to_b + i));
      risen_a = hn::Max(kept_a, a.at(hn::Load(D{}, spot_a + i)));
      risen_b = hn::Max(kept_b, b.at(hn::Load(D{}, spot_b + i)));
      hn::Store(risen_a, D{}, to_a + i);
      hn::Store(risen_b, D{}, to_b + i);
    }
  }

  const GridLanes (&lanes_)[pair];
  std::size_t last_;
  Nodes nodes_[pair];
  double* spots_[pair];  // of the first node; those of the next are a block further
  double* values_[pair];
  Sweeps sweeps_[pair]{{all<V>(1), all<V>(1), all<V>(1)}, {all<V>(1), all<V>(1), all<V>(1)}};
  V first_[pair];
};

void solve(const GridPlan& plan, const GridOptions& options, std::span<const double> moves,
           GridScratch& scratch, std::span<Lanes<double>> values) {
  constexpr D d;
  for (std::size_t lane = 0; lane < block_size; lane += pair * hn::Lanes(d)) {
    const GridLanes lanes[pair]{{plan, options, scratch, lane},
                                {plan, options, scratch, lane + hn::Lanes(d)}};
    for (const GridSolution* solution : {&plan.coarse, &plan.fine}) {
      Grid grid{lanes, moves, solution->spots, scratch, lane};
      grid.solve(plan.years, solution->steps);
      for (std::size_t j = 0; j < moves.size(); ++j)
        for (std::size_t v = 0; v < pair; ++v) {
          double* const price = &values[j][lane + v * hn::Lanes(d)];
          const V stock = lanes[v].stock(moves[j]);
          hn::Mask<D> is_within;
          const V found = grid.read(log_of(stock), v, is_within);
          if (solution == &plan.coarse) {
            // Put down for the fine grid, whose error is a quarter of it. The ends of the two are
            // not the same.
            hn::Store(hn::IfThenElse(is_within, found, hn::NaN(d)), d, price);
            continue;
          }
          const V coarse = hn::Load(d, price);
          const V better = found + (found - coarse) * all<V>(1.0 / 3);
          const auto is_on_both = hn::And(is_within, coarse == coarse);
          hn::Store(lanes[v].price(stock, better, is_on_both), d, price);
        }
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plimsoll::pricing {

HWY_EXPORT(solve);

void solve_grids(const GridPlan& plan, const GridOptions& options, std::span<const double> moves,
                 GridScratch& scratch, std::span<Lanes<double>> values) {
  const auto nodes = static_cast<std::size_t>(std::max(plan.fine.spots, plan.coarse.spots)) + 1;
  for (auto* lanes : {&scratch.values, &scratch.spots})
    if (lanes->size() < nodes) lanes->resize(nodes);
  for (auto* lanes : {&scratch.slope, &scratch.cash, &scratch.still})
    lanes->resize(plan.dates.size() + 1);
  HWY_DYNAMIC_DISPATCH(solve)(plan, options, moves, scratch, values);
}

}  // namespace plimsoll::pricing
#endif
