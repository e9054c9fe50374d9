// GNU: narrowing conversion of
// Clang: type 'double' cannot be narrowed
#include "base/decimal.hpp"

using namespace plimsoll;

constexpr Decimal third{0.3333};
