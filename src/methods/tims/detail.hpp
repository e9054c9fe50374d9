#pragma once
// The method's own tree: class groups with their ten points, and what they are in.

#include "methods/tims/requirement.hpp"

namespace plimsoll::tims {

/// One requirement as the tree tells it.
struct Told {
  std::size_t top = 0;  // of Netted::tops
  Money requirement, minimum;
};

/// The members of the contract's `detail`. Of a grid with shifted volatility, the ten points as
/// they are.
Result<Detail> detail_of(const Book& book, const Valued& valued, const Netted& netted,
                         const std::vector<Told>& told);

/// A leaf with a number, one with an amount, one with words.
Detail number_leaf(std::string name, double number);
Detail amount_leaf(std::string name, Money amount);
Detail text_leaf(std::string name, std::string text);

}  // namespace plimsoll::tims
