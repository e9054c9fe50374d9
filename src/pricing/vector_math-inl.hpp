// Elementary functions over Highway vectors of float or double, each lane by itself and with the
// same operations on every processor target, so that a result does not depend on how wide a vector
// is. Included once for each target.

#include <hwy/highway.h>

#include "pricing/normal_table.hpp"

#if defined(PLIMSOLL_PRICING_VECTOR_MATH) == defined(HWY_TARGET_TOGGLE)
#ifdef PLIMSOLL_PRICING_VECTOR_MATH
#undef PLIMSOLL_PRICING_VECTOR_MATH
#else
#define PLIMSOLL_PRICING_VECTOR_MATH
#endif

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
inline constexpr bool has_fused_multiply = true;
#else
inline constexpr bool has_fused_multiply = false;
#endif

/// a * b + c, rounded once. Where the processor cannot, floats go through doubles, which hold the
/// product exactly.
template <class V>
HWY_INLINE V fused(V a, V b, V c) {
  using D = hn::DFromV<V>;
  using T = hn::TFromD<D>;
  if constexpr (has_fused_multiply || sizeof(T) == 8) {
    return hn::MulAdd(a, b, c);
  } else {
    constexpr D d;
    HWY_ALIGN T as[hn::MaxLanes(d)], bs[hn::MaxLanes(d)], cs[hn::MaxLanes(d)];
    hn::Store(a, d, as);
    hn::Store(b, d, bs);
    hn::Store(c, d, cs);
    for (std::size_t i = 0; i < hn::Lanes(d); ++i)
      as[i] = static_cast<T>(static_cast<double>(as[i]) * static_cast<double>(bs[i]) +
                             static_cast<double>(cs[i]));
    return hn::Load(d, as);
  }
}

/// The same number in each lane.
template <class V>
HWY_INLINE V all(double number) {
  using D = hn::DFromV<V>;
  return hn::Set(D{}, static_cast<hn::TFromD<D>>(number));
}

/// Polynomial in `x`, coefficients from the highest power.
template <class V, class... More>
HWY_INLINE V polynomial(V x, double highest, More... lower) {
  V sum = all<V>(highest);
  ((sum = fused(sum, x, all<V>(lower))), ...);
  return sum;
}

/// e to the x, for x from -700 (double) or -87 (float), below which it is that of the limit.
template <class V>
HWY_INLINE V exp_of(V x) {
  using D = hn::DFromV<V>;
  using T = hn::TFromD<D>;
  constexpr D d;
  const hn::RebindToSigned<D> di;
  constexpr bool wide = sizeof(T) == 8;
  x = hn::Max(x, all<V>(wide ? -700 : -87));
  x = hn::Min(x, all<V>(wide ? 700 : 88));
  const V whole = hn::Round(x * all<V>(1.4426950408889634));
  V rest = fused(whole, all<V>(wide ? -0.693147180369123816490 : -0.693145751953125), x);
  rest =
      fused(whole, all<V>(wide ? -1.90821492927058770002e-10 : -1.42860682030941723212e-6), rest);
  V power;
  if constexpr (wide)
    power = polynomial(rest, 1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800,
                       1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24,
                       1.0 / 6, 0.5, 1.0, 1.0);
  else power = polynomial(rest, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1.0, 1.0);
  constexpr int fraction_bits = wide ? 52 : 23, bias = wide ? 1023 : 127;
  const auto exponent = hn::ConvertTo(di, whole) + hn::Set(di, bias);
  return power * hn::BitCast(d, hn::ShiftLeft<fraction_bits>(exponent));
}

/// Natural logarithm of a normal number above zero.
template <class V>
HWY_INLINE V log_of(V x) {
  using D = hn::DFromV<V>;
  using T = hn::TFromD<D>;
  constexpr D d;
  const hn::RebindToSigned<D> di;
  using I = hn::TFromD<decltype(di)>;
  constexpr bool wide = sizeof(T) == 8;
  constexpr int fraction_bits = wide ? 52 : 23;
  // The exponent that leaves a mantissa from 0.75 to 1.5.
  constexpr I three_quarters =
      wide ? static_cast<I>(0x3FE8000000000000) : static_cast<I>(0x3F400000);
  const auto bits = hn::BitCast(di, x);
  const auto exponent = hn::ShiftRight<fraction_bits>(bits - hn::Set(di, three_quarters));
  const V mantissa = hn::BitCast(d, bits - hn::ShiftLeft<fraction_bits>(exponent));
  const V ratio = (mantissa - all<V>(1)) / (mantissa + all<V>(1));
  const V square = ratio * ratio;
  V series;
  if constexpr (wide)
    series = polynomial(square, 2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9,
                        2.0 / 7, 2.0 / 5, 2.0 / 3, 2.0);
  else series = polynomial(square, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3, 2.0);
  return fused(hn::ConvertTo(d, exponent), all<V>(0.6931471805599453), series * ratio);
}

/// Entry `at` of a table of 16, in each lane.
template <class V, class I>
HWY_INLINE V entry(const hn::TFromV<V>* table, I at) {
  using D = hn::DFromV<V>;
  constexpr D d;
  constexpr std::size_t lanes = hn::MaxLanes(d);
  if constexpr (lanes == 16) {
    return hn::TableLookupLanes(hn::Load(d, table), hn::IndicesFromVec(d, at));
  } else if constexpr (lanes == 8) {
    const hn::RebindToSigned<D> di;
    const auto within = hn::IndicesFromVec(d, hn::And(at, hn::Set(di, 7)));
    const V low = hn::TableLookupLanes(hn::Load(d, table), within);
    const V high = hn::TableLookupLanes(hn::Load(d, table + 8), within);
    return hn::IfThenElse(hn::RebindMask(d, at > hn::Set(di, 7)), high, low);
  } else {
    return hn::GatherIndex(d, table, at);
  }
}

/// The standard normal distribution function of `pieces / Table::pieces_per_deviation`: what it is
/// read at many times is cheaper to have in these units. Several at once, in step: one alone waits
/// for itself.
template <std::size_t count, class V>
HWY_INLINE void normal_below_pieces(V (&pieces)[count], const NormalTable<hn::TFromV<V>>& table) {
  using D = hn::DFromV<V>;
  constexpr D d;
  const hn::RebindToSigned<D> di;
  using Table = NormalTable<hn::TFromV<V>>;
  V within[count], tail[count];
  hn::Vec<decltype(di)> piece[count];
  for (std::size_t i = 0; i < count; ++i) {
    const V outward = hn::Min(hn::Abs(pieces[i]), all<V>(Table::last));
    piece[i] = hn::ConvertTo(di, outward);  // toward zero
    within[i] = outward - hn::ConvertTo(d, piece[i]);
    tail[i] = entry<V>(table.coefficients[Table::degree], piece[i]);
  }
  for (int power = Table::degree - 1; power >= 0; --power)
    for (std::size_t i = 0; i < count; ++i)
      tail[i] = fused(tail[i], within[i], entry<V>(table.coefficients[power], piece[i]));
  for (std::size_t i = 0; i < count; ++i)
    pieces[i] = hn::IfThenElse(pieces[i] >= hn::Zero(d), all<V>(1) - tail[i], tail[i]);
}
template <class V>
HWY_INLINE V normal_below_pieces(V pieces, const NormalTable<hn::TFromV<V>>& table) {
  V alone[1]{pieces};
  normal_below_pieces(alone, table);
  return alone[0];
}

/// The standard normal distribution function.
template <class V>
HWY_INLINE V normal_below(V x, const NormalTable<hn::TFromV<V>>& table) {
  return normal_below_pieces(x * all<V>(NormalTable<hn::TFromV<V>>::pieces_per_deviation), table);
}

/// Its density.
template <class V>
HWY_INLINE V normal_density(V x) {
  return exp_of(x * x * all<V>(-0.5)) * all<V>(0.3989422804014327);
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#endif
