#include "methods/tims/netting.hpp"

#include <algorithm>

namespace plimsoll::tims {

void Pool::clear() {
  std::ranges::fill(gains_, 0.0);
  std::ranges::fill(losses_, 0.0);
}

void Pool::add(std::span<const double> profit_and_loss) {
  for (std::size_t k = 0; k < gains_.size(); ++k) {
    gains_[k] += std::max(profit_and_loss[k], 0.0);
    losses_[k] += std::max(-profit_and_loss[k], 0.0);
  }
}

void Pool::net(double offset, std::span<double> out) const {
  for (std::size_t k = 0; k < gains_.size(); ++k) out[k] = offset * gains_[k] - losses_[k];
}

Worst worst_of(std::span<const double> profit_and_loss) {
  const auto least = std::ranges::min_element(profit_and_loss);
  return {static_cast<std::size_t>(least - profit_and_loss.begin()), std::max(-*least, 0.0)};
}

}  // namespace plimsoll::tims
