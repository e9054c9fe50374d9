#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll ledger ACCOUNT --activity FILE`.
Exit command_ledger(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
