// GNU: no match for 'operator+' (operand types are 'plimsoll::Money' and 'plimsoll::Percent')
// Clang: invalid operands to binary expression ('Money' and 'Percent')
#include "money/money.hpp"

using namespace plimsoll;

constexpr auto sum = 3_usd + 2_pct;
