#pragma once
// What a broker's house rules did to an answer, as a section of the page.

#include <string>

#include "margin/margin_report.hpp"
#include "report/text.hpp"

namespace plimsoll::report {

enum class HouseRows : std::uint8_t { some, all };

/// From `detail.house`: what each position is asked and of what that is made; what was below the
/// law and raised to it; how far the next steps are. Empty where no house was asked for.
std::string house_section(const Detail& detail, HouseRows rows, const Paper& paper);

/// "reg_t", or "reg_t with fidelity": which question a result answers.
std::string title_of(const MethodResult& result);

}  // namespace plimsoll::report
