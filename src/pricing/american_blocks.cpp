#include "pricing/american_blocks.hpp"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "pricing/american_blocks.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>
#include "pricing/put_block-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

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
      Paid<V> payments[Rule::points];
      pay(rule, scale, payments);
      const Premium<Rule, V> premium{rule, normal_table(T{}), scale, square, payments};
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
