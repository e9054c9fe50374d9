#pragma once
// The method's own tree: every figure of every combined commodity.

#include "methods/span/house.hpp"

namespace plimsoll::span {

/// One commodity, in its own currency. `subject`: the position it is of, in accounts where each
/// stands alone; otherwise empty.
Detail detail_of(const Work& work, const House& house, const std::string& subject);

Detail text_leaf(std::string name, std::string text);
Detail amount_leaf(std::string name, Decimal amount);
Detail number_leaf(std::string name, Decimal number);
Detail list_of(std::string name, std::vector<Detail> items);

}  // namespace plimsoll::span
