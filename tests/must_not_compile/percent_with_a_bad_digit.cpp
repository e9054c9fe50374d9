// GNU: call to non-'constexpr' function 'void plimsoll::broken_invariant
// Clang: call to consteval function
#include "money/money.hpp"

using namespace plimsoll;

constexpr Percent rate = 0x25_pct;
