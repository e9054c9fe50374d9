#pragma once
#include "apps/json/writer.hpp"
#include "rules/amount.hpp"

namespace plimsoll::json {

/// One node and all below it: {"label", "amount", "rate"?, "law"?, "where"?, "subject"?,
/// "governs"?, "parts"}. A rate's first day is its law's `since`.
void write_explanation(Writer& out, const Amount& amount);

}  // namespace plimsoll::json
