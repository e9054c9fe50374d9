#pragma once
// The account document `plimsoll.account/1`, as text: what `import` answers.

#include <string>

#include "apps/json/decode_account.hpp"

namespace plimsoll::json {

/// Reading the text gives the same document back. Quotes and instruments are in symbol order; what
/// is empty is left out.
std::string encode_account(const AccountDocument& document);

}  // namespace plimsoll::json
