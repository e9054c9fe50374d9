#include "methods/span/scan_batch.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <thread>

namespace plimsoll::span {
namespace {

std::unexpected<Error> wrong(std::size_t account, std::string what) {
  return fail(Reason::bad_input, std::move(what), "account " + std::to_string(account));
}

/// Adds an account's groups to the others.
Result<void> group(const ScanTable& table, std::span<const ScanPosition> positions,
                   std::size_t first, std::size_t last, std::size_t account,
                   std::vector<ScanGroup>& groups) {
  const std::span commodities = table.commodities();
  const std::size_t before = groups.size();
  Int128 most = 0;  // that the account can lose, in the smallest units
  for (std::size_t i = first; i < last; ++i) {
    const auto [row, contracts] = positions[i];
    if (row >= commodities.size())
      return wrong(account, "there is no row " + std::to_string(row) + ": the table has " +
                                std::to_string(commodities.size()));
    const clearing::Index commodity = commodities[row];
    if (groups.size() == before || groups.back().commodity != commodity) {
      if (groups.size() != before && commodity < groups.back().commodity)
        return wrong(account, "its positions are not in order of commodity");
      groups.push_back({.end = 0, .commodity = commodity});
    }
    groups.back().end = static_cast<std::uint32_t>(i + 1);
    most += Int128{std::abs(std::int64_t{contracts})} * table.largest()[commodity] *
            table.factors()[commodity];
    if (most > std::numeric_limits<std::int64_t>::max())
      return wrong(account, "it may lose more than 64 bits hold; split it");
  }
  return {};
}

}  // namespace

Result<ScanBooks> ScanBooks::of(const ScanTable& table, std::span<const ScanPosition> positions,
                                std::span<const std::uint32_t> firsts) {
  PLIMSOLL_CHECK(!firsts.empty() && firsts.front() == 0 && firsts.back() == positions.size());
  PLIMSOLL_CHECK(std::ranges::is_sorted(firsts));
  ScanBooks books;
  books.table_ = &table;
  books.positions_ = positions;
  books.firsts_.reserve(firsts.size());
  for (std::size_t account = 0; account + 1 < firsts.size(); ++account) {
    books.firsts_.push_back(static_cast<std::uint32_t>(books.groups_.size()));
    PLIMSOLL_TRY_VOID(
        group(table, positions, firsts[account], firsts[account + 1], account, books.groups_));
  }
  books.firsts_.push_back(static_cast<std::uint32_t>(books.groups_.size()));
  return books;
}

void ScanBooks::scan(std::span<std::int64_t> risks, std::span<std::int64_t> totals,
                     int threads) const {
  PLIMSOLL_CHECK(threads >= 1 && risks.size() == groups_.size());
  PLIMSOLL_CHECK(totals.empty() || totals.size() == accounts());
  PLIMSOLL_CHECK(totals.empty() || positions_.empty() || table_->currency());
  const ScanJob job{.rows = table_->rows().data(),
                    .positions = positions_,
                    .groups = groups_,
                    .firsts = firsts_,
                    .factors = table_->factors(),
                    .risks = risks,
                    .totals = totals};
  // Accounts are parted where groups are shared out evenly.
  const auto parts = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
      threads, 1, std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(accounts()))));
  const auto begin_of = [&](std::size_t part) {
    if (part == parts) return accounts();
    const auto found = std::ranges::lower_bound(firsts_, groups_.size() * part / parts);
    return std::min(static_cast<std::size_t>(found - firsts_.begin()), accounts());
  };
  std::vector<std::jthread> others;
  for (std::size_t part = 1; part < parts; ++part)
    others.emplace_back([&job, from = begin_of(part), until = begin_of(part + 1)] {
      scan_accounts(job, from, until);
    });
  scan_accounts(job, 0, begin_of(1));
}

}  // namespace plimsoll::span
