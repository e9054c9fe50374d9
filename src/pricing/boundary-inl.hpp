// The early exercise boundary of American puts on a strike of one, and the premium over the
// European put, a lane an option. The equation is Kim's (1990) in the form and with the collocation
// of Andersen, Lake and Offengenden (2016); its sweeps are mixed as by Anderson (1965), which saves
// a third of them. Every lane takes the same steps, so no lane depends on its neighbours. Included
// once for each processor target.

#include <cstddef>

#include <hwy/highway.h>

#include "pricing/boundary_rule.hpp"
#include "pricing/first_guess-inl.hpp"
#include "pricing/vector_math-inl.hpp"

#if defined(PLIMSOLL_PRICING_BOUNDARY) == defined(HWY_TARGET_TOGGLE)
#ifdef PLIMSOLL_PRICING_BOUNDARY
#undef PLIMSOLL_PRICING_BOUNDARY
#else
#define PLIMSOLL_PRICING_BOUNDARY
#endif

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

/// What every reading of an integral takes of an option. Distances between logarithms of prices are
/// in pieces of the normal table: deviations until expiry by the pieces of one.
template <class V>
struct Scale {
  V pieces;     // in a logarithm of one
  V deviation;  // d+ less d-, until expiry
  V middle;     // d+ of a price on the boundary, until expiry
  V start;      // logarithm of the boundary just before expiry
  V log_start;  // the same, as it is
  V rate_time, yield_time;

  HWY_INLINE explicit Scale(const Puts<V>& puts) {
    const V per_deviation = all<V>(NormalTable<hn::TFromV<V>>::pieces_per_deviation);
    const V root = hn::Sqrt(puts.years);
    const V until_expiry = puts.volatility * root;
    pieces = per_deviation / until_expiry;
    deviation = per_deviation * until_expiry;
    middle = per_deviation *
             fused(all<V>(0.5), until_expiry, root * (puts.rate - puts.yield) / puts.volatility);
    log_start = log_start_of(puts);
    start = log_start * pieces;
    rate_time = puts.rate * puts.years;
    yield_time = puts.yield * puts.years;
  }
};

/// What a reading pays on the strike and on the underlying where the put is exercised.
template <class V>
struct Paid {
  V strike, underlying;
};
template <class V, class R>
HWY_INLINE Paid<V> paid(const Scale<V>& scale, const R& at) {
  const V later = all<V>(at.later), weight = all<V>(at.weight);
  return {weight * scale.rate_time * exp_of(hn::Neg(scale.rate_time * later)),
          weight * scale.yield_time * exp_of(hn::Neg(scale.yield_time * later))};
}

/// A boundary by its fall below the start at each node, and the squares, which are smooth.
template <class V, std::size_t nodes>
struct Boundary {
  V fall[nodes], square[nodes];
  HWY_INLINE void put(std::size_t node, V fallen) {
    fall[node] = fallen;
    square[node] = fallen * fallen;
  }
};

/// Combines a sweep's image with the two before it so that the steps they took cancel out, in the
/// least squares over the nodes.
template <class V, std::size_t nodes>
class Mixing {
 public:
  HWY_INLINE void mix(const V (&image)[nodes], const V (&step)[nodes],
                      Boundary<V, nodes>& boundary) {
    V last = hn::Zero(hn::DFromV<V>{}), earlier = last;
    if (swept_ > 0) weigh(step, last, earlier);
    for (std::size_t i = 0; i < nodes; ++i) {
      V mixed = image[i];
      if (swept_ > 0) mixed = mixed - last * (image[i] - image_[0][i]);
      if (swept_ > 1) mixed = mixed - earlier * (image_[0][i] - image_[1][i]);
      image_[1][i] = image_[0][i];
      image_[0][i] = image[i];
      step_[1][i] = step_[0][i];
      step_[0][i] = step[i];
      boundary.put(i, hn::Max(mixed, hn::Zero(hn::DFromV<V>{})));
    }
    ++swept_;
  }

 private:
  HWY_INLINE void weigh(const V (&step)[nodes], V& last, V& earlier) const {
    const V zero = hn::Zero(hn::DFromV<V>{});
    V aa = all<V>(1e-20), ab = zero, bb = aa, as = zero, bs = zero;
    for (std::size_t i = 0; i < nodes; ++i) {
      const V a = step[i] - step_[0][i];
      aa = fused(a, a, aa);
      as = fused(a, step[i], as);
      if (swept_ == 1) continue;
      const V b = step_[0][i] - step_[1][i];
      ab = fused(a, b, ab);
      bb = fused(b, b, bb);
      bs = fused(b, step[i], bs);
    }
    last = as / aa;
    if (swept_ > 1) {
      const V determinant = aa * bb - ab * ab;
      const auto apart = determinant > all<V>(1e-3) * aa * bb;  // else two steps were one
      const V inverse = all<V>(1) / hn::Max(determinant, all<V>(1e-38));
      last = hn::IfThenElse(apart, (as * bb - bs * ab) * inverse, last);
      earlier = hn::IfThenElseZero(apart, (bs * aa - as * ab) * inverse);
    }
    last = hn::Min(hn::Max(last, all<V>(-1)), all<V>(1));
    earlier = hn::Min(hn::Max(earlier, all<V>(-1)), all<V>(1));
  }

  V image_[2][nodes], step_[2][nodes];  // of the last sweep and the one before
  int swept_ = 0;
};

/// The equation of one rule, for the options in the lanes of V.
template <class Rule, class V>
class Equation {
  using T = hn::TFromV<V>;
  using D = hn::DFromV<V>;
  static constexpr std::size_t nodes = Rule::nodes, quadrature = Rule::quadrature;
  static constexpr std::size_t in_step = 4;  // readings taken together: one alone waits for itself
  static_assert(quadrature % (2 * in_step) == 0);

 public:
  HWY_INLINE Equation(const Rule& rule, const NormalTable<T>& normal, const Puts<V>& puts)
      : rule_{rule}, normal_{normal}, scale_{puts} {
    for (std::size_t i = 0; i < nodes; ++i) {
      const V time = all<V>(rule.root_of_time[i] * rule.root_of_time[i]);
      discount_[i] = {exp_of(hn::Neg(scale_.rate_time * time)),
                      exp_of(hn::Neg(scale_.yield_time * time))};
      for (std::size_t k = 0; k < Rule::readings_at(i); ++k)
        paid_[i][k] = paid(scale_, rule.equation[i][k]);
    }
  }

  HWY_INLINE Boundary<V, nodes> solved(const Puts<V>& puts, int sweeps) const {
    Boundary<V, nodes> boundary;
    for (std::size_t i = 0; i < nodes; ++i) {
      const V years = puts.years * all<V>(rule_.root_of_time[i] * rule_.root_of_time[i]);
      const V guess = guessed_log(puts, years, scale_.log_start, normal_);
      boundary.put(i, (scale_.log_start - guess) * scale_.pieces);
    }
    Mixing<V, nodes> mixing;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      V image[nodes], step[nodes];
      for (std::size_t i = 0; i < nodes; ++i) {
        image[i] = improved(boundary, i);
        step[i] = image[i] - boundary.fall[i];
      }
      mixing.mix(image, step, boundary);
    }
    return boundary;
  }

 private:
  /// What the equation makes of the boundary's fall at a node. A step is cut short where it would
  /// move the boundary by a fifth, as it may where the rate is near zero and the yield below it.
  HWY_INLINE V improved(const Boundary<V, nodes>& boundary, std::size_t node) const {
    const V now = boundary.fall[node];
    const T root = rule_.root_of_time[node];
    V at_expiry[2];
    at_expiry[1] = fused(scale_.start - now, all<V>(1 / root), scale_.middle * all<V>(root));
    at_expiry[0] = fused(scale_.deviation, all<V>(-root), at_expiry[1]);
    normal_below_pieces(at_expiry, normal_);
    Paid<V> sum{discount_[node].strike * at_expiry[0], discount_[node].underlying * at_expiry[1]};
    for (std::size_t k = 0; k < Rule::readings_at(node); k += in_step)
      add_readings(boundary, node, k, sum);
    const V x = sum.strike / sum.underlying;
    const V limit = all<V>(0.2) * scale_.pieces;
    const V step = hn::IfThenElse(x > all<V>(1e-20), scale_.start - log_of(x) * scale_.pieces - now,
                                  hn::Neg(limit));
    const V short_step = hn::Min(hn::Max(step, hn::Neg(limit)), limit);
    return hn::Max(now + short_step, hn::Zero(D{}));
  }

  HWY_INLINE void add_readings(const Boundary<V, nodes>& boundary, std::size_t node,
                               std::size_t first, Paid<V>& sum) const {
    const Reading<T, nodes>* at = &rule_.equation[node][first];
    const Paid<V>* pays = &paid_[node][first];
    V square[in_step], below[2 * in_step];
    for (std::size_t g = 0; g < in_step; ++g) square[g] = all<V>(at[g].mix[0]) * boundary.square[0];
    for (std::size_t j = 1; j < nodes; ++j)
      for (std::size_t g = 0; g < in_step; ++g)
        square[g] = fused(all<V>(at[g].mix[j]), boundary.square[j], square[g]);
    for (std::size_t g = 0; g < in_step; ++g) {
      const V fall = hn::Sqrt(hn::Max(square[g], hn::Zero(D{})));
      below[g] = fused(fall - boundary.fall[node], all<V>(at[g].inverse_root_later),
                       scale_.middle * all<V>(at[g].root_later));
      below[in_step + g] = fused(scale_.deviation, all<V>(-at[g].root_later), below[g]);
    }
    normal_below_pieces(below, normal_);
    for (std::size_t g = 0; g < in_step; ++g) {
      sum.strike = fused(pays[g].strike, below[in_step + g], sum.strike);
      sum.underlying = fused(pays[g].underlying, below[g], sum.underlying);
    }
  }

  const Rule& rule_;
  const NormalTable<T>& normal_;
  Scale<V> scale_;
  Paid<V> discount_[nodes];
  Paid<V> paid_[nodes][quadrature];
};

template <class Rule, class V>
HWY_INLINE void pay(const Rule& rule, const Scale<V>& scale, Paid<V> (&payments)[Rule::points]) {
  for (std::size_t k = 0; k < Rule::points; ++k) payments[k] = paid(scale, rule.price[k]);
}

/// What early exercise is worth, at any spot: everything of it but the spot.
template <class Rule, class V>
class Premium {
  using T = hn::TFromV<V>;
  using D = hn::DFromV<V>;
  static constexpr std::size_t nodes = Rule::nodes, points = Rule::points;
  static constexpr std::size_t in_step = 4;
  static_assert(points % in_step == 0);

 public:
  /// `payments` are those of `rule.price`; they do not depend on the volatility.
  HWY_INLINE Premium(const Rule& rule, const NormalTable<T>& normal, const Scale<V>& scale,
                     const V (&square)[nodes], const Paid<V> (&payments)[points])
      : normal_{normal}, paid_{payments} {
    for (std::size_t k = 0; k < points; ++k) {
      const Reading<T, nodes>& at = rule.price[k];
      V then = all<V>(at.mix[0]) * square[0];
      for (std::size_t j = 1; j < nodes; ++j) then = fused(all<V>(at.mix[j]), square[j], then);
      const V fall = hn::Sqrt(hn::Max(then, hn::Zero(D{})));
      inverse_[k] = hn::Neg(scale.pieces * all<V>(at.inverse_root_later));
      deviation_[k] = scale.deviation * all<V>(at.root_later);
      offset_[k] = fused(scale.start - fall, all<V>(at.inverse_root_later),
                         (scale.deviation - scale.middle) * all<V>(at.root_later));
    }
    log_boundary_ = scale.log_start - hn::Sqrt(square[nodes - 1]) / scale.pieces;
  }

  /// Logarithm of the boundary now: at or below it the put is exercised.
  HWY_INLINE V log_boundary() const { return log_boundary_; }

  HWY_INLINE V at(V log_spot, V spot) const {
    V strike = hn::Zero(D{}), underlying = strike;
    for (std::size_t k = 0; k < points; k += in_step) {
      V below[2 * in_step];
      for (std::size_t g = 0; g < in_step; ++g) {
        below[g] = fused(log_spot, inverse_[k + g], offset_[k + g]);
        below[in_step + g] = below[g] - deviation_[k + g];
      }
      normal_below_pieces(below, normal_);
      for (std::size_t g = 0; g < in_step; ++g) {
        strike = fused(paid_[k + g].strike, below[g], strike);
        underlying = fused(paid_[k + g].underlying, below[in_step + g], underlying);
      }
    }
    return hn::Max(strike - spot * underlying, hn::Zero(D{}));
  }

 private:
  const NormalTable<T>& normal_;
  V inverse_[points], offset_[points], deviation_[points];  // of -d-, in pieces
  const Paid<V> (&paid_)[points];
  V log_boundary_;
};

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#endif
