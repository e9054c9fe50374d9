#pragma once
// Which of several methods asks most of an account.

#include <cstddef>
#include <optional>

#include "margin/margin_report.hpp"

namespace plimsoll {

/// The index of the result with the least excess over maintenance or, where cash is unknown, the
/// greatest maintenance; the earlier one where two are equal. Nothing where there is no result.
std::optional<std::size_t> binding_result(const MarginReport& report);

}  // namespace plimsoll
