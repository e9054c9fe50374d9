#pragma once
// Risk parameter files of the expanded positional family, ".pa2": CME's, and those of houses that
// took its format.

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io {

/// Everything of the file but contracts that are not `wanted`, and every line that is refused, the
/// first hundred of them with "cme.pa2:14:55-59"; records may stand in any order. Refused as a
/// whole: no header, one of another format or without a day, headers of several days or houses, an
/// encoding other than ASCII throughout, more than two billion bytes.
Result<Loaded<clearing::RiskFile>> read_positional(std::string_view bytes, const std::string& name,
                                                   const clearing::Wanted& wanted);

/// Whether it begins as such a file does: a header, with a day where it has to be.
bool is_positional(std::string_view bytes);

}  // namespace plimsoll::io
