#include "methods/span/gains.hpp"

namespace plimsoll::span {
namespace {

/// What a position was bought at, where it is settled every day.
std::optional<Price> cost_of(const PlacedPosition& one, const Places& places) {
  const Position& position = *one.position;
  const auto& cost = position.trade_price ? position.trade_price : position.average_cost;
  if (!cost || one.place->standing != Standing::placed) return std::nullopt;
  const RiskFile& file = *places.files()[one.place->file];
  const clearing::Contract& contract = file.contracts[one.place->parts.front().contract];
  if (is_premium_style(file, contract, commodity_of(*one.place, places))) return std::nullopt;
  return cost;
}

std::optional<Decimal> price_of(const PlacedPosition& one, const Prices& prices) {
  if (!one.place->is_one_contract()) return std::nullopt;
  return prices.of(one.place->file, one.place->parts.front().contract).price;
}

}  // namespace

std::optional<Money> gained(const PlacedPosition& one, const Places& places, const Prices& prices) {
  const auto cost = cost_of(one, places);
  const auto price = cost ? price_of(one, prices) : std::nullopt;
  if (!price) return std::nullopt;
  const RiskFile& file = *places.files()[one.place->file];
  const clearing::Contract& contract = file.contracts[one.place->parts.front().contract];
  const Currency currency =
      file.products[contract.product].currency.value_or(commodity_of(*one.place, places).currency);
  const Decimal each =
      multiply(*price - cost->per_unit, value_factor_of(file, contract), Round::half_even);
  return Price{each, currency} * one.position->quantity;
}

bool gain_unknown(const PlacedPosition& one, const Places& places, const Prices& prices) {
  return cost_of(one, places) && !price_of(one, prices);
}

}  // namespace plimsoll::span
