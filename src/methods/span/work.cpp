#include "methods/span/work.hpp"

#include <algorithm>

namespace plimsoll::span {

std::optional<Decimal> rate_for(const clearing::Rates& rates, std::int16_t rate_class) {
  const auto own = std::ranges::find(rates, rate_class, &clearing::Rate::rate_class);
  if (own != rates.end()) return own->value;
  if (rates.empty()) return std::nullopt;
  return rates.front().value;
}

Decimal scaled(Decimal rate, const Work& work, const Policy& policy) {
  if (!policy.rates_to_risk_exponent) return rate;
  Int128 nano = rate.nano();
  for (int power = work.terms->risk_exponent; power > 0; --power) nano *= 10;
  return Decimal::from_nano(nano);
}

const clearing::RiskArray& array_of(const RiskFile& file, const clearing::Contract& contract,
                                    std::int16_t rate_class) {
  for (Index i = contract.array; i < contract.array + contract.arrays; ++i)
    if (file.arrays[i].rate == rate_class) return file.arrays[i];
  return file.arrays[contract.array];
}

Month ladder_month(const clearing::Contract& contract) {
  return contract.month.empty() ? contract.option_month : contract.month;
}

const clearing::Tier* scan_tier(const Work& work, Month month) {
  for (const clearing::Tier& tier : work.terms->scan_tiers)
    if (Reach{&tier}.holds(month)) return &tier;
  return nullptr;
}

}  // namespace plimsoll::span
