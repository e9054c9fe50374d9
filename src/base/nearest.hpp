#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plimsoll {

/// The known word `written` was probably meant to be: the same but for case, or a slip or two away
/// (a letter more, less, other, or two swapped). Nothing where none is near.
std::optional<std::string_view> nearest(std::string_view written,
                                        std::span<const std::string_view> known);

/// The words as a list to choose from: "margin, cash or short".
std::string choice_of(std::span<const std::string_view> words);

}  // namespace plimsoll
