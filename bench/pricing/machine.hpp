#pragma once
// What the machine can do at most, measured in the same run: ratios to it mean something elsewhere.

#include "bench/pricing/measure.hpp"

namespace plimsoll::bench {

/// Of one thread.
struct Machine {
  double float_flops = 0;   // a second, a fused multiply and add as two
  double double_flops = 0;  // a second
  double read_bytes = 0;    // a second, from memory far beyond the caches
};
/// Measures again, and keeps the best there was.
void measure(Machine& machine);

/// Sums that a measurement carries on side by side: more than a unit is deep times the units.
inline constexpr std::size_t chains = 16;

Rows machine_rows(const Machine& machine);

}  // namespace plimsoll::bench
