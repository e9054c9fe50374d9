#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io {

/// A file of the expanded positional family (.pa2): one clearing house's parameters of a day, and
/// the lines that are refused.
Result<Loaded<clearing::RiskFile>> read_positional(std::string_view bytes, const std::string& name,
                                                   const clearing::Wanted& wanted);

}  // namespace plimsoll::io
