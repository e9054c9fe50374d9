#pragma once
// Scanning risk of many accounts at once, over a `ScanTable`: exactly the largest of the sixteen
// sums `summed` gives for each commodity, none below zero.

#include <span>

#include "methods/span/scan_table.hpp"

namespace plimsoll::span {

/// Positions of accounts, checked once and scanned as often as their table's values are of use.
class ScanBooks {
 public:
  /// `positions[firsts[a]]` until `positions[firsts[a + 1]]` are account a's, in order of commodity
  /// (by row will do): one more first than there are accounts. The positions and the table must
  /// outlive this. Refused by the account's number: a row that is not there, positions out of
  /// order, more contracts than 64 bits hold the losses of.
  static Result<ScanBooks> of(const ScanTable& table, std::span<const ScanPosition> positions,
                              std::span<const std::uint32_t> firsts);

  std::size_t accounts() const { return firsts_.size() - 1; }
  /// One for each account and commodity, account by account: `risks` are in this order.
  std::span<const ScanGroup> groups() const { return groups_; }
  /// The first group of each account, and the end of the last one's.
  std::span<const std::uint32_t> firsts() const { return firsts_; }

  /// In units of each commodity: of each group its scanning risk. `totals`, where it is not empty:
  /// of each account the sum of them in units of totals; the table must then have one currency. The
  /// same by any number of threads, one at least.
  void scan(std::span<std::int64_t> risks, std::span<std::int64_t> totals, int threads) const;

 private:
  const ScanTable* table_ = nullptr;
  std::span<const ScanPosition> positions_;
  std::vector<ScanGroup> groups_;
  std::vector<std::uint32_t> firsts_;
};

}  // namespace plimsoll::span
