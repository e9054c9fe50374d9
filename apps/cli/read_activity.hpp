#pragma once
// A file of what happened, to what a ledger takes.

#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "model/activity.hpp"

namespace plimsoll::cli {

/// Reads an activity document.
std::expected<Activity, std::vector<Error>> read_activity(const std::string& path,
                                                          const Settings& settings,
                                                          Session& session);

}  // namespace plimsoll::cli
