#pragma once
#include <expected>
#include <vector>

#include "apps/cli/answer.hpp"
#include "engine/analyze.hpp"

namespace plimsoll::cli {

/// What is asked of the framework about an account as read, whose margin request is moved out of
/// `asking`: with --policy, and the rate schedules and paths known. Every member is asked for.
/// Every mistake in those files, each with its place.
std::expected<engine::AnalysisRequest, std::vector<Error>> analysis_request(
    const Settings& settings, Session& session, Asked& asking);

}  // namespace plimsoll::cli
