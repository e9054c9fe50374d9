#pragma once
// The book after the market moved away from the file's settlement: futures at their new price,
// options on them by their own sixteen values.

#include "methods/span/places.hpp"

namespace plimsoll::span {

/// A contract the market gives a price of.
struct QuotedContract {
  std::size_t file = 0;
  Index contract = clearing::nowhere;
  Decimal price = {};
  auto key() const { return std::pair{file, contract}; }
};

/// What an option is on, where the file holds it.
std::optional<Index> underlying_of(const RiskFile& file, const clearing::Contract& option);

/// An option's price once what it is on stands at `moved_to`: its settlement less what its array
/// loses at that part of the scan range, at least nothing. Refused: no settlement of either, no
/// scan range, a move past the file's extreme scenarios.
Result<Decimal> option_moved(const RiskFile& file, Index option, Index underlying,
                             Decimal moved_to);

}  // namespace plimsoll::span
