#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace plimsoll::cli {

/// "account", "market", ...: the documents the program has a JSON Schema of.
std::vector<std::string> schema_names();

/// The schema of a document, by its short name or as documents name it ("plimsoll.account/1").
Result<std::string_view> schema_text(std::string_view name);

}  // namespace plimsoll::cli
