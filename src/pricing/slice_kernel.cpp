#include "pricing/slice_kernel.hpp"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "pricing/slice_kernel.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>
#include "pricing/put_block-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

using Rule = RuleOf<Fine>::Type;
using Floats = hn::ScalableTag<float>;
using V = hn::Vec<Floats>;
using Mask = hn::Mask<Doubles>;

/// As many puts as a vector of floats holds, and their prices at any volatility.
class SlicePuts {
 public:
  static constexpr std::size_t size = hn::MaxLanes(Floats{});
  static constexpr std::size_t step = hn::MaxLanes(Doubles{});

  HWY_INLINE SlicePuts(const SliceBoundary& slice, const PutBlock& block, std::size_t lane)
      : slice_{slice}, block_{block}, lane_{lane}, puts_{puts_at<float>(block, lane)} {
    for (std::size_t at = 0; at < size; at += step) european_[at / step] = {block, lane + at};
    pay(rule_of<Fine>(), Scale<V>{puts_}, payments_);
    log_spot_ = narrowed<float>(&block.log_moneyness[lane]);
    spot_ = narrowed<float>(&block.moneyness[lane]);
  }

  /// Prices, never below exercise.
  HWY_INLINE void price(const double* volatilities, double* prices) {
    puts_.volatility = narrowed<float>(volatilities);
    const Scale<V> scale{puts_};
    V square[Fine::nodes];
    fall(scale, square);
    const Premium<Rule, V> premium{rule_of<Fine>(), normal_table(0.0F), scale, square, payments_};
    HWY_ALIGN float added[size];
    const V worth = premium.at(log_spot_, spot_);
    // Below the boundary the premium is what is missing of exercise; the larger of the two holds.
    hn::Store(worth, Floats{}, added);
    for (std::size_t at = 0; at < size; at += step) {
      EuropeanPuts& european = european_[at / step];
      european.set_volatility(hn::Load(Doubles{}, volatilities + at));
      const DoubleVector spot = hn::Load(Doubles{}, &block_.moneyness[lane_ + at]);
      const DoubleVector log_spot = hn::Load(Doubles{}, &block_.log_moneyness[lane_ + at]);
      const DoubleVector held = european.at(log_spot, spot) + widened(added + at);
      hn::Store(hn::Max(held, all<DoubleVector>(1) - spot), Doubles{}, prices + at);
    }
  }
  /// By the volatility, of the European puts at the one priced last.
  HWY_INLINE DoubleVector vega(std::size_t at) const {
    return european_[at / step].vega(hn::Load(Doubles{}, &block_.log_moneyness[lane_ + at]),
                                     hn::Load(Doubles{}, &block_.moneyness[lane_ + at]));
  }

 private:
  /// The squares of the boundary's fall at the puts' volatilities.
  HWY_INLINE void fall(const Scale<V>& scale, V (&square)[Fine::nodes]) const {
    const double low = std::log(SliceBoundary::volatility_least);
    const double high = std::log(SliceBoundary::volatility_most);
    const V place =
        (log_of(puts_.volatility) - all<V>(0.5 * (low + high))) * all<V>(2 / (high - low));
    V terms[SliceBoundary::terms];
    terms[0] = all<V>(1);
    terms[1] = place;
    for (std::size_t k = 2; k < SliceBoundary::terms; ++k)
      terms[k] = fused(place + place, terms[k - 1], hn::Neg(terms[k - 2]));
    for (std::size_t node = 0; node < Fine::nodes; ++node) {
      V sum = all<V>(slice_.series[node][0]);
      for (std::size_t k = 1; k < SliceBoundary::terms; ++k)
        sum = fused(terms[k], all<V>(slice_.series[node][k]), sum);
      const V fallen = hn::Max(sum, hn::Zero(Floats{})) * scale.pieces;
      square[node] = fallen * fallen;
    }
  }

  const SliceBoundary& slice_;
  const PutBlock& block_;
  std::size_t lane_;
  Puts<V> puts_;
  EuropeanPuts european_[size / step];
  Paid<V> payments_[Rule::points];
  V log_spot_, spot_;
};

/// The search of one vector of doubles: Newton's first step, then secants, inside a bracket. The
/// logarithm of what the price is over exercise is nearly straight in the inverse of the variance
/// where little is, and not very bent elsewhere; that inverse, below zero, is the `place`.
struct Search {
  DoubleVector at, place_before, low, high;
  DoubleVector missing_before;  // logarithm of the price aimed at over the one found
  DoubleVector aimed, exercise;
  Mask open;
};

void solve(const SliceBoundary& slice, const PutBlock& puts, const Lanes<double>& prices,
           Lanes<double>& volatilities, Lanes<double>& found) {
  constexpr Doubles d;
  constexpr std::size_t size = SlicePuts::size, step = SlicePuts::step;
  constexpr int steps_most = 24;
  constexpr double over_least = 1e-9;
  const DoubleVector one = all<DoubleVector>(1), half = all<DoubleVector>(0.5);
  constexpr double close = 1e-7;  // of the volatility
  constexpr double noise = 1e-9;  // of a price: what a premium in floats is sure of
  for (std::size_t lane = 0; lane < block_size; lane += size) {
    SlicePuts priced{slice, puts, lane};
    HWY_ALIGN double tried[size], worth[size];
    Search searches[size / step];
    for (std::size_t at = 0; at < size; at += step) {
      Search& search = searches[at / step];
      const DoubleVector spot = hn::Load(d, &puts.moneyness[lane + at]);
      search.exercise = hn::Max(all<DoubleVector>(1) - spot, hn::Zero(d));
      search.aimed =
          hn::Max(hn::Load(d, &prices[lane + at]) - search.exercise, all<DoubleVector>(1e-300));
      search.at = hn::Load(d, &puts.volatility[lane + at]);
      search.low = all<DoubleVector>(SliceBoundary::volatility_least);
      search.high = all<DoubleVector>(SliceBoundary::volatility_most);
      search.open = search.aimed > all<DoubleVector>(SliceBoundary::over_exercise_least);
      hn::Store(hn::Zero(d), d, &found[lane + at]);
      hn::Store(search.at, d, tried + at);
    }
    for (int i = 0; i < steps_most; ++i) {
      priced.price(tried, worth);
      bool any_open = false;
      for (std::size_t at = 0; at < size; at += step) {
        Search& search = searches[at / step];
        const DoubleVector over =
            hn::Max(hn::Load(d, worth + at) - search.exercise, all<DoubleVector>(over_least));
        const DoubleVector missing = log_of(search.aimed / over);
        const auto too_low = missing > hn::Zero(d);
        search.low = hn::IfThenElse(hn::And(search.open, too_low), search.at, search.low);
        search.high =
            hn::IfThenElse(hn::And(search.open, hn::Not(too_low)), search.at, search.high);
        const DoubleVector here = search.at * search.at, half_cube = here * search.at * half;
        const DoubleVector place = hn::Neg(one / here);
        const DoubleVector slope =
            i == 0 ? priced.vega(at) / over * half_cube
                   : (search.missing_before - missing) / (place - search.place_before);
        DoubleVector next = hn::Sqrt(hn::Neg(one / (place + missing / slope)));
        // Not a number is on neither side.
        const auto inside = hn::And(next > search.low, next < search.high);
        next = hn::IfThenElse(inside, next, hn::Sqrt(search.low * search.high));
        const auto still = hn::Abs(next - search.at) <= all<DoubleVector>(close) * search.at;
        // At the end of the bracket there is no price to meet, but where its last digits waver.
        const auto near = hn::Or(inside, hn::Abs(missing) < all<DoubleVector>(1e-4));
        const auto met =
            hn::Or(hn::Abs(over - search.aimed) <= all<DoubleVector>(noise), hn::And(still, near));
        hn::Store(hn::IfThenElse(hn::And(search.open, met), all<DoubleVector>(1),
                                 hn::Load(d, &found[lane + at])),
                  d, &found[lane + at]);
        search.place_before = hn::IfThenElse(search.open, place, search.place_before);
        search.missing_before = hn::IfThenElse(search.open, missing, search.missing_before);
        search.at = hn::IfThenElse(search.open, next, search.at);
        search.open = hn::And(search.open, hn::Not(hn::Or(met, still)));
        hn::Store(search.at, d, tried + at);
        any_open = any_open || !hn::AllFalse(d, search.open);
      }
      if (!any_open) break;
    }
    for (std::size_t i = 0; i < size; ++i) volatilities[lane + i] = tried[i];
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plimsoll::pricing {

HWY_EXPORT(solve);

void solve_volatilities(const SliceBoundary& slice, const PutBlock& puts,
                        const Lanes<double>& prices, Lanes<double>& volatilities,
                        Lanes<double>& found) {
  HWY_DYNAMIC_DISPATCH(solve)(slice, puts, prices, volatilities, found);
}

}  // namespace plimsoll::pricing
#endif
