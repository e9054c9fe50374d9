#pragma once
#include <cstdint>
#include <string>

#include "margin/ledger.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

enum class Days : std::uint8_t { eventful, all };

/// An account day by day. `eventful`: the first and the last day and those on which a call came or
/// went, the account became restricted or free, or had an intraday deficit; how many were left out
/// is said. Each call is told once, on its first day, with its cause and its cure.
std::string ledger_page(const LedgerReport& report, Days days, const Paper& paper);

}  // namespace plimsoll::report
