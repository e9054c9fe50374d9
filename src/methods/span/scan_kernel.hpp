#pragma once
// Sixteen sums for each group of positions, and the worst of each: the vector kernel of
// scan_batch.hpp.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace plimsoll::span {

/// A risk array in one cache line: losses above zero, digits at its commodity's power of ten.
struct alignas(64) ScanRow {
  std::array<std::int32_t, 16> values{};
};
static_assert(sizeof(ScanRow) == 64);

/// So many contracts of a row; sold below zero.
struct ScanPosition {
  std::uint32_t row = 0;
  std::int32_t contracts = 0;
};

/// Positions of one account in one commodity: they end where `end` says, and begin where those of
/// the group before end.
struct ScanGroup {
  std::uint32_t end = 0;
  std::uint32_t commodity = 0;
};

/// Whoever makes one sees to it that no sum is beyond 64 bits.
struct ScanJob {
  const ScanRow* rows = nullptr;
  std::span<const ScanPosition> positions = {};
  std::span<const ScanGroup> groups = {};
  std::span<const std::uint32_t> firsts = {};  // of each account, its first group; then the end
  std::span<const std::int64_t> factors = {};  // of each commodity: its unit in that of totals
  std::span<std::int64_t> risks = {};          // of each group
  std::span<std::int64_t> totals = {};         // of each account; none: not wanted
};

/// Fills in the results of the accounts from `first` until `last`.
void scan_accounts(const ScanJob& job, std::size_t first, std::size_t last);

}  // namespace plimsoll::span
