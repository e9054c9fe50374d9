#pragma once
#include <expected>
#include <string>
#include <vector>

#include "apps/cli/session.hpp"
#include "base/result.hpp"
#include "strategy/policy.hpp"

namespace plimsoll::cli {

/// The policy at `path`, "-" for standard input. Every mistake in it, each with its line.
std::expected<strategy::Policy, std::vector<Error>> policy_file(const std::string& path,
                                                                Session& session);

}  // namespace plimsoll::cli
