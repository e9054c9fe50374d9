#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll analyze ACCOUNT`, and each of its members alone: `buffer`, `distance`, ...
Exit command_analyze(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
