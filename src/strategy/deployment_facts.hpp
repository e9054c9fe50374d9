#pragma once
// What one day's analysis knows of a deployment. What only a history knows (days without a warning,
// a fall from the peak, a backtest) stays unknown, and its gate unmet.

#include <optional>

#include "strategy/analysis.hpp"
#include "strategy/deployment.hpp"

namespace plimsoll::strategy {

/// The step an account stands on is the last whose leverage it has reached, the first where it has
/// reached none; months since the start count as none. Nothing where the equity is not known or not
/// above zero: leverage is a multiple of it. `vix` in points.
std::optional<DeploymentFacts> deployment_facts(const Analysis& analysis, const Policy& policy,
                                                std::optional<double> vix);

}  // namespace plimsoll::strategy
