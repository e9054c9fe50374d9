#pragma once
// JSON text into a plain tree. What a customer's file may do to us is bounded here, once, for every
// document.

#include <cstddef>
#include <string_view>

#include "base/node.hpp"
#include "base/result.hpp"

namespace plimsoll::json {

namespace parse_limits {
inline constexpr std::size_t bytes_max = 64'000'000;
inline constexpr std::size_t depth_max = 64;
inline constexpr std::size_t text_bytes_max = 1'000'000;  // of one string or key
inline constexpr std::size_t number_bytes_max = 400;
inline constexpr std::size_t values_max = 2'000'000;
}  // namespace parse_limits

/// Reads one UTF-8 document (RFC 8259; a UTF-8 byte-order mark is skipped). `name` is how errors
/// call it: "account.json:12:7" for what is not JSON, "account.json#/positions/3" for a key written
/// twice. Refused besides: other encodings, an empty file, anything past the limits above.
Result<Node> parse(std::string_view bytes, std::string_view name);

}  // namespace plimsoll::json
