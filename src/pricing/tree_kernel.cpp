#include "pricing/tree_kernel.hpp"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "pricing/tree_kernel.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>
#include "pricing/vector_math-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

using D = hn::CappedTag<double, tree_lanes>;
using V = hn::Vec<D>;

/// Nodes are multiples of `jump` from the spot and drift with the forward, so that the spot is as
/// likely to rise as the step's size says, whatever rate and yield. Values are over that drift.
class Tree {
 public:
  HWY_INLINE Tree(const TreePlan& plan, const TreeOptions& options, TreeScratch& scratch,
                  std::size_t lane)
      : plan_{plan}, scratch_{scratch}, lane_{lane} {
    const D d;
    spot_ = hn::Load(d, &options.spot[lane]);
    strike_ = hn::Load(d, &options.strike[lane]);
    rate_ = hn::Load(d, &options.rate[lane]);
    yield_ = hn::Load(d, &options.yield[lane]);
    volatility_ = hn::Load(d, &options.volatility[lane]);
    direction_ = hn::Load(d, &options.direction[lane]);
    jump_ = hn::Load(d, &options.jump[lane]);
    up_ = exp_of(jump_);
    const V kept = exp_of(hn::Neg(yield_ * all<V>(plan.step)));
    chance_up_ = kept / (all<V>(1) + up_);
    chance_down_ = kept - chance_up_;
    step_discount_ = exp_of(hn::Neg(rate_ * all<V>(plan.step)));
    step_drift_ = exp_of((rate_ - yield_) * all<V>(plan.step));
    over_drift_ = exp_of(hn::Neg((rate_ - yield_) * hn::Load(d, &options.years[lane])));
    paid_ = hn::Zero(d);
  }

  HWY_INLINE void climb(std::span<TreeLanes> values) {
    plant();
    for (const TreeLeg& leg : plan_.legs) {
      climb_steps(leg.steps);
      if (leg.rest > 0) climb_rest(leg);
      else if (leg.dividend > 0) exercise_before(leg.dividend);
    }
    for (std::size_t i = 0; i < values.size(); ++i) hn::Store(value(i), D{}, &values[i][lane_]);
  }

 private:
  HWY_INLINE V value(std::size_t node) const {
    return hn::Load(D{}, &scratch_.values[node][lane_]);
  }
  HWY_INLINE void put(std::size_t node, V value) {
    hn::Store(value, D{}, &scratch_.values[node][lane_]);
  }
  /// Spots, signed by the direction, from the lowest node of the level on.
  HWY_INLINE const TreeLanes* spots() const {
    return (level_ % 2 == 0 ? scratch_.even : scratch_.odd).data() + level_ / 2;
  }
  HWY_INLINE V spot_at(const TreeLanes* spots, std::size_t node) const {
    return hn::Load(D{}, &spots[node][lane_]);
  }
  /// What exercise pays besides the spot, over the drift.
  HWY_INLINE V exercise_beside() const { return direction_ * (paid_ - strike_) * over_drift_; }
  HWY_INLINE void go_back(double years) {
    over_drift_ = over_drift_ * exp_of((rate_ - yield_) * all<V>(years));
    paid_ = paid_ * exp_of(hn::Neg(rate_ * all<V>(years)));
  }
  HWY_INLINE void go_back_a_step() {
    over_drift_ = over_drift_ * step_drift_;
    paid_ = paid_ * step_discount_;
    ++level_;
  }

  /// The first level, from which the way to expiry is European.
  HWY_INLINE void plant() {
    count_ = 2 * static_cast<std::size_t>(plan_.spread) + 1;
    for (const TreeLeg& leg : plan_.legs)
      count_ += static_cast<std::size_t>(leg.steps + (leg.rest > 0 ? 2 : 0));
    // In jumps: half of what the way to now takes off, on either side. Spots are found from the
    // middle out, so that none depends on how many nodes there are.
    const double lowest = -static_cast<double>(count_ - 1);
    const std::size_t middle = count_ / 2;
    const V up_twice = up_ * up_, down_twice = all<V>(1) / up_twice;
    const auto put_spots = [&](std::size_t node, V spot) {
      hn::Store(spot, D{}, &scratch_.even[node][lane_]);
      hn::Store(spot * up_, D{}, &scratch_.odd[node][lane_]);
    };
    const V in_middle = direction_ * spot_ * (count_ % 2 == 0 ? up_ : all<V>(1));
    V spot = in_middle;
    for (std::size_t i = middle; i < count_; ++i, spot = spot * up_twice) put_spots(i, spot);
    spot = in_middle;
    for (std::size_t i = middle; i-- > 0;) put_spots(i, spot = spot * down_twice);
    // A call is exercised before the dividend of the last day, a put after it.
    const V strike =
        strike_ - hn::IfThenElseZero(direction_ > hn::Zero(D{}), all<V>(plan_.dividend_at_end));
    const V struck = strike * over_drift_;  // beside nodes, which are over the drift
    paid_ = all<V>(plan_.dividend_at_end);
    go_back(plan_.last);
    const V deviation = volatility_ * all<V>(std::sqrt(plan_.last));
    const V inverse = all<V>(1) / deviation, half = all<V>(0.5) * deviation;
    const V kept = exp_of(hn::Neg(yield_ * all<V>(plan_.last)));
    const V beside = exercise_beside();
    const V distance = log_of(spot_ / struck);
    for (std::size_t i = 0; i < count_; ++i) {
      const V steps = all<V>(lowest + 2 * static_cast<double>(i));
      const V plus = fused(fused(jump_, steps, distance), inverse, half);
      V below[2]{direction_ * plus, direction_ * (plus - deviation)};
      for (V& x : below) x = x * all<V>(NormalTable<double>::pieces_per_deviation);
      normal_below_pieces(below, normal_table(0.0));
      const V node = spot_at(scratch_.even.data(), i);
      const V held = kept * (node * below[0] - direction_ * struck * below[1]);
      put(i, hn::Max(held, node + beside));
    }
    level_ = 0;
  }

  HWY_INLINE V held(V down, V up) const { return fused(chance_up_, up, chance_down_ * down); }

  HWY_INLINE void climb_steps(int steps) {
    for (; steps >= 4; steps -= 4) climb_four();
    for (; steps > 0; --steps) {
      go_back_a_step();
      const V beside = exercise_beside();
      const TreeLanes* at = spots();
      for (std::size_t i = 0; i + 1 < count_; ++i)
        put(i, hn::Max(held(value(i), value(i + 1)), spot_at(at, i) + beside));
      --count_;
    }
  }

  /// Four levels in one pass over the nodes, which memory would otherwise slow down.
  HWY_INLINE void climb_four() {
    V beside[4];
    const TreeLanes* at[4];
    for (int back = 0; back < 4; ++back) {
      go_back_a_step();
      beside[back] = exercise_beside();
      at[back] = spots();
    }
    const auto step = [&](int back, V down, V up, std::size_t node) {
      return hn::Max(held(down, up), spot_at(at[back], node) + beside[back]);
    };
    V first = value(0), one, two, three;
    {
      const V a = value(1), b = value(2), c = value(3);
      one = step(0, first, a, 0);
      const V one_up = step(0, a, b, 1);
      two = step(1, one, one_up, 0);
      one = one_up;
      const V one_next = step(0, b, c, 2);
      const V two_up = step(1, one, one_next, 1);
      three = step(2, two, two_up, 0);
      one = one_next;
      two = two_up;
      first = c;
    }
    for (std::size_t i = 4; i < count_; ++i) {
      const V next = value(i);
      const V one_up = step(0, first, next, i - 1);
      const V two_up = step(1, one, one_up, i - 2);
      const V three_up = step(2, two, two_up, i - 3);
      put(i - 4, step(3, three, three_up, i - 4));
      first = next;
      one = one_up;
      two = two_up;
      three = three_up;
    }
    count_ -= 4;
  }

  /// The shorter step before an ex-date, which stays on the nodes: up two jumps, down two, or not.
  HWY_INLINE void climb_rest(const TreeLeg& leg) {
    const V kept = exp_of(hn::Neg(yield_ * all<V>(leg.rest)));
    const V one = all<V>(1), up = up_ * up_, down = one / up;
    const V variance = exp_of(volatility_ * volatility_ * all<V>(leg.rest)) - one;
    const V rise = variance / ((up - one) * (up - down));
    const V fall = rise * (up - one) / (one - down);
    const V stay = one - rise - fall;
    go_back(leg.rest);
    level_ += 2;
    const V beside = exercise_beside_dividend(leg.dividend);
    const TreeLanes* at = spots();
    for (std::size_t i = 0; i + 2 < count_; ++i) {
      const V middle = fused(rise, value(i + 2), fused(stay, value(i + 1), fall * value(i)));
      put(i, hn::Max(kept * middle, spot_at(at, i) + beside));
    }
    count_ -= 2;
  }

  /// A call is exercised while the dividend is still in the spot, a put when it is out.
  HWY_INLINE V exercise_beside_dividend(double dividend) {
    const V after = exercise_beside();
    paid_ = paid_ + all<V>(dividend);
    return hn::IfThenElse(direction_ > hn::Zero(D{}), exercise_beside(), after);
  }
  HWY_INLINE void exercise_before(double dividend) {
    const V beside = exercise_beside_dividend(dividend);
    const TreeLanes* at = spots();
    for (std::size_t i = 0; i < count_; ++i) put(i, hn::Max(value(i), spot_at(at, i) + beside));
  }

  const TreePlan& plan_;
  TreeScratch& scratch_;
  std::size_t lane_;
  V spot_, strike_, rate_, yield_, volatility_, direction_, jump_, up_, chance_up_, chance_down_;
  V step_discount_, step_drift_;
  V over_drift_;  // what the forward has drifted from now to the level, as its inverse
  V paid_;        // dividends still to come, at their value then
  std::size_t count_ = 0, level_ = 0;
};

void climb(const TreePlan& plan, const TreeOptions& options, TreeScratch& scratch,
           std::span<TreeLanes> values) {
  for (std::size_t lane = 0; lane < tree_lanes; lane += hn::Lanes(D{}))
    Tree{plan, options, scratch, lane}.climb(values);
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plimsoll::pricing {

HWY_EXPORT(climb);

void climb_tree(const TreePlan& plan, const TreeOptions& options, TreeScratch& scratch,
                std::span<TreeLanes> values) {
  std::size_t nodes = 2 * static_cast<std::size_t>(plan.spread) + 1;
  for (const TreeLeg& leg : plan.legs)
    nodes += static_cast<std::size_t>(leg.steps + (leg.rest > 0 ? 2 : 0));
  for (auto* lanes : {&scratch.values, &scratch.even, &scratch.odd})
    if (lanes->size() < nodes) lanes->resize(nodes);
  HWY_DYNAMIC_DISPATCH(climb)(plan, options, scratch, values);
}

}  // namespace plimsoll::pricing
#endif
