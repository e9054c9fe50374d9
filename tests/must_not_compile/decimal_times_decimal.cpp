// GNU: no match for 'operator*' (operand types are 'plimsoll::Decimal' and 'plimsoll::Decimal')
// Clang: invalid operands to binary expression ('Decimal' and 'Decimal')
// Rounding is said aloud: multiply(a, b, Round).
#include "base/decimal.hpp"

using namespace plimsoll;

constexpr auto product = 3_d * 2_d;
