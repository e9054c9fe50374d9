#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll rules`: which rule, which number, since when, by which paragraph, at which line.
Exit command_rules(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
