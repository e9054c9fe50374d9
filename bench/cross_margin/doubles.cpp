#include "bench/cross_margin/doubles.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace plimsoll::bench {

Doubles::Doubles(const Pool& pool, const std::vector<Account>& accounts) {
  std::map<InstrumentId, std::uint32_t> numbers;
  std::vector<double> units;
  for (const auto& [name, bank] : pool.banks) {
    numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
    const double unit = std::pow(10.0, bank.decimals);
    units.push_back(unit);
    const auto biased = [unit](Fixed48 price, Fixed48 confidence, double side) {
      const double middle = to_double(price);
      return (middle + side * std::min(to_double(confidence), 0.05 * middle)) / unit;
    };
    const double low = biased(bank.price, bank.confidence, -1);
    const double high = biased(bank.price, bank.confidence, 1);
    const double mean_low = biased(bank.time_weighted_price, bank.time_weighted_confidence, -1);
    const double mean_high = biased(bank.time_weighted_price, bank.time_weighted_confidence, 1);
    const double limit = to_double(bank.init_value_limit);
    const double total = to_double(bank.total_assets.value_or(Fixed48{})) * mean_low;
    const double discount = limit > 0 && limit < total ? limit / total : 1;
    Rates rates;
    rates.low = {mean_low * discount, low};
    rates.weight = {to_double(bank.asset_weight_init), to_double(bank.asset_weight_maint)};
    rates.held = {rates.weight[0] * rates.low[0], rates.weight[1] * low, mean_low};
    rates.owed = {to_double(bank.liability_weight_init) * mean_high,
                  to_double(bank.liability_weight_maint) * high, mean_high};
    if (bank.emode_tag != 0) rates.tag = 1u << bank.emode_tag;
    for (const EmodeEntry& entry : bank.emode) {
      rates.tags_granted |= 1u << entry.collateral_tag;
      rates.granted[0][entry.collateral_tag] = to_double(entry.asset_weight_init);
      rates.granted[1][entry.collateral_tag] = to_double(entry.asset_weight_maint);
    }
    banks_.push_back(rates);
  }
  for (const Account& account : accounts) {
    first_.push_back(balances_.size());
    for (const Position& held : account.positions) {
      const std::uint32_t number = numbers.at(id_of(held.instrument));
      balances_.push_back(
          {number, static_cast<double>(held.quantity.atto) * 1e-18 * units[number]});
    }
  }
  first_.push_back(balances_.size());
}

Doubles::Healths Doubles::of(std::size_t account) const {
  Healths sums{};
  const Balance* const begin = balances_.data() + first_[account];
  const Balance* const end = balances_.data() + first_[account + 1];
  std::uint32_t together = ~0u;
  bool owes = false;
  for (const Balance* at = begin; at != end; ++at) {
    const Rates& rates = banks_[at->bank];
    if (at->amount < 0) {
      together &= rates.tags_granted;
      owes = true;
      for (std::size_t i = 0; i < 3; ++i) sums[i].liabilities -= at->amount * rates.owed[i];
    } else {
      for (std::size_t i = 0; i < 3; ++i) sums[i].assets += at->amount * rates.held[i];
    }
  }
  if (!owes || together == 0) return sums;
  for (const Balance* at = begin; at != end; ++at) {
    const Rates& rates = banks_[at->bank];
    if (at->amount < 0 || (rates.tag & together) == 0) continue;
    const auto tag = static_cast<std::size_t>(std::countr_zero(rates.tag));
    for (std::size_t i = 0; i < 2; ++i) {
      double least = 2;
      for (const Balance* other = begin; other != end; ++other)
        if (other->amount < 0) least = std::min(least, banks_[other->bank].granted[i][tag]);
      if (least > rates.weight[i])
        sums[i].assets += at->amount * (least - rates.weight[i]) * rates.low[i];
    }
  }
  return sums;
}

}  // namespace plimsoll::bench
