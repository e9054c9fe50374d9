#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll report ACCOUNT`: the documents named, or all, to --output or standard output.
Exit command_report(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
