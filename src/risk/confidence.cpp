#include "risk/confidence.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace plimsoll::risk {

Interval wilson_95(Count count) {
  PLIMSOLL_CHECK(count.tries > 0 && count.happened <= count.tries);
  constexpr double z = 1.959963984540054;  // 2.5 % of a normal distribution lie above
  const auto tries = static_cast<double>(count.tries);
  const double share = static_cast<double>(count.happened) / tries;
  const double square = z * z / tries;
  const double middle = (share + square / 2) / (1 + square);
  const double half =
      z / (1 + square) * std::sqrt(share * (1 - share) / tries + square / (4 * tries));
  // Rounding must not leave the ends that are exact beside themselves.
  return {.least = count.happened == 0 ? 0 : std::max(0.0, middle - half),
          .most = count.happened == count.tries ? 1 : std::min(1.0, middle + half)};
}

}  // namespace plimsoll::risk
