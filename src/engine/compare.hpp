#pragma once
// One account under every method asked for, and at every broker known.

#include "engine/analyze.hpp"
#include "strategy/comparison.hpp"

namespace plimsoll::engine {

/// Whether brokers of whom nothing but a rate schedule is known are compared too.
enum class WithoutHouse : std::uint8_t { compared, left_out };

struct CompareRequest {
  AnalysisRequest analysis = {};  // its members are not read
  HouseList houses = {};          // the brokers
  WithoutHouse without_house = WithoutHouse::compared;
};

/// Errors as of margin(). Brokers are compared in accounts that may borrow on securities (margin
/// and portfolio margin), where the method their house rules belong to answered.
std::expected<strategy::Comparison, std::vector<Error>> compare(const CompareRequest& request,
                                                                const SecurityList& lists);

}  // namespace plimsoll::engine
