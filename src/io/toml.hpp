#pragma once
// TOML text to a plain tree. What the tree means is decided by whoever owns it.

#include <string>
#include <string_view>

#include "base/node.hpp"
#include "base/result.hpp"

namespace plimsoll::io {

/// The whole file as an object; members in the order written, each with its line. Whole numbers
/// are numbers; a date is the string "2026-11-20". Refused, with `name:line`: anything toml++
/// refuses (duplicate keys among it), a number with a point or an exponent (write "0.25", so that
/// no digit passes through binary), a time of day, more than 32 levels, more than 4 MB, UTF-16.
/// An empty file is an empty object.
Result<Node> read_toml(std::string_view bytes, const std::string& name);

}  // namespace plimsoll::io
