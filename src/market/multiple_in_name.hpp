#pragma once
// Whether a product's name says that it moves by a multiple of something, or against it.

#include <string>
#include <string_view>

namespace plimsoll {

/// The word that says so: "3X" of "DIREXION DAILY SEMICONDUCTOR BULL 3X SHARES", "ULTRAPRO",
/// "INVERSE"; empty where none does. A sign to ask by, not to reckon with: issuers write their
/// names as they like, and brokers shorten them.
std::string multiple_in_name(std::string_view name);

}  // namespace plimsoll
