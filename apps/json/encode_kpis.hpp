#pragma once
#include <vector>

#include "apps/json/writer.hpp"
#include "strategy/kpis.hpp"

namespace plimsoll::json {

/// A list: each figure with its unit, formula and inputs. Money as exact strings, else numbers; a
/// figure there is not is null, with `missing` saying why.
void write_kpis(Writer& out, const std::vector<strategy::Kpi>& all);

}  // namespace plimsoll::json
