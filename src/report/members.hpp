#pragma once
// Reading a method's own tree by the names in it, without knowing the method.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "margin/answer.hpp"

namespace plimsoll::report {

/// Null where the node has none of this name.
const Detail* member(const Detail& node, std::string_view name);

/// A leaf's text, fit for a terminal; empty where there is none.
std::string text_in(const Detail& node, std::string_view name);

/// Nothing where there is no such leaf, or it is no number.
std::optional<Decimal> decimal_in(const Detail& node, std::string_view name);

/// The items of a list; none where there is no such list.
const std::vector<Detail>& items_in(const Detail& node, std::string_view name);

}  // namespace plimsoll::report
