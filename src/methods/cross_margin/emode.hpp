#pragma once
// Efficiency mode: what borrowed banks grant collateral together.

#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

struct EmodeWeights {
  Fixed48 init = {}, maint = {};
  auto operator<=>(const EmodeWeights&) const = default;
};
/// Weights by the collateral's tag. A bank grants ten at most, so they stand in one sorted array.
class Emode {
 public:
  using Grant = std::pair<std::uint16_t, EmodeWeights>;

  Emode() = default;
  Emode(std::initializer_list<Grant> granted);

  /// Made where it is not there yet.
  EmodeWeights& operator[](std::uint16_t tag);
  std::vector<Grant>::const_iterator find(std::uint16_t tag) const;
  std::vector<Grant>::const_iterator end() const { return granted_.end(); }
  std::size_t size() const { return granted_.size(); }
  bool empty() const { return granted_.empty(); }
  bool operator==(const Emode&) const = default;

  /// What another grants too, the lesser of each weight.
  void narrow_to(const Emode& other);

 private:
  std::vector<Grant> granted_ = {};
};

Emode emode_of(const Bank& bank);

/// Tags all of them grant, the least of each weight. Of none: nothing is granted.
Emode reconciled(std::span<const Emode> granted);

/// Of every bank the account owes.
Emode reconciled(const State& state);

}  // namespace plimsoll::cross_margin
