#pragma once
#include "apps/json/writer.hpp"
#include "strategy/buffer.hpp"

namespace plimsoll::json {

/// "fixed", "ratio", "regime", "probability".
std::string_view word_of(strategy::BufferMode mode);

/// The member `buffer` of an analysis, as a value.
void write_buffer(Writer& out, const strategy::Buffer& buffer);

}  // namespace plimsoll::json
