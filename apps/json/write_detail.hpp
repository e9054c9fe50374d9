#pragma once
#include "apps/json/writer.hpp"
#include "margin/answer.hpp"

namespace plimsoll::json {

/// A method's own tree, as an object whatever the root holds: {} where the method has none. The
/// root's name is not printed. Leaves that are no text are numbers, true and false.
void write_detail(Writer& out, const Detail& root);

}  // namespace plimsoll::json
