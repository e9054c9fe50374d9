#pragma once
// Early exercise boundaries that were found before. They do not depend on the spot, and whoever
// moves a market asks for the same ones at every move. No number depends on a memo; it is not for
// two threads at once.

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <span>

#include "pricing/american_blocks.hpp"
#include "pricing/american_reference.hpp"

namespace plimsoll::pricing {

class BoundaryMemo {
 public:
  /// As `find_boundaries`, finding those of it that are new.
  void find(std::span<const PutBlock> puts, std::span<PreciseBoundary> boundaries);
  /// The reference for an option; its spot is not read.
  std::shared_ptr<const AmericanReference> reference(const Option& option);

  std::size_t size() const { return precise_.size() + references_.size(); }
  /// So many of a kind are kept; then all are forgotten.
  static constexpr std::size_t most = 4096;

 private:
  using Key = std::array<double, 4>;  // years, volatility, rate, yield
  static Key key_of(const PutBlock& puts, std::size_t lane);
  void find_new(std::span<const PutBlock> puts);

  std::map<Key, std::array<double, Precise::nodes>> precise_;
  std::map<std::array<double, 6>, std::shared_ptr<const AmericanReference>> references_;
};

}  // namespace plimsoll::pricing
