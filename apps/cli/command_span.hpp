#pragma once
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"

namespace plimsoll::cli {

/// `plimsoll span info FILE`: what a clearing house's file holds. `plimsoll span arrays FILE`: its
/// risk arrays, of the contracts --product and --month choose; what the file has no array of is
/// given a model's, labelled so. A *.toml is a list of one's own. Choosing none is refused.
Exit command_span(const Settings& settings, Session& session);

}  // namespace plimsoll::cli
