#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll margin ACCOUNT`: requirement, equity and excess under each method asked for.
Exit command_margin(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
