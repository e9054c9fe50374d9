#pragma once
#include "apps/json/writer.hpp"
#include "base/node.hpp"

namespace plimsoll::json {

/// A tree as it was read, numbers digit for digit.
void write_node(Writer& out, const Node& node);

}  // namespace plimsoll::json
