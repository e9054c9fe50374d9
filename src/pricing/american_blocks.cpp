#include "pricing/american_blocks.hpp"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "pricing/american_blocks.cpp"
#include "hwy/foreach_target.h"
//
#include "hwy/highway.h"
#include "pricing/boundary-inl.hpp"

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

template <class Scheme, class BoundaryBlocks>
HWY_INLINE void find(std::span<const PutBlock> puts, std::span<BoundaryBlocks> found) {
  using T = typename Scheme::Number;
  using V = hn::Vec<hn::ScalableTag<T>>;
  constexpr hn::ScalableTag<T> d;
  const auto& rule = rule_of<Scheme>();
  for (std::size_t block = 0; block < puts.size(); ++block) {
    for (std::size_t lane = 0; lane < block_size; lane += hn::Lanes(d)) {
      const Puts<V> here = puts_at<T>(puts[block], lane);
      const Equation equation{rule, normal_table(T{}), here};
      const auto boundary = equation.solved(here, Scheme::sweeps);
      for (std::size_t node = 0; node < Scheme::nodes; ++node)
        hn::Store(boundary.square[node], d, &found[block].square[node][lane]);
    }
  }
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
    deviation_ = hn::Load(d, &block.volatility[lane]) * hn::Sqrt(years);
    inverse_ = all<DoubleVector>(1) / deviation_;
    offset_ = fused((rate - yield) * years, inverse_, all<DoubleVector>(0.5) * deviation_);
    strike_ = exp_of(hn::Neg(rate * years));
    underlying_ = exp_of(hn::Neg(yield * years));
  }
  HWY_INLINE DoubleVector at(DoubleVector log_spot, DoubleVector spot) const {
    const NormalTable<double>& normal = normal_table(0.0);
    const DoubleVector plus = fused(log_spot, inverse_, offset_);
    DoubleVector below[2]{(deviation_ - plus) * all<DoubleVector>(pieces),
                          hn::Neg(plus) * all<DoubleVector>(pieces)};
    normal_below_pieces(below, normal);
    return strike_ * below[0] - spot * underlying_ * below[1];
  }

 private:
  static constexpr double pieces = NormalTable<double>::pieces_per_deviation;
  DoubleVector deviation_, inverse_, offset_, strike_, underlying_;
};

/// Where a block's puts stand after a move of the underlying's spot.
struct Moved {
  DoubleVector moneyness, log_moneyness, scale;
  HWY_INLINE Moved(const PutBlock& block, std::size_t lane, const Move& move) {
    constexpr Doubles d;
    const DoubleVector direction = hn::Load(d, &block.direction[lane]);
    const auto is_put = direction > hn::Zero(d);
    const DoubleVector up = all<DoubleVector>(move.up), down = all<DoubleVector>(move.down);
    moneyness = hn::Load(d, &block.moneyness[lane]) * hn::IfThenElse(is_put, up, down);
    log_moneyness =
        fused(direction, all<DoubleVector>(move.log_up), hn::Load(d, &block.log_moneyness[lane]));
    scale = hn::Load(d, &block.scale[lane]) * hn::IfThenElse(is_put, all<DoubleVector>(1), up);
  }
};

template <class Scheme, class BoundaryBlocks>
HWY_INLINE void read(std::span<const PutBlock> puts, std::span<const BoundaryBlocks> boundaries,
                     std::span<const Move> moves, std::span<Lanes<double>> prices) {
  using T = typename Scheme::Number;
  constexpr hn::ScalableTag<T> d;
  constexpr Doubles wide;
  using V = hn::Vec<hn::ScalableTag<T>>;
  using Rule = typename RuleOf<Scheme>::Type;
  constexpr std::size_t parts = hn::MaxLanes(d) / hn::MaxLanes(wide);
  const Rule& rule = rule_of<Scheme>();
  for (std::size_t block = 0; block < puts.size(); ++block) {
    for (std::size_t lane = 0; lane < block_size; lane += hn::Lanes(d)) {
      V square[Scheme::nodes];
      for (std::size_t node = 0; node < Scheme::nodes; ++node)
        square[node] = hn::Load(d, &boundaries[block].square[node][lane]);
      const Scale<V> scale{puts_at<T>(puts[block], lane)};
      const Premium<Rule, V> premium{rule, normal_table(T{}), scale, square};
      EuropeanPuts european[parts];
      for (std::size_t part = 0; part < parts; ++part)
        european[part] = EuropeanPuts{puts[block], lane + part * hn::Lanes(wide)};
      HWY_ALIGN T log_boundary[hn::MaxLanes(d)], added[hn::MaxLanes(d)];
      hn::Store(premium.log_boundary(), d, log_boundary);
      HWY_ALIGN double log_spots[hn::MaxLanes(d)], spots[hn::MaxLanes(d)];
      for (std::size_t j = 0; j < moves.size(); ++j) {
        for (std::size_t part = 0; part < parts; ++part) {
          const std::size_t at = part * hn::Lanes(wide);
          const Moved moved{puts[block], lane + at, moves[j]};
          hn::Store(moved.log_moneyness, wide, log_spots + at);
          hn::Store(moved.moneyness, wide, spots + at);
        }
        hn::Store(premium.at(narrowed<T>(log_spots), narrowed<T>(spots)), d, added);
        for (std::size_t part = 0; part < parts; ++part) {
          const std::size_t at = part * hn::Lanes(wide);
          const Moved moved{puts[block], lane + at, moves[j]};
          const DoubleVector exercised = all<DoubleVector>(1) - moved.moneyness;
          const DoubleVector held =
              european[part].at(moved.log_moneyness, moved.moneyness) + widened(added + at);
          const DoubleVector price =
              hn::IfThenElse(moved.log_moneyness > widened(log_boundary + at),
                             hn::Max(held, exercised), exercised);
          hn::Store(moved.scale * price, wide, &prices[block * moves.size() + j][lane + at]);
        }
      }
    }
  }
}

void find_fine(std::span<const PutBlock> puts, std::span<FineBoundary> found) {
  find<Fine>(puts, found);
}
void find_precise(std::span<const PutBlock> puts, std::span<PreciseBoundary> found) {
  find<Precise>(puts, found);
}
void read_fine(std::span<const PutBlock> puts, std::span<const FineBoundary> boundaries,
               std::span<const Move> moves, std::span<Lanes<double>> prices) {
  read<Fine>(puts, boundaries, moves, prices);
}
void read_precise(std::span<const PutBlock> puts, std::span<const PreciseBoundary> boundaries,
                  std::span<const Move> moves, std::span<Lanes<double>> prices) {
  read<Precise>(puts, boundaries, moves, prices);
}
void read_european(std::span<const PutBlock> puts, std::span<const Move> moves,
                   std::span<Lanes<double>> prices) {
  constexpr Doubles d;
  for (std::size_t block = 0; block < puts.size(); ++block) {
    for (std::size_t lane = 0; lane < block_size; lane += hn::Lanes(d)) {
      const EuropeanPuts european{puts[block], lane};
      for (std::size_t j = 0; j < moves.size(); ++j) {
        const Moved moved{puts[block], lane, moves[j]};
        const DoubleVector price = european.at(moved.log_moneyness, moved.moneyness);
        hn::Store(moved.scale * hn::Max(price, hn::Zero(d)), d,
                  &prices[block * moves.size() + j][lane]);
      }
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plimsoll::pricing {

HWY_EXPORT(find_fine);
HWY_EXPORT(find_precise);
HWY_EXPORT(read_fine);
HWY_EXPORT(read_precise);
HWY_EXPORT(read_european);

Move::Move(double part) : up{1 + part}, down{1 / (1 + part)}, log_up{std::log1p(part)} {}

void find_boundaries(std::span<const PutBlock> puts, std::span<FineBoundary> boundaries) {
  HWY_DYNAMIC_DISPATCH(find_fine)(puts, boundaries);
}
void find_boundaries(std::span<const PutBlock> puts, std::span<PreciseBoundary> boundaries) {
  HWY_DYNAMIC_DISPATCH(find_precise)(puts, boundaries);
}
void read_prices(std::span<const PutBlock> puts, std::span<const FineBoundary> boundaries,
                 std::span<const Move> moves, std::span<Lanes<double>> prices) {
  HWY_DYNAMIC_DISPATCH(read_fine)(puts, boundaries, moves, prices);
}
void read_prices(std::span<const PutBlock> puts, std::span<const PreciseBoundary> boundaries,
                 std::span<const Move> moves, std::span<Lanes<double>> prices) {
  HWY_DYNAMIC_DISPATCH(read_precise)(puts, boundaries, moves, prices);
}
void read_european_prices(std::span<const PutBlock> puts, std::span<const Move> moves,
                          std::span<Lanes<double>> prices) {
  HWY_DYNAMIC_DISPATCH(read_european)(puts, moves, prices);
}

}  // namespace plimsoll::pricing
#endif
