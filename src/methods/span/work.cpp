#include "methods/span/work.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

constexpr int powers_held = 38;  // of ten, in 128 bits

}  // namespace

std::optional<Decimal> rate_for(const clearing::Rates& rates, std::int16_t rate_class) {
  const auto own = std::ranges::find(rates, rate_class, &clearing::Rate::rate_class);
  if (own != rates.end()) return own->value;
  if (rates.empty()) return std::nullopt;
  return rates.front().value;
}

Decimal quotient(Decimal a, Decimal b, Round round) {
  Int128 top = a.nano(), bottom = b.nano();
  // Past 18 billion the last digits of both are a billionth of a billionth of either.
  for (; detail::magnitude(bottom) >> 64 != 0; bottom /= 10)
    top = divide(top, 10, Round::half_even);
  return divide(Decimal::from_nano(top), Decimal::from_nano(bottom), round);
}

Decimal scaled(Decimal rate, const Work& work, const Policy& policy) {
  if (!policy.rates_to_risk_exponent) return rate;
  int power = work.terms->risk_exponent;
  for (; power > 0; --power) rate = multiply(rate, Decimal{10}, Round::half_even);
  Int128 unit = 1;
  for (power = std::max(power, -powers_held); power < 0; ++power) unit *= 10;
  return Decimal::from_nano(divide(rate.nano(), unit, Round::half_even));
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
