#include "methods/cross_margin/healths.hpp"

#include "methods/cross_margin/aave.hpp"

namespace plimsoll::cross_margin {

const Health& Healths::of(Requirement requirement) const {
  switch (requirement) {
    case Requirement::initial:
      return initial;
    case Requirement::maintenance:
      return maintenance;
    case Requirement::equity:
      return equity;
  }
  return equity;
}

Result<Healths> healths_of(const State& state, Date rules) {
  switch (state.pool->protocol) {
    case PoolProtocol::marginfi:
      break;
    case PoolProtocol::aave_v3:
      return aave_healths(state);
  }
  PLIMSOLL_TRY(terms, health_terms(state, rules));
  PLIMSOLL_TRY(initial, health_of(state, Requirement::initial, terms));
  PLIMSOLL_TRY(maintenance, health_of(state, Requirement::maintenance, terms));
  PLIMSOLL_TRY(equity, health_of(state, Requirement::equity, terms));
  return Healths{std::move(initial), std::move(maintenance), std::move(equity)};
}

bool may_be_liquidated(const Health& maintenance, PoolProtocol protocol) {
  if (maintenance.liabilities.is_zero()) return false;
  switch (protocol) {
    case PoolProtocol::marginfi:
      return maintenance.health() <= Fixed48{};
    case PoolProtocol::aave_v3:
      return maintenance.health() < Fixed48{};
  }
  return false;
}

Decimal cut_to_places(Fixed48 value) {
  const Decimal cut = to_decimal(value);
  if (!cut.is_zero() || value.is_zero()) return cut;
  return Decimal::from_nano(value.is_negative() ? -1 : 1);
}

}  // namespace plimsoll::cross_margin
