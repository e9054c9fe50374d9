#pragma once
#include "apps/json/writer.hpp"
#include "model/draft.hpp"

namespace plimsoll::json {

/// One member of `instruments`, as an object: what it says, nothing it does not.
void write_description(Writer& out, const Description& description);

}  // namespace plimsoll::json
