#pragma once
#include "apps/json/writer.hpp"
#include "model/account.hpp"

namespace plimsoll::json {

/// As read_bond() reads it, without what is so where nothing is said; each amount names its
/// currency where that is not `currency`.
void write_bond(Writer& out, const PerformanceBond& bond, std::string_view currency);

}  // namespace plimsoll::json
