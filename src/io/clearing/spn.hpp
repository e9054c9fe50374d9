#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io {

/// A SPAN XML file (.spn): one of each clearing house in it, and what is left out of them.
Loaded<std::vector<clearing::RiskFile>> read_spn(std::string_view bytes, const std::string& name,
                                                 const clearing::Wanted& wanted);

}  // namespace plimsoll::io
