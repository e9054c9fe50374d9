#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "market/securities.hpp"

namespace plimsoll::cli {

/// The lists compiled in and, where `folder` is given, every security list (*.toml whose schema is
/// "plimsoll.securities/1") in and below it, in order of path. Files of other plimsoll schemas are
/// not ours to read and are left alone; anything else there is refused, with its place.
std::expected<SecurityList, std::vector<Error>> security_lists(
    const std::optional<std::string>& folder);

}  // namespace plimsoll::cli
