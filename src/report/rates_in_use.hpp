#pragma once
#include <string>

#include "report/document.hpp"

namespace plimsoll::report {

/// The rate schedule the account's debit is charged by: its tiers, where and when it was read, and
/// whether it can be believed; what is not said of it.
std::string rates_in_use(const DocumentSources& sources, const Paper& paper);

}  // namespace plimsoll::report
