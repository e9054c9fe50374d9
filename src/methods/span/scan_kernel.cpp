#include "methods/span/scan_kernel.hpp"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "methods/span/scan_kernel.cpp"
#include <hwy/foreach_target.h>
//
#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace plimsoll::span {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Positions between the one that is added and the one whose row is asked for from memory.
inline constexpr std::size_t rows_ahead = 24;

#if HWY_TARGET == HWY_SCALAR
class Sums {
 public:
  void add(const ScanRow& row, std::int32_t contracts) {
    for (std::size_t i = 0; i < row.values.size(); ++i)
      sums_[i] += std::int64_t{contracts} * row.values[i];
  }
  std::int64_t worst() const { return std::max(*std::ranges::max_element(sums_), std::int64_t{}); }

 private:
  std::array<std::int64_t, 16> sums_{};
};
#else
/// Values at even and at odd places are multiplied by themselves, as a product is twice as wide.
class Sums {
 public:
  HWY_INLINE Sums() {
    for (std::size_t v = 0; v < vectors; ++v) even_[v] = odd_[v] = hn::Zero(Wide{});
  }
  HWY_INLINE void add(const ScanRow& row, std::int32_t contracts) {
    constexpr Narrow narrow;
    constexpr Wide wide;
    const auto times = hn::Set(narrow, contracts);
    for (std::size_t v = 0; v < vectors; ++v) {
      const auto values = hn::Load(narrow, row.values.data() + v * hn::MaxLanes(narrow));
      const auto odd = hn::BitCast(narrow, hn::ShiftRight<32>(hn::BitCast(wide, values)));
      even_[v] = hn::Add(even_[v], hn::MulEven(values, times));
      odd_[v] = hn::Add(odd_[v], hn::MulEven(odd, times));
    }
  }
  /// Nothing where no scenario loses.
  HWY_INLINE std::int64_t worst() const {
    constexpr Wide wide;
    auto most = hn::Zero(wide);
    for (std::size_t v = 0; v < vectors; ++v) most = hn::Max(most, hn::Max(even_[v], odd_[v]));
    return hn::GetLane(hn::MaxOfLanes(wide, most));
  }

 private:
  using Narrow = hn::CappedTag<std::int32_t, 16>;
  using Wide = hn::RepartitionToWide<Narrow>;
  static constexpr std::size_t vectors = 16 / hn::MaxLanes(Narrow{});
  hn::Vec<Wide> even_[vectors], odd_[vectors];
};
#endif

void scan(const ScanJob& job, std::size_t first, std::size_t last) {
  if (job.positions.empty()) {
    for (std::size_t account = first; account < last && !job.totals.empty(); ++account)
      job.totals[account] = 0;
    return;
  }
  const std::size_t last_position = job.positions.size() - 1;
  const ScanPosition* const positions = job.positions.data();
  const ScanRow* const rows = job.rows;
  std::size_t group = job.firsts[first];
  std::size_t at = group == 0 ? 0 : job.groups[group - 1].end;
  for (std::size_t account = first; account < last; ++account) {
    std::int64_t total = 0;
    for (const std::size_t end = job.firsts[account + 1]; group < end; ++group) {
      const ScanGroup own = job.groups[group];
      Sums sums;
      for (; at < own.end; ++at) {
        hwy::Prefetch(rows + positions[std::min(at + rows_ahead, last_position)].row);
        sums.add(rows[positions[at].row], positions[at].contracts);
      }
      const std::int64_t worst = sums.worst();
      job.risks[group] = worst;
      total += worst * job.factors[own.commodity];
    }
    if (!job.totals.empty()) job.totals[account] = total;
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace plimsoll::span
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace plimsoll::span {

HWY_EXPORT(scan);

void scan_accounts(const ScanJob& job, std::size_t first, std::size_t last) {
  HWY_DYNAMIC_DISPATCH(scan)(job, first, last);
}

}  // namespace plimsoll::span
#endif
