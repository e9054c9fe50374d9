#pragma once
#include <string_view>

#include "market/clearing/product.hpp"

namespace plimsoll::clearing {

/// A contract as a person names it: "ZZ 202512", "OZ 202512 C 3650", "OZ 202511W1 P 3500 on 202512"
/// where the future an option is on has to be said. Its symbol is the text. Refused with how to
/// write one.
Result<Instrument> contract_named(std::string_view text);

}  // namespace plimsoll::clearing
