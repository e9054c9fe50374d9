#include "methods/cross_margin/emode.hpp"

#include <algorithm>

namespace plimsoll::cross_margin {

Emode::Emode(std::initializer_list<Grant> granted) {
  for (const auto& [tag, weights] : granted) (*this)[tag] = weights;
}

EmodeWeights& Emode::operator[](std::uint16_t tag) {
  const auto at = std::ranges::lower_bound(granted_, tag, {}, &Grant::first);
  if (at != granted_.end() && at->first == tag) return at->second;
  return granted_.insert(at, {tag, {}})->second;
}

std::vector<Emode::Grant>::const_iterator Emode::find(std::uint16_t tag) const {
  return std::ranges::find(granted_, tag, &Grant::first);
}

void Emode::narrow_to(const Emode& other) {
  std::erase_if(granted_, [&](Grant& grant) {
    const auto theirs = other.find(grant.first);
    if (theirs == other.end()) return true;
    grant.second.init = std::min(grant.second.init, theirs->second.init);
    grant.second.maint = std::min(grant.second.maint, theirs->second.maint);
    return false;
  });
}

Emode emode_of(const Bank& bank) {
  Emode granted;
  for (const EmodeEntry& entry : bank.emode)
    granted[entry.collateral_tag] = {entry.asset_weight_init, entry.asset_weight_maint};
  return granted;
}

Emode reconciled(std::span<const Emode> granted) {
  if (granted.empty()) return {};
  Emode together = granted.front();
  for (const Emode& other : granted.subspan(1)) together.narrow_to(other);
  return together;
}

Emode reconciled(const State& state) {
  Emode together;
  bool first = true;
  for (const Balance& balance : state.balances) {
    if (balance.side == Side::asset) continue;
    // Without an entry of its own a bank leaves nothing to any other.
    if (balance.bank->emode.empty()) return {};
    if (first) together = emode_of(*balance.bank);
    else together.narrow_to(emode_of(*balance.bank));
    first = false;
  }
  return together;
}

}  // namespace plimsoll::cross_margin
