#pragma once
// Before and after trades that have not been done, with the cash they cost.

#include <vector>

#include "engine/evaluate.hpp"
#include "margin/whatif_report.hpp"
#include "model/trade_text.hpp"

namespace plimsoll::engine {

/// Trades are done in order, at their price or else at the market's, which stands for what the
/// market does not quote. Errors as of margin(), before or after; closing or selling what the
/// account may not; cash that is not known; accounts in a lending pool, which trade nothing.
std::expected<WhatIfReport, std::vector<Error>> whatif(const MarginRequest& request,
                                                       const std::vector<TypedTrade>& trades,
                                                       const SecurityList& lists);

}  // namespace plimsoll::engine
