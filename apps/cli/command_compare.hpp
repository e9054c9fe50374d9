#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll compare ACCOUNT`: methods side by side; every one that covers the book unless some are
/// named.
Exit command_compare(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
