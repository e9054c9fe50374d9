#pragma once
// How many times the maintenance requirement equity should be, by how much markets move: three
// ways. Volatilities are annual, 0.2 is 20 %. Each function is `bad_input` for what its parameters
// do not allow.

#include <span>

#include "base/result.hpp"
#include "risk/first_passage.hpp"

namespace plimsoll::strategy {

/// In proportion to volatility, between two multiples.
struct RatioBuffer {
  double base_multiple = 2;         // above zero; at the reference volatility and below
  double most_multiple = 4;         // no less than the base
  double reference_volatility = 0;  // above zero
  double volatility = 0;            // today's: the greatest of what is implied, weighted, forecast
};

/// base × volatility / reference, from the base to the most.
Result<double> buffer_by_ratio(const RatioBuffer& buffer);

/// From above this level of the volatility index, in its points, this multiple.
struct BufferStep {
  double index_above = 0;
  double multiple = 0;
};

/// Policy numbers, of no standard: two up to 20, 2.5 up to 30, three up to 40, then 3.5.
inline constexpr BufferStep usual_buffer_steps[] = {{0, 2}, {20, 2.5}, {30, 3}, {40, 3.5}};

/// The multiple of the last step that `index` is above. The first step's level is 0, levels rise
/// and multiples, above zero, do not fall.
Result<double> buffer_by_regime(std::span<const BufferStep> steps, double index);

/// What a probability of being called asks for.
struct ProbabilityBuffer {
  double log_distance = 0;   // ln(value / level of the call)
  double leverage_most = 0;  // value / equity
  double multiple = 0;       // equity / requirement at that leverage
};

struct CallProbability {
  double most = 0.01;           // above 0, at most 1
  double requirement_rate = 0;  // maintenance, of the value; above 0, below 1
  risk::Horizon horizon = {};   // over which; time above zero
};

/// The least buffer with which the call comes within the horizon with a probability of `most`:
/// L = 1 / (1 - (1 - m) exp(-a)), and equity over requirement is 1 / (m L) there.
Result<ProbabilityBuffer> buffer_by_probability(const CallProbability& call);

}  // namespace plimsoll::strategy
