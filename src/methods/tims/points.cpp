#include "methods/tims/points.hpp"

namespace plimsoll::tims {

std::array<double, points_count> points_of(const Range& range) {
  constexpr std::size_t each_side = points_count / 2;
  std::array<double, points_count> moves{};
  for (std::size_t k = 0; k < each_side; ++k) {
    moves[k] = -range.down * static_cast<double>(each_side - k) / each_side;
    moves[each_side + k] = range.up * static_cast<double>(k + 1) / each_side;
  }
  return moves;
}

}  // namespace plimsoll::tims
