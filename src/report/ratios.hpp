#pragma once
// Ratios, percentages and bars as a person reads them.

#include <optional>
#include <string>

#include "report/text.hpp"

namespace plimsoll::report {

/// "34.5%", rounded toward zero to a tenth: a distance is not shown longer than it is.
std::string distance_text(double fraction);
/// "59.3%", away from zero: a use is not shown smaller than it is.
std::string use_text(double fraction);
/// "1.68x", cut to two places.
std::string times_text(double multiple);
/// Chances, rounded up: "0.20%", "< 0.01%", "26.6%".
std::string chance_text(double probability);
/// Trading days as a person counts them: "21 days", "3.2 years".
std::string days_text(double trading_days);

/// `text_of` the number, or `otherwise` where there is none.
template <class F>
std::string known(const std::optional<double>& number, const F& text_of, std::string otherwise) {
  return number ? text_of(*number) : otherwise;
}

/// How full something is, out of 1, in `width` characters: "[########..........]". More than full
/// is full.
std::string bar_text(double part, std::size_t width);

}  // namespace plimsoll::report
