#pragma once
#include <optional>
#include <string>

#include "report/text.hpp"
#include "strategy/analysis.hpp"

namespace plimsoll::report {

/// How leverage is built up: the schedule, the step the account stands on, each gate of the next
/// one, and whether it may be taken. `vix` in points.
std::string deployment_section(const strategy::Analysis& analysis, const strategy::Policy& policy,
                               std::optional<double> vix, const Paper& paper);

/// The framework's practices: kept, violated, or not known, each with the number.
std::string practices_section(const std::vector<strategy::PracticeFinding>& findings,
                              const Paper& paper);

/// The account's figures by name, each with its formula and what went into it.
std::string figures_section(const std::vector<strategy::Kpi>& kpis, const Paper& paper);

}  // namespace plimsoll::report
