#pragma once
#include <string_view>

namespace plimsoll::cli {

/// "0.1.0": the project's version, as the build states it.
std::string_view version();

}  // namespace plimsoll::cli
