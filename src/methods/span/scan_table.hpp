#pragma once
// A clearing house's risk arrays laid out for speed: for batches where the scanning risk of many
// whole sub-portfolios is wanted at once, as in searches over hedges or a look at a firm's every
// account. It is that one figure before any rounding, charge or credit; requirements go through
// `Span`.

#include <memory>
#include <optional>
#include <vector>

#include "market/clearing/risk_file.hpp"
#include "methods/span/scan_kernel.hpp"

namespace plimsoll::span {

class ScanTable {
 public:
  /// A row for each contract that has an array and a commodity, at one power of ten for each
  /// commodity. Without rows: commodities scanned tier by tier, see `left_out`. Refused by name: a
  /// value of more than 32 bits at that power; powers of two commodities more than 18 apart.
  static Result<ScanTable> of(const clearing::RiskFile& file, std::int16_t rate_class = 0);

  std::span<const ScanRow> rows() const { return {rows_.get(), count_}; }
  /// The commodity of each row, never less than that of the row before: its place in the file.
  std::span<const clearing::Index> commodities() const { return commodities_; }
  /// Where a contract's row is; `nowhere` where it has none. A combination is entered by its legs.
  clearing::Index row_of(clearing::Index contract) const { return row_of_[contract]; }
  /// Commodities without rows, as their risk is no single maximum.
  std::span<const clearing::Index> left_out() const { return left_out_; }

  /// Powers of ten that risks of a commodity, and totals, are digits of.
  int exponent_of(clearing::Index commodity) const { return exponents_[commodity]; }
  int exponent_of_totals() const { return least_; }
  /// One unit of each commodity in units of totals.
  std::span<const std::int64_t> factors() const { return factors_; }
  /// The largest size of a value of each commodity.
  std::span<const std::int64_t> largest() const { return largest_; }
  /// Of all commodities with rows; nothing where they have several, and then no totals.
  std::optional<Currency> currency() const { return currency_; }

 private:
  struct Free {
    void operator()(ScanRow* rows) const;
  };

  /// Which contract has which row, and at which power of ten.
  void lay_out(const clearing::RiskFile& file, std::int16_t rate_class);
  Result<void> settle_units(const clearing::RiskFile& file);
  Result<void> fill(const clearing::RiskFile& file, std::int16_t rate_class);
  void allocate(std::size_t count);

  std::unique_ptr<ScanRow[], Free> rows_;
  std::size_t count_ = 0;
  std::vector<clearing::Index> commodities_, row_of_, left_out_;
  std::vector<int> exponents_;
  int least_ = 0;
  std::vector<std::int64_t> factors_, largest_;
  std::optional<Currency> currency_;
};

}  // namespace plimsoll::span
