#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll price FILE`: options in, the same rows with values, Greeks and implied volatilities
/// out, as CSV on a terminal too: it is a filter.
Exit command_price(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
