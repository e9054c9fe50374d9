#pragma once
// How sure a counted probability is.

#include <cstdint>

namespace plimsoll::risk {

struct Interval {
  double least = 0, most = 0;
};

/// How often something came about in so many independent tries. `tries` is above zero.
struct Count {
  std::uint64_t happened = 0, tries = 0;
};

/// Wilson's interval (1927) around `happened / tries`, that holds the true probability in 95 of a
/// hundred cases. Unlike the usual one it is right where few or none happened: of none in a
/// thousand it says at most 0.38 %, not zero.
Interval wilson_95(Count count);

}  // namespace plimsoll::risk
