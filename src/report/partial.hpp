#pragma once
// What is missing from an answer, said before any total it is missing from.

#include <string>

#include "margin/margin_report.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

/// A warning, one line for each thing refused, and a blank line; nothing where the report is whole.
std::string partial_notice(const MarginReport& report, const Paper& paper);

/// Why a member has no answer: "not answered: ...", or that it does not apply.
std::string unanswered_text(const Error& error);

}  // namespace plimsoll::report
