// What exercise brings the options of a vector through time, and where the nodes of their grids
// lie. Included once for each processor target.

#include <cmath>
#include <cstddef>
#include <span>

#include <hwy/highway.h>

#include "pricing/grid_kernel.hpp"
#include "pricing/vector_math-inl.hpp"

#if defined(PLIMSOLL_PRICING_GRID_LANES) == defined(HWY_TARGET_TOGGLE)
#ifdef PLIMSOLL_PRICING_GRID_LANES
#undef PLIMSOLL_PRICING_GRID_LANES
#else
#define PLIMSOLL_PRICING_GRID_LANES
#endif

HWY_BEFORE_NAMESPACE();
namespace plimsoll::pricing {
namespace HWY_NAMESPACE {

using D = hn::CappedTag<double, block_size>;
using V = hn::Vec<D>;

/// Logarithms of the spot without its dividends, and without what it grows by. The first node is
/// where the option is exercised: a put's are in order, a call's run down.
struct Nodes {
  V first, apart;
};

/// What exercise brings on a node: so much of the node's spot, and cash; signed.
struct Exercised {
  V slope, cash;
  HWY_INLINE V at(V spot) const { return fused(slope, spot, cash); }
};

/// The options of one vector. All is in money of today, so that values change by chance alone.
class GridLanes {
 public:
  HWY_INLINE GridLanes(const GridPlan& plan, const GridOptions& options, GridScratch& scratch,
                       std::size_t lane)
      : plan_{plan}, scratch_{scratch}, lane_{lane} {
    constexpr D d;
    spot_ = hn::Load(d, &options.spot[lane]);
    strike_ = hn::Load(d, &options.strike[lane]);
    rate_ = hn::Load(d, &options.rate[lane]);
    yield_ = hn::Load(d, &options.yield[lane]);
    direction_ = hn::Load(d, &options.direction[lane]);
    const V deviation = hn::Load(d, &options.volatility[lane]) * all<V>(std::sqrt(plan.years));
    // Below, no spot moves that a double would see; above, prices have no volatility in them.
    constexpr double least = 1e-9, most = 14;
    is_moving_ = deviation >= all<V>(least);
    deviation_ = hn::Min(hn::Max(deviation, all<V>(least)), all<V>(most));
    half_variance_ = all<V>(0.5 / plan.years) * deviation_ * deviation_;
    consider_dates();
  }

  /// The spot without its dividends, after a move.
  HWY_INLINE V stock(double move) const {
    return fused(spot_, all<V>(1 + move), hn::Neg(present_));
  }

  /// What exercise at the best of the dates from this on brings, or at expiry, or never, a spot
  /// without dividends of which chance makes nothing more.
  V certain(V stock, std::size_t date) const {
    V best = hn::Zero(D{});
    for (; date <= plan_.dates.size(); ++date) best = hn::Max(best, on_date(date).at(stock));
    return best;
  }
  /// The price, with what a grid says where it reaches.
  V price(V stock, V on_grid, hn::Mask<D> is_on_grid) const {
    const V least = hn::Max(certain(stock, 0), direction_ * (stock + present_ - strike_));
    const V years = all<V>(plan_.years), zero = hn::Zero(D{});
    const V call_most = fused(stock, exp_of(hn::Max(hn::Neg(yield_), zero) * years), present_);
    const V put_most = strike_ * exp_of(hn::Max(hn::Neg(rate_), zero) * years);
    const V most = hn::IfThenElse(is_call(), call_most, put_most);
    const V read = hn::IfThenElseZero(hn::And(is_on_grid, is_moving_), hn::Min(on_grid, most));
    return hn::Max(read, least);
  }

  /// Nodes around the strike and around the spots after the moves, with one on the kink of the
  /// payoff at expiry.
  Nodes lay(std::span<const double> moves, int pieces) const {
    const V reach = all<V>(plan_.deviations) * deviation_, years = all<V>(plan_.years);
    // Where exercise begins to pay, at expiry and today. Dividends may be more than the strike.
    const V least = strike_ * all<V>(1e-3);
    const V paid = hn::IfThenElseZero(is_call(), all<V>(plan_.paid_at_expiry));
    const V drift = (rate_ - yield_ - half_variance_) * years;
    const V kink = log_of(hn::Max(strike_ - paid, least)) - drift;
    const V kink_now = log_of(hn::Max(strike_ - present_, least));
    // Beyond these whether to exercise is certain. When, is not where there is a yield.
    V low = hn::Min(kink, kink_now) - reach, high = hn::Max(kink, kink_now) + reach;
    const V here = log_of(stock(0));
    const auto may_wait = yield_ != hn::Zero(D{});
    low = hn::IfThenElse(hn::AndNot(is_call(), may_wait), hn::Min(low, here - reach), low);
    high = hn::IfThenElse(hn::And(is_call(), may_wait), hn::Max(high, here + reach), high);
    V lowest = high, highest = low;
    for (const double move : moves) {
      const V read = hn::Min(hn::Max(log_of(stock(move)), low), high);
      lowest = hn::Min(lowest, read);
      highest = hn::Max(highest, read);
    }
    low = hn::Max(low, lowest - reach);
    high = hn::Min(high, highest + reach);
    const V apart = (high - low) * all<V>(1.0 / pieces);
    const V place = (kink - low) / apart;
    const V aside = (place - hn::Round(place)) * apart;
    return {aside + hn::IfThenElse(is_call(), high, low),
            hn::IfThenElse(is_call(), hn::Neg(apart), apart)};
  }

  /// Exercise on a node, at a time between dates, or on one of them. A call is exercised while the
  /// dividend is still in the spot, a put when it is out.
  HWY_INLINE Exercised at_time(V now, std::size_t dates_before) const {
    const V still = load(scratch_.still[dates_before]);
    return {direction_ * exp_of(hn::Neg((yield_ + half_variance_) * now)),
            direction_ * (still - strike_ * exp_of(hn::Neg(rate_ * now)))};
  }
  HWY_INLINE Exercised at_date(V now, std::size_t date) const {
    const Exercised exercised = on_date(date);
    return {exercised.slope * shrunk_by_chance(now), exercised.cash};
  }
  /// A node's spot, of the spot whose logarithm drifts to it by chance.
  HWY_INLINE V shrunk_by_chance(V now) const { return exp_of(hn::Neg(half_variance_ * now)); }
  /// Half of the variance of so many years.
  HWY_INLINE V growth(V years) const { return half_variance_ * years; }
  std::size_t expiry() const { return plan_.dates.size(); }
  HWY_INLINE V load(const Lanes<double>& lanes) const { return hn::Load(D{}, &lanes[lane_]); }

 private:
  HWY_INLINE void store(V value, Lanes<double>& lanes) const {
    hn::Store(value, D{}, &lanes[lane_]);
  }
  HWY_INLINE hn::Mask<D> is_call() const { return direction_ > hn::Zero(D{}); }
  HWY_INLINE Exercised on_date(std::size_t date) const {
    return {load(scratch_.slope[date]), load(scratch_.cash[date])};
  }

  /// Of each date, and of expiry: what exercise then brings, and what dividends from it on are
  /// worth.
  void consider_dates() {
    present_ = hn::Zero(D{});
    for (std::size_t date = plan_.dates.size() + 1; date-- > 0;) {
      const bool is_expiry = date == plan_.dates.size();
      const V years = all<V>(is_expiry ? plan_.years : plan_.dates[date].years);
      const V amount = all<V>(is_expiry ? plan_.paid_at_expiry : plan_.dates[date].amount);
      const V discount = exp_of(hn::Neg(rate_ * years)), paid = amount * discount;
      const V in_spot = present_ + hn::IfThenElseZero(is_call(), paid);
      store(direction_ * exp_of(hn::Neg(yield_ * years)), scratch_.slope[date]);
      store(direction_ * (in_spot - strike_ * discount), scratch_.cash[date]);
      present_ = present_ + paid;
      store(present_, scratch_.still[date]);
    }
  }

  const GridPlan& plan_;
  GridScratch& scratch_;
  std::size_t lane_;
  V spot_, strike_, rate_, yield_, direction_;
  V deviation_, half_variance_;  // until expiry; of a year
  V present_;                    // all dividends' worth
  hn::Mask<D> is_moving_;
};

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::pricing
HWY_AFTER_NAMESPACE();

#endif
