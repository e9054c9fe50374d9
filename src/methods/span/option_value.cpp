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

std::optional<double> price_scan_of(const RiskFile& file, const clearing::SeriesTerms& terms) {
  if (terms.price_scan || !terms.price_scan_ratio || terms.product == clearing::nowhere)
    return terms.price_scan;
  const auto found = find_contract(file, {.product = terms.product, .month = terms.future_month});
  if (!found || !file.contracts[*found].price) return std::nullopt;
  const clearing::Contract& contract = file.contracts[*found];
  const Decimal worth =
      multiply(abs(*contract.price), value_factor_of(file, contract), Round::half_even);
  return *terms.price_scan_ratio * to_double(worth);
}

Prices::Prices(const Account& account, const MarketSnapshot& market, const Places& places)
    : places_{places} {
  if (market.quotes.empty()) return;
  for (const auto& [id, instrument] : account.catalog) {
    const Quote* quote = market.find(id);
    const Place* place = places.find(id);
    if (quote == nullptr || !quote->price || place == nullptr) continue;
    if (place->standing != Standing::placed || !place->is_one_contract()) continue;
    const Index contract = place->parts.front().contract;
    quoted_.push_back({place->file, contract, *quote->price});
    any_moved_ =
        any_moved_ || places.files()[place->file]->contracts[contract].price != *quote->price;
  }
  std::ranges::sort(quoted_, {}, &QuotedContract::key);
}

const QuotedContract* Prices::quoted(std::size_t file, Index contract) const {
  const auto found =
      std::ranges::lower_bound(quoted_, std::pair{file, contract}, {}, &QuotedContract::key);
  return found != quoted_.end() && found->key() == std::pair{file, contract} ? &*found : nullptr;
}

Priced Prices::of(std::size_t file_at, Index contract_at) const {
  const RiskFile& file = *places_.files()[file_at];
  const clearing::Contract& contract = file.contracts[contract_at];
  if (!any_moved_) return {contract.price};
  if (const QuotedContract* own = quoted(file_at, contract_at)) return {own->price};
  if (!is_option(file.products[contract.product].key.type)) return {contract.price};
  const auto underlying = underlying_of(file, contract);
  const QuotedContract* moved = underlying ? quoted(file_at, *underlying) : nullptr;
  if (moved == nullptr || file.contracts[*underlying].price == moved->price)
    return {contract.price};
  auto price = option_moved(file, contract_at, *underlying, moved->price);
  if (price) return {*price};
  Error fault = std::move(price).error();
  fault.what += "; give the option's own price in the market";
  return {std::nullopt, std::move(fault)};
}

}  // namespace plimsoll::span
