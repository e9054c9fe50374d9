#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll policy init`: the whole file with the framework's defaults. `policy lint FILE`: every
/// mistake in it, or the good practices it violates. `policy diff OLD [NEW]`: what differs, one
/// file alone against the defaults. A file with a mistake is refused, whatever is asked of it.
Exit command_policy(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
