#include "methods/span/scan_table.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <new>

#include "methods/span/places.hpp"
#include "methods/span/work.hpp"

namespace plimsoll::span {
namespace {

constexpr int powers_apart_max = 18;  // of ten, in 64 bits

/// Rows are read in any order: pages of this size keep the table of pages itself in the cache.
constexpr std::size_t large_page = std::size_t{2} << 20;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

bool in_tiers(const clearing::CombinedCommodity& commodity) {
  return commodity.months_are_tiers || !commodity.scan_tiers.empty();
}

/// The commodity of each product that has rows.
std::vector<Index> commodities_of(const RiskFile& file) {
  std::vector<Index> all;
  all.reserve(file.products.size());
  for (const clearing::Product& product : file.products) {
    const auto commodity = clearing::commodity_of(file, product.key);
    all.push_back(commodity && !in_tiers(file.commodities[*commodity]) ? *commodity
                                                                       : clearing::nowhere);
  }
  return all;
}

bool fits(Int128 value) {
  return value >= std::numeric_limits<std::int32_t>::min() &&
         value <= std::numeric_limits<std::int32_t>::max();
}

}  // namespace

void ScanTable::Free::operator()(ScanRow* rows) const { std::free(rows); }

void ScanTable::allocate(std::size_t count) {
  count_ = count;
  if (count == 0) return;
  const std::size_t bytes = count * sizeof(ScanRow);
  const std::size_t alignment = bytes < large_page ? sizeof(ScanRow) : large_page;
  const std::size_t size = (bytes + alignment - 1) / alignment * alignment;
  void* memory = std::aligned_alloc(alignment, size);
  if (memory == nullptr) throw std::bad_alloc{};
#if defined(MADV_HUGEPAGE)
  if (alignment == large_page)
    ::madvise(memory, size, MADV_HUGEPAGE);  // a wish: all is well without
#endif
  rows_.reset(static_cast<ScanRow*>(memory));
  std::uninitialized_value_construct_n(rows_.get(), count);
}

Result<ScanTable> ScanTable::of(const RiskFile& file, std::int16_t rate_class) {
  ScanTable table;
  table.lay_out(file, rate_class);
  PLIMSOLL_TRY_VOID(table.settle_units(file));
  PLIMSOLL_TRY_VOID(table.fill(file, rate_class));
  return table;
}

void ScanTable::lay_out(const RiskFile& file, std::int16_t rate_class) {
  const std::size_t count = file.commodities.size();
  exponents_.assign(count, 0);
  largest_.assign(count, 0);
  row_of_.assign(file.contracts.size(), clearing::nowhere);
  for (Index i = 0; i < count; ++i)
    if (in_tiers(file.commodities[i])) left_out_.push_back(i);
  const std::vector<Index> commodities = commodities_of(file);
  std::vector<Index> rows(count, 0);
  for (const clearing::Contract& contract : file.contracts) {
    const Index commodity = commodities[contract.product];
    if (commodity == clearing::nowhere || contract.array == clearing::nowhere) continue;
    const int exponent = array_of(file, contract, rate_class).exponent;
    int& least = exponents_[commodity];
    least = rows[commodity] == 0 ? exponent : std::min(least, exponent);
    ++rows[commodity];
  }
  // Contracts keep their order within a commodity.
  Index next = 0;
  for (Index& row : rows) next += std::exchange(row, next);
  commodities_.resize(next);
  for (Index i = 0; i < file.contracts.size(); ++i) {
    const Index commodity = commodities[file.contracts[i].product];
    if (commodity == clearing::nowhere || file.contracts[i].array == clearing::nowhere) continue;
    row_of_[i] = rows[commodity]++;
    commodities_[row_of_[i]] = commodity;
  }
}

Result<void> ScanTable::settle_units(const RiskFile& file) {
  factors_.assign(exponents_.size(), 1);
  if (commodities_.empty()) return {};
  least_ = exponents_[commodities_.front()];
  for (const Index commodity : commodities_) least_ = std::min(least_, exponents_[commodity]);
  const Currency first = file.commodities[commodities_.front()].currency;
  currency_ = first;
  for (const Index commodity : commodities_) {
    const int power = exponents_[commodity] - least_;
    if (power > powers_apart_max)
      return fail(Reason::bad_input,
                  "its values are digits times ten to " + std::to_string(exponents_[commodity]) +
                      ", others of " + file.name + " times ten to " + std::to_string(least_) +
                      ": no total holds both",
                  std::string{file.commodities[commodity].code.view()});
    factors_[commodity] = power_of_ten(power);
    if (file.commodities[commodity].currency != first) currency_.reset();
  }
  return {};
}

Result<void> ScanTable::fill(const RiskFile& file, std::int16_t rate_class) {
  allocate(commodities_.size());
  for (Index i = 0; i < file.contracts.size(); ++i) {
    if (row_of_[i] == clearing::nowhere) continue;
    const Index commodity = commodities_[row_of_[i]];
    const clearing::RiskArray& array = array_of(file, file.contracts[i], rate_class);
    const int power = array.exponent - exponents_[commodity];
    for (std::size_t scenario = 0; scenario < scenarios_count; ++scenario) {
      const Int128 value =
          Int128{array.digits[scenario]} * power_of_ten(std::min(power, powers_apart_max));
      if (!fits(value) || (power > powers_apart_max && value != 0))
        return fail(Reason::bad_input,
                    "its loss of " + std::to_string(array.digits[scenario]) + " times ten to " +
                        std::to_string(array.exponent) +
                        " is more than 32 bits hold at its commodity's ten to " +
                        std::to_string(exponents_[commodity]) + "; margin it without this table",
                    key_text(file, file.contracts[i]));
      rows_[row_of_[i]].values[scenario] = static_cast<std::int32_t>(value);
      const std::int64_t size = std::abs(static_cast<std::int64_t>(value));
      largest_[commodity] = std::max(largest_[commodity], size);
    }
  }
  return {};
}

}  // namespace plimsoll::span
