#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll schema NAME`: the JSON Schema of a document; without a name, the names, one a line.
Exit command_schema(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
