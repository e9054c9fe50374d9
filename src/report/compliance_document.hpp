#pragma once
#include <string>

#include "report/document.hpp"

namespace plimsoll::report {

/// Which rule holds and whether it is kept: method, rulebook and every paragraph the explained
/// answer stood on; calls, limits and breaches; what a house and its rates were read in; exceptions
/// of the policy; when it is looked at next; what margin customers must be told; Regulations U and
/// X. Markdown; the account's number is redacted.
std::string compliance_document(const DocumentSources& sources);

}  // namespace plimsoll::report
