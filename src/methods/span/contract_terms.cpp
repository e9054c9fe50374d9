#include "methods/span/contract_terms.hpp"

#include "methods/span/option_value.hpp"

namespace plimsoll::span {

std::optional<ContractTerms> contract_terms(const Instrument& instrument, const RiskFiles& files) {
  const Place place = place_of(instrument, files);
  if (place.standing != Standing::placed || place.parts.size() != 1) return std::nullopt;
  const RiskFile& file = *files[place.file];
  const Part& part = place.parts.front();
  const clearing::Contract& contract = file.contracts[part.contract];
  const clearing::CombinedCommodity& commodity = file.commodities[part.commodity];
  return ContractTerms{
      .value_factor = value_factor_of(file, contract),
      .settlement = contract.price,
      .currency = file.products[contract.product].currency.value_or(commodity.currency),
      .settled_daily = !is_premium_style(file, contract, commodity)};
}

void complete(Instrument& instrument, const ContractTerms& terms) {
  const auto fill = [&](Future& future) {
    if (!future.multiplier) future.multiplier = terms.value_factor;
    if (!future.currency) future.currency = terms.currency;
  };
  if (auto* future = std::get_if<Future>(&instrument)) fill(*future);
  if (auto* option = std::get_if<FutureOption>(&instrument)) {
    fill(option->future);
    option->settled_daily = terms.settled_daily;
  }
}

}  // namespace plimsoll::span
