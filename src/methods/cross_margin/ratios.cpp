#include "methods/cross_margin/ratios.hpp"

namespace plimsoll::cross_margin {
namespace {

std::optional<Fixed48> part(Fixed48 of, Fixed48 whole) {
  return Fixed48{} < whole ? over(of, whole) : std::nullopt;
}

}  // namespace

Ratios ratios_of(const Healths& healths) {
  return {
      .health_over_assets = part(healths.maintenance.health(), healths.maintenance.assets),
      .liabilities_over_assets = part(healths.equity.liabilities, healths.equity.assets),
      .leverage = part(healths.equity.assets, healths.equity.health()),
  };
}

}  // namespace plimsoll::cross_margin
