// Where the early exercise boundary is sought first: Li's (2010) refinement of the quadratic
// approximation of Barone-Adesi and Whaley, which is off by a few per cent of the boundary's fall.
// Included once for each processor target.

#include <hwy/highway.h>

#include "pricing/vector_math-inl.hpp"

#if defined(PLIMSOLL_PRICING_FIRST_GUESS) == defined(HWY_TARGET_TOGGLE)
#ifdef PLIMSOLL_PRICING_FIRST_GUESS
#undef PLIMSOLL_PRICING_FIRST_GUESS
#else
#define PLIMSOLL_PRICING_FIRST_GUESS
#endif

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

/// American puts on a strike of one.
template <class V>
struct Puts {
  V years, volatility, rate, yield;
};

/// Of puts on a strike of one: logarithm of the boundary just before expiry, the rate over the
/// yield or, where that is above one, the strike.
template <class V>
HWY_INLINE V log_start_of(const Puts<V>& puts) {
  const V ratio = puts.rate / hn::Max(puts.yield, all<V>(1e-30));
  return log_of(hn::Min(all<V>(1), hn::Max(ratio, all<V>(1e-30))));
}

/// (1 - e^-x) / x, of which the difference would lose its digits; |x| up to 1, to 3e-6.
template <class V>
HWY_INLINE V mean_discount(V x) {
  return polynomial(x, -1.0 / 40320, 1.0 / 5040, -1.0 / 720, 1.0 / 120, -1.0 / 24, 1.0 / 6, -0.5,
                    1.0);
}

/// The equation at one time to expiry: its value and two derivatives at a boundary.
template <class V>
class GuessEquation {
  using Table = NormalTable<hn::TFromV<V>>;

 public:
  HWY_INLINE GuessEquation(const Puts<V>& puts, V years, const Table& normal)
      : puts_{puts}, normal_{normal} {
    const V root = hn::Sqrt(years);
    carry_ = puts.rate - puts.yield;
    deviation_ = puts.volatility * root;
    inverse_ = all<V>(1) / deviation_;
    middle_ = fused(all<V>(0.5), deviation_, carry_ * root / puts.volatility);
    half_inverse_time_ = all<V>(0.5) / years;
    discount_ = exp_of(hn::Neg(puts.rate * years));
    yield_discount_ = exp_of(hn::Neg(puts.yield * years));
    const V over_variance = all<V>(1) / (puts.volatility * puts.volatility);
    const V order = all<V>(2) * carry_ * over_variance - all<V>(1);
    const V slope = all<V>(1) / (years * mean_discount(puts.rate * years));  // r / (1 - e^-rt)
    const V root_of_order = hn::Sqrt(fused(order, order, all<V>(8) * slope * over_variance));
    alpha_ = all<V>(-2) * over_variance / root_of_order;
    const V power = all<V>(-0.5) * (order + root_of_order);
    const V change = all<V>(2) * slope * slope * over_variance / root_of_order;  // of power
    beta_ = alpha_ * discount_ * (slope - change / root_of_order) - power;
  }

  /// One of Halley's steps, kept inside of (0, most].
  HWY_INLINE V better(V x, V log_x, V most) const {
    const V one = all<V>(1), half = all<V>(0.5);
    const V plus = fused(log_x, inverse_, middle_), minus = plus - deviation_;
    const V below_plus = yield_discount_ * normal_below(hn::Neg(plus), normal_);
    const V below_minus = discount_ * normal_below(hn::Neg(minus), normal_);
    const V density = yield_discount_ * normal_density(plus);
    const V put = below_minus - x * below_plus;
    const V theta = puts_.rate * below_minus - puts_.yield * x * below_plus -
                    half * puts_.volatility * puts_.volatility * x * inverse_ * density;
    const V charm = hn::Neg(
        fused(density, carry_ * inverse_ - minus * half_inverse_time_, puts_.yield * below_plus));
    const V gamma = density * inverse_ / x;
    const V colour = gamma * (puts_.yield + carry_ * plus * inverse_ +
                              (one - plus * minus) * half_inverse_time_);
    const V held = one - below_plus;
    const V value = held * x - beta_ * (one - x - put) + alpha_ * theta;
    const V first = held + inverse_ * density + beta_ * held + alpha_ * charm;
    const V second = gamma * (one - plus * inverse_) + beta_ * gamma + alpha_ * colour;
    const V newton = value / first;
    const V next = x - newton / (one - half * newton * second / first);
    return hn::Min(hn::Max(next, all<V>(0.02) * most), most);
  }

 private:
  const Puts<V>& puts_;
  const Table& normal_;
  V carry_, deviation_, inverse_, middle_, half_inverse_time_, discount_, yield_discount_;
  V alpha_, beta_;
};

/// Logarithm of the boundary, `years` before expiry, in a fixed number of steps.
template <class V>
HWY_INLINE V guessed_log(const Puts<V>& puts, V years, V log_start,
                         const NormalTable<hn::TFromV<V>>& normal) {
  constexpr int steps = 4;  // three miss by cents where the volatility is great and the rate small
  const GuessEquation<V> equation{puts, years, normal};
  const V most = exp_of(log_start);
  V x = most, log_x = log_start;
  for (int step = 0; step < steps; ++step) {
    x = equation.better(x, log_x, most);
    log_x = log_of(x);
  }
  return log_x;
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#endif
