#pragma once
// When a probability that rises with time reaches a number.

#include <algorithm>
#include <optional>

namespace plimsoll::risk {

/// Around `scale`, the years a deviation takes to be as long as the way, by factors of two, then by
/// halves of what is left. `probability_by(years)` must reach `probability`, above 0, at some time;
/// nothing where no time in doubles is late enough.
template <class F>
std::optional<double> time_until(double probability, double scale, const F& probability_by) {
  double late = scale;
  while (probability_by(late) < probability) {
    late *= 2;
    if (late > 1e300) return std::nullopt;
  }
  double early = late / 2;
  while (probability_by(early) >= probability) early /= 2;
  late = std::min(late, 2 * early);
  for (int bit = 0; bit < 53; ++bit) {
    const double middle = early + (late - early) / 2;
    (probability_by(middle) < probability ? early : late) = middle;
  }
  return late;
}

}  // namespace plimsoll::risk
