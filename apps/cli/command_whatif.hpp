#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll whatif ACCOUNT TRADE...`, or with --pool STEP....
Exit command_whatif(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
