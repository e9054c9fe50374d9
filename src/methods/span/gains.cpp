#include "methods/span/gains.hpp"

namespace plimsoll::span {

std::optional<Money> gained(const PlacedPosition& one, const Places& places, const Prices& prices) {
  const Position& position = *one.position;
  const auto& cost = position.trade_price ? position.trade_price : position.average_cost;
  if (!cost || !one.place->is_one_contract()) return std::nullopt;
  const RiskFile& file = *places.files()[one.place->file];
  const Index at = one.place->parts.front().contract;
  const clearing::Contract& contract = file.contracts[at];
  const clearing::CombinedCommodity& commodity = commodity_of(*one.place, places);
  if (is_premium_style(file, contract, commodity)) return std::nullopt;
  const Priced priced = prices.of(one.place->file, at);
  if (!priced.price) return std::nullopt;
  const Decimal each =
      multiply(*priced.price - cost->per_unit, value_factor_of(file, contract), Round::half_even);
  return Price{each, commodity.currency} * position.quantity;
}

}  // namespace plimsoll::span
