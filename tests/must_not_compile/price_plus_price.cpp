// GNU: no match for 'operator+' (operand types are 'plimsoll::Price' and 'plimsoll::Price')
// Clang: invalid operands to binary expression ('Price' and 'Price')
#include "money/money.hpp"

using namespace plimsoll;

constexpr auto sum = 3_usd_each + 2_usd_each;
