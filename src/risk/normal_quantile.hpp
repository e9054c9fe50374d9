#pragma once
// The normal distribution, from its probabilities.

namespace plimsoll::risk {

/// What a standard normal number is below with this probability, to 1e-15 of itself. Takes a
/// probability above 0 and below 1. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988).
double normal_quantile(double probability);

/// exp(x²) × erfc(x): a normal tail without the factor that makes it vanish. Takes an x of zero or
/// more; to 1e-13 of itself.
double scaled_erfc(double x);

}  // namespace plimsoll::risk
