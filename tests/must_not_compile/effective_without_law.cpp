// GNU: call to non-'constexpr' function 'void plimsoll::broken_invariant
// Clang: call to consteval function
#include "money/money.hpp"
#include "rules/effective.hpp"

using namespace plimsoll;

inline constexpr Effective table{std::array{InForce<Percent>{2010y / January / 1, 30_pct}}};
