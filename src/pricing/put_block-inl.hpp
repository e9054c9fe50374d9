// Blocks of puts in vectors: doubles for the European value, floats or doubles for the boundary.
// Included once for each processor target.

#include <cstddef>

#include <hwy/highway.h>

#include "pricing/american_blocks.hpp"
#include "pricing/boundary-inl.hpp"

#if defined(PLIMSOLL_PRICING_PUT_BLOCK) == defined(HWY_TARGET_TOGGLE)
#ifdef PLIMSOLL_PRICING_PUT_BLOCK
#undef PLIMSOLL_PRICING_PUT_BLOCK
#else
#define PLIMSOLL_PRICING_PUT_BLOCK
#endif

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

using Doubles = hn::ScalableTag<double>;
using DoubleVector = hn::Vec<Doubles>;

template <class Scheme>
struct RuleOf;
template <>
struct RuleOf<Fine> {
  using Type = BoundaryRule<float, Fine::nodes, 8, 4, 24>;
};
template <>
struct RuleOf<Precise> {
  using Type = BoundaryRule<double, Precise::nodes, 32, 0, 64>;
};

template <class Scheme>
const typename RuleOf<Scheme>::Type& rule_of() {
  static const typename RuleOf<Scheme>::Type rule;
  return rule;
}

/// A vector of T from doubles, and back.
template <class T>
HWY_INLINE hn::Vec<hn::ScalableTag<T>> narrowed(const double* from) {
  constexpr hn::ScalableTag<T> d;
  constexpr Doubles wide;
  if constexpr (sizeof(T) == sizeof(double)) {
    return hn::Load(d, from);
  } else {
    HWY_ALIGN T narrow[hn::MaxLanes(d)];
    for (std::size_t i = 0; i < hn::Lanes(d); i += hn::Lanes(wide))
      hn::Store(hn::DemoteTo(hn::Rebind<T, Doubles>{}, hn::Load(wide, from + i)),
                hn::Rebind<T, Doubles>{}, narrow + i);
    return hn::Load(d, narrow);
  }
}
template <class T>
HWY_INLINE DoubleVector widened(const T* from) {
  if constexpr (sizeof(T) == sizeof(double)) return hn::Load(Doubles{}, from);
  else return hn::PromoteTo(Doubles{}, hn::Load(hn::Rebind<T, Doubles>{}, from));
}

template <class T>
HWY_INLINE Puts<hn::Vec<hn::ScalableTag<T>>> puts_at(const PutBlock& block, std::size_t lane) {
  return {narrowed<T>(&block.years[lane]), narrowed<T>(&block.volatility[lane]),
          narrowed<T>(&block.rate[lane]), narrowed<T>(&block.yield[lane])};
}

/// European puts on a strike of one, at any spot.
class EuropeanPuts {
 public:
  EuropeanPuts() = default;
  HWY_INLINE EuropeanPuts(const PutBlock& block, std::size_t lane) {
    constexpr Doubles d;
    const DoubleVector years = hn::Load(d, &block.years[lane]);
    const DoubleVector rate = hn::Load(d, &block.rate[lane]);
    const DoubleVector yield = hn::Load(d, &block.yield[lane]);
    root_years_ = hn::Sqrt(years);
    drift_ = (rate - yield) * years;
    strike_ = exp_of(hn::Neg(rate * years));
    underlying_ = exp_of(hn::Neg(yield * years));
    set_volatility(hn::Load(d, &block.volatility[lane]));
  }
  HWY_INLINE void set_volatility(DoubleVector volatility) {
    deviation_ = volatility * root_years_;
    inverse_ = all<DoubleVector>(1) / deviation_;
    offset_ = fused(drift_, inverse_, all<DoubleVector>(0.5) * deviation_);
  }
  HWY_INLINE DoubleVector at(DoubleVector log_spot, DoubleVector spot) const {
    const NormalTable<double>& normal = normal_table(0.0);
    const DoubleVector plus = fused(log_spot, inverse_, offset_);
    DoubleVector below[2]{(deviation_ - plus) * all<DoubleVector>(pieces),
                          hn::Neg(plus) * all<DoubleVector>(pieces)};
    normal_below_pieces(below, normal);
    return strike_ * below[0] - spot * underlying_ * below[1];
  }
  HWY_INLINE DoubleVector vega(DoubleVector log_spot, DoubleVector spot) const {
    const DoubleVector plus = fused(log_spot, inverse_, offset_);
    return spot * underlying_ * normal_density(plus) * root_years_;
  }

 private:
  static constexpr double pieces = NormalTable<double>::pieces_per_deviation;
  DoubleVector root_years_, drift_, strike_, underlying_, deviation_, inverse_, offset_;
};

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#endif
