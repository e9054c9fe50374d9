#pragma once
// What was refused, `plimsoll.error/1`, as text.

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace plimsoll::json {

/// {"schema", "errors": [{"reason", "what", "where"}]}; `reason` in the words of `word_of`.
std::string encode_errors(std::span<const Error> errors);

/// "bad_input", "missing_price", "not_in_force", "not_covered".
std::string_view word_of(Reason reason);

}  // namespace plimsoll::json
