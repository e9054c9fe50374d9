#include "methods/cross_margin/emode.hpp"

#include <algorithm>

namespace plimsoll::cross_margin {

Emode emode_of(const Bank& bank) {
  Emode granted;
  for (const EmodeEntry& entry : bank.emode)
    granted[entry.collateral_tag] = {entry.asset_weight_init, entry.asset_weight_maint};
  return granted;
}

Emode reconciled(std::span<const Emode> granted) {
  if (granted.empty()) return {};
  Emode together = granted.front();
  for (const Emode& other : granted.subspan(1)) {
    std::erase_if(together, [&](const auto& entry) { return !other.contains(entry.first); });
    for (auto& [tag, weights] : together) {
      const EmodeWeights& theirs = other.at(tag);
      weights.init = std::min(weights.init, theirs.init);
      weights.maint = std::min(weights.maint, theirs.maint);
    }
  }
  return together;
}

Emode reconciled(const State& state) {
  std::vector<Emode> granted;
  for (const Balance& balance : state.balances)
    if (balance.side == Side::liability) granted.push_back(emode_of(*balance.bank));
  return reconciled(granted);
}

}  // namespace plimsoll::cross_margin
