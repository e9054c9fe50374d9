#pragma once
#include <string>

#include "report/document.hpp"

namespace plimsoll::report {

/// What may go wrong, with the account's own numbers: levels and who hears of them, the register of
/// risks, buffers under stress, distance and time to a call, what if more were required,
/// concentration. Markdown.
std::string risk_document(const DocumentSources& sources);

}  // namespace plimsoll::report
