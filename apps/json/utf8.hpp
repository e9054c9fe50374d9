#pragma once
#include <cstddef>
#include <string_view>

namespace plimsoll::json {

/// Bytes of the character `text` begins with (1 to 4); 0 where it begins with none: a stray or cut
/// byte, an overlong form, half a surrogate pair, beyond U+10FFFF. `text` is not empty.
std::size_t character_bytes(std::string_view text);

/// Where the first byte that is not UTF-8 stands; npos where all is well.
std::size_t first_not_utf8(std::string_view text);

/// The beginning of `text`, at most `bytes_max` of it, cut between characters.
std::string_view cut(std::string_view text, std::size_t bytes_max);

}  // namespace plimsoll::json
