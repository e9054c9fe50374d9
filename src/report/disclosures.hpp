#pragma once
// What a margin customer must be told, and what binds lenders and borrowers besides the broker's
// rules; in our own words.

#include <string>

#include "report/text.hpp"

namespace plimsoll::report {

/// The points of FINRA Rule 2264.
std::string margin_disclosure(const Paper& paper);

/// Regulation U for other lenders, Regulation X for the borrower.
std::string credit_regulations(const Paper& paper);

}  // namespace plimsoll::report
