#pragma once
#include <string>

#include "report/document.hpp"

namespace plimsoll::report {

/// What was decided and what it stands on: every parameter with unit, default, reason and source;
/// the rates in use; the account's figures with formula and inputs; the ladder; the deployment and
/// its next step; practices kept and violated; every source with the day it was read. Markdown.
std::string strategy_document(const DocumentSources& sources);

}  // namespace plimsoll::report
