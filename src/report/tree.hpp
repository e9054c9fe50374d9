#pragma once
// An explained amount as an indented tree: each line a step, each rule with its paragraph and its
// line of code.

#include <string>

#include "report/text.hpp"
#include "rules/amount.hpp"

namespace plimsoll::report {

/// Amounts exact, right-aligned; "<- governs" on the part that won; the law in brackets; and below
/// a rule, the line it stands on:
///   short equity option  XYZ 2026-06-19 P 80.00   1000.00 USD   [FINRA Rule 4210 (f)(2)(E)(i)]
///     at src/methods/reg_t/short_option.cpp:30
/// Where that would be wider than the paper, the law stands below too. Behind a name: what was
/// multiplied, as "200 x 250.00".
/// A percentage names its law, and since when, only where that is not the law of its rule.
std::string tree(const Amount& amount, const Paper& paper);

}  // namespace plimsoll::report
