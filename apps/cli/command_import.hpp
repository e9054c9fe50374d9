#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll import FILE...`: the account document on standard output or in --output, what was
/// recognised, read and skipped on standard error. Nothing is written while a row is refused,
/// unless a partial document was allowed.
Exit command_import(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
