#pragma once
#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "engine/evaluate.hpp"

namespace plimsoll::cli {

/// The one --span-policy names, by name or path; where it names none every one there is, compiled
/// in and of --profiles or PLIMSOLL_PROFILES. Of two with one name the later is taken: a user's own
/// after the one compiled in.
std::expected<std::vector<RiskPolicy>, std::vector<Error>> risk_policies_asked(
    const Settings& settings, const Session& session);

/// Names of the policies compiled in.
std::vector<std::string> risk_policy_names();

}  // namespace plimsoll::cli
