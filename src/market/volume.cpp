#include "market/volume.hpp"

#include <cmath>

namespace plimsoll {

std::optional<Decimal> shares_a_day(const Quote& quote) {
  constexpr double most = 1e15;  // far above any market's
  if (!quote.adv || !std::isfinite(*quote.adv) || *quote.adv <= 0 || most < *quote.adv)
    return std::nullopt;
  const Decimal exact =
      Decimal::from_nano(static_cast<Int128>(*quote.adv * static_cast<double>(Decimal::scale)));
  return exact.is_zero() ? std::nullopt : std::optional{exact};
}

}  // namespace plimsoll
