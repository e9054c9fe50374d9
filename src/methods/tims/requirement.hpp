#pragma once
// From grids to what is asked for: the loss at the worst point with what offset what, or the least
// for each contract.

#include "methods/tims/netted.hpp"
#include "methods/tims/rates.hpp"

namespace plimsoll::tims {

/// What one portfolio, product or class group asks for.
template <Reading R>
struct Required {
  std::size_t top = 0;  // of Netted::tops
  R requirement;
  Money minimum;  // of its contracts
  bool minimum_governs = false;
  Money more_by_class;  // what the minimum, taken for each class group, would add
};

/// One for each top of `netted`, in its order.
template <Reading R>
Result<std::vector<Required<R>>> required(const Book& book, const Valued& valued,
                                          const Netted& netted);

/// The sum of the least for each contract, of the held positions [first, last) of the grid.
template <Reading R>
Result<R> minimum_of(const Book& book, const Valued& valued, std::size_t first, std::size_t last);

/// "-8%", "+1.2%": a move, as people write it.
std::string move_text(double move);

/// Equity that is not marginable. FINRA Rule 4210(g)(7)(E).
template <Reading R>
Result<R> not_marginable(const HeldPosition& held, const Valued& valued);

}  // namespace plimsoll::tims
