#pragma once
// Numbers of tokens as a person reads them. They have up to eighteen decimals, and a price may be a
// millionth: what is shown are the digits that matter, what is exact is in JSON.

#include <string>
#include <string_view>

#include "base/wide.hpp"

namespace plimsoll::report {

/// A decimal's text with separators, of six decimals at most; of a number below one, six digits
/// that are not leading zeros. What is no number comes back as it is.
std::string tokens_text(std::string_view number, Round round);

/// The same with four, and two decimals at least.
std::string token_price_text(std::string_view number, Round round);

/// A fraction as per cent, of two decimals at most: "61.57%".
std::string percent_text(std::string_view fraction, Round round);

}  // namespace plimsoll::report
