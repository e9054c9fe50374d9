// GNU: no match for 'operator*' (operand types are 'plimsoll::Money' and 'plimsoll::Money')
// Clang: invalid operands to binary expression ('Money' and 'Money')
#include "money/money.hpp"

using namespace plimsoll;

constexpr auto product = 3_usd * 2_usd;
