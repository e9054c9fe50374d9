#include "methods/span/option_value.hpp"

#include <algorithm>

namespace plimsoll::span {

bool is_premium_style(const RiskFile& file, const clearing::Contract& contract,
                      const clearing::CombinedCommodity& commodity) {
  const clearing::Product& product = file.products[contract.product];
  if (!is_option(product.key.type)) return false;
  using clearing::Valuation;
  return product.valuation.value_or(commodity.option_style.value_or(Valuation::premium_style)) ==
         Valuation::premium_style;
}

Decimal value_factor_of(const RiskFile& file, const clearing::Contract& contract) {
  return contract.value_factor.value_or(file.products[contract.product].value_factor);
}

Prices::Prices(const Account& account, const MarketSnapshot& market, const Places& places)
    : places_{places} {
  if (market.quotes.empty()) return;
  for (const auto& [id, instrument] : account.catalog) {
    const Quote* quote = market.find(id);
    const Place* place = places.find(id);
    if (quote == nullptr || !quote->price || place == nullptr) continue;
    if (place->standing != Standing::placed || place->parts.size() != 1) continue;
    quoted_.push_back({{place->file, place->parts.front().contract}, *quote->price});
  }
  std::ranges::sort(quoted_, {}, &decltype(quoted_)::value_type::first);
}

Priced Prices::of(std::size_t file, Index contract) const {
  const std::pair key{file, contract};
  const auto found =
      std::ranges::lower_bound(quoted_, key, {}, &decltype(quoted_)::value_type::first);
  const auto& settled = places_.files()[file]->contracts[contract].price;
  if (found != quoted_.end() && found->first == key)
    return {found->second, found->second != settled};
  return {settled, false};
}

}  // namespace plimsoll::span
