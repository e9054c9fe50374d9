#pragma once
// What other methods ask for the positions one method takes together.

#include <optional>
#include <set>

#include "margin/margin_report.hpp"

namespace plimsoll::report {

using Held = std::set<InstrumentId>;

/// The maintenance requirement of these positions; nothing where the method takes one of them
/// together with others, so that their part is not to be told.
std::optional<Money> maintenance_of(const Held& held, const MethodResult& result,
                                    Currency currency);

/// Whether the answer moves class groups of positions, as risk-based methods do.
bool moves_groups(const MethodResult& result);

/// One group of positions, and what each result asks for it, in the report's order.
struct AskedForGroup {
  std::string group;
  std::vector<std::optional<Money>> asked;
};
/// By the groups of the first answer that moves any, in its order; empty where none does, or there
/// is nothing to compare it with.
std::vector<AskedForGroup> by_group(const MarginReport& report);

}  // namespace plimsoll::report
