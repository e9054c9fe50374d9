#pragma once
#include <string>

#include "report/text.hpp"
#include "strategy/comparison.hpp"

namespace plimsoll::report {

/// The account at each broker; empty where none is compared.
std::string brokers_section(const strategy::Comparison& comparison, const Paper& paper);

/// How far the whole market may fall: "34.5%"; "none" where no fall brings a call, "called" where
/// it is called already, "unknown".
std::string fall_text(const strategy::MethodStanding& standing);

}  // namespace plimsoll::report
